using Cairn.Help.Directory;
using Cairn.Help.Directory.Desk;
using NodaTime;

namespace Cairn.Tests.Help.Directory.Desk;

public sealed class FieldNotesTests
{
    private const string Number = "0808 157 0001";

    [Fact]
    public void A_confirmed_field_is_verified_by_whoever_called_from_that_day()
    {
        var unverified = Given.Service("one", Number) with { Phone = Given.Field(Number, FieldState.Unverified) };

        var phone = Laid(unverified, NoteOf.Confirmed("one", "phone", Number)).Phone!;

        Assert.Equal((Number, FieldState.Verified, "Morag Editor"), (phone.Value, phone.State, phone.VerifiedBy));
        Assert.Equal((NoteOf.Later, NoteOf.NewExpiry), (phone.CheckedOn, phone.ExpiresOn));
        Assert.Equal(unverified.Phone!.Source, phone.Source);
    }

    [Fact]
    public void A_confirmation_counts_only_for_the_value_that_was_confirmed()
    {
        var renumbered = Given.Service("one", "0808 157 0009");

        var phone = Laid(renumbered, NoteOf.Confirmed("one", "phone", Number)).Phone;

        Assert.Equal(renumbered.Phone, phone);
    }

    [Theory]
    [InlineData(0, FieldState.Verified)]
    [InlineData(1, FieldState.Historical)]
    public void What_the_pack_checked_later_stands_as_the_pack_has_it(int daysLater, FieldState state)
    {
        var pack = Given.Service("one", Number) with { Phone = Given.Field(Number, FieldState.Historical, on: NoteOf.Later.PlusDays(daysLater)) };

        Assert.Equal(state, Laid(pack, NoteOf.Confirmed("one", "phone", Number)).Phone!.State);
        Assert.Equal(state, Laid(pack, NoteOf.Changed("one", "phone", "0808 157 0002")).Phone!.State);
    }

    [Theory]
    [InlineData(FieldNote.ByCalling, FieldState.Verified, "Morag Editor")]
    [InlineData(FieldNote.ByReading, FieldState.Seen, null)]
    public void A_changed_field_is_believed_as_far_as_it_was_checked(string how, FieldState state, string? by)
    {
        var email = Laid(
            Given.Service("one", Number) with { Email = Given.Field("old@helpline.example") }, NoteOf.Changed("one", "email", "new@helpline.example", how)).Email!;

        Assert.Equal(("new@helpline.example", state, by), (email.Value, email.State, email.VerifiedBy));
        Assert.Equal((NoteOf.Later, NoteOf.NewExpiry, "changed.example"), (email.CheckedOn, email.ExpiresOn, email.Source.Host));
    }

    [Fact]
    public void The_latest_word_on_a_field_stands()
    {
        var first = NoteOf.Changed("one", "phone", "0808 157 0002");
        var second = NoteOf.Changed("one", "phone", "0808 157 0003", FieldNote.ByReading);

        Assert.Equal("0808 157 0003", Laid(Given.Service("one", Number), first, second).Phone!.Value);
        Assert.Equal("0808 157 0002", Laid(Given.Service("one", Number), second, first).Phone!.Value);
    }

    [Fact]
    public void What_was_changed_can_be_confirmed_and_a_later_change_ends_the_confirmation()
    {
        var changed = NoteOf.Changed("one", "phone", "0808 157 0002", FieldNote.ByReading);
        var confirmed = NoteOf.Confirmed("one", "phone", "0808 157 0002");
        var again = NoteOf.Changed("one", "phone", "0808 157 0003", FieldNote.ByReading);

        var kept = Laid(Given.Service("one", Number), changed, confirmed).Phone!;
        var ended = Laid(Given.Service("one", Number), changed, confirmed, again).Phone!;

        Assert.Equal(("0808 157 0002", FieldState.Verified), (kept.Value, kept.State));
        Assert.Equal(("0808 157 0003", FieldState.Seen), (ended.Value, ended.State));
    }

    [Fact]
    public void A_retired_number_leaves_every_service_that_has_it_however_it_is_written()
    {
        var pack = Given.Services(
            Given.Service("one", Number),
            Given.Service("two", "08081570001"),
            Given.Service("three", "0808 157 0003") with { Textphone = Given.Field("18001 0808 157 0001") },
            Given.Service("four", "+44 808 157 0001"),
            Given.Service("five", "0808 157 00012"));

        var shown = Given.Directory(NoteOf.All(NoteOf.Retired("one", "phone", Number)).Over(pack)).Shown(Given.MondayNoon).ToList();

        Assert.Equal(["three", "five"], shown.Select(s => s.Service.Id));
        Assert.Null(shown[0].Service.Textphone);
    }

    [Fact]
    public void A_retired_number_behind_a_text_relay_leaves_the_number_itself()
    {
        var both = Given.Service("one", Number) with { Textphone = Given.Field("18001 " + Number) };

        var laid = Laid(both, NoteOf.Retired("one", "textphone", "18001 " + Number));

        Assert.Equal((FieldState.Seen, FieldState.Historical), (laid.Phone!.State, laid.Textphone!.State));
    }

    [Fact]
    public void A_retired_number_comes_back_when_it_is_restored_or_when_the_pack_has_another()
    {
        var retired = NoteOf.Retired("one", "phone", Number);

        Assert.Equal(FieldState.Historical, Laid(Given.Service("one", Number), retired).Phone!.State);
        Assert.Equal(FieldState.Seen, Laid(Given.Service("one", Number), retired, NoteOf.Restored("one", "phone", "08081570001")).Phone!.State);
        Assert.Equal(FieldState.Seen, Laid(Given.Service("one", "0808 157 0002"), retired).Phone!.State);
    }

    [Fact]
    public void Nobody_brings_a_retired_number_back_by_confirming_it_or_by_writing_it_elsewhere()
    {
        var retired = NoteOf.Retired("one", "phone", Number);

        Assert.Equal(FieldState.Historical, Laid(Given.Service("one", Number), retired, NoteOf.Confirmed("one", "phone", Number)).Phone!.State);
        Assert.Equal(FieldState.Historical, Laid(Given.Service("two", "0808 157 0002"), retired, NoteOf.Changed("two", "phone", Number)).Phone!.State);
    }

    [Fact]
    public void The_numbers_everybody_knows_cannot_be_retired_or_changed()
    {
        var notes = NoteOf.All(
            NoteOf.Retired("emergency", "phone", "999"), NoteOf.Retired("police", "phone", "101"), NoteOf.Retired("one", "phone", "999"),
            NoteOf.Changed("emergency", "phone", "0808 157 0002"), NoteOf.Changed("police", "phone", "0808 157 0002"));

        var found = Given.Directory(notes.Over(Given.Services(Given.Emergency, Given.Police) with { Demonstration = false })).For(null, null, Given.MondayNoon);

        Assert.Equal(["999", "101"], found.Urgent.Select(u => u.Service.Phone!.Value));
    }

    [Fact]
    public void A_note_about_what_the_pack_does_not_have_waits_without_a_word()
    {
        var service = Given.Service("one", Number);

        var laid = Laid(service, NoteOf.Changed("one", "chat", "https://one.example/chat"), NoteOf.Changed("two", "phone", "0808 157 0002"), NoteOf.Confirmed("one", "blorptang", "x"));

        Assert.Equal(service, laid);
    }

    [Fact]
    public void Hours_are_changed_with_their_zone_and_confirmed_as_they_stand()
    {
        var service = Given.Service("one", Number, hours: Given.Hours("mon-fri 09:00-17:00"));
        var written = FieldKinds.Hours.Write(Given.Hours("mon-sun 10:00-02:00", "tue 02:00-03:00").Value);

        var changed = Laid(service, NoteOf.Changed("one", "hours", written)).Hours!;
        var confirmed = Laid(service, NoteOf.Confirmed("one", "hours", FieldKinds.Hours.Write(service.Hours!.Value))).Hours!;

        Assert.Equal(written, FieldKinds.Hours.Write(changed.Value));
        Assert.Equal(service.Hours.Value.Zone, changed.Value.Zone);
        Assert.Equal((service.Hours.Value, FieldState.Verified), (confirmed.Value, confirmed.State));
    }

    [Fact]
    public void The_directory_follows_a_note_and_keeps_it_when_another_edition_is_put_on_the_air()
    {
        var directory = Given.Directory(Given.Services(Given.Service("one", Number)));
        var before = directory.Version;

        directory.Use(NoteOf.All(NoteOf.Retired("one", "phone", Number)));
        var gone = directory.Find("one", Given.MondayNoon);
        var changed = directory.Version != before;
        directory.Swap(Given.Services(Given.Service("one", Number), Given.Service("two", "0808 157 0002")), new Dictionary<Cairn.Foundation.Text.Language, DirectoryWords>());
        var afterwards = directory.Shown(Given.MondayNoon).Select(s => s.Service.Id).ToList();
        directory.Use(FieldNotes.None);

        Assert.Null(gone);
        Assert.True(changed);
        Assert.Equal(["two"], afterwards);
        Assert.NotNull(directory.Find("one", Given.MondayNoon));
        Assert.Equal(FieldState.Historical, Laid(Given.Service("one", Number), NoteOf.Retired("one", "phone", Number)).Phone!.State);
    }

    [Theory]
    [InlineData("(+44) 808 157 0001")]
    [InlineData("44 808 157 0001")]
    [InlineData("0044 808 157 0001")]
    [InlineData("18001 +44 808 157 0001")]
    [InlineData("18001 44 808 157 0001")]
    public void A_retired_number_is_off_in_every_spelling_and_so_is_what_it_was_retired_in(string spelling)
    {
        var behindRelay = spelling.StartsWith("18001", StringComparison.Ordinal);

        Assert.Equal(FieldState.Historical, Laid(Given.Service("one", spelling), NoteOf.Retired("two", "phone", Number)).Phone!.State);
        Assert.Equal(behindRelay ? FieldState.Seen : FieldState.Historical, Laid(Given.Service("one", Number), NoteOf.Retired("two", "phone", spelling)).Phone!.State);
    }

    private static Service Laid(Service service, params NewNote[] notes) => Assert.Single(NoteOf.All(notes).Over(Given.Services(service)).Services);
}
