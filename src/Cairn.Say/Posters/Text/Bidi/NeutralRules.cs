namespace Cairn.Say.Posters.Text.Bidi;

/// <summary>N1 and N2, and the levels that follow of them: I1 and I2.</summary>
internal static class NeutralRules
{
    /// <summary>Between two of one direction all is of that direction (N1), otherwise of the embedding's (N2).</summary>
    public static void Resolve(BidiSequence sequence)
    {
        var classes = sequence.Classes;
        for (var i = 0; i < classes.Length; i++)
        {
            if (!classes[i].IsNeutral())
                continue;
            var end = i;
            while (end < classes.Length && classes[end].IsNeutral())
                end++;
            var before = i == 0 ? sequence.Start : classes[i - 1].Strong();
            var after = end == classes.Length ? sequence.End : classes[end].Strong();
            classes[i..end].Fill(before is { } both && both == after ? both : BidiClasses.OfLevel(sequence.Level));
            i = end - 1;
        }
    }

    /// <summary>I1, I2.</summary>
    public static void Raise(BidiSequence sequence, Span<byte> levels)
    {
        for (var i = 0; i < sequence.Positions.Length; i++)
        {
            var c = sequence.Classes[i];
            var above = (sequence.Level & 1) == 0
                ? c switch { BidiClass.L => 0, BidiClass.R => 1, _ => 2 }
                : c == BidiClass.R ? 0 : 1;
            levels[sequence.Positions[i]] = (byte)(sequence.Level + above);
        }
    }
}
