using Cairn.Staff.Audit;
using Cairn.Staff.Roles;
using NodaTime;

namespace Cairn.Help.Directory.Desk;

/// <summary>What the desk may say about a field, and under which conditions. Nothing is half done: a form with a problem changes nothing.</summary>
internal sealed class DirectoryDesk(ServiceDirectory directory, NotesOnAir notes, AuditTrail audit, TimeProvider time)
{
    internal const int LongestAgo = 31;
    internal const int UsualDays = 180;
    internal const int MostDays = 366;

    /// <summary>The day in the United Kingdom.</summary>
    public LocalDate Today => Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(Showing.Zone).Date;

    /// <summary>The field as it stands, or null when the revision on the air has no such service or field.</summary>
    public (Service Service, DeskField Field)? Find(string service, string field) =>
        directory.Everything?.Services.FirstOrDefault(s => s.Id == service) is { } found && DeskField.Of(found).FirstOrDefault(f => f.Key == field) is { } there
            ? (found, there)
            : null;

    /// <summary>Whether the number may never be changed or taken off: 999 and 101.</summary>
    public static bool IsFixed(Service service, DeskField field) =>
        (field.Key == FieldKinds.Phone.Key && Showing.IsAlwaysShown(service)) || (field.IsNumber && Phones.IsPolice(field.Written));

    /// <returns>False when the form has problems, which it then tells.</returns>
    public async Task<bool> Confirm(Service service, DeskField field, FieldForm form, SignedIn who)
    {
        RefuseWhatIsOld(form, field);
        if (field.IsNumber)
            RefuseRetired(form, field.Written, "");
        if (!form.IsGood)
            return false;
        var (day, expires) = Days(form, field);
        if (!form.IsGood)
            return false;

        await Say(Acts.FieldConfirmed, new(service.Id, field.Key, FieldNote.Confirmed, field.Written, day!.Value, expires, FieldNote.ByCalling), who);
        return true;
    }

    /// <inheritdoc cref="Confirm"/>
    public async Task<bool> Change(Service service, DeskField field, FieldForm form, SignedIn who)
    {
        RefuseWhatIsOld(form, field);
        if (IsFixed(service, field))
            form.Refuse("", "999 and 101 cannot be changed.");
        if (!form.IsGood)
            return false;
        if (!FieldInput.TryRead(field.Key, form["value"], service, out var written, out var problem))
            form.Refuse("value", problem);
        else if (field.IsNumber)
        {
            RefuseRetired(form, written, "value");
            RefuseDead(form, service, field, written);
        }

        var source = FieldInput.Address(form["source"]);
        if (source is null)
            form.Refuse("source", "Write the full address of the page where it stands, beginning with https://.");
        if (form["how"] is not (FieldNote.ByCalling or FieldNote.ByReading))
            form.Refuse("how", "Say how you know.");
        var (day, expires) = Days(form, field);
        if (!form.IsGood)
            return false;

        await Say(Acts.FieldChanged, new(service.Id, field.Key, FieldNote.Changed, written!, day!.Value, expires, form["how"], source), who);
        return true;
    }

    /// <inheritdoc cref="Confirm"/>
    public async Task<bool> Retire(Service service, DeskField field, FieldForm form, SignedIn who)
    {
        if (IsFixed(service, field))
            form.Refuse("", "999 and 101 are on every page and cannot be taken off.");
        RefuseWhatIsOld(form, field);
        if (!form.IsGood)
            return false;

        // Two who notice at once want the same thing.
        if (directory.Notes.RetiredBy(field.Written) is null)
            await Say(Acts.NumberRetired, new(service.Id, field.Key, FieldNote.Retired, field.Written, Today), who);
        return true;
    }

    /// <inheritdoc cref="Confirm"/>
    public async Task<bool> Restore(Service service, DeskField field, FieldForm form, SignedIn who)
    {
        RefuseWhatIsOld(form, field);
        if (directory.Notes.RetiredBy(field.Written) is not { } retired)
            form.Refuse("", "This number is not retired.");
        else if (form.IsGood)
        {
            await Say(Acts.NumberRestored, new(service.Id, field.Key, FieldNote.Restored, retired.Value, Today), who);
            return true;
        }

        return false;
    }

    // Not cancelled with the request: whoever closes the page after "take this number off" has said it.
    private Task<bool> Say(string act, NewNote note, SignedIn who) => audit.Doing(
        who,
        act,
        $"{note.Service}/{note.Field}",
        async () =>
        {
            await notes.Say(note, who, CancellationToken.None);
            return true;
        },
        CancellationToken.None);

    private (LocalDate? Day, LocalDate? Expires) Days(FieldForm form, DeskField field)
    {
        var day = form.Day("day");
        if (day > Today)
            form.Refuse("day", "This day has not come yet.");
        else if (day < Today.PlusDays(-LongestAgo))
            form.Refuse("day", $"This is more than {LongestAgo} days ago. Check again, and write the day of that.");
        else if (day < field.CheckedOn)
            form.Refuse("day", $"The field was checked later, on {FieldForm.Iso(field.CheckedOn)}, so this would change nothing.");

        var typed = form["expires"].Length > 0 ? form.Day("expires") : null;
        if (form.ProblemOf("day") is not null || day is not { } checkedOn)
            return (null, null);
        var expires = typed ?? checkedOn.PlusDays(UsualDays);
        if (expires <= Today)
            form.Refuse("expires", "Write a day that is still to come.");
        else if (expires > checkedOn.PlusDays(MostDays))
            form.Refuse("expires", $"At most {MostDays} days after the day it was checked.");
        return (checkedOn, expires);
    }

    private static void RefuseWhatIsOld(FieldForm form, DeskField field)
    {
        if (!form.MeansWhatStands(field))
            form.Refuse("", "Somebody changed this field while the page was open. Look at its value again; nothing was done.");
    }

    private void RefuseRetired(FieldForm form, string number, string input)
    {
        if (directory.Notes.RetiredBy(number) is { } note)
            form.Refuse(input, $"{note.Called} retired this number. Restore it first, if it is right again.");
    }

    // As the pack's check: a number that is known to be dead in one place is not offered in another.
    private void RefuseDead(FieldForm form, Service service, DeskField field, string number)
    {
        var dead = directory.Everything?.Services.FirstOrDefault(s => DeskField.Of(s).Any(f =>
            f is { IsNumber: true, State: FieldState.Historical } && !(s.Id == service.Id && f.Key == field.Key) && Phones.Dialled(f.Written) == Phones.Dialled(number)));
        if (dead is not null)
            form.Refuse("value", $"This number is historical at {dead.Name.Value}: it was true once.");
    }
}
