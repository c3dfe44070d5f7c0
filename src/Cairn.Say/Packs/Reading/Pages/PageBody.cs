using Cairn.Foundation.Text;
using Cairn.Say.Packs.Reading.Files;
using Cairn.Say.Packs.Rules;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Cairn.Say.Packs.Reading.Pages;

/// <summary>Turns the Markdown of one page into blocks, and notes its texts, links, citations and headings.</summary>
/// <param name="firstLine">Line of the file on which the Markdown begins.</param>
/// <param name="anchors">Ids of the reference page's headings, so that a link to a heading works in every language; null on the reference page.</param>
internal sealed class PageBody(
    string page, Language language, Audience? audience, string file, int firstLine, IReadOnlyList<string>? anchors, PackMap things, IReadOnlyList<Message> messages, FindingList findings)
{
    private static readonly string[] PanelKinds = ["panel", "story", "say", "dont", "steps"];

    private int section = 1;
    private int level = 1;

    public IReadOnlyList<Block> Read(string markdown)
    {
        foreach (var line in PageMarkdown.LinesOfHtml(markdown))
            findings.Add(PageRules.Html, At(line), "HTML stands here.");
        if (PageMarkdown.Parse(markdown) is not { } document)
        {
            TooDeep(0);
            return [];
        }

        var headings = new PageHeadings(anchors, findings);
        foreach (var heading in document.Descendants<HeadingBlock>())
            headings.Name(heading, At(heading.Line));
        things.Headings[(page, language)] = headings.Ids;
        new PageLinks(page, language, things, findings, At).Rewrite(document);

        return Blocks(document, markdown, inPanel: false);
    }

    private List<Block> Blocks(ContainerBlock container, string markdown, bool inPanel)
    {
        var blocks = new List<Block>();
        var prose = new List<Markdig.Syntax.Block>();
        foreach (var block in container)
        {
            if (block is LinkReferenceDefinitionGroup)
                continue;
            if (block is ParagraphBlock { Inline: { } inline } && Alone(inline) is { } citation)
            {
                Flush();
                if (Drawn(citation) is { } drawn)
                    blocks.Add(drawn);
            }
            else if (block is CustomContainer panel)
            {
                Flush();
                if (Panel(panel, markdown, inPanel) is { } drawn)
                    blocks.Add(drawn);
            }
            else
            {
                Note(block, markdown);
                prose.Add(block);
            }
        }

        Flush();
        return blocks;

        void Flush()
        {
            if (prose.Count > 0 && PageMarkdown.Draw(prose) is { } pieces)
                blocks.Add(new Block.Prose(pieces));
            else if (prose.Count > 0)
                TooDeep(prose[0].Line);
            prose.Clear();
        }
    }

    private static CitationInline? Alone(ContainerInline inline) =>
        inline.Where(i => i is not LineBreakInline && !(i is LiteralInline literal && literal.Content.IsEmptyOrWhitespace())).ToList() is [CitationInline citation] ? citation : null;

    private Block? Drawn(CitationInline citation)
    {
        var place = At(citation.Line);
        things.Citations.Add(new(place, language, page, citation.Kind ?? "", citation.Id));
        switch (citation)
        {
            case { Kind: "doors", Id: null }:
                return new Block.Doors();
            case { Kind: "services", Id: null }:
                return new Block.ServiceCards(null);
            case { Kind: "services", Id: { } slug } when Audience.TryParse(slug, null, out var cited):
                return new Block.ServiceCards(cited);
            case { Kind: "messages", Id: { } slug } when Audience.TryParse(slug, null, out var cited):
                return new Block.MessageCards([.. messages.Where(m => m.Audience == cited).Select(m => m.Id)]);
            case { Kind: "report", Id: { } slug } when Audience.TryParse(slug, null, out var teller):
                return new Block.TellHere(teller);
            case { Kind: "message", Id: { } id }:
                return new Block.MessageCards([id]);
            case { Kind: "figure", Id: { } id }:
                return new Block.FigureCard(id);
            case { Kind: "service", Id: { } id }:
                return new Block.ServiceCard(id);
            default:
                findings.Add(PageRules.BadToken, place, $"[[{citation.Written}]] means nothing.");
                return null;
        }
    }

    private Block.Panel? Panel(CustomContainer panel, string markdown, bool inPanel)
    {
        var place = At(panel.Line);
        var kind = panel.Info ?? "";
        var title = string.IsNullOrWhiteSpace(panel.Arguments) ? null : panel.Arguments.Trim();
        if (!PanelKinds.Contains(kind))
            findings.Add(PageRules.BadPanel, place, $"'{kind}' is not a kind of panel.", Nearest.To(kind, PanelKinds) is { } near ? $"did you mean '{near}'?" : null);
        if (inPanel)
            findings.Add(PageRules.BadPanel, place, "A panel stands inside a panel.", "close the first one with ::: before the second begins");
        if (panel.ClosingFencedCharCount == 0)
            findings.Add(PageRules.BadPanel, place, "This panel is never closed.", "write ::: on a line of its own where it ends");
        if (kind == "steps" && panel.OfType<ListBlock>().ToList() is not [{ IsOrdered: true }])
            findings.Add(PageRules.BadPanel, place, "Steps hold one numbered list.", "write 1., 2., 3. before the steps");
        if (panel.Count == 0)
            findings.Add(FileRules.EmptyText, place, "This panel has no words.");
        if (title is null)
            findings.Add(PageRules.BadPanel, place, "This panel has no title.", $"write ::: {(kind == "" ? "panel" : kind)} and a title");
        else
            things.Texts.Add(new(place, place.Line, language, audience, TextSort.Page, page, "title", section, title));
        return new(kind, title, Blocks(panel, markdown, inPanel: true));
    }

    // Texts of headings, paragraphs and list items, each with its own line.
    private void Note(Markdig.Syntax.Block block, string markdown)
    {
        switch (block)
        {
            case HeadingBlock heading:
                section++;
                if (heading.Level == 1 || heading.Level > level + 1 || heading.Level > 4)
                    findings.Add(PageRules.HeadingLevel, At(heading.Line), $"A heading of level {heading.Level} after one of level {level}.");
                level = Math.Max(heading.Level, 2);
                Text(heading, "heading", markdown);
                break;
            case ParagraphBlock paragraph:
                Text(paragraph, "body", markdown);
                break;
            case ListBlock or ListItemBlock or QuoteBlock:
                foreach (var child in (ContainerBlock)block)
                    Note(child, markdown);
                break;
            case ThematicBreakBlock:
                break;
            case CustomContainer:
                findings.Add(PageRules.BadPanel, At(block.Line), "A panel stands inside a list or quotation.", "begin panels at the start of a line");
                break;
            default:
                findings.Add(PageRules.OtherMarkdown, At(block.Line), $"Pages have no {(block is CodeBlock ? "code" : "such blocks")}.");
                break;
        }
    }

    private void Text(LeafBlock block, string key, string markdown)
    {
        var words = new System.Text.StringBuilder();
        foreach (var inline in block.Inline?.Descendants() ?? [])
        {
            switch (inline)
            {
                case LiteralInline literal:
                    words.Append(literal.Content.AsSpan());
                    break;
                case HtmlEntityInline entity:
                    words.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline:
                    words.Append(' ');
                    break;
                case CitationInline citation:
                    words.Append('\uFFFC');
                    Inline(citation);
                    break;
                case CodeInline:
                    findings.Add(PageRules.OtherMarkdown, At(inline.Line), "Pages have no code.");
                    break;
            }
        }

        var text = words.ToString().Trim();
        var place = At(block.Line);
        if (text.Length == 0)
            findings.Add(FileRules.EmptyText, place, "There are no words here.");
        else
            things.Texts.Add(new(place, place.Line + markdown.AsSpan(block.Span.Start, Math.Max(0, block.Span.Length)).Count('\n'), language, audience, TextSort.Page, page, key, section, text));
    }

    private void Inline(CitationInline citation)
    {
        var place = At(citation.Line);
        if (citation.Kind is null)
            findings.Add(PageRules.BadToken, place, $"[[{citation.Written}]] means nothing.");
        else if (!citation.InText)
            findings.Add(PageRules.BadToken, place, $"[[{citation.Written}]] stands inside a paragraph.", "put it on a line of its own, with an empty line before and after");
        else
            things.Citations.Add(new(place, language, page, citation.Kind, citation.Id));
        if (citation.FindParentOfType<LinkInline>().Any())
            findings.Add(PageRules.BadToken, place, $"[[{citation.Written}]] stands inside a link.", "put it before or after the link");
    }

    private void TooDeep(int line) => findings.Add(PageRules.OtherMarkdown, At(line), "This is nested too deeply.", "use fewer brackets, quotations and lists inside each other");

    private Place At(int line) => new(file, firstLine + line);
}
