namespace Cairn.Say.Posters.Text;

/// <summary>Letters of one font and one direction, shaped. Lengths are shares of the em, upwards positive.</summary>
/// <param name="X">Where each glyph stands, from the left end of the piece.</param>
/// <param name="Top">How far the ink reaches above the line.</param>
/// <param name="Bottom">How far the ink reaches below the line, as a positive length.</param>
/// <param name="Over">How far the ink reaches out over the right end of the piece.</param>
/// <param name="Level">As UAX #9 counts it: odd runs from right to left.</param>
internal sealed record ShapedPiece(PosterFont Font, ushort[] Glyphs, float[] X, float[] Y, double Advance, double Top, double Bottom, double Over, byte Level);

/// <summary>What stays together on a line.</summary>
/// <param name="Blank">The space after it, which stands only when a word follows on the same line; null when there is none.</param>
/// <param name="Cost">What breaking the line after it costs: 0 as good as any, above 0 worse, below 0 better; infinite never, and always when it is negative infinity.</param>
internal sealed record ShapedWord(IReadOnlyList<ShapedPiece> Pieces, double Advance, ShapedPiece? Blank, double Cost)
{
    public double Gap => Blank?.Advance ?? 0;

    /// <summary>How far its ink may reach out over its right end, in em.</summary>
    public double Over => Pieces.Count == 0 ? 0 : Pieces.Max(p => p.Over);
}

/// <summary>A text shaped once, for any size.</summary>
/// <param name="Lacking">Letters that no font has.</param>
internal sealed record ShapedText(string Text, bool RightToLeft, IReadOnlyList<ShapedWord> Words, IReadOnlyList<string> Lacking);
