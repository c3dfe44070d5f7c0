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
            Words(words);
        Notes(words);
        var text = rows.Sum(r => r.Gap + r.Block.Height);
        Height = 2 * measures.FootPad + (under && code is not null ? text + measures.Gap + CodeSide : Math.Max(text, code is null ? 0 : CodeSide));
    }

    public double Width { get; }

    public double Height { get; }

    private double CodeSide => code is null ? 0 : code.Whole * module;

    /// <summary>Draws it; the box may be higher than <see cref="Height"/>.</summary>
    public void Draw(Box box)
    {
        var colours = content.Colours;
        texts.Sheet.Band(box, colours.Panel);
        var (x, inner) = (box.X + measures.Margin, box.Width - 2 * measures.Margin);
        var text = rows.Sum(r => r.Gap + r.Block.Height);
        var words = code is null || under ? inner : inner - CodeSide - measures.Gap;
        var used = under && code is not null ? text + measures.Gap + CodeSide : text;
        var y = box.Y + (box.Height - used) / 2;
        foreach (var (block, gap, number) in rows)
        {
            y += gap;
            if (number is null)
                texts.Sheet.Write(block, x, y, words, colours.PanelText);
            else
                texts.Sheet.WriteNumber(block, number, x, y, words, colours.PanelText, colours.Panel);
            y += block.Height;
        }

        if (code is null)
            return;
        var where = under
            ? new Box(x, y + measures.Gap, CodeSide, CodeSide)
            : new Box(box.Right - measures.Margin - CodeSide, box.Y + (box.Height - CodeSide) / 2, CodeSide, CodeSide);
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

    private void Add(TextBlock block, double gap, string? number = null) => rows.Add((block, gap, number));
}
