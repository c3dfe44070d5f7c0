using Cairn.Help.Directory;
using Cairn.Help.Directory.Desk;
using CsCheck;
using NodaTime;

namespace Cairn.Tests.Help.Directory.Desk;

/// <summary>What holds for any notes in any order over any pack.</summary>
public sealed class FieldNotesPropertyTests
{
    private static readonly string[] Numbers = ["999", "101", "0808 157 0001", "08081570001", "+44 808 157 0001", "18001 0808 157 0001", "0808 157 0002"];
    private static readonly string[] Names = ["emergency", "police", "one", "two", "three"];
    private static readonly FieldState[] States = Enum.GetValues<FieldState>();

    private static readonly Gen<LocalDate> Day = Gen.Int[0, 6].Select(Given.CheckedOn.PlusDays);

    private static readonly Gen<Sourced<string>> Number = Gen.Select(OneOf(Numbers), OneOf(States), Day, (number, state, day) => Given.Field(number, state, on: day));

    private static readonly Gen<ServiceList> Pack = Gen.Select(Number, Number, Number, Number, Day, Gen.Bool).Select(PackOf);

    private static readonly Gen<NewNote> Note = Gen.Select(OneOf(Names), OneOf("phone", "textphone", "email"), Gen.Int[0, 3], OneOf(Numbers), Day, Gen.Bool)
        .Select((service, field, act, number, day, calling) => act switch
        {
            0 => NoteOf.Confirmed(service, field, number, day),
            1 => NoteOf.Changed(service, field, number, calling ? FieldNote.ByCalling : FieldNote.ByReading, day),
            2 => NoteOf.Retired(service, field, number),
            _ => NoteOf.Restored(service, field, number),
        });

    private static readonly Gen<NewNote[]> Notes = Note.Array[0, 12];

    [Fact]
    public void A_number_that_is_retired_is_on_no_page_whatever_else_was_said() => Gen.Select(Pack, Notes, Notes.Select(n => n.Where(x => x.Act != FieldNote.Restored))).Sample((pack, before, after) =>
    {
        var notes = NoteOf.All([.. before, NoteOf.Retired("one", "phone", "0808 157 0001"), .. after]);

        var shown = Given.Directory(notes.Over(pack)).Shown(Given.MondayNoon).SelectMany(s => new[] { s.Service.Phone, s.Service.Textphone }).OfType<Sourced<string>>();

        Assert.DoesNotContain(shown, number => Showing.Digits(number.Value).EndsWith("8081570001", StringComparison.Ordinal));
    });

    [Fact]
    public void Nine_nine_nine_and_one_zero_one_are_always_shown() => Gen.Select(Pack, Notes).Sample((pack, notes) =>
        Assert.Equal(["999", "101"], Given.Directory(NoteOf.All(notes).Over(pack)).For(null, null, Given.MondayNoon).Urgent.Select(u => u.Service.Phone!.Value)));

    [Fact]
    public void Notes_never_add_or_remove_a_service_or_a_field() => Gen.Select(Pack, Notes).Sample((pack, notes) =>
        Assert.Equal(pack.Services.SelectMany(Keys), NoteOf.All(notes).Over(pack).Services.SelectMany(Keys)));

    [Fact]
    public void Laying_the_notes_over_twice_changes_nothing_more() => Gen.Select(Pack, Notes).Sample((pack, notes) =>
    {
        var all = NoteOf.All(notes);
        var once = all.Over(pack);

        Assert.Equal(once.Services, all.Over(once).Services);
    });

    [Fact]
    public void A_pack_that_checked_everything_later_stands_but_for_retired_numbers() => Gen.Select(Pack, Notes).Sample((pack, notes) =>
    {
        var checkedLater = pack with { Services = [.. pack.Services.Select(s => s with { Phone = Later(s.Phone), Textphone = Later(s.Textphone) })] };

        var laid = NoteOf.All(notes.Where(n => n.Act is FieldNote.Confirmed or FieldNote.Changed)).Over(checkedLater);

        Assert.Equal(checkedLater.Services, laid.Services);
    });

    [Fact]
    public void Without_notes_the_pack_is_shown_as_it_is() => Pack.Sample(pack => Assert.Equal(pack.Services, FieldNotes.None.Over(pack).Services));

    private static ServiceList PackOf(Sourced<string> a, Sourced<string> b, Sourced<string> c, Sourced<string> d, LocalDate day, bool demonstration)
    {
        var pack = Given.Services(
            Given.Emergency with { Phone = Given.Emergency.Phone! with { CheckedOn = day } },
            Given.Police with { Textphone = d },
            Given.Service("one") with { Phone = a, Textphone = b },
            Given.Service("two") with { Phone = c });
        return pack with { Demonstration = demonstration };
    }

    private static Gen<T> OneOf<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    private static Sourced<string>? Later(Sourced<string>? field) => field is null ? null : field with { CheckedOn = Given.CheckedOn.PlusDays(7) };

    private static IEnumerable<string> Keys(Service service) => Provenance.Fields(service).Select(f => $"{service.Id}/{f.Key}");
}
