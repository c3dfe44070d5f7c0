using System.Globalization;
using NodaTime;

namespace Cairn.Help.Directory.Desk;

/// <summary>What was said about a service, newest first.</summary>
internal static class DeskHistory
{
    public static IReadOnlyList<HistoryLine> Of(string service, FieldNotes notes) =>
        [.. notes.All.Where(n => n.Service == service).Reverse().Select(n => new HistoryLine(
            When(n.At), n.Called, What(n), DeskRows.Lines(n.Field, n.Value), n.Source))];

    /// <summary>Who retired a number and when.</summary>
    public static string Retirement(FieldNote note) => $"{note.Called} retired this number on {When(note.At)}. It is on no page.";

    private static string What(FieldNote note)
    {
        var field = DeskRows.Label(note.Field);
        var until = note.Expiry is { } expiry ? $", until {ExpiryWords.Day(expiry)}" : "";
        return note.Act switch
        {
            FieldNote.Confirmed => $"{field} confirmed: called on {ExpiryWords.Day(note.Day)}{until}",
            FieldNote.Changed => $"{field} changed: {(note.How == FieldNote.ByCalling ? "called" : "read")} on {ExpiryWords.Day(note.Day)}{until}",
            FieldNote.Retired => $"{field} retired",
            _ => $"{field} restored",
        };
    }

    private static string When(long at) =>
        Instant.FromUnixTimeMilliseconds(at).InZone(Showing.Zone).LocalDateTime.ToString("d MMMM uuuu, HH:mm", CultureInfo.InvariantCulture);
}
