using System.Collections.Concurrent;
using System.Text;
using Cairn.Foundation.Text;
using Cairn.Say.Posters.Text.Bidi;
using HarfBuzzSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace Cairn.Say.Posters.Text;

/// <summary>Shapes texts and remembers them: the same words stand on many formats.</summary>
internal sealed class Lettering
{
    /// <summary>Space between letters of a headline, as a share of the em.</summary>
    internal const double Tight = -0.02;

    // Extraction from a printed sheet reads letters, not ligatures; a number keeps its digits where a plain drawing of it has them.
    private static readonly Feature[] Plain = [new(new Tag('l', 'i', 'g', 'a'), 0), new(new Tag('c', 'l', 'i', 'g'), 0)];
    private static readonly Feature[] Number = [.. Plain, new(new Tag('k', 'e', 'r', 'n'), 0)];

    [ThreadStatic]
    private static Buffer? used;

    private readonly ConcurrentDictionary<(string Text, string Language, Weight Weight, double Tracking, bool Compact), ShapedText> kept = new();

    /// <param name="compact">Small letters of Arabic script stand on one line in Naskh, where Nastaliq would need twice the height.</param>
    public ShapedText Shape(string text, Foundation.Text.Language language, Weight weight, double tracking = 0, bool compact = false) =>
        kept.GetOrAdd((text, language.Code, weight, tracking, compact), key => Shape(key.Text, language, key.Weight, key.Tracking, language.RightToLeft, null, compact));

    /// <summary>A telephone number or a percentage: from left to right in every language, and never broken.</summary>
    public ShapedText ShapeNumber(string number, Weight weight) =>
        kept.GetOrAdd((number, "", weight, 0, false), key => Shape(key.Text.Replace(' ', '\u00A0'), Foundation.Text.Language.English, weight, 0, false, Number, false));

    private static ShapedText Shape(string text, Foundation.Text.Language language, Weight weight, double tracking, bool rightToLeft, Feature[]? features, bool compact)
    {
        var levels = BidiParagraph.Levels(text, rightToLeft);
        var fonts = Fonts(text, language, weight, compact, out var lacking);
        var words = new List<ShapedWord>();
        foreach (var (start, length, gap) in WordBreaks.Of(text))
        {
            var pieces = Pieces(text, start, length, levels, fonts, tracking, features ?? Plain, language.Code);
            var after = start + length;
            words.Add(new(
                pieces, pieces.Sum(p => p.Advance),
                gap == 0 ? null : Space(fonts[after], levels[after], tracking),
                WordBreaks.Cost(text, start, length, gap)));
        }

        return new(text, rightToLeft, words, lacking);
    }

    private static PosterFont[] Fonts(string text, Foundation.Text.Language language, Weight weight, bool compact, out IReadOnlyList<string> lacking)
    {
        var fonts = new PosterFont[text.Length];
        var missing = new List<string>();
        PosterFont? font = null;
        var at = 0;
        foreach (var letter in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(letter) is not (System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Control))
            {
                if (FontChoice.For(letter, language, weight, font, compact) is { } chosen)
                    font = chosen;
                else
                    missing.Add(letter.ToString());
            }

            var drawn = font ?? PosterFont.In(PosterFont.Latin, weight);
            for (var i = 0; i < letter.Utf16SequenceLength; i++)
                fonts[at++] = drawn;
        }

        lacking = [.. missing.Distinct()];
        return fonts;
    }

    private static List<ShapedPiece> Pieces(string text, int start, int length, byte[] levels, PosterFont[] fonts, double tracking, Feature[] features, string language)
    {
        var pieces = new List<ShapedPiece>();
        for (var from = start; from < start + length;)
        {
            var to = from + 1;
            while (to < start + length && levels[to] == levels[from] && fonts[to] == fonts[from])
                to++;
            pieces.Add(Piece(text, from, to - from, levels[from], fonts[from], tracking, features, language));
            from = to;
        }

        return pieces;
    }

    private static ShapedPiece Piece(string text, int start, int length, byte level, PosterFont font, double tracking, Feature[] features, string language)
    {
        var buffer = used ??= new Buffer();
        buffer.ClearContents();
        // The whole text is its surroundings: a letter joins to one that another font draws.
        buffer.AddUtf16(text.AsSpan(), start, length);
        buffer.GuessSegmentProperties();
        // What only directs the text leaves no trace in a printed sheet.
        buffer.Flags = BufferFlags.RemoveDefaultIgnorables;
        // Left to itself it would take the language of whoever runs the program.
        buffer.Language = new HarfBuzzSharp.Language(language);
        buffer.Direction = (level & 1) == 1 ? Direction.RightToLeft : Direction.LeftToRight;
        font.Shaping.Shape(buffer, features);

        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        var (glyphs, xs, ys) = (new ushort[infos.Length], new float[infos.Length], new float[infos.Length]);
        var (pen, top, bottom, right, em) = (0.0, 0.0, 0.0, 0.0, (double)font.UnitsPerEm);
        // Letters that join are not moved apart.
        var apart = (level & 1) == 1 ? 0 : tracking;
        for (var i = 0; i < infos.Length; i++)
        {
            glyphs[i] = (ushort)infos[i].Codepoint;
            xs[i] = (float)(pen + positions[i].XOffset / em);
            ys[i] = (float)(positions[i].YOffset / em);
            if (font.Shaping.TryGetGlyphExtents(infos[i].Codepoint, out var ink))
            {
                top = Math.Max(top, ys[i] + ink.YBearing / em);
                bottom = Math.Max(bottom, -(ys[i] + (ink.YBearing + ink.Height) / em));
                right = Math.Max(right, xs[i] + (ink.XBearing + ink.Width) / em);
            }

            pen += positions[i].XAdvance / em + (positions[i].XAdvance == 0 ? 0 : apart);
        }

        return new(font, glyphs, xs, ys, pen, top, bottom, Math.Max(0, right - pen), level);
    }

    // Without ink, but whoever reads the sheet back finds the words apart.
    private static ShapedPiece Space(PosterFont font, byte level, double tracking)
    {
        font.Shaping.TryGetNominalGlyph(' ', out var space);
        return new(font, [(ushort)space], [0], [0], font.Shaping.GetHorizontalGlyphAdvance(space) / (double)font.UnitsPerEm + tracking, 0, 0, 0, level);
    }
}
