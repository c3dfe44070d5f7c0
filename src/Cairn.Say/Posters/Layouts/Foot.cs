using Cairn.Say.Posters.Drawings;
using Cairn.Say.Posters.Text;
using SkiaSharp;

namespace Cairn.Say.Posters.Layouts;

/// <summary>The way to help: what it is, the number, the code, and what must be said on the picture's face.</summary>
internal sealed class Foot
{
    // In pixels: below it, scaling on the way to a screen eats the code.
    private const int LeastModule = 2;

    private readonly LayoutText texts;
    private readonly PosterContent content;
    private readonly Measures measures;
    private readonly QrCode? code;
    private readonly double module;
    private readonly List<(TextBlock Block, double Gap, string? Number)> rows = [];
    private readonly bool under;

    // Rows that go across the panel, with the code beside those below them.
    private readonly int across;

    /// <param name="width">Of the panel, its margins included.</param>
    /// <param name="under">The code stands under the words instead of beside them.</param>
    /// <param name="withWords">False when the words and the number stand elsewhere, and only what must be said remains.</param>
    public Foot(LayoutText texts, PosterContent content, Measures measures, QrCode? code, double width, bool under = false, bool withWords = true)
    {
        (this.texts, this.content, this.measures, this.code, this.under) = (texts, content, measures, code, under);
        Width = width;
        var inner = width - 2 * measures.Margin;
        module = code is null ? 0 : Module(code, under ? Math.Min(inner, measures.CodeSide) : measures.CodeSide);
        var words = code is null || under ? inner : inner - CodeSide - measures.Gap;
        if (withWords)
        {
            Words(words);
            // A number that would shrink beside the code has the whole width instead, where the height is not needed for what is said.
            if (words < inner && rows[^1] is { Number: not null, Block.Size: var size } && size < measures.Number * 0.95 && HeightToSpare)
            {
                rows.Clear();
                Words(inner);
                across = rows.Count;
            }
        }

        Notes(words);
        Height = 2 * measures.FootPad + Used + Math.Max(0, texts.Sheet.Format.SafeBottom - measures.FootPad);
    }

    public double Width { get; }

    public double Height { get; }

    private bool HeightToSpare => texts.Sheet.Format.Height > texts.Sheet.Format.Width * 1.2 && content.Artwork.Layout switch
    {
        ArtworkLayout.Question => false,
        ArtworkLayout.Figure => !content.Language.RightToLeft,
        _ => true,
    };

    private double Used => under && code is not null ? Sum(0) + measures.Gap + CodeSide : Sum(0, across) + Math.Max(Sum(across), code is null ? 0 : CodeSide + (across > 0 ? measures.Gap : 0));

    private double CodeSide => code is null ? 0 : code.Whole * module;

    /// <summary>Draws it; the box may be higher than <see cref="Height"/>.</summary>
    public void Draw(Box box)
    {
        var colours = content.Colours;
        texts.Sheet.Band(box, colours.Panel);
        var (x, inner) = (box.X + measures.Margin, box.Width - 2 * measures.Margin);
        var seen = box.Height - Math.Max(0, texts.Sheet.Format.SafeBottom - measures.FootPad);
        var words = code is null || under ? inner : inner - CodeSide - measures.Gap;
        var top = box.Y + (seen - Used) / 2;
        var y = top + (across == 0 && !under ? (Used - Sum(0)) / 2 : 0);
        for (var i = 0; i < rows.Count; i++)
        {
            var (block, gap, number) = rows[i];
            // Beside the code the rest is as high as the code, or in the middle of it.
            y += gap + (i == across && i > 0 ? Math.Max(0, (top + Used - y - Sum(across)) / 2) : 0);
            var width = i < across ? inner : words;
            if (number is null)
                texts.Sheet.Write(block, x, y, width, colours.PanelText);
            else
                texts.Sheet.WriteNumber(block, number, x, y, width, colours.PanelText, colours.Panel);
            y += block.Height;
        }

        if (code is null)
            return;
        // On white its quiet zone is not seen: what is seen ends where everything else does.
        var quiet = colours.Panel == PosterColours.White ? Math.Min(QrCode.Quiet * module, measures.Margin * 0.6) : 0;
        var where = under
            ? new Box(x - quiet, y + measures.Gap, CodeSide, CodeSide)
            : new Box(box.Right - measures.Margin - CodeSide + quiet, across > 0 ? top + Used - CodeSide + quiet : top + (Used - CodeSide) / 2, CodeSide, CodeSide);
        texts.Sheet.Fill(where, PosterColours.White);
        texts.Sheet.Code(code, where, module, SKColors.Black);
    }

    /// <summary>The largest module that lets a code with its quiet zone fit into a side: whole pixels on screens, where half a pixel would blur.</summary>
    internal double Module(QrCode qr, double side)
    {
        if (texts.Sheet.Format.Print)
            return side / qr.Whole;
        if (side / qr.Whole < LeastModule)
            texts.Sheet.Fault(DrawingFaultKind.QuietZone, "code");
        return Math.Max(LeastModule, Math.Floor(side / qr.Whole));
    }

    private void Words(double width)
    {
        var label = content.Number is null || !texts.Sheet.Format.Number ? measures.Number * 0.62 : measures.Label;
        Add(texts.Prose("label", content.Label, label, measures.LeastLabel, width, double.PositiveInfinity, content.Number is null ? Weight.Heavy : Weight.Regular, 3), 0);
        if (content.Number is { } number && texts.Sheet.Format.Number)
            Add(texts.Number(number, measures.Number, measures.LeastNumber, width), measures.Label * 0.42, number);
    }

    private void Notes(double width)
    {
        var gap = rows.Count == 0 ? 0 : measures.Small * 0.9;
        // Where lines are dear they run on in one piece.
        var said = Said().ToList();
        foreach (var note in measures.Dense && said.Count > 1 ? [string.Join(' ', said.Select(Ended))] : said)
        {
            Add(texts.Prose("small print", note, measures.Small, measures.Small, width, double.PositiveInfinity), gap);
            gap = measures.Small * 0.35;
        }
    }

    private static string Ended(string note) => char.IsPunctuation(note[^1]) ? note : note + (note.Any(c => c is >= '\u0600' and <= '\u06FF') ? "\u06D4" : ".");

    private IEnumerable<string> Said()
    {
        if (content.Number is not null && texts.Sheet.Format.Number && (content.Notes.NumberSeen ?? content.ServiceName) is { } seen)
            yield return seen;
        if (content.Notes.Draft is { } draft)
            yield return draft;
        if (content.Notes.Demonstration is { } demonstration)
            yield return demonstration;
    }

    private double Sum(int from, int? to = null) => rows.Take(to ?? rows.Count).Skip(from).Sum(r => r.Gap + r.Block.Height);

    private void Add(TextBlock block, double gap, string? number = null) => rows.Add((block, gap, number));
}
