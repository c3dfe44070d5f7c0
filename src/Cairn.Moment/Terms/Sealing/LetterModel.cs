namespace Cairn.Moment.Terms.Sealing;

/// <summary>How likely a word is to be written by somebody who means nothing by it, judged by the letters of the list's own words: a letter after the two before it.
/// A reading that only a policy allows, such as a word split in two, must look unlike words.</summary>
internal static class LetterModel
{
    /// <summary>A word's start or end, a to z, everything else.</summary>
    public const int Letters = 28;

    public const int Length = Letters * Letters * Letters;

    /// <summary>Costs are in eighths of a bit.</summary>
    public const int Bit = 8;

    private const double FewWords = 8000;

    private const int Elsewhere = Letters - 1;

    public static int Index(uint id) => id is >= 'a' and <= 'z' ? (int)(id - 'a' + 1) : Elsewhere;

    public static int At(int before, int last, int letter) => (before * Letters + last) * Letters + letter;

    /// <summary>Witten and Bell's interpolation of three orders, as costs.</summary>
    /// <param name="counts">How often each three follow one another in the list's words, ends included.</param>
    public static byte[] Of(uint[] counts)
    {
        var pairs = new double[Letters * Letters];
        var ones = new double[Letters];
        for (var i = 0; i < Length; i++)
        {
            pairs[i % pairs.Length] += counts[i];
            ones[i % Letters] += counts[i];
        }

        // Few words say little: the fewer, the more the lower orders count.
        var doubt = Math.Clamp(FewWords / Math.Max(1, ones[0]), 1, 100);
        var single = Mix(doubt, [.. ones], 0, Enumerable.Repeat(1.0 / Letters, Letters).ToArray());
        var costs = new byte[Length];
        for (var last = 0; last < Letters; last++)
        {
            var second = Mix(doubt, pairs, last * Letters, single);
            for (var before = 0; before < Letters; before++)
            {
                var at = At(before, last, 0);
                var row = Mix(doubt, [.. counts.AsSpan(at, Letters).ToArray().Select(c => (double)c)], 0, second);
                for (var letter = 0; letter < Letters; letter++)
                    costs[at + letter] = (byte)Math.Clamp(Math.Round(-Math.Log2(row[letter]) * Bit), 0, 255);
            }
        }

        return costs;
    }

    private static double[] Mix(double doubt, double[] counts, int at, double[] lower)
    {
        var row = counts.AsSpan(at, Letters);
        double sum = 0, kinds = 0;
        foreach (var count in row)
            (sum, kinds) = (sum + count, kinds + (count > 0 ? 1 : 0));
        kinds = Math.Max(doubt, kinds);
        var mixed = new double[Letters];
        for (var letter = 0; letter < Letters; letter++)
            mixed[letter] = (row[letter] + kinds * lower[letter]) / (sum + kinds);
        return mixed;
    }
}
