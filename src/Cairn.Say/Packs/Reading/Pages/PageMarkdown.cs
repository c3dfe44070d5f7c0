using Cairn.Say.Packs.Rules;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Cairn.Say.Packs.Reading.Pages;

/// <summary>The Markdown of pages: CommonMark without HTML, with panels and citations.</summary>
internal static class PageMarkdown
{
    private static readonly MarkdownPipeline Pipeline = Build(html: false), Suspicious = Build(html: true);

    /// <summary>Null when the text is nested so deeply that nothing can be made of it.</summary>
    public static MarkdownDocument? Parse(string text)
    {
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Lines, counted from 0, on which an editor wrote HTML. In <see cref="Parse"/> it is only text.</summary>
    public static IEnumerable<int> LinesOfHtml(string text)
    {
        try
        {
            var document = Markdown.Parse(text, Suspicious);
            return [.. document.Descendants().Where(d => d is HtmlBlock or HtmlInline).Select(d => d.Line).Distinct()];
        }
        catch (ArgumentException)
        {
            return [];
        }
    }

    /// <summary>Null when the text is nested so deeply that nothing can be made of it.</summary>
    public static IReadOnlyList<ProsePiece>? Draw(IEnumerable<Markdig.Syntax.Block> blocks)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Insert(0, new CitationRenderer());
        try
        {
            foreach (var block in blocks)
                renderer.Render(block);
        }
        catch (ArgumentException)
        {
            return null;
        }

        writer.Flush();
        return CleanHtml.Clean(writer.ToString().TrimEnd());
    }

    private static MarkdownPipeline Build(bool html)
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation();
        builder.BlockParsers.Insert(0, new CustomContainerParser());
        builder.InlineParsers.Insert(0, new CitationParser());
        return html ? builder.Build() : builder.DisableHtml().Build();
    }
}
