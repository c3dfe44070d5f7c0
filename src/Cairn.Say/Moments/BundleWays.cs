using Cairn.Foundation.Text;
using Cairn.Help.Directory;
using Cairn.Moment.Bundles;
using Cairn.Say.Packs;
using Cairn.Say.Packs.Publishing;
using NodaTime;

namespace Cairn.Say.Moments;

/// <summary>The ways to help of an edition as a bundle carries them: who is reached by what, when it is open, and how long it may be shown.</summary>
internal sealed class BundleWays(Edition edition, ServiceDirectory directory, IReadOnlyList<Language> languages, string address, DateTimeOffset from, DateTimeOffset until)
{
    private const string Service = "service:";
    private const string Young = "young";

    private readonly Pack pack = edition.Pack;
    private readonly BundleHours hours = new(directory, from, until);
    private readonly List<Service> services = [.. directory.Shown(Instant.FromDateTimeOffset(from)).Select(l => l.Service)];

    /// <summary>Services first, in the order of the pack; then the pages that messages lead to; last the page with all the ways to help.</summary>
    public IReadOnlyList<BundleWay> All(IEnumerable<Message> messages) =>
    [
        .. InOrderOfReports(services).SelectMany(Of),
        .. messages.Where(m => m.Way.StartsWith('/') && m.Way != "/find-help").DistinctBy(m => m.Way).Select(Guide),
        Page("find-help", "page", "/find-help", l => pack.WordsIn(l).Moments.Page),
    ];

    /// <summary>The ways a message leads to, best first.</summary>
    public IReadOnlyList<string> IdsOf(Message message) => message.Way.StartsWith(Service, StringComparison.Ordinal)
        ? [.. services.Where(s => s.Id == message.Way[Service.Length..]).SelectMany(Of).Select(w => w.Id)]
        : [message.Way.TrimStart('/')];

    private IEnumerable<Service> InOrderOfReports(List<Service> all)
    {
        var first = pack.Moments.Report.Select(id => all.Find(s => s.Id == id)).OfType<Service>().ToList();
        return first.Concat(all.Except(first));
    }

    private IEnumerable<BundleWay> Of(Service service)
    {
        var adults = service.Audiences.Contains(Audience.Yourself);
        var young = service.Audiences.Contains(Audience.YoungPeople);
        return service.Kind switch
        {
            ServiceKind.Emergency => Call(service, "emergency", w => w.Emergency),
            ServiceKind.Crisis when adults => Call(service, "crisis", w => w.Crisis).Concat(Chat(service, "crisis")),
            ServiceKind.Report when service.Form is not null => Link(service, service.Form, "report", "report", w => w.Report),
            ServiceKind.Report when young && service.Audiences.Count == 1 => Link(service, service.Website, "report", Young, w => w.Visit),
            ServiceKind.Helpline or ServiceKind.SelfHelp =>
                (adults ? InPerson(service, "help", w => w.Call) : []).Concat(young ? InPerson(service, Young, w => w.Young) : []),
            _ => [],
        };
    }

    // Whoever answers comes before a page to read.
    private IEnumerable<BundleWay> InPerson(Service service, string role, Func<MomentWords, string> label)
    {
        var ways = Call(service, role, label).Concat(Chat(service, role)).ToList();
        return ways.Count > 0 ? ways : Link(service, service.Website, "guide", role, w => w.Visit);
    }

    private IEnumerable<BundleWay> Call(Service service, string role, Func<MomentWords, string> label) =>
        service.Phone is { } phone ? [Way(service, phone, "call", role, label, "tel:" + string.Concat(phone.Value.Where(c => char.IsAsciiDigit(c) || c == '+')), phone.Value)] : [];

    private IEnumerable<BundleWay> Chat(Service service, string role) =>
        service.Chat is { } chat ? [Way(service, chat, "chat", role, w => w.Chat, chat.Value.AbsoluteUri, null)] : [];

    private IEnumerable<BundleWay> Link(Service service, Sourced<Uri>? page, string kind, string role, Func<MomentWords, string> label) =>
        page is null ? [] : [Way(service, page, kind, role, label, page.Value.AbsoluteUri, null)];

    private BundleWay Way<T>(Service service, Sourced<T> field, string kind, string role, Func<MomentWords, string> label, string href, string? number)
    {
        // A page can be read and a form filled in at any hour.
        var (state, open, doubt, known) = kind is "call" or "chat" ? hours.Of(service) : hours.Always;
        // 999 is known to everyone in the country: it needs no note and does not run out.
        var fixedNumber = role == "emergency" && number is not null && Phones.IsPolice(number);
        return new(
            role == Young ? $"{service.Id}:{kind}:{Young}" : $"{service.Id}:{kind}", kind, role,
            BundleComposer.In(languages, l => Filled(label(pack.WordsIn(l).Moments), l, service.Name.Value, number)),
            BundleComposer.In(languages, _ => href),
            [.. Nation.All.Where(service.Nations.Contains).Select(n => n.Code)],
            state, open,
            edition.Demonstration && !fixedNumber ? NoteOf(service, field, kind) : null,
            doubt, known,
            fixedNumber ? null : hours.RunsOut(service, field));
    }

    // Every field the label rests on says where it was read; a sentence that is the same in no language is left out.
    private SortedDictionary<string, string>? NoteOf<T>(Service service, Sourced<T> field, string kind)
    {
        var notes = BundleComposer.In(languages, l => directory.WordsIn(l) is { } words
            ? string.Join(". ", new[] { Seen.Note(field, words, l), Seen.Note(service.Name, words, l), kind is "call" or "chat" && service.Hours is { } open ? Seen.Note(open, words, l) : null }
                .OfType<string>().Distinct())
            : "");
        return notes.Values.All(n => n.Length == 0) ? null : notes;
    }

    private BundleWay Guide(Message message) =>
        Page(message.Way.TrimStart('/'), message.Audience == Audience.YoungPeople ? Young : "help", message.Way, l => message.WayLabel.In(l));

    private BundleWay Page(string id, string role, string path, Func<Language, string> label) =>
        new(id, "guide", role, BundleComposer.In(languages, label), BundleComposer.In(languages, l => $"{address}/{l}{path}"), [], "always", [], null);

    private static string Filled(string label, Language language, string name, string? number) => label
        .Replace("{name}", name, StringComparison.Ordinal)
        .Replace("{number}", number is null ? "" : language.RightToLeft ? Isolated(number) : number, StringComparison.Ordinal);

    // Between letters that run from right to left the groups of a number would change places.
    private static string Isolated(string number) => $"\u2066{number}\u2069";
}
