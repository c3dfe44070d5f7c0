using Cairn.Say.Posters.Drawings;
using Cairn.Say.Posters.Formats;
using Cairn.Say.Posters.Motifs;

namespace Cairn.Say.Posters.Layouts;

/// <summary>A number as large as it goes, what it counts, the bar it fills, and its source on the same face.</summary>
internal static class FigureLayout
{
    public static void Draw(PosterPage page)
    {
        var (format, measures, content) = (page.Format, page.Measures, page.Content);
        var figure = content.Figure!;
        var foot = new Foot(page.Texts, content, measures, page.Code, format.Width, under: format.Arrangement == Arrangement.Column);
        var body = new Box(0, 0, format.Width, format.Height - foot.Height);
        // It reaches under the panel: two edges at one place would leave a hair of paper.
        page.Sheet.Band(body with { Height = body.Height + 1 }, page.Colours.Ground);
        var area = page.Readable(body);
        // Beside each other, number and sentence need the whole height.
        var lockup = format.Arrangement != Arrangement.Wide || content.Partner is not null ? Lockup.Height(page) : 0;
        lockup = format.Unit >= 400 || format.Print ? lockup : 0;
        if (lockup > 0)
            area = area with { Height = area.Height - lockup - measures.Margin * 0.6 };

        if (format.Arrangement == Arrangement.Wide)
            Wide(page, figure, area);
        else
            Upright(page, figure, area);
        if (lockup > 0)
            Lockup.Draw(page, new(area.X, body.Bottom - measures.Margin - lockup, area.Width, lockup));
        foot.Draw(new(0, body.Bottom, format.Width, foot.Height));
    }

    private static void Upright(PosterPage page, PosterFigure figure, Box area)
    {
        var (measures, unit) = (page.Measures, page.Format.Unit);
        var value = page.Texts.Number(figure.Value, unit * 0.42, unit * 0.12, area.Width, area.Height * 0.42);
        page.Sheet.Write(value, area.X, area.Y, area.Width, page.Colours.Text);
        var y = area.Y + value.Height + measures.Gap * 0.8;
        var bar = unit >= 260 ? unit * 0.045 : 0;
        if (bar > 0)
        {
            Bar(page, figure, new(area.X, y, area.Width, bar));
            y += bar + measures.Gap;
        }

        var source = page.Texts.Prose("source", figure.Source, measures.Small * 1.15, measures.Small, area.Width, area.Height);
        var room = area.Bottom - y - source.Height - measures.Gap * 0.7;
        var sentence = page.Texts.Heading("sentence", figure.Sentence, unit * 0.075, page.Format.LeastAnswer, area.Width, room);
        page.Sheet.Write(sentence, area.X, y, area.Width, page.Colours.Text);
        page.Sheet.Write(source, area.X, y + sentence.Height + measures.Gap * 0.7, area.Width, page.Colours.Text);
    }

    private static void Wide(PosterPage page, PosterFigure figure, Box area)
    {
        var (measures, unit) = (page.Measures, page.Format.Unit);
        var left = area.Width * 0.42;
        var bar = unit * 0.045;
        var value = page.Texts.Number(figure.Value, unit * 0.42, unit * 0.08, left, area.Height - bar - measures.Gap);
        page.Sheet.Write(value, area.X, area.Y, left, page.Colours.Text);
        Bar(page, figure, new(area.X, area.Y + value.Height + measures.Gap * 0.8, left, bar));

        var (x, width) = (area.X + left + measures.Gap * 1.6, area.Width - left - measures.Gap * 1.6);
        var source = page.Texts.Prose("source", figure.Source, measures.Small * 1.15, measures.Small, width, area.Height);
        var sentence = page.Texts.Heading("sentence", figure.Sentence, unit * 0.075, page.Format.LeastAnswer, width, area.Height - source.Height - measures.Gap * 0.7);
        page.Sheet.Write(sentence, x, area.Y, width, page.Colours.Text);
        page.Sheet.Write(source, x, area.Y + sentence.Height + measures.Gap * 0.7, width, page.Colours.Text);
    }

    private static void Bar(PosterPage page, PosterFigure figure, Box box)
    {
        var step = box.Width / figure.Cells.Count;
        var cell = step * 0.84;
        var empty = MotifPainter.Mix(page.Colours.Text, page.Colours.Ground, 0.18);
        for (var i = 0; i < figure.Cells.Count; i++)
        {
            var one = new Box(box.X + i * step, box.Y, cell, box.Height);
            page.Sheet.Fill(one, empty);
            if (figure.Cells[i] > 0)
                page.Sheet.Fill(one with { Width = cell * (double)figure.Cells[i] }, page.Colours.Text);
        }
    }
}
