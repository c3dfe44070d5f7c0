using Cairn.Staff.Roles;
using NodaTime;

namespace Cairn.Help.Directory.Desk;

/// <summary>The forms beside a field that a member may use, empty or as they were sent.</summary>
/// <param name="sent">The form that had a problem, or null.</param>
internal sealed class DeskForms(SignedIn who, FieldNotes notes, LocalDate today, FieldForm? sent)
{
    private static readonly DeskChoice[] Ways =
    [
        new(FieldNote.ByCalling, "I called or visited: the field is verified"),
        new(FieldNote.ByReading, "I read it on the service's own page: a demonstration shows it as seen, a campaign does not show it"),
    ];

    public IReadOnlyList<DeskForm> Of(Service service, DeskField field)
    {
        var retired = field.IsNumber && notes.RetiredBy(field.Written) is not null;
        var forms = new List<DeskForm>();
        if (who.May(Permission.ConfirmField) && !retired)
            forms.Add(Confirm(service, field));
        if (who.May(Permission.ChangeField) && FieldInput.CanChange(field.Key) && !DirectoryDesk.IsFixed(service, field))
            forms.Add(Change(service, field));
        // Anybody who notices takes a number off; to put it back is to vouch for it.
        if (who.May(retired ? Permission.ChangeField : Permission.RetireNumber) && field.IsNumber && !DirectoryDesk.IsFixed(service, field))
            forms.Add(retired ? Restore(service, field) : Retire(service, field));
        return forms;
    }

    /// <summary>The problems of the form that was sent, each with the input it is about; what is about the form leads to the field, for the form may not be offered any more.</summary>
    public IReadOnlyList<FormProblem> Problems() =>
        sent is null ? [] : [.. sent.Problems.Select(p => new FormProblem(p.Key.Length == 0 ? sent.Field : Id(sent.Field, sent.Act, p.Key), p.Value))];

    private DeskForm Confirm(Service service, DeskField field) => Form(
        service, field, "confirm", "Confirm", "You called or visited, and what stands here is right. The field is verified from that day, in your name.", "Confirm", danger: false,
        Input(field, "confirm", "day", "date", "I called on", $"Not more than {DirectoryDesk.LongestAgo} days ago.", FieldForm.Iso(today)),
        Expiry(field, "confirm"));

    private DeskForm Change(Service service, DeskField field) => Form(
        service, field, "change", "Change", "The new value is on every page at once, until the pack says something it checked later.", "Change", danger: false,
        field.IsHours
            ? Input(field, "change", "value", "lines", "Hours", "always, or a line for each stretch: mon-thu 09:00-21:00. The time zone and the rule for public holidays stay as they are.", FieldInput.ToForm(field, service))
            : Input(field, "change", "value", "text", DeskRows.Label(field.Key), ValueHint(field), FieldInput.ToForm(field, service)),
        Input(field, "change", "source", "text", "Source", "The full address of the service's own page where it stands.", field.Source.AbsoluteUri),
        Input(field, "change", "how", "choice", "How do you know?", "", "", Ways),
        Input(field, "change", "day", "date", "On which day?", $"Not more than {DirectoryDesk.LongestAgo} days ago.", FieldForm.Iso(today)),
        Expiry(field, "change"));

    private DeskForm Retire(Service service, DeskField field) => Form(
        service, field, "retire", "Retire", "The number disappears at once from every page, and from every service that has it.", "Take this number off every page", danger: true);

    private DeskForm Restore(Service service, DeskField field) => Form(
        service, field, "restore", "Restore", "The number may be shown again, as far as its state lets it.", "Restore this number", danger: false);

    private DeskForm Form(Service service, DeskField field, string act, string summary, string explanation, string submit, bool danger, params IReadOnlyList<DeskInput> inputs) => new(
        Id(field.Key, act, ""), $"/console/directory/{service.Id}/{field.Key}/{act}", summary, explanation, submit, danger, Sent(field, act) is not null, FieldForm.Seen(field), Sent(field, act)?.ProblemOf(""), inputs);

    private DeskInput Expiry(DeskField field, string act) => Input(
        field, act, "expires", "date", "Show it until the day before",
        $"Check it again before then. Left empty, it is {DirectoryDesk.UsualDays} days after you checked; at most {DirectoryDesk.MostDays}.",
        FieldForm.Iso(today.PlusDays(DirectoryDesk.UsualDays)));

    private DeskInput Input(DeskField field, string act, string name, string type, string label, string hint, string usual, params IReadOnlyList<DeskChoice> choices)
    {
        var form = Sent(field, act);
        return new(Id(field.Key, act, name), name, type, label, hint, form?[name] ?? usual, form?.ProblemOf(name), choices);
    }

    private FieldForm? Sent(DeskField field, string act) => sent?.Field == field.Key && sent.Act == act ? sent : null;

    private static string ValueHint(DeskField field) =>
        field.IsNumber ? "As people dial it, such as 0808 1000 900." : field.Key == FieldKinds.Email.Key ? "Such as help@example.org." : "The full address, beginning with https://.";

    private static string Id(string field, string act, string input) => input.Length == 0 ? $"{field}-{act}" : $"{field}-{act}-{input}";
}
