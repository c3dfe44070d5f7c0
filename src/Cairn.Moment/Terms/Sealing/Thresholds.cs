namespace Cairn.Moment.Terms.Sealing;

/// <summary>Finds, for each policy, how unlikely a text must be before it is taken for an entry: as low as the false alarms allow that the policy may raise, were people to write
/// words like those of the list at random. Many short entries need caution, few long ones none.</summary>
internal sealed class Thresholds(byte[] model, TermReader reader)
{
    private const int MostCost = 4096;

    // Entries looked at; the others are taken to be like them.
    private const int Sample = 4_000;

    // Places in a query where an entry might begin.
    private const double Starts = 5;

    /// <summary>False alarms each policy may raise, a query.</summary>
    private static readonly double[] Budget = [3e-6, 8e-6, 3e-6, 150e-6, 30e-6];

    private readonly double[,] likely = new double[Policies.Count, MostCost];

    public short[] Find(PlainLines lines)
    {
        var every = Math.Max(1, lines.Count / Sample);
        var line = 0;
        foreach (var entry in lines.Entries())
        {
            if (line++ % every != 0 || entry.IsException)
                continue;
            foreach (var part in entry.Parts)
            {
                reader.Read(part, entry.Line);
                Variants(every * Starts);
            }
        }

        var found = new short[Policies.Count];
        for (var policy = 0; policy < Policies.Count; policy++)
        {
            var cost = MostCost;
            for (double alarms = 0; cost > 0 && alarms + likely[policy, cost - 1] <= Budget[policy]; cost--)
                alarms += likely[policy, cost - 1];
            found[policy] = (short)cost;
        }

        return found;
    }

    private void Variants(double weight)
    {
        var words = reader.Words;
        var costs = words.Select(w => Cost(w, 0, w.Length)).ToArray();
        Typos(words, costs, weight);
        var whole = costs.Sum();
        for (var w = 0; w < words.Count; w++)
        {
            var word = words[w];
            for (var at = 1; at < word.Length; at++)
            {
                var cost = whole - costs[w] + Cost(word, 0, at) + Cost(word, at, word.Length);
                Note(Policy.Split, cost, weight);
                Note(Policy.Parted, cost, weight);
            }

            for (var at = 0; at < word.Length; at++)
            {
                byte[] doubled = [.. word[..at], word[at], .. word[at..]];
                Note(Policy.Respelt, whole - costs[w] + Cost(doubled, 0, doubled.Length), weight);
            }

            if (w == 0)
                continue;
            byte[] joined = [.. words[w - 1], .. word];
            Note(words.Count == 2 ? Policy.Joined : Policy.Split, whole - costs[w] - costs[w - 1] + Cost(joined, 0, joined.Length), weight);
        }

        if (words.Count > 2)
        {
            byte[] joined = [.. words.SelectMany(w => w)];
            Note(Policy.Joined, Cost(joined, 0, joined.Length), weight);
        }
    }

    private void Typos(List<byte[]> words, int[] costs, double weight)
    {
        if (words.Sum(w => w.Length) < TypoFilter.FewestLetters)
            return;
        var right = costs.Sum(c => Math.Min(c, Policies.MostForARightWord));
        for (var w = 0; w < words.Count; w++)
        {
            var others = right - Math.Min(costs[w], Policies.MostForARightWord);
            foreach (var wrong in Mistakes(words[w]))
                Note(Policy.Typo, others + Cost(wrong, 0, wrong.Length), weight);
        }
    }

    private static IEnumerable<byte[]> Mistakes(byte[] word)
    {
        for (var at = 0; at <= word.Length; at++)
        {
            for (byte letter = 1; letter <= 26; letter++)
            {
                yield return [.. word[..at], letter, .. word[at..]];
                if (at < word.Length && letter != word[at])
                    yield return [.. word[..at], letter, .. word[(at + 1)..]];
            }

            if (at < word.Length && word.Length > 1)
                yield return [.. word[..at], .. word[(at + 1)..]];
        }
    }

    private int Cost(byte[] word, int from, int to)
    {
        int before = 0, last = 0, cost = 0;
        for (var i = from; i < to; i++)
        {
            cost += model[LetterModel.At(before, last, word[i])];
            (before, last) = (last, word[i]);
        }

        return cost + model[LetterModel.At(before, last, 0)];
    }

    private void Note(Policy policy, int cost, double weight) =>
        likely[(int)policy, Math.Min(cost, MostCost - 1)] += weight * Math.Pow(2, -cost / (double)LetterModel.Bit);
}
