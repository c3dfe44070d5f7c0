using Cairn.Moment.Bundles;

namespace Cairn.Moment.Decisions;

/// <summary>The ways to help that can be offered at an instant, in a nation.</summary>
internal sealed class Doors
{
    // How many doors a message shows before the ones that are always beside it: one idea, one primary action.
    private const int Most = 2;

    private readonly BundleContent content;
    private readonly List<(BundleWay Way, Standing Standing)> doors;

    public Doors(BundleContent content, string? nation, bool elsewhere, long now)
    {
        this.content = content;
        Until = now + 24 * 3600;
        doors = [.. content.Ways.Where(w => Serves(w, content, nation, elsewhere)).Select(w => (w, StandingOf(w, now)))];
    }

    private enum Standing { Open, Unknown, Closed }

    /// <summary>Unix seconds at which something opens or closes, at most a day away.</summary>
    public long Until { get; private set; }

    public IReadOnlyList<MomentWay> For(BundleMessage message, MomentAudience audience, string language)
    {
        var young = audience == MomentAudience.Young;
        var first = Role(young ? "young" : "help")
            .OrderBy(d => d.Standing)
            .ThenBy(d => Rank(message, d.Way))
            .ToList();
        // A closed door is shown only when nothing else is.
        var open = first.Where(d => d.Standing != Standing.Closed).ToList();
        var ways = (open.Count > 0 ? open : first).Take(Most).ToList();
        if (ways.Count == 0)
            ways = [.. Role("page")];
        // The report link is second: the message that had nothing else to offer was the one that lost.
        ways.InsertRange(Math.Min(1, ways.Count), Role("report").OrderBy(d => d.Standing).Take(1));
        if (audience == MomentAudience.Unknown)
            ways.AddRange(Role("young").OrderBy(d => d.Standing).Take(1));
        if (!young)
            ways.AddRange(Role("crisis").OrderBy(d => d.Standing).Take(1));
        ways.AddRange(Role("emergency"));
        return [.. ways.DistinctBy(d => d.Way.Id).Select(d => Way(d.Way, d.Standing, language))];
    }

    private static bool Serves(BundleWay way, BundleContent content, string? nation, bool elsewhere)
    {
        if (way.Nations.Count == 0)
            return true;
        if (nation is not null)
            return way.Nations.Contains(nation);
        // Numbers of one country mean nothing, or something else, in another. Where the nation is not known, only who serves every nation of the campaign.
        return !elsewhere && way.Nations.Count == content.Ways.Max(w => w.Nations.Count);
    }

    private static int Rank(BundleMessage message, BundleWay way)
    {
        for (var i = 0; i < message.Ways.Count; i++)
        {
            if (message.Ways[i] == way.Id)
                return i;
        }

        return int.MaxValue;
    }

    private IEnumerable<(BundleWay Way, Standing Standing)> Role(string role) => doors.Where(d => d.Way.Role == role);

    private Standing StandingOf(BundleWay way, long now)
    {
        if (way.Hours == "always")
            return Standing.Open;
        // Past the end of what the bundle knows a door is neither open nor closed.
        if (way.Hours != "known" || now >= content.Expires / 1000)
            return Standing.Unknown;
        foreach (var stretch in way.Open)
        {
            if (now < stretch[0])
            {
                Until = Math.Min(Until, stretch[0]);
                return Standing.Closed;
            }

            if (now < stretch[1])
            {
                Until = Math.Min(Until, stretch[1]);
                return Standing.Open;
            }
        }

        return Standing.Closed;
    }

    private MomentWay Way(BundleWay way, Standing standing, string language) => new(
        way.Kind, content.In(way.Label, language), content.In(way.Href, language), standing == Standing.Open, way.Note is null ? null : content.In(way.Note, language))
    {
        For = way.Role is "young" or "crisis" or "emergency" ? way.Role : null,
    };
}

internal static class BundleTexts
{
    /// <summary>The text in a language, or in the reference language.</summary>
    public static T In<T>(this BundleContent content, IReadOnlyDictionary<string, T> texts, string language) =>
        texts.TryGetValue(language, out var text) ? text : texts[content.Languages[0]];
}
