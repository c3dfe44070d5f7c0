using System.Text.Json;

namespace Cairn.Moment.Bundles;

/// <summary>What holds of every bundle. Whoever signed it is trusted to mean well, not to have made no mistake.</summary>
internal static class BundleRules
{
    private const int LongestName = 64;

    /// <exception cref="JsonException">A rule is broken.</exception>
    public static BundleContent Check(BundleContent content)
    {
        Demand(content.Campaign is { Length: > 0 and <= LongestName } && content.Revision is { Length: 64 } && content.Revision.All(char.IsAsciiHexDigitLower));
        Demand(content.Languages is { Count: > 0 } && content.Languages.All(l => l is { Length: 2 or 3 } && l.All(char.IsAsciiLetterLower)));
        Demand(content.Looks is > 0 and <= 100 && content.Expires > content.Issued);
        Demand(content.Address is not null && Uri.TryCreate(content.Address, UriKind.Absolute, out var address) && address.Scheme is "https" or "http");
        Demand(content.UnderEighteen is not null && HasReference(content.UnderEighteen.Keys, content));
        Demand(content.Messages is not null && content.Messages.All(m => IsName(m.Id) && m.Texts is not null && HasReference(m.Texts.Keys, content) && m.Ways is not null));
        Demand(content.Ways is not null && content.Ways.All(w => IsName(w.Id) && w.Label is not null && w.Href is not null && HasReference(w.Label.Keys, content) && HasReference(w.Href.Keys, content)));
        Demand(content.Ways!.All(w => w.Nations is not null && w.Hours is "always" or "known" or "unknown" && w.Open is not null && w.Open.All(o => o is { Count: 2 } && o[0] < o[1])));
        var messages = content.Messages!.ToDictionary(m => m.Id);
        Demand(content.Arms is { Count: > 0 } && content.Arms.All(a => IsName(a.Id) && a.Weight is > 0 and <= 1_000_000 && a.Aim is null or "stop" or "seek-help" && messages.ContainsKey(a.Message)));
        Demand(content.Arms!.All(a => !a.Young || !messages[a.Message].Law));
        return content;
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
