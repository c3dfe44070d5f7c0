using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Cairn.Say.Packs.Reading.Pages;

/// <summary><c>[[kind]]</c> or <c>[[kind:id]]</c> in Markdown; a null kind is something in double brackets that means nothing.</summary>
internal sealed class CitationInline : LeafInline
{
    public required string Written { get; init; }

    public required string? Kind { get; init; }

    public required string? Id { get; init; }

    /// <summary>May stand inside a sentence.</summary>
    public bool InText => Kind is "figure" or "service" && Id is not null;
}

/// <summary>Finds citations before Markdown takes the brackets for a link.</summary>
internal sealed partial class CitationParser : InlineParser
{
    public CitationParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '[')
            return false;
        var rest = slice.Text.AsSpan(slice.Start, slice.Length);
        var line = rest.IndexOfAny('\n', '\r');
        var end = (line < 0 ? rest : rest[..line]).IndexOf("]]");
        if (end < 0)
            return false;

        var written = rest[2..end].ToString();
        var form = Form().Match(written);
        var start = processor.GetSourcePosition(slice.Start, out var row, out var column);
        processor.Inline = new CitationInline
        {
            Written = written,
            Kind = form.Success ? form.Groups["kind"].Value : null,
            Id = form.Groups["id"] is { Success: true, Value: var id } ? id : null,
            Line = row,
            Column = column,
            Span = new(start, start + end + 1),
        };
        slice.Start += end + 2;
        return true;
    }

    [GeneratedRegex(@"^(?:(?<kind>doors|services)|(?<kind>figure|service|services|message|messages|report):(?<id>[a-z0-9]+(-[a-z0-9]+)*))\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

/// <summary>Leaves a mark in the HTML which <see cref="CleanHtml"/> turns into a piece of its own.</summary>
internal sealed class CitationRenderer : HtmlObjectRenderer<CitationInline>
{
    protected override void Write(HtmlRenderer renderer, CitationInline citation)
    {
        if (citation.InText)
            renderer.Write(CleanHtml.CitationOpens).Write(citation.Kind).Write(':').Write(citation.Id).Write(CleanHtml.CitationCloses);
    }
}
