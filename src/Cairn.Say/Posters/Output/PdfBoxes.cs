using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Cairn.Foundation.Text;
using Cairn.Say.Posters.Drawings;

namespace Cairn.Say.Posters.Output;

/// <summary>
/// Adds to a PDF of one page what its maker leaves out: TrimBox and BleedBox (ISO 32000-1, 14.11.2), the language, and that the title is shown. Written behind the file as an
/// incremental update (7.5.6), so that no byte of the page itself is touched.
/// </summary>
internal static partial class PdfBoxes
{
    /// <exception cref="InvalidDataException">The file is not built as expected.</exception>
    public static byte[] Add(byte[] pdf, Drawing drawing, double around, Language language)
    {
        // Latin-1 keeps a byte a character.
        var text = Encoding.Latin1.GetString(pdf);
        var trailer = Found(Trailer().Match(text), "trailer");
        var startXref = Found(StartXref().Matches(text)[^1], "startxref").Groups[1].Value;
        var root = Found(Root().Match(trailer.Groups[1].Value), "catalog").Groups[1].Value;
        var size = Found(Size().Match(trailer.Groups[1].Value), "size").Groups[1].Value;
        var page = Found(Page().Match(text), "page");
        var catalog = Found(Regex.Match(text, $@"(?s)(?:^|\n){root} 0 obj\s*<<(.*?)>>\s*endobj"), "catalog");

        var (bleed, width, height) = (around - drawing.Bleed, drawing.Width, drawing.Height);
        var media = Box(0, 0, width + 2 * around, height + 2 * around);
        var update = new StringBuilder(text.EndsWith('\n') ? "" : "\n");
        var at = new SortedDictionary<int, int>();
        Object(page.Groups[1].Value, $"<<{page.Groups[2].Value.TrimEnd()}\n/CropBox {media}\n/TrimBox {Box(around, around, around + width, around + height)}\n" +
            $"/BleedBox {Box(bleed, bleed, around + width + drawing.Bleed, around + height + drawing.Bleed)}>>");
        Object(root, $"<<{catalog.Groups[1].Value.TrimEnd()}\n/Lang ({language.Culture.Name})\n/ViewerPreferences <</DisplayDocTitle true{(language.RightToLeft ? " /Direction /R2L" : "")}>>>>");

        var table = pdf.Length + update.Length;
        update.Append("xref\n");
        foreach (var (number, offset) in at)
            update.Append(CultureInfo.InvariantCulture, $"{number} 1\n{offset:D10} 00000 n \n");
        update.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {size}\n/Root {root} 0 R{Info().Match(trailer.Groups[1].Value).Value}{Id().Match(trailer.Groups[1].Value).Value}\n/Prev {startXref}>>\nstartxref\n{table}\n%%EOF\n");
        return [.. pdf, .. Encoding.Latin1.GetBytes(update.ToString())];

        void Object(string number, string body)
        {
            at[int.Parse(number, CultureInfo.InvariantCulture)] = pdf.Length + update.Length;
            update.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        }
    }

    private static string Box(double left, double bottom, double right, double top) =>
        string.Create(CultureInfo.InvariantCulture, $"[{left:0.###} {bottom:0.###} {right:0.###} {top:0.###}]");

    private static Match Found(Match match, string what) => match.Success ? match : throw new InvalidDataException($"The PDF has no {what} where one was expected.");

    [GeneratedRegex(@"trailer\s*<<(.*?)>>\s*startxref", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Trailer();

    [GeneratedRegex(@"startxref\s+([0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex StartXref();

    [GeneratedRegex(@"/Root ([0-9]+) 0 R", RegexOptions.CultureInvariant)]
    private static partial Regex Root();

    [GeneratedRegex(@"/Size ([0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Size();

    [GeneratedRegex(@"\s*/Info [0-9]+ 0 R", RegexOptions.CultureInvariant)]
    private static partial Regex Info();

    [GeneratedRegex(@"\s*/ID \[.*?\]", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex(@"\n([0-9]+) 0 obj\s*<<(/Type /Page\s.*?)>>\s*endobj", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Page();
}
