using System.Text.RegularExpressions;
using Ganss.Xss;

namespace Cairn.Say.Packs;

/// <summary>HTML that came out of the sanitiser. Nothing else can build one, so whoever holds it may draw it as it is.</summary>
internal sealed partial record CleanHtml
{
    /// <summary>Stand around a citation in HTML that is to be cleaned; private-use characters, refused in a pack's own text.</summary>
    internal const char CitationOpens = '\uE000', CitationCloses = '\uE001';

    private static readonly HtmlSanitizer Sanitiser = new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string> { "h2", "h3", "h4", "p", "ul", "ol", "li", "strong", "em", "a", "br", "hr", "blockquote" },
        AllowedAttributes = new HashSet<string> { "href", "rel", "id", "start" },
        AllowedSchemes = new HashSet<string> { "https", "tel", "mailto" },
        UriAttributes = new HashSet<string> { "href" },
    });

    private CleanHtml(string value) => Value = value;

    /// <summary>The markup itself; a fragment of a document, in UTF-16, with everything dangerous gone.</summary>
    public string Value { get; }

    /// <summary>Cleans the whole, then cuts it at its citations (<c>\uE000figure:ID\uE001</c>).</summary>
    internal static IReadOnlyList<ProsePiece> Clean(string html)
    {
        var clean = Sanitiser.Sanitize(html);
        var pieces = new List<ProsePiece>();
        var at = 0;
        foreach (Match citation in Citation().Matches(clean))
        {
            AddMarkup(citation.Index);
            var id = citation.Groups["id"].Value;
            pieces.Add(citation.Groups["kind"].Value == "figure" ? new ProsePiece.Figure(id) : new ProsePiece.Service(id));
            at = citation.Index + citation.Length;
        }

        AddMarkup(clean.Length);
        return pieces;

        void AddMarkup(int end)
        {
            if (end > at)
                pieces.Add(new ProsePiece.Html(new CleanHtml(clean[at..end])));
        }
    }

    public override string ToString() => Value;

    [GeneratedRegex("\uE000(?<kind>figure|service):(?<id>[a-z0-9-]+)\uE001", RegexOptions.CultureInvariant)]
    private static partial Regex Citation();
}
