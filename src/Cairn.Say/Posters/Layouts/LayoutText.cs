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

    public Sheet Sheet => sheet;

    /// <summary>Heavy letters, set tightly, as large as fits.</summary>
    /// <remarks>Two sentences stand on lines of their own where that does not make them much smaller.</remarks>
    public TextBlock Heading(string what, string text, double most, double least, double width, double height, int mostLines = int.MaxValue)
    {
        var (running, scale) = (Shaped(text, Weight.Heavy, Lettering.Tight), new SizeScale(most, least, !sheet.Format.Print));
        if (BySentence().Replace(text, "\n") is var parted && parted != text
            && TextBlock.Fit(Shaped(parted, Weight.Heavy, Lettering.Tight), scale, width, height, Tightly, mostLines) is { } block
            && TextBlock.Fit(running, scale, width, height, Tightly, mostLines) is { } whole && block.Size >= whole.Size * 0.8)
            return block;
        return Fit(what, running, most, least, width, height, Tightly, mostLines);
    }

    /// <summary>Ordinary letters, as large as fits.</summary>
    public TextBlock Prose(string what, string text, double most, double least, double width, double height, Weight weight = Weight.Regular, int mostLines = int.MaxValue) =>
        Fit(what, Shaped(text, weight, 0), most, least, width, height, Loosely, mostLines);

    /// <summary>A number in one piece.</summary>
    public TextBlock Number(string number, double most, double least, double width, double height = double.PositiveInfinity) =>
        Fit("number", lettering.ShapeNumber(number, Weight.Heavy), most, least, width, height, Tightly, 1);

    /// <summary>A name in its own direction, whatever the language around it.</summary>
    public TextBlock Name(string name, double most, double least, double width, double height) =>
        Fit("name", lettering.Shape(name, name.Any(c => c is >= '\u0590' and <= '\u08FF') ? language : Language.English, Weight.Heavy), most, least, width, height, Loosely, 1);

    private bool Compact => !sheet.Format.Print && (sheet.Format.Unit < 520 || (sheet.Format.Arrangement == Arrangement.Wide && sheet.Format.Unit < 1000));

    private ShapedText Shaped(string text, Weight weight, double tracking) => lettering.Shape(text, language, weight, tracking, Compact);

    private TextBlock Fit(string what, ShapedText text, double most, double least, double width, double height, double leading, int mostLines)
    {
        if (text.Lacking.Count > 0)
            sheet.Fault(DrawingFaultKind.NoGlyph, $"{what}: {string.Join(' ', text.Lacking.Select(l => $"U+{char.ConvertToUtf32(l, 0):X4}"))}");
        var scale = new SizeScale(most, least, !sheet.Format.Print);
        if (TextBlock.Fit(text, scale, width, height, leading, mostLines) is { } block)
            return block;
        sheet.Fault(DrawingFaultKind.Overflow, what);
        // Something to look at while the editor types; it is not put out.
        return TextBlock.At(text, scale.Sizes.Last(), double.MaxValue / 2, leading)!;
    }

    [GeneratedRegex(@"(?<=[.?!\u06D4\u061F]) (?=\S+ \S)", RegexOptions.CultureInvariant)]
    private static partial Regex BySentence();
}
