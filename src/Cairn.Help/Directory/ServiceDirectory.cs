using Cairn.Foundation.Text;
using Cairn.Help.Directory.Desk;
using NodaTime;

namespace Cairn.Help.Directory;

/// <summary>The ways to help of the revision on the air, with what the desk has said about them since: an immutable snapshot, swapped whole.</summary>
public sealed class ServiceDirectory
{
    /// <param name="Pack">As the revision has them.</param>
    /// <param name="List">As they are shown.</param>
    private sealed record Snapshot(ServiceList Pack, ServiceList List, IReadOnlyDictionary<Language, DirectoryWords> Words);

    private readonly Lock turn = new();

    private volatile Snapshot? snapshot;
    private volatile FieldNotes notes = FieldNotes.None;

    /// <param name="words">For each language the revision offers, the reference language first.</param>
    public void Swap(ServiceList list, IReadOnlyDictionary<Language, DirectoryWords> words)
    {
        lock (turn)
            snapshot = new(list, notes.Over(list), words);
    }

    /// <summary>A revision's services as they would be shown now: with what the desk has confirmed, changed and retired.</summary>
    public ServiceList Apply(ServiceList packList) => notes.Over(packList);

    /// <summary>Lays other notes over the services. Whoever keeps drawn pages forgets them afterwards.</summary>
    internal void Use(FieldNotes fresh)
    {
        lock (turn)
        {
            notes = fresh;
            if (snapshot is { } shown)
                snapshot = shown with { List = fresh.Over(shown.Pack) };
        }
    }

    internal FieldNotes Notes => notes;

    /// <summary>Every service with every field, also what may not be shown; null before anything is published.</summary>
    internal ServiceList? Everything => snapshot?.List;

    /// <summary>Changes with every swap; what was made from the services before is then out of date.</summary>
    public object Version => snapshot ?? (object)this;

    /// <summary>The directory's words; null before anything is published or in a language the revision does not offer.</summary>
    public DirectoryWords? WordsIn(Language language) => snapshot?.Words.GetValueOrDefault(language);

    /// <summary>Who can help, best first.</summary>
    /// <param name="audience">Null for anyone.</param>
    /// <param name="nation">Null when it is not known; every nation's services are then listed.</param>
    public FoundHelp For(Audience? audience, Nation? nation, Instant now)
    {
        var all = Shown(now).ToList();
        var urgent = all.Where(s => IsUrgent(s.Service)).OrderBy(s => s.Service.Kind).ToList();
        // The order in which editors and kinds would offer them, were all open.
        var doors = all
            .Where(s => !IsUrgent(s.Service))
            .Where(s => audience is null || s.Service.Audiences.Contains(audience))
            .Where(s => nation is null || s.Service.Nations.Contains(nation))
            .OrderBy(s => s.Service.Kind)
            .ToList();
        return new(urgent, [.. doors.OrderBy(Standing).ThenBy(OpensAt)], MeanwhileFor(doors));
    }

    /// <summary>One service by its id in the pack; null when there is none or nothing of it may be shown.</summary>
    public ListedService? Find(string id, Instant now) => Shown(now).FirstOrDefault(s => s.Service.Id == id);

    /// <summary>Everything that may be shown, in the order of the pack.</summary>
    public IEnumerable<ListedService> Shown(Instant now)
    {
        if (snapshot?.List is not { } list)
            return [];
        var showing = Showing.At(now, list);
        return list.Services.Select(showing.Of).OfType<Service>().Select(service => new ListedService(service, OpeningOf(service, list, now)));
    }

    /// <summary>The fields somebody must check again.</summary>
    public IReadOnlyList<FieldWarning> Warnings(LocalDate today) => snapshot?.List is { } list ? FieldWarning.Of(list, today) : [];

    /// <summary>The public holidays that bear on a service.</summary>
    public HolidayDays HolidaysOf(Service service) => snapshot?.List is { } list ? HolidayDays.For(service.Nations, list.Holidays) : HolidayDays.None;

    /// <summary>When the desk last said something; null when it never has.</summary>
    public DateTimeOffset? LastNoted => notes.All is [] ? null : DateTimeOffset.FromUnixTimeMilliseconds(notes.All.Max(n => n.At));

    /// <summary>From when on a field is shown no longer unless somebody checks it again; null when it does not run out.</summary>
    public Instant? HiddenFrom<T>(Sourced<T> field) => snapshot?.List is { } list && field.ExpiresOn is { } day
        ? Showing.Zone.AtStartOfDay(day.PlusDays(list.HideDays)).ToInstant()
        : null;

    private static Opening OpeningOf(Service service, ServiceList list, Instant now) =>
        service.Hours?.Value.At(now, HolidayDays.For(service.Nations, list.Holidays)) ?? Opening.HoursUnknown.It;

    private static bool IsUrgent(Service service) => service.Kind is ServiceKind.Emergency or ServiceKind.Police;

    // Hours that are not known rank with doors that never close, not with closed ones.
    private static int Standing(ListedService listed) => listed.Opening switch
    {
        Opening.Open => 0,
        Opening.Opens => 2,
        _ => 1,
    };

    private static Instant OpensAt(ListedService listed) => (listed.Opening as Opening.Opens)?.At ?? Instant.MinValue;

    private static Meanwhile? MeanwhileFor(List<ListedService> doors) =>
        doors is [{ Opening: Opening.Opens } first, ..] && doors.FirstOrDefault(d => d.IsOpen && (d.Service.Phone ?? (object?)d.Service.Chat) is not null) is { } open
            ? new(first, open)
            : null;
}
