namespace Cairn.Bench.Terms;

/// <summary>A query and what is true of it: the kind of disguise, or that it is clean.</summary>
internal readonly record struct Query(string Text, string Kind, bool Listed);

/// <summary>Nonsense phrases and queries from a fixed seed. Words are syllables that mean nothing in any language we know of.</summary>
internal sealed class Workload
{
    private static readonly string[] Onsets = ["b", "bl", "br", "d", "dr", "f", "g", "gl", "k", "kl", "l", "m", "n", "p", "pl", "r", "s", "sk", "st", "t", "tr", "v", "z", "w", "j", "h"];
    private static readonly string[] Codas = ["", "", "", "", "n", "r", "l", "s", "t", "m", "ng", "p", "k", "x"];
    public static readonly string[] CleanKinds = ["plain words", "listed word inside a longer word", "all but the last word", "digits", "punctuation", "accents", "Cyrillic", "capitals"];
    private readonly Random random;
    private readonly string[] words;
    private readonly HashSet<string> listed;

    /// <param name="count">How many phrases are listed.</param>
    /// <param name="terms">Phrases of another workload, to ask other questions about them.</param>
    public Workload(int count, int seed = 20261124, string[]? terms = null)
    {
        random = new Random(seed);
        // Half the words of queries are words of the list's vocabulary, as in life.
        words = [.. Enumerable.Range(0, 40_000).Select(_ => Word()).Distinct()];
        Terms = terms ?? new string[count];
        listed = [.. terms ?? []];
        for (var i = listed.Count; i < count;)
        {
            var phrase = string.Join(' ', Enumerable.Range(0, Length()).Select(_ => random.Next(4) == 0 ? Word() : words[random.Next(words.Length)]));
            if (phrase.Length >= 4 && listed.Add(phrase))
                Terms[i++] = phrase;
        }
    }

    public string[] Terms { get; }

    /// <summary>One in a hundred holds a listed phrase, and a third of those in disguise.</summary>
    public Query[] Mixed(int count)
    {
        var queries = new Query[count];
        for (var i = 0; i < count; i++)
            queries[i] = i % 100 != 0 ? CleanOne(CleanKinds[random.Next(CleanKinds.Length)]) : i % 300 == 0 ? Disguised(Disguises.Known[random.Next(Disguises.Known.Length)]) : Disguised("plain");
        return queries;
    }

    public Query[] Of(string disguise, int count) => [.. Enumerable.Range(0, count).Select(_ => Disguised(disguise))];

    public Query[] CleanOnes(string kind, int count) => [.. Enumerable.Range(0, count).Select(_ => CleanOne(kind))];

    public Query Disguised(string kind)
    {
        while (true)
        {
            var term = Terms[random.Next(Terms.Length)];
            if (kind is "joined words" && !term.Contains(' ') || kind == "typo" && term.Count(c => c != ' ') < 8)
                continue;
            // Only that phrase may be found, or recall would be another entry's merit.
            string[] before = Filler(random.Next(0, 3)), after = Filler(random.Next(0, 3));
            var others = term.Split(' ');
            if (Holds(string.Join(' ', before)) || Holds(string.Join(' ', after)) || Holds(string.Join(' ', others[1..])) || Holds(string.Join(' ', others[..^1])))
                continue;
            return new(string.Join(' ', [.. before, Disguises.Write(kind, term, random), .. after]), kind, true);
        }
    }

    private Query CleanOne(string kind)
    {
        while (true)
        {
            var text = CleanText(kind);
            // Not by accident either: what is listed is not clean.
            if (!Holds(text))
                return new(text, kind, false);
        }
    }

    private string CleanText(string kind)
    {
        var parts = Filler(random.Next(2, 8));
        switch (kind)
        {
            case "listed word inside a longer word":
                parts[0] = Syllable() + Terms[random.Next(Terms.Length)].Split(' ')[0] + Syllable();
                return string.Join(' ', parts);
            case "all but the last word":
                var term = Terms[random.Next(Terms.Length)].Split(' ');
                return string.Join(' ', term[..^1].Concat(parts).Take(Math.Max(2, parts.Length)));
            case "digits":
                parts[random.Next(parts.Length)] = random.Next(1, 2100).ToString();
                return string.Join(' ', parts);
            case "punctuation":
                parts[0] += random.Next(3) switch { 0 => ",", 1 => "?", _ => "!" };
                return string.Join(random.Next(4) == 0 ? "-" : " ", parts);
            case "accents":
                return string.Join(' ', parts).Replace('e', 'é').Replace('a', 'à');
            case "Cyrillic":
                return string.Join(' ', parts.Select(p => random.Next(2) == 0 ? p : Disguises.Cyrillic(p)));
            case "capitals":
                return string.Join(' ', parts.Select(p => char.ToUpperInvariant(p[0]) + p[1..]));
            default:
                return string.Join(' ', parts);
        }
    }

    private bool Holds(string text)
    {
        var tokens = Disguises.Words(text);
        for (var from = 0; from < tokens.Length; from++)
        {
            for (var to = from + 1; to <= Math.Min(tokens.Length, from + 4); to++)
            {
                if (listed.Contains(string.Join(' ', tokens[from..to])))
                    return true;
            }
        }

        return false;
    }

    private string[] Filler(int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(2) == 0 ? Word() : words[random.Next(words.Length)])];

    private string Word() => string.Concat(Enumerable.Range(0, random.Next(10) switch { < 4 => 1, < 8 => 2, _ => 3 }).Select(_ => Syllable()));

    private string Syllable() => Onsets[random.Next(Onsets.Length)] + "aeiou"[random.Next(5)] + Codas[random.Next(Codas.Length)];

    private int Length() => random.Next(100) switch { < 25 => 1, < 65 => 2, < 88 => 3, _ => 4 };
}
