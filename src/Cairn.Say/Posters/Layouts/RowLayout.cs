using Cairn.Say.Posters.Drawings;
using Cairn.Say.Posters.Formats;
using Cairn.Say.Posters.Text;

namespace Cairn.Say.Posters.Layouts;

/// <summary>A strip: the sentence, then the way to help beside it.</summary>
internal static class RowLayout
{
    public static void Draw(PosterPage page)
    {
        var (format, measures, content) = (page.Format, page.Measures, page.Content);
        page.Sheet.Band(page.Sheet.Page, page.Colours.Ground);
        if (!format.Number)
        {
            Slight(page);
            return;
        }

        var share = format.Height < 150 ? 0.55 : 0.5;
        var foot = new Foot(page.Texts, content, measures, page.Code, format.Width * share);
        if (foot.Height > format.Height + 0.5)
            page.Sheet.Fault(DrawingFaultKind.Overflow, "foot");
        var body = new Box(0, 0, format.Width - foot.Width, format.Height);
        var area = body.Inset(measures.Margin);
        var lockup = Lockup.Height(page);
        // Where the strip is high enough it says whose it is.
        if (format.Height >= lockup * 6)
        {
            Sentence(page, area with { Height = area.Height - lockup - measures.Gap * 0.6 });
            Lockup.Draw(page, new(area.X, area.Bottom - lockup, area.Width, lockup));
        }
        else
            Sentence(page, area);
        foot.Draw(new(body.Right, 0, foot.Width, format.Height));
    }

    // Too low for a panel: the sentence, and under it what must be said.
    private static void Slight(PosterPage page)
    {
        var (measures, content) = (page.Measures, page.Content);
        var area = page.Sheet.Page.Inset(measures.Margin, measures.Margin * 0.6);
        var notes = new[] { content.Notes.Draft, content.Notes.Demonstration }.OfType<string>().ToList();
        var small = notes.Count == 0 ? null : page.Texts.Prose("small print", string.Join(' ', notes), measures.Small, measures.Small, area.Width, area.Height * 0.6);
        // The tails of a second line would touch it.
        var room = area.Height - (small is null ? 0 : small.Height + measures.Small * 0.2);
        Sentence(page, area with { Height = room });
        if (small is not null)
            page.Sheet.Write(small, area.X, area.Bottom - small.Height, area.Width, page.Colours.Text);
    }

    private static void Sentence(PosterPage page, Box area)
    {
        var measures = page.Measures;
        if (page.Content.Figure is not { } figure)
        {
            var headline = page.Texts.Heading("headline", page.Headline, area.Height * 0.46, Math.Min(measures.LeastHeadline, measures.Small * 1.3), area.Width, area.Height);
            page.Sheet.Write(headline, area.X, area.Y + (area.Height - headline.Height) / 2, area.Width, page.Colours.Text);
            return;
        }

        var value = page.Texts.Number(figure.Value, area.Height, measures.Small, area.Width * 0.44, area.Height);
        page.Sheet.Write(value, area.X, area.Y + (area.Height - value.Height) / 2, area.Width * 0.44, page.Colours.Text);
        var (x, width) = (area.X + value.Width + measures.Gap, area.Width - value.Width - measures.Gap);
        var source = page.Texts.Prose("source", figure.Source, measures.Small, measures.Small, width, area.Height);
        var between = measures.Small * 0.4;
        var sentence = page.Texts.Heading("sentence", figure.Sentence, area.Height * 0.2, measures.Small, width, area.Height - source.Height - between);
        var y = area.Y + (area.Height - sentence.Height - source.Height - between) / 2;
        page.Sheet.Write(sentence, x, y, width, page.Colours.Text);
        page.Sheet.Write(source, x, y + sentence.Height + between, width, page.Colours.Text);
    }
}
