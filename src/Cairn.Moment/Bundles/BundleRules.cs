using System.Text.Json;

namespace Cairn.Moment.Bundles;

/// <summary>What holds of every bundle. Whoever signed it is trusted to mean well, not to have made no mistake.</summary>
internal static class BundleRules
{
    private const int LongestName = 64;
    private const int LongestNation = 6;
    private const int FewestLooks = 4;
    private const int MostLooks = 100;
    // Together they keep the sum of weights below what an int holds.
    private const int MostArms = 1000;
    private const int HeaviestArm = 1_000_000;

    /// <exception cref="JsonException">A rule is broken.</exception>
    public static BundleContent Check(BundleContent content)
    {
        Demand(content.Campaign is { Length: > 0 and <= LongestName } && content.Name is not null && content.Revision is { Length: 64 } && content.Revision.All(char.IsAsciiHexDigitLower));
        Demand(content.Languages is { Count: > 0 } && content.Languages.All(l => l is { Length: 2 or 3 } && l.All(char.IsAsciiLetterLower)));
        Demand(content.Looks is >= FewestLooks and <= MostLooks && content.Expires > content.Issued && content.Issued >= 0 && content.Expires <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds());
        Demand(content.Address is not null && Uri.TryCreate(content.Address, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && !content.Address.EndsWith('/'));
        Demand(content.UnderEighteen is not null && HasReference(content.UnderEighteen.Keys, content));
        Demand(content.Demonstration is null || HasReference(content.Demonstration.Keys, content));
        Demand(content.Messages is not null && Distinct(content.Messages.Select(m => m.Id)) && content.Messages.All(m => IsGood(m, content)));
        Demand(content.Ways is not null && Distinct(content.Ways.Select(w => w.Id)) && content.Ways.All(w => IsGood(w, content)));
        // Wherever somebody is, something can be offered.
        Demand(content.Ways!.Any(w => w.Role == "page" && w.Nations.Count == 0 && w.Until is null));

        var messages = content.Messages!.ToDictionary(m => m.Id);
        Demand(content.Arms is { Count: > 0 and <= MostArms } && Distinct(content.Arms.Select(a => a.Id)));
        Demand(content.Arms!.All(a => IsName(a.Id) && a.Weight is > 0 and <= HeaviestArm && a.Aim is null or "stop" or "seek-help" && a.Message is not null && messages.ContainsKey(a.Message)));
        Demand(content.Arms!.All(a => !a.Young || !messages[a.Message].Law));
        Demand(content.Arms!.Any(a => !a.Young) && content.Arms!.Any(a => !messages[a.Message].Law));
        return content;
    }

    private static bool IsGood(BundleMessage message, BundleContent content) =>
        IsName(message.Id) && message.Ways is not null && message.Texts is not null && HasReference(message.Texts.Keys, content)
        && message.Texts.Values.All(t => t is { Heading: not null, Body.Count: > 0 } && t.Body.All(p => p is not null));

    private static bool IsGood(BundleWay way, BundleContent content) =>
        IsName(way.Id) && way.Label is not null && way.Href is not null && HasReference(way.Label.Keys, content) && HasReference(way.Href.Keys, content)
        && (way.Note is null || HasReference(way.Note.Keys, content))
        && way.Kind is "talk" or "call" or "chat" or "report" or "guide"
        && way.Role is "help" or "young" or "report" or "crisis" or "emergency" or "page"
        && way.Href.Values.All(h => h is not null && (h.StartsWith("https://", StringComparison.Ordinal) || h.StartsWith("http://", StringComparison.Ordinal) || h.StartsWith("tel:", StringComparison.Ordinal)))
        && way.Nations is not null && way.Nations.All(n => n is { Length: > 0 and <= LongestNation })
        && way.Hours is "always" or "known" or "unknown" && AreStretches(way.Open) && (way.Doubt is null || AreStretches(way.Doubt));

    // In order and apart, so that whoever reads them may stop at the first that is still to come.
    private static bool AreStretches(IReadOnlyList<IReadOnlyList<long>>? stretches)
    {
        if (stretches is null)
            return false;
        var last = long.MinValue;
        foreach (var stretch in stretches)
        {
            if (stretch is not { Count: 2 } || stretch[0] < last || stretch[1] <= stretch[0])
                return false;
            last = stretch[1];
        }

        return true;
    }

    private static bool Distinct(IEnumerable<string> ids)
    {
        var seen = new HashSet<string>();
        return ids.All(id => id is not null && seen.Add(id));
    }

    // A receipt and a count carry it as ASCII in one byte of length.
    private static bool IsName(string? name) => name is { Length: > 0 and <= LongestName } && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '/' or '#');

    private static bool HasReference(IEnumerable<string> languages, BundleContent content) => languages.Contains(content.Languages[0]);

    private static void Demand(bool holds)
    {
        if (!holds)
            throw new JsonException();
    }
}
