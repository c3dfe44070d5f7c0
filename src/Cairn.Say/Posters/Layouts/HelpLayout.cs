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
        page.Sheet.Band(page.Sheet.Page, page.Colours.Ground);
        var foot = new Foot(page.Texts, content, measures, null, format.Width, withWords: false);
        var body = new Box(0, 0, format.Width, format.Height - foot.Height);
        foot.Draw(new(0, body.Bottom, format.Width, foot.Height));

        var area = body.Inset(measures.Margin);
        var lockup = Lockup.Height(page);
        Lockup.Draw(page, new(area.X, area.Bottom - lockup, area.Width, lockup));
        area = area with { Height = area.Height - lockup - measures.Margin * 0.6 };

        var headline = page.Texts.Heading("headline", page.Headline, measures.Headline * 0.92, measures.LeastHeadline, area.Width, area.Height * 0.38);
        page.Sheet.Write(headline, area.X, area.Y, area.Width, page.Colours.Text);
        var top = area.Y + headline.Height + measures.Gap * 1.4;
        Card(page, code, foot, new(area.X, top, area.Width, area.Bottom - top));
    }

    private static void Card(PosterPage page, QrCode code, Foot foot, Box box)
    {
        var (format, measures, content) = (page.Format, page.Measures, page.Content);
        var pad = measures.Gap * 1.1;
        var inner = box.Width - 2 * pad;
        var label = page.Texts.Prose("label", content.Label, format.Unit * 0.048, measures.LeastLabel, inner, box.Height * 0.3, Weight.Heavy, 2);
        var number = content.Number is { } written ? page.Texts.Number(written, format.Unit * 0.2, measures.LeastNumber, inner, box.Height * 0.4) : null;
        var room = box.Height - 2 * pad - label.Height - (number is null ? 0 : number.Height + pad * 0.5) - pad;
        var module = foot.Module(code, Math.Max(Math.Min(room, inner * 0.5), measures.LeastCode));
        var side = module * code.Whole;
        if (side > room + 0.5)
            page.Sheet.Fault(DrawingFaultKind.Overflow, "code");
        var beside = inner - side - pad;
        var said = content.Answer is { } answer ? page.Texts.Prose("answer", answer, format.Unit * 0.04, Math.Max(measures.LeastLabel, format.LeastSentence * 0.8), beside, Math.Max(side, 1)) : null;

        page.Sheet.Fill(box, PosterColours.White, pad * 0.6);
        var y = box.Y + pad;
        page.Sheet.Write(label, box.X + pad, y, inner, page.Colours.Ink);
        y += label.Height + pad * 0.5;
        if (number is not null)
        {
            page.Sheet.WriteNumber(number, content.Number!, box.X + pad, y, inner, page.Colours.Ink, PosterColours.White);
            y += number.Height + pad * 0.5;
        }

        var rest = box.Bottom - pad - y;
        page.Sheet.Code(code, new(box.Right - pad - side + QrCode.Quiet * module, y + (rest - side) / 2, side, side), module, SKColors.Black);
        if (said is not null)
            page.Sheet.Write(said, box.X + pad, y + (rest - said.Height) / 2, beside, page.Colours.Ink);
    }
}
