using Cairn.Foundation.Text;
using NodaTime;

namespace Cairn.Help.Directory.Desk;

/// <summary>Fields in words, on a day.</summary>
internal sealed class DeskRows(ServiceList list, FieldNotes notes, LocalDate today)
{
    private readonly Showing showing = new(today, list.HideDays, list.Demonstration);
    private readonly HashSet<(string, string)> soon = [.. FieldWarning.Of(list, today).Select(w => (w.ServiceId, w.Field))];

    public DirectoryModel Directory()
    {
        var rows = list.Services.OrderBy(s => s.Id, StringComparer.Ordinal).SelectMany(s => DeskField.Of(s).Select(f => (Field: f, Row: Of(s, f)))).ToList();
        return new(
            ExpiryWords.Day(today),
            list.WarnDays,
            [.. rows.Where(r => r.Row.Soon).OrderBy(r => r.Field.ExpiresOn ?? LocalDate.MaxIsoValue).Select(r => r.Row)],
            [.. rows.Select(r => r.Row)]);
    }

    public DeskRow Of(Service service, DeskField field)
    {
        var retired = field.IsNumber && notes.RetiredBy(field.Written) is not null;
        var (tone, state) = StateOf(service, field, retired);
        return new(
            service.Id,
            service.Name.Value,
            field.Key,
            Label(field.Key),
            Lines(field.Key, field.Written),
            tone,
            state,
            ExpiryWords.Day(field.CheckedOn),
            field.VerifiedBy,
            field.Source.AbsoluteUri,
            field.Source.Host,
            retired ? "not shown until restored"
            : tone == "hidden" && field.State is not (FieldState.Seen or FieldState.Verified) ? "never shown"
            : ExpiryWords.Of(field.ExpiresOn, today, list.HideDays),
            soon.Contains((service.Id, field.Key)));
    }

    public static string Label(string field) => field switch
    {
        "phone" => "Telephone",
        "textphone" => "Textphone",
        "chat" => "Chat",
        "form" => "Form",
        "website" => "Website",
        "email" => "E-mail",
        "hours" => "Hours",
        "name" => "Name",
        "about" => "Description",
        "languages" => "Languages",
        _ => field,
    };

    /// <summary>A written value for people.</summary>
    public static IReadOnlyList<DeskLine> Lines(string field, string written) =>
        written.Split('\n') is [.. var hours, var zone, var rule] && field == FieldKinds.Hours.Key
            ? [.. hours.Select(h => new DeskLine(h)), new($"{zone}; on public holidays: {(rule == nameof(HolidayRule.Unknown) ? "not known" : rule.ToLowerInvariant())}")]
            : [.. written.Split('\n').Select(line => field == FieldKinds.About.Key ? InItsLanguage(line) : new(line))];

    public static string Kind(ServiceKind kind) => kind switch
    {
        ServiceKind.Emergency => "Emergency",
        ServiceKind.Police => "Police",
        ServiceKind.Helpline => "Helpline",
        ServiceKind.Crisis => "Crisis line",
        ServiceKind.Report => "Place to report",
        ServiceKind.SelfHelp => "Self-help",
        _ => "Information",
    };

    private static DeskLine InItsLanguage(string line) =>
        line.IndexOf(": ", StringComparison.Ordinal) is var colon and > 0 && Language.TryParse(line[..colon], null, out var language) ? new(line[(colon + 2)..], language) : new(line);

    private (string Tone, string State) StateOf(Service service, DeskField field, bool retired)
    {
        if (field.Key == FieldKinds.Phone.Key && Showing.IsAlwaysShown(service))
            return ("verified", "Always shown");
        if (retired)
            return ("retired", "Retired");
        var shown = showing.Shows(new Sourced<string>(field.Written, field.State, field.Source, field.CheckedOn, field.VerifiedBy, field.ExpiresOn));
        return field.State switch
        {
            FieldState.Verified => (shown ? "verified" : "hidden", "Verified"),
            FieldState.Seen => (shown ? "seen" : "hidden", list.Demonstration ? "Seen, not confirmed" : "Seen: shown by a demonstration only"),
            FieldState.Unverified => ("hidden", "Unverified"),
            _ => ("hidden", "Historical"),
        };
    }
}
