using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Cairn.Know.Register.Releases;

/// <summary>A chart as a picture of its own, with its source in it, for reports and slides. No fonts and no styles from elsewhere.</summary>
internal static class ChartFile
{
    private const int Width = 800;
    private const int Margin = 40;
    private const int TitleLength = 40;
    private const int TitleStep = 34;
    private const int NoteLength = 88;
    private const int NoteStep = 22;
    private const string Ink = "#10222b";

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <returns>UTF-8 SVG, the same bytes for the same chart.</returns>
    internal static byte[] Draw(Chart chart, PublishedTable table, TableLanguage language)
    {
        List<string> titles = [.. TableLanguage.Lines(chart.Title, TitleLength)];
        List<string> notes = [.. chart.Notes.Concat(Sources(table, language)).SelectMany(n => TableLanguage.Lines(n, NoteLength))];
        var begin = language.Language.RightToLeft ? Width - Margin : Margin;
        var width = chart.Width ?? Width - 2 * Margin;
        var left = language.Language.RightToLeft ? Width - Margin - width : Margin;
        var chartTop = Margin + titles.Count * TitleStep + 16;
        var notesTop = chartTop + chart.Height + 34;
        var height = notesTop + notes.Count * NoteStep + Margin - 16;
        var drawing = new XElement(Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Width} {height}"), new XAttribute("width", Width), new XAttribute("height", height),
            new XAttribute("role", "img"), new XAttribute("aria-labelledby", "title desc"), new XAttribute(XNamespace.Xml + "lang", language.Language.Code),
            new XElement(Svg + "title", new XAttribute("id", "title"), chart.Title),
            new XElement(Svg + "desc", new XAttribute("id", "desc"), string.Join(' ', [.. chart.Shapes.OfType<ChartWords>().Take(table.Facts.Demonstration ? 1 : 0).Select(w => w.Text + language.Stop), chart.Description, .. Sources(table, language)])),
            new XElement(Svg + "rect", new XAttribute("width", Width), new XAttribute("height", height), new XAttribute("fill", "#ffffff")),
            new XElement(Svg + "g", new XAttribute("font-family", "Atkinson Hyperlegible Next, Segoe UI, Helvetica, Arial, sans-serif"), new XAttribute("fill", Ink),
                language.Language.RightToLeft ? new XAttribute("direction", "rtl") : null,
                titles.Select((line, i) => Words(line, begin, Margin + 26 + i * TitleStep, 28, bold: true)),
                chart.Shapes.Select(shape => Shape(shape, chartTop, left, width)),
                notes.Select((line, i) => Words(line, begin, notesTop + i * NoteStep, 15, bold: false))));

        return Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + drawing + "\n");
    }

    private static IEnumerable<string> Sources(PublishedTable table, TableLanguage language) =>
    [
        TableLanguage.Filled(
            language.Words.ChartSource,
            ("base", language.Own(table.Facts.Base)), ("date", language.Date(table.Facts.AsOf)), ("publisher", language.Own(table.Facts.Publisher)), ("source", language.Own(table.Facts.SourceTitle)),
            ("revision", language.Name(table.Revision))),
        language.Own(table.Facts.Method),
    ];

    private static XElement Shape(ChartShape shape, int top, int left, int width)
    {
        decimal Across(decimal percent) => left + width * percent / 100m;
        return shape switch
        {
            ChartBar bar => new(Svg + "rect",
                Number("x", Across(bar.Left)), Number("y", top + bar.Top), Number("width", width * bar.Width / 100m), Number("height", bar.Height),
                bar.Full ? null : new object[] { new XAttribute("fill", "none"), new XAttribute("stroke", Ink), Number("stroke-width", 1.5m) }),
            ChartRule rule => new(Svg + "line",
                Number("x1", Across(rule.Left)), Number("y1", top + rule.Top), Number("x2", Across(rule.Right)), Number("y2", top + rule.Bottom),
                new XAttribute("stroke", Ink), Number("stroke-width", rule.Weight), rule.Dashed ? new XAttribute("stroke-dasharray", "5 4") : null),
            ChartDot dot => new(Svg + "circle", Number("cx", Across(dot.Across)), Number("cy", top + dot.Down), Number("r", dot.Radius)),
            ChartWords words => Words(words.Text, Across(words.Across) + words.Shift, top + words.Down, ChartWords.Size, words.Bold, words.Anchor),
            _ => throw new ArgumentOutOfRangeException(nameof(shape)),
        };
    }

    private static XElement Words(string text, decimal x, decimal y, int size, bool bold, TextAnchor anchor = TextAnchor.Start) => new(Svg + "text",
        Number("x", x), Number("y", y), new XAttribute("font-size", size),
        bold ? new XAttribute("font-weight", 800) : null,
        anchor == TextAnchor.Start ? null : new XAttribute("text-anchor", anchor == TextAnchor.End ? "end" : "middle"),
        text);

    private static XAttribute Number(string name, decimal number) => new(name, number.ToString("0.##", CultureInfo.InvariantCulture));
}
