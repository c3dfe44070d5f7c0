using Cairn.Say.Posters.Drawings;
using Cairn.Say.Posters.Formats;
using Cairn.Say.Posters.Motifs;
using Cairn.Say.Posters.Text;
using SkiaSharp;

namespace Cairn.Say.Posters.Layouts;

/// <summary>One heavy sentence and a motif; for a question, its answer in a bubble between them.</summary>
internal static class StatementLayout
{
    // Below this a motif is a smudge.
    private const double LeastMotif = 0.2;

    public static void Draw(PosterPage page)
    {
        var (format, measures) = (page.Format, page.Measures);
        var foot = new Foot(page.Texts, page.Content, measures, page.Code, format.Width, under: format.Arrangement == Arrangement.Column);
        var body = new Box(0, 0, format.Width, format.Height - foot.Height);
        // It reaches under the panel: two edges at one place would leave a hair of paper.
        page.Sheet.Band(body with { Height = body.Height + 1 }, page.Colours.Ground);
        // In the order in which it is read, which is also the order of its alternative text.
        Body(page, body);
        foot.Draw(new(0, body.Bottom, format.Width, foot.Height));
    }

    internal static void Body(PosterPage page, Box body)
    {
        var (format, measures) = (page.Format, page.Measures);
        var margin = measures.Margin;
        // A square has room for the answer or for the name.
        var full = page.Content.Artwork.Layout == ArtworkLayout.Question && page.Content.Partner is null && format.Arrangement == Arrangement.Upright && format.Height < format.Width * 1.2;
        var lockup = (format.Unit >= 400 || format.Print) && !full ? Lockup.Height(page) : 0;
        var area = page.Readable(body);
        if (lockup > 0)
            area = area with { Height = area.Height - lockup - margin * 0.6 };

        var answer = page.Content.Artwork.Layout == ArtworkLayout.Question && page.Content.Answer is { } said && (format.Unit >= 560 || format.Print) ? said : null;
        if (format.Arrangement == Arrangement.Wide && answer is not null)
            Beside(page, answer, area, body);
        else
            Stacked(page, answer, area, body, lockup);
        if (lockup > 0)
            Lockup.Draw(page, new(area.X, body.Bottom - margin - lockup, area.Width, lockup));
    }

    private static void Stacked(PosterPage page, string? answer, Box area, Box body, double lockup)
    {
        var (format, measures) = (page.Format, page.Measures);
        var (margin, wide, motif) = (measures.Margin, format.Arrangement == Arrangement.Wide, page.Content.Artwork.Motif);
        var besides = wide && motif != Motif.None ? Math.Min(body.Height * 0.72, format.Width * 0.32) : 0;
        var width = area.Width - (besides > 0 ? besides + measures.Gap : 0);
        // Down by the foot, at the end of the line of reading; beside the name, which leaves that side free unless a partner stands there.
        var down = answer is null && lockup > 0 && page.Content.Partner is null ? lockup + margin * 0.6 : 0;
        var headline = Headline(page, area, width, answer is null ? wide ? 1 : 0.74 : 0.5, besides > 0 || answer is not null || motif == Motif.None ? null : down);
        page.Sheet.Write(headline, area.X, area.Y, width, page.Colours.Text);
        page.ShowsStones = besides > 0 && motif == Motif.Stones;
        if (besides > 0)
            Place(page, motif, new(body.Right - margin * 0.8 - besides, body.Y + (body.Height - besides) / 2, besides, besides));

        var rest = new Box(area.X, area.Y + headline.Height + measures.Gap, area.Width, area.Height - headline.Height - measures.Gap);
        if (answer is not null)
            rest = Answer(page, answer, rest with { Width = width });
        var tall = rest.Height + down;
        if (besides == 0 && motif != Motif.None && MotifSide(rest.Width, tall, down) is var side && side >= format.Unit * LeastMotif)
        {
            page.ShowsStones = motif == Motif.Stones;
            Place(page, motif, new(area.Right - side, rest.Y + (tall - side) * 0.5, side, side));
        }
        else if (lockup == 0 && answer is null && rest.Height >= Lockup.Height(page) + margin * 0.4)
        {
            // A small picture says whose it is where there is room.
            Lockup.Draw(page, new(area.X, area.Bottom - Lockup.Height(page), area.Width, Lockup.Height(page)));
        }
    }

    // Somewhat smaller where that makes room for the motif: all languages of a picture look like one.
    private static TextBlock Headline(PosterPage page, Box area, double width, double share, double? down)
    {
        var (format, measures) = (page.Format, page.Measures);
        TextBlock In(double height) => page.Texts.Heading("headline", page.Headline, measures.Headline, measures.LeastHeadline, width, height);
        var largest = In(area.Height * share);
        if (down is not { } below)
            return largest;
        double Side(TextBlock block) => MotifSide(area.Width, area.Height - block.Height - measures.Gap + below, below);
        foreach (var height in new[] { 1, 0.9, 0.8, 0.7, 0.6 }.Select(s => s * largest.Height))
        {
            if (height < area.Height * share && page.Texts.Fits(page.Headline, measures.Headline, measures.LeastHeadline, width, height) is { } block
                && block.Size >= largest.Size * 0.7 && Side(block) >= format.Unit * LeastMotif)
                return block;
        }

        return largest;
    }

    private static double MotifSide(double width, double tall, double down) => Math.Min(tall, width * (down > 0 && tall < width * 0.8 ? 0.55 : 0.72));

    private static void Beside(PosterPage page, string answer, Box area, Box body)
    {
        var left = area.Width * 0.42;
        var headline = page.Texts.Heading("headline", page.Headline, page.Measures.Headline, page.Measures.LeastHeadline, left, area.Height);
        page.Sheet.Write(headline, area.X, area.Y, left, page.Colours.Text);
        var x = area.X + left + page.Measures.Gap;
        Answer(page, answer, new(x, area.Y, area.Right - x, body.Bottom - page.Measures.Margin * 0.6 - area.Y));
    }

    private static Box Answer(PosterPage page, string answer, Box box)
    {
        var (pad, format) = (page.Measures.Gap, page.Format);
        var block = page.Texts.Prose("answer", answer, format.Unit * 0.05, format.LeastAnswer, box.Width - 2 * pad, box.Height - 2 * pad - pad);
        var panel = new Box(box.X, box.Y, box.Width, block.Height + 2 * pad);
        page.Sheet.Fill(panel, PosterColours.White, pad * 0.8);
        using var tail = SKPath.ParseSvgPathData("M0 0H60L0 60Z");
        var scale = pad / 60 * 1.3;
        page.Sheet.Place(tail, new SKMatrix((float)scale, 0, (float)(panel.X + pad * 1.4), 0, (float)scale, (float)panel.Bottom - 1, 0, 0, 1), PosterColours.White);
        page.Sheet.Write(block, panel.X + pad, panel.Y + pad, panel.Width - 2 * pad, page.Colours.Ink);
        var below = panel.Bottom + pad * 2;
        return new(box.X, below, box.Width, box.Bottom - below);
    }

    internal static void Place(PosterPage page, Motif motif, Box box) => MotifPainter.Place(page.Sheet, motif, box, colour => colour switch
    {
        MotifColour.Accent => page.Colours.Accent,
        MotifColour.Ground => page.Colours.Ground,
        MotifColour.Ink => page.Colours.Ink,
        _ => page.Colours.Light,
    });
}
