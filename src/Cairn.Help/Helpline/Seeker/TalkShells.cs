using System.Collections.Concurrent;
using System.Text;
using Cairn.Foundation.Web;

namespace Cairn.Help.Helpline.Seeker;

/// <summary>The frame around a seeker's page as bytes, cut where the page's own content and its token go. Drawn once for each language.</summary>
internal sealed class TalkShells(DrawnPages pages)
{
    internal const string ContentMark = "cairn-content-goes-here";
    internal const string TokenMark = "cairn-token-goes-here";

    private readonly ConcurrentDictionary<(string Page, string Language, bool Locked, bool Rehearsal), Shell> drawn = new();

    public async Task<Shell> Of(Frame frame, string page, HelplineWords words, bool locked, bool rehearsal)
    {
        var key = (page, frame.Language.Code, locked, rehearsal);
        if (drawn.TryGetValue(key, out var known) && ReferenceEquals(known.Frame, frame))
            return known;
        var html = await pages.Html<TalkShell>(new Dictionary<string, object?> { ["Frame"] = frame, ["Words"] = words, ["Page"] = page, ["Locked"] = locked, ["Rehearsal"] = rehearsal });
        return drawn[key] = new(frame, Pieces("<!DOCTYPE html>\n" + html));
    }

    private static List<(byte[] Before, bool Token)> Pieces(string html)
    {
        var pieces = new List<(byte[], bool)>();
        while (true)
        {
            var (content, token) = (html.IndexOf(ContentMark, StringComparison.Ordinal), html.IndexOf(TokenMark, StringComparison.Ordinal));
            if (content < 0 && token < 0)
                break;
            var isToken = content < 0 || (token >= 0 && token < content);
            var at = isToken ? token : content;
            pieces.Add((Encoding.UTF8.GetBytes(html[..at]), isToken));
            html = html[(at + (isToken ? TokenMark : ContentMark).Length)..];
        }

        pieces.Add((Encoding.UTF8.GetBytes(html), false));
        return pieces;
    }

    /// <param name="Pieces">Each with what follows it: the token or the content; nothing follows the last.</param>
    internal sealed record Shell(Frame Frame, IReadOnlyList<(byte[] Before, bool Token)> Pieces);
}
