using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Cairn.Foundation.Text;

namespace Cairn.Know.Register;

/// <summary>A figure as a picture of its own, with the source in it, for reports and slides. No fonts and no styles from elsewhere.</summary>
internal static class FigureDrawing
{
    private const int Width = 800;
    private const int Margin = 40;
    private const int LineLength = 62;
    private const int LineHeight = 32;
    private const string Ink = "#10222b";
    private const string Stone = "#e9e3d9";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    internal static byte[] Draw(FigureCardModel card, Language language)
    {
        List<string> lines = [.. Wrap($"{card.Month} {card.Sentence}".Trim())];
        var barTop = Margin + 130 + lines.Count * LineHeight;
        var height = barTop + 110;
        var drawing = new XElement(Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Width} {height}"), new XAttribute("width", Width), new XAttribute("height", height),
            new XAttribute("role", "img"), new XAttribute("aria-labelledby", "title desc"), new XAttribute(XNamespace.Xml + "lang", language.Code),
            new XElement(Svg + "title", new XAttribute("id", "title"), $"{card.Value} {card.Sentence}"),
            new XElement(Svg + "desc", new XAttribute("id", "desc"), $"{card.BarAlternative} {card.SourceLine}"),
            Rect(0, 0, Width, height, "#ffffff"),
            Line(card.Value, Margin + 90, 110, bold: true, card.RightToLeft, leftToRight: true),
            lines.Select((line, i) => Line(line, Margin + 140 + i * LineHeight, 24, bold: false, card.RightToLeft)),
            Bar(card, barTop),
            Line(card.SourceLine, barTop + 80, 18, bold: false, card.RightToLeft));

        return Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + drawing);
    }

    private static IEnumerable<XElement> Bar(FigureCardModel card, int top)
    {
        const decimal step = (decimal)(Width - 2 * Margin) / FigureCardModel.CellCount;
        const decimal cell = step - 4;
        for (var i = 0; i < card.Cells.Count; i++)
        {
            decimal Left(decimal part) => card.RightToLeft ? Width - Margin - i * step - cell * part : Margin + i * step;
            yield return Rect(Left(1), top, cell, 40, Stone);
            if (card.Cells[i] > 0)
                yield return Rect(Left(card.Cells[i]), top, cell * card.Cells[i], 40, Ink);
        }
    }

    private static XElement Rect(decimal x, decimal y, decimal width, decimal height, string fill) => new(Svg + "rect",
        new XAttribute("x", Number(x)), new XAttribute("y", Number(y)), new XAttribute("width", Number(width)), new XAttribute("height", Number(height)),
        new XAttribute("fill", fill));

    private static XElement Line(string text, int y, int size, bool bold, bool rightToLeft, bool leftToRight = false) => new(Svg + "text",
        new XAttribute("x", rightToLeft ? Width - Margin : Margin), new XAttribute("y", y),
        new XAttribute("direction", rightToLeft && !leftToRight ? "rtl" : "ltr"),
        new XAttribute("text-anchor", rightToLeft && leftToRight ? "end" : "start"),
        new XAttribute("font-family", "Atkinson Hyperlegible Next, Segoe UI, Helvetica, Arial, sans-serif"),
        new XAttribute("font-size", size), new XAttribute("font-weight", bold ? 800 : 400), new XAttribute("fill", Ink), text);

    internal static IEnumerable<string> Wrap(string text, int lineLength = LineLength)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > lineLength)
            {
                yield return line.ToString();
                line.Clear();
            }
            line.Append(line.Length > 0 ? " " : "").Append(word);
        }
        if (line.Length > 0)
            yield return line.ToString();
    }

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
