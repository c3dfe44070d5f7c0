using System.Collections.Frozen;

namespace Cairn.Help.Directory.Desk;

/// <summary>Everything the desk has said, and what it makes of a pack's services. An immutable snapshot.</summary>
/// <remarks>A note never outlives the pack: a field that the pack checked later stands as the pack has it. What a note is about and the pack does not have is kept and ignored.</remarks>
internal sealed class FieldNotes
{
    private readonly FrozenDictionary<(string Service, string Field), Said> said;
    private readonly FrozenDictionary<string, FieldNote> retired;

    public FieldNotes(IEnumerable<FieldNote> notes)
    {
        All = [.. notes.OrderBy(n => n.Number)];
        said = All.GroupBy(n => (n.Service, n.Field)).ToFrozenDictionary(g => g.Key, Said.Of);
        retired = StillRetired(All).ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static FieldNotes None { get; } = new([]);

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<FieldNote> All { get; }

    /// <summary>The number of the newest note; 0 when there is none.</summary>
    public long Last => All is [.., var newest] ? newest.Number : 0;

    /// <summary>The pack's services with what the desk said laid over them.</summary>
    public ServiceList Over(ServiceList pack) => pack with { Services = [.. pack.Services.Select(Over)] };

    /// <summary>The note that retired a number, or null. A number behind a text relay goes with the number that the relay calls.</summary>
    public FieldNote? RetiredBy(string number) => Phones.Reached(number).Select(retired.GetValueOrDefault).FirstOrDefault(n => n is not null);

    private Service Over(Service service) => service with
    {
        Name = Checked(service, FieldKinds.Name, service.Name)!,
        About = Checked(service, FieldKinds.About, service.About),
        Phone = UnlessRetired(Checked(service, FieldKinds.Phone, service.Phone)),
        Textphone = UnlessRetired(Checked(service, FieldKinds.Textphone, service.Textphone)),
        Website = Checked(service, FieldKinds.Website, service.Website),
        Chat = Checked(service, FieldKinds.Chat, service.Chat),
        Form = Checked(service, FieldKinds.Form, service.Form),
        Email = Checked(service, FieldKinds.Email, service.Email),
        Languages = Checked(service, FieldKinds.Languages, service.Languages),
        Hours = Checked(service, FieldKinds.Hours, service.Hours),
    };

    private Sourced<T>? Checked<T>(Service service, FieldKind<T> kind, Sourced<T>? field)
        where T : class
    {
        if (field is null || !said.TryGetValue((service.Id, kind.Key), out var notes))
            return field;

        // 999 and 101 are known to everyone in the country: nobody here can make them something else.
        var fixedNumber = kind.Key == FieldKinds.Phone.Key && Showing.IsAlwaysShown(service);
        var standing = notes.Changed is { } changed && !fixedNumber ? Changed(kind, field, changed) : field;
        return notes.Confirmed is { } confirmed ? Confirmed(kind, standing, confirmed) : standing;
    }

    private static Sourced<T> Changed<T>(FieldKind<T> kind, Sourced<T> field, FieldNote note)
        where T : class
    {
        if (field.CheckedOn > note.Day || kind.Read(note.Value) is not { } value || !Uri.TryCreate(note.Source, UriKind.Absolute, out var source))
            return field;
        return note.How == FieldNote.ByCalling
            ? new(value, FieldState.Verified, source, note.Day, note.Called, note.Expiry)
            : new(value, FieldState.Seen, source, note.Day, null, note.Expiry);
    }

    private static Sourced<T> Confirmed<T>(FieldKind<T> kind, Sourced<T> field, FieldNote note)
        where T : class =>
        field.CheckedOn <= note.Day && kind.Write(field.Value) == note.Value
            ? field with { State = FieldState.Verified, CheckedOn = note.Day, VerifiedBy = note.Called, ExpiresOn = note.Expiry }
            : field;

    private Sourced<string>? UnlessRetired(Sourced<string>? number) =>
        number is not null && RetiredBy(number.Value) is not null ? number with { State = FieldState.Historical } : number;

    private static Dictionary<string, FieldNote> StillRetired(IEnumerable<FieldNote> notes)
    {
        var numbers = new Dictionary<string, FieldNote>(StringComparer.Ordinal);
        foreach (var note in notes.Where(n => !Phones.IsPolice(n.Value)))
        {
            if (note.Act == FieldNote.Retired)
                numbers[Phones.Dialled(note.Value)] = note;
            else if (note.Act == FieldNote.Restored)
                numbers.Remove(Phones.Dialled(note.Value));
        }

        return numbers;
    }

    /// <summary>What counts of the notes on one field: the last change, and the last confirmation unless a change came after it.</summary>
    private sealed record Said(FieldNote? Changed, FieldNote? Confirmed)
    {
        public static Said Of(IEnumerable<FieldNote> notes)
        {
            var changed = notes.LastOrDefault(n => n.Act == FieldNote.Changed);
            var confirmed = notes.LastOrDefault(n => n.Act == FieldNote.Confirmed);
            return new(changed, confirmed?.Number > (changed?.Number ?? 0) ? confirmed : null);
        }
    }
}
