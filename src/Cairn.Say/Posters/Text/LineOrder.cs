namespace Cairn.Say.Posters.Text;

/// <summary>Puts the pieces of a line in the order in which they stand from left to right: rule L2 of UAX #9 over whole pieces, whose letters are in order already.</summary>
internal static class LineOrder
{
    /// <summary>Each piece with where it begins, in em from the left end of the line.</summary>
    public static IEnumerable<(ShapedPiece Piece, double At)> Of(ShapedText text, TextLine line)
    {
        var row = new List<ShapedPiece>();
        for (var i = line.First; i < line.First + line.Count; i++)
        {
            var word = text.Words[i];
            row.AddRange(word.Pieces);
            if (i < line.First + line.Count - 1 && word.Blank is { } blank)
                row.Add(blank);
        }

        for (var level = row.Count == 0 ? 0 : row.Max(r => r.Level); level > 0; level--)
            Reverse(row, level);

        var at = 0.0;
        foreach (var piece in row)
        {
            yield return (piece, at);
            at += piece.Advance;
        }
    }

    private static void Reverse(List<ShapedPiece> row, int level)
    {
        for (var from = 0; from < row.Count; from++)
        {
            var to = from;
            while (to < row.Count && row[to].Level >= level)
                to++;
            if (to > from + 1)
                row.Reverse(from, to - from);
            from = Math.Max(from, to);
        }
    }
}
