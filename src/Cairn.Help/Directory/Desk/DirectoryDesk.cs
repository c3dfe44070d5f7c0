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

    public async Task<Spoken> Confirm(Service service, DeskField field, FieldForm form, SignedIn who)
    {
        RefuseWhatIsOld(form, field);
        if (field.IsNumber)
            RefuseRetired(form, field.Written, "");
        if (!form.IsGood)
            return Spoken.Refused;
        var (day, expires) = Days(form, field);
        if (!form.IsGood)
            return Spoken.Refused;

        return await Say(Acts.FieldConfirmed, new(service.Id, field.Key, FieldNote.Confirmed, field.Written, day!.Value, expires, FieldNote.ByCalling), who);
    }

    public async Task<Spoken> Change(Service service, DeskField field, FieldForm form, SignedIn who)
    {
        RefuseWhatIsOld(form, field);
        if (IsFixed(service, field))
            form.Refuse("", "999 and 101 cannot be changed.");
        if (!form.IsGood)
            return Spoken.Refused;
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
            return Spoken.Refused;

        return await Say(Acts.FieldChanged, new(service.Id, field.Key, FieldNote.Changed, written!, day!.Value, expires, form["how"], source), who);
    }

    public async Task<Spoken> Retire(Service service, DeskField field, FieldForm form, SignedIn who)
    {
        if (IsFixed(service, field))
            form.Refuse("", "999 and 101 are on every page and cannot be taken off.");
        RefuseWhatIsOld(form, field);
        if (!form.IsGood)
            return Spoken.Refused;

        // Two who notice at once want the same thing.
        return directory.Notes.RetiredBy(field.Written) is null
            ? await Say(Acts.NumberRetired, new(service.Id, field.Key, FieldNote.Retired, field.Written, Today), who)
            : Spoken.Shown;
    }

    public async Task<Spoken> Restore(Service service, DeskField field, FieldForm form, SignedIn who)
    {
        RefuseWhatIsOld(form, field);
        if (directory.Notes.RetiredBy(field.Written) is not { } retired)
            form.Refuse("", "This number is not retired.");
        else if (form.IsGood)
            return await Say(Acts.NumberRestored, new(service.Id, field.Key, FieldNote.Restored, retired.Value, Today), who);
        return Spoken.Refused;
    }

    // Not cancelled with the request: whoever closes the page after "take this number off" has said it.
    private Task<Spoken> Say(string act, NewNote note, SignedIn who) => audit.Doing(
        who,
        act,
        $"{note.Service}/{note.Field}",
        async () => await notes.Say(note, who, CancellationToken.None) ? Spoken.Shown : Spoken.Kept,
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
            f is { IsNumber: true, State: FieldState.Historical } && !(s.Id == service.Id && f.Key == field.Key) && Phones.Reaches(number, f.Written)));
        if (dead is not null)
            form.Refuse("value", $"This number is historical at {dead.Name.Value}: it was true once.");
    }
}
