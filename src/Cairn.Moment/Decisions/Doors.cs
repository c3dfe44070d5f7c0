using Cairn.Moment.Bundles;

namespace Cairn.Moment.Decisions;

/// <summary>The ways to help that can be offered at an instant, in a nation.</summary>
internal sealed class Doors
{
    // How many doors a message shows before the ones that are always beside it: one idea, one primary action.
    private const int Most = 2;

    private readonly BundleContent content;
    private readonly List<Door> doors;

    /// <param name="nation">Null when it is not known, or is elsewhere.</param>
    /// <param name="elsewhere">The nation is known, and no way names it.</param>
    public Doors(BundleContent content, string? nation, bool elsewhere, long now)
    {
        this.content = content;
        var clock = new DoorClock(now, content.Expires / 1000);
        var shown = content.Ways.Where(clock.Shows).ToList();
        doors = [.. shown.Where(w => Serves(w, shown, nation, elsewhere)).Select(w => new Door(w, clock.StandingOf(w)))];
        Until = clock.Until;
    }

    /// <summary>Unix seconds at which something opens, closes or runs out, at most a day away.</summary>
    public long Until { get; }

    public IReadOnlyList<MomentWay> For(BundleMessage message, MomentAudience audience, string language)
    {
        var young = audience == MomentAudience.Young;
        var first = doors.Where(d => d.Way.Role == (young ? "young" : "help") || (!young && d.Way.Role == "crisis" && LeadsTo(message, d))).ToList();
        // A closed door is shown only when nothing else is.
        var ways = Best(first.Where(d => d.Standing != Standing.Closed), message).DefaultIfEmpty(Best(first, message).FirstOrDefault()).OfType<Door>().Take(Most).ToList();

        // A form to report is never the first thing offered: the message that had nothing else to offer was the one that lost.
        ways = [.. ways.OrderBy(d => d.IsReport)];
        if (ways is [] or [{ IsReport: true }, ..])
            ways.InsertRange(0, Role("page").Take(1));
        if (!ways.Exists(d => d.IsReport))
            ways.InsertRange(1, Best(Role("report"), message).Take(1));

        if (audience == MomentAudience.Unknown)
            ways.AddRange(Best(Role("young"), message).OrderBy(d => d.IsReport).ThenByDescending(d => d.Way.Kind == "call").Take(1));
        if (!young)
            ways.AddRange(Best(Role("crisis"), message).DefaultIfEmpty(Role("page").First()).Take(1));
        ways.AddRange(Role("emergency"));
        return [.. ways.DistinctBy(d => d.Way.Id).Select(d => Way(d, language))];
    }

    private static bool Serves(BundleWay way, List<BundleWay> shown, string? nation, bool elsewhere)
    {
        if (way.Nations.Count == 0)
            return true;
        // A number of one country means nothing, or something else, in another.
        if (nation is not null || elsewhere)
            return nation is not null && way.Nations.Contains(nation);
        if (ServesAll(way, shown))
            return true;
        // Where the nation is not known, a number that may be of the wrong one helps nobody, unless there is no other: someone has to answer.
        return way.Role is "crisis" or "emergency" && !shown.Exists(w => w.Role == way.Role && ServesAll(w, shown));
    }

    private static bool ServesAll(BundleWay way, List<BundleWay> shown) =>
        way.Nations.Count == 0 || shown.SelectMany(w => w.Nations).All(way.Nations.Contains);

    // What the message speaks of comes first, then what is certainly open, then the order of the bundle; a closed door last of all.
    private static IEnumerable<Door> Best(IEnumerable<Door> from, BundleMessage message) =>
        from.OrderBy(d => d.Standing == Standing.Closed).ThenBy(d => Rank(message, d)).ThenBy(d => d.Standing);

    private static bool LeadsTo(BundleMessage message, Door door) => Rank(message, door) < int.MaxValue;

    private static int Rank(BundleMessage message, Door door)
    {
        for (var i = 0; i < message.Ways.Count; i++)
        {
            if (message.Ways[i] == door.Way.Id)
                return i;
        }

        return int.MaxValue;
    }

    private IEnumerable<Door> Role(string role) => doors.Where(d => d.Way.Role == role);

    private MomentWay Way(Door door, string language) => new(
        door.Way.Kind, content.In(door.Way.Label, language), content.In(door.Way.Href, language),
            // A page of the site has no hours to be open in.
            door.Standing == Standing.Open && door.Way.Kind != "guide",
        door.Way.Note is null ? null : content.In(door.Way.Note, language))
    {
        For = door.Way.Role is "young" or "crisis" or "emergency" ? door.Way.Role : null,
    };

    private sealed record Door(BundleWay Way, Standing Standing)
    {
        public bool IsReport => Way.Kind == "report";
    }
}

internal static class BundleTexts
{
    /// <summary>The text in a language, or in the reference language.</summary>
    public static T In<T>(this BundleContent content, IReadOnlyDictionary<string, T> texts, string language) =>
        texts.TryGetValue(language, out var text) ? text : texts[content.Languages[0]];
}
