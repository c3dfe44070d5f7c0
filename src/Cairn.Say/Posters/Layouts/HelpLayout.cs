using Cairn.Say.Posters.Drawings;
using Cairn.Say.Posters.Text;
using SkiaSharp;

namespace Cairn.Say.Posters.Layouts;

/// <summary>The way to help first: the number and the code are the picture.</summary>
internal static class HelpLayout
{
    public static void Draw(PosterPage page)
    {
        var (format, measures, content, code) = (page.Format, page.Measures, page.Content, page.Code!);
        var foot = new Foot(page.Texts, content, measures, null, format.Width, withWords: false);
        var body = new Box(0, 0, format.Width, format.Height - foot.Height);
        // It reaches under the panel: two edges at one place would leave a hair of paper.
        page.Sheet.Band(body with { Height = body.Height + 1 }, page.Colours.Ground);

        var area = page.Readable(body);
        // A square has room for the number or for the name.
        var low = format.Height < format.Width * 1.2;
        var lockup = !low || content.Partner is not null ? Lockup.Height(page) : 0;
        if (lockup > 0)
            area = area with { Height = area.Height - lockup - measures.Margin * 0.6 };

        var headline = page.Texts.Heading("headline", page.Headline, measures.Headline * (low ? 0.72 : 0.92), measures.LeastHeadline, area.Width, area.Height * (low ? 0.36 : 0.3));
        page.Sheet.Write(headline, area.X, area.Y, area.Width, page.Colours.Text);
        var top = area.Y + headline.Height + measures.Gap * 1.2;
        Card(page, code, foot, new(area.X, top, area.Width, area.Bottom - top));
        if (lockup > 0)
            Lockup.Draw(page, new(area.X, body.Bottom - measures.Margin - lockup, area.Width, lockup));
        foot.Draw(new(0, body.Bottom, format.Width, foot.Height));
    }

    private static void Card(PosterPage page, QrCode code, Foot foot, Box box)
    {
        page.Sheet.Fill(box, PosterColours.White, page.Measures.Gap * 0.7);
        var inside = box.Inset(page.Measures.Gap * 1.1);
        if (page.Format.Height < page.Format.Width * 1.2 && inside.Height < inside.Width * 0.62)
            Beside(page, code, foot, inside);
        else
            Under(page, code, foot, inside);
    }

    // A low card: the words at one side, the code at the other.
    private static void Beside(PosterPage page, QrCode code, Foot foot, Box box)
    {
        var (format, measures) = (page.Format, page.Measures);
        // The quiet zone may take what the card's margin has.
        var module = foot.Module(code, Math.Min(box.Height + measures.Gap, box.Width * 0.34));
        var side = module * code.Whole;
        var width = box.Width - side;
        var rows = Rows(page, width, box.Height, format.Unit * 0.2);
        var y = box.Y + (box.Height - rows.Sum(r => r.Block.Height) - measures.Gap * 0.6 * (rows.Count - 1)) / 2;
        foreach (var row in rows)
        {
            Write(page, row, box.X, y, width);
            y += row.Block.Height + measures.Gap * 0.6;
        }

        Code(page, code, module, new(box.Right - side + QrCode.Quiet * module * 0.6, box.Y + (box.Height - side) / 2, side, side));
    }

    // A high card: the number across it, the code as large as what is left, and what there is to say beside the code.
    private static void Under(PosterPage page, QrCode code, Foot foot, Box box)
    {
        var (measures, content) = (page.Measures, page.Content);
        var rows = Rows(page, box.Width, box.Height * 0.6, page.Format.Unit * 0.2, answered: false);
        var y = box.Y;
        foreach (var row in rows)
        {
            Write(page, row, box.X, y, box.Width);
            y += row.Block.Height + measures.Gap * 0.6;
        }

        var module = foot.Module(code, Math.Max(Math.Min(box.Bottom + measures.Gap * 0.6 - y, box.Width * 0.6), measures.LeastCode));
        var side = module * code.Whole;
        if (content.Answer is not { } answer)
        {
            Code(page, code, module, new(box.X + (box.Width - side) / 2, y + (box.Bottom - y - side) / 2, side, side));
            return;
        }

        Code(page, code, module, new(box.X - QrCode.Quiet * module * 0.6, y + (box.Bottom - y - side) / 2, side, side));
        var x = box.X + side;
        var said = page.Texts.Prose("answer", answer, page.Format.Unit * 0.05, measures.LeastLabel, box.Right - x, side);
        page.Sheet.Write(said, x, y + (box.Bottom - y - said.Height) / 2, box.Right - x, page.Colours.Ink);
    }

    private static List<(TextBlock Block, string? Number)> Rows(PosterPage page, double width, double height, double most, bool answered = true)
    {
        var (format, measures, content) = (page.Format, page.Measures, page.Content);
        var rows = new List<(TextBlock, string?)> { (page.Texts.Prose("label", content.Label, format.Unit * 0.048, measures.LeastLabel, width, height * 0.4, Weight.Heavy, 3), null) };
        if (content.Number is { } number)
            rows.Add((page.Texts.Number(number, most, measures.LeastNumber, width, height * 0.5), number));
        if (answered && content.Answer is { } answer)
            rows.Add((page.Texts.Prose("answer", answer, format.Unit * 0.036, measures.LeastLabel, width, height - rows.Sum(r => r.Item1.Height) - measures.Gap * 1.2), null));
        return rows;
    }

    private static void Write(PosterPage page, (TextBlock Block, string? Number) row, double x, double y, double width)
    {
        if (row.Number is { } number)
            page.Sheet.WriteNumber(row.Block, number, x, y, width, page.Colours.Ink, PosterColours.White);
        else
            page.Sheet.Write(row.Block, x, y, width, page.Colours.Ink);
    }

    private static void Code(PosterPage page, QrCode code, double module, Box box)
    {
        if (box.Height > 0 && module * code.Whole >= page.Measures.LeastCode - 0.01 && module > 0)
            page.Sheet.Code(code, box, module, SKColors.Black);
        else
            page.Sheet.Fault(DrawingFaultKind.QuietZone, "code");
    }
}
