using Cairn.Help.Directory.Desk;
using NodaTime;

namespace Cairn.Tests.Help.Directory.Desk;

/// <summary>Notes in a line; each is newer than the one before it in the list.</summary>
internal static class NoteOf
{
    internal static readonly LocalDate Later = Help.Given.CheckedOn.PlusDays(1);
    internal static readonly LocalDate NewExpiry = new(2027, 9, 1);

    internal static NewNote Confirmed(string service, string field, string value, LocalDate? on = null) =>
        new(service, field, FieldNote.Confirmed, value, on ?? Later, NewExpiry, FieldNote.ByCalling);

    internal static NewNote Changed(string service, string field, string value, string how = FieldNote.ByCalling, LocalDate? on = null) =>
        new(service, field, FieldNote.Changed, value, on ?? Later, NewExpiry, how, new Uri("https://changed.example/contact"));

    internal static NewNote Retired(string service, string field, string value) => new(service, field, FieldNote.Retired, value, Later);

    internal static NewNote Restored(string service, string field, string value) => new(service, field, FieldNote.Restored, value, Later);

    internal static FieldNotes All(params IEnumerable<NewNote> notes) => new(notes.Select((note, i) => note.Row(i + 1, Morag, at: 1000 * i)));

    internal static Cairn.Staff.Roles.SignedIn Morag { get; } = new("0f", "morag", "Morag Editor", [Cairn.Staff.Roles.Role.Editor], "5e", 0);
}
