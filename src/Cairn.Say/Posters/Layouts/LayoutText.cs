using System.Text.RegularExpressions;
using Cairn.Foundation.Text;
using Cairn.Say.Posters.Drawings;
using Cairn.Say.Posters.Formats;
using Cairn.Say.Posters.Text;

namespace Cairn.Say.Posters.Layouts;

/// <summary>Fits texts into places, and says so when one does not fit.</summary>
internal sealed partial class LayoutText(Lettering lettering, Sheet sheet, Language language)
{
    // From line to line, in em. Letters of Nastaliq reach further and push their lines apart by themselves.
    private const double Tightly = 1.04;
    private const double Loosely = 1.28;

    // How much smaller a text may become to spare it a bad break.
    private const double SmallestProse = 0.9;

    public Sheet Sheet => sheet;

    /// <summary>Heavy letters, set tightly, as large as they read well.</summary>
    /// <remarks>Sentences stand on lines of their own where that does not make them much smaller.</remarks>
    public TextBlock Heading(string what, string text, double most, double least, double width, double height, int mostLines = int.MaxValue)
    {
        Known(what, Shaped(text, Weight.Heavy, Lettering.Tight));
        return Fits(text, most, least, width, height, mostLines) ?? Fit(what, Shaped(text, Weight.Heavy, Lettering.Tight), most, least, width, height, Tightly, mostLines);
    }

    /// <summary>The same, or null when it does not fit.</summary>
    public TextBlock? Fits(string text, double most, double least, double width, double height, int mostLines = int.MaxValue)
    {
        var scale = new SizeScale(most, least, !sheet.Format.Print);
        var running = TextBlock.Best(Shaped(text, Weight.Heavy, Lettering.Tight), scale, width, height, Tightly, mostLines, SmallestHeading);
        if (BySentence().Replace(text, "\n") is var parted && parted != text && running is var (whole, score)
            && TextBlock.Best(Shaped(parted, Weight.Heavy, Lettering.Tight), scale, width, height, Tightly, mostLines, SmallestHeading) is var (block, partedScore)
            && partedScore + Math.Max(0, 1 - block.Size / whole.Size) < score + 0.2)
            return block;
        return running?.Block;
    }

    /// <summary>Ordinary letters, as large as they read well.</summary>
    public TextBlock Prose(string what, string text, double most, double least, double width, double height, Weight weight = Weight.Regular, int mostLines = int.MaxValue) =>
        Fit(what, Shaped(text, weight, 0), most, least, width, height, Loosely, mostLines);

    /// <summary>A number in one piece.</summary>
    public TextBlock Number(string number, double most, double least, double width, double height = double.PositiveInfinity) =>
        Fit("number", lettering.ShapeNumber(number, Weight.Heavy), most, least, width, height, Tightly, 1);

    /// <summary>A name in its own direction, whatever the language around it.</summary>
    public TextBlock Name(string name, double most, double least, double width, double height) =>
        Fit("name", lettering.Shape(name, name.Any(c => c is >= '\u0590' and <= '\u08FF') ? language : Language.English, Weight.Heavy), most, least, width, height, Loosely, 1);

    // In a narrow column nearly every break is a bad one, and smaller letters leave it empty.
    private double SmallestHeading => sheet.Format.Arrangement == Arrangement.Column ? SmallestProse : 0.76;

    private bool Compact => sheet.Format.Print ? sheet.Format.Unit < 250 : (sheet.Format.Unit < 520 || (sheet.Format.Arrangement == Arrangement.Wide && sheet.Format.Unit < 1000));

    private ShapedText Shaped(string text, Weight weight, double tracking) => lettering.Shape(language.RightToLeft ? text : Typography.Of(text), language, weight, tracking, Compact);

    private TextBlock Fit(string what, ShapedText text, double most, double least, double width, double height, double leading, int mostLines)
    {
        Known(what, text);
        var scale = new SizeScale(most, least, !sheet.Format.Print);
        if (TextBlock.Best(text, scale, width, height, leading, mostLines, SmallestProse) is var (block, _))
            return block;
        sheet.Fault(DrawingFaultKind.Overflow, what);
        // Something to look at while the editor types; it is not put out.
        return TextBlock.At(text, scale.Sizes.Last(), double.MaxValue / 2, leading)!;
    }

    private void Known(string what, ShapedText text)
    {
        if (text.Lacking.Count > 0)
            sheet.Fault(DrawingFaultKind.NoGlyph, $"{what}: {string.Join(' ', text.Lacking.Select(l => $"U+{char.ConvertToUtf32(l, 0):X4}"))}");
    }

    [GeneratedRegex(@"(?<=[.?!\u06D4\u061F]) (?=\S+ \S)", RegexOptions.CultureInvariant)]
    private static partial Regex BySentence();
}
