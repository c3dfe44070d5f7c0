namespace Cairn.Say.Posters.Text.Bidi;

/// <summary>W1 to W7: marks take after their letter, digits after the letters before them, signs after the digits they belong to.</summary>
internal static class WeakRules
{
    public static void Resolve(BidiSequence sequence)
    {
        Marks(sequence.Classes, sequence.Start);
        ArabicNumbers(sequence.Classes, sequence.Start);
        Separators(sequence.Classes);
        Terminators(sequence.Classes);
        LatinNumbers(sequence.Classes, sequence.Start);
    }

    /// <summary>W1.</summary>
    private static void Marks(Span<BidiClass> classes, BidiClass start)
    {
        var before = start;
        foreach (ref var c in classes)
        {
            if (c == BidiClass.NSM)
                c = before.IsIsolateInitiator() || before == BidiClass.PDI ? BidiClass.ON : before;
            before = c;
        }
    }

    /// <summary>W2, W3.</summary>
    private static void ArabicNumbers(Span<BidiClass> classes, BidiClass start)
    {
        var strong = start;
        foreach (ref var c in classes)
        {
            if (c is BidiClass.L or BidiClass.R or BidiClass.AL)
                strong = c;
            else if (c == BidiClass.EN && strong == BidiClass.AL)
                c = BidiClass.AN;
            if (c == BidiClass.AL)
                c = BidiClass.R;
        }
    }

    /// <summary>W4: a single separator between two numbers of one kind.</summary>
    private static void Separators(Span<BidiClass> classes)
    {
        for (var i = 1; i < classes.Length - 1; i++)
        {
            var number = classes[i - 1];
            if (number == classes[i + 1]
                && (number == BidiClass.EN && classes[i] is BidiClass.ES or BidiClass.CS || number == BidiClass.AN && classes[i] == BidiClass.CS))
                classes[i] = number;
        }
    }

    /// <summary>W5, W6: signs beside a number are part of it, before it or behind it; all others are neutral.</summary>
    private static void Terminators(Span<BidiClass> classes)
    {
        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i] == BidiClass.ET)
            {
                var end = i;
                while (end < classes.Length && classes[end] == BidiClass.ET)
                    end++;
                var beside = i > 0 && classes[i - 1] == BidiClass.EN || end < classes.Length && classes[end] == BidiClass.EN;
                classes[i..end].Fill(beside ? BidiClass.EN : BidiClass.ON);
                i = end - 1;
            }
            else if (classes[i] is BidiClass.ES or BidiClass.CS)
            {
                classes[i] = BidiClass.ON;
            }
        }
    }

    /// <summary>W7.</summary>
    private static void LatinNumbers(Span<BidiClass> classes, BidiClass start)
    {
        var strong = start;
        foreach (ref var c in classes)
        {
            if (c is BidiClass.L or BidiClass.R)
                strong = c;
            else if (c == BidiClass.EN && strong == BidiClass.L)
                c = BidiClass.L;
        }
    }
}
