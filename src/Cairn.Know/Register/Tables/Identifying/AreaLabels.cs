using System.Text.RegularExpressions;

namespace Cairn.Know.Register.Tables.Identifying;

/// <summary>Tells names of areas and words of tables from what may be the name of a person.</summary>
internal static partial class AreaLabels
{
    private static readonly HashSet<string> Known = Read();

    // A label with one of these is that of a place, an offence or a kind of count.
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "upper", "lower", "mid", "greater", "inner", "outer", "great", "new", "old", "saint",
        "valley", "city", "isle", "isles", "island", "islands", "borders", "highland", "highlands", "lowlands", "county", "borough", "royal", "coast", "bay", "moor", "forest", "dales", "peak", "wolds",
        "council", "division", "district", "region", "board", "area", "police", "hospital", "prison", "custody", "community", "hmp", "yoi", "hmyoi", "hmpyoi", "force", "command", "ward", "parish", "town",
        "total", "subtotal", "all", "other", "others", "not", "unknown", "known", "none", "and", "of", "the", "in", "by", "to", "from", "with", "without", "or", "for", "at", "on", "upon", "under", "over",
        "level", "levels", "number", "numbers", "count", "counts", "rate", "rates", "percentage", "population", "offender", "offenders", "registered", "managed", "wanted", "missing", "breach", "breaches", "reconvicted",
        "offence", "offences", "crime", "crimes", "indecent", "communication", "communications", "communicating", "grooming", "image", "images", "photo", "photos", "photographs", "possession", "distribution", "contact",
        "sexual", "online", "offline", "cyber", "enabled", "view", "cause", "children", "child", "adult", "adults", "older", "years", "year", "month", "quarter", "period", "snapshot", "abroad", "overseas",
        "recorded", "reported", "convicted", "charged", "cautioned", "civil", "orders", "order", "notification", "risk", "high", "medium", "low", "very", "male", "female", "table", "notes", "group", "category", "type",
        "address", "fixed", "abode", "no", "live", "streaming", "webcam", "extortion", "malicious", "abuse", "harm", "prevention", "internet", "digital", "attempted", "trafficking", "exposure", "public", "summary",
    };

    /// <summary>True for the name of a known area, whatever its case and its "and".</summary>
    /// <param name="label">Without footnote marks.</param>
    public static bool IsKnown(string label) => Known.Contains(Plain(label));

    /// <summary>Words that together may be a person's name: two to four of letters only, capitals or not, a title or an initial among them, none of them a word of tables.</summary>
    public static bool LooksLikeAName(string label)
    {
        if (label.Length is < 4 or > 60 || !Name().IsMatch(label) || IsKnown(label))
            return false;
        var words = Parts().Split(label).Where(w => w.Length > 0).ToList();
        return words.Count is >= 2 and <= 5 && !words.Any(w => Words.Contains(w) || w.EndsWith("shire", StringComparison.OrdinalIgnoreCase) || w.EndsWith("side", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>One word with a capital that is no known area: half a name, when another stands beside it.</summary>
    public static bool LooksLikeHalfAName(string label) => label.Length is >= 2 and <= 30 && OneWord().IsMatch(label) && !IsKnown(label) && !Words.Contains(label);

    private static string Plain(string label) => string.Join(' ', Parts().Split(label.Replace("&", " and ", StringComparison.Ordinal)).Where(w => w.Length > 0)).ToLowerInvariant();

    private static HashSet<string> Read()
    {
        using var stream = typeof(AreaLabels).Assembly.GetManifestResourceStream("Cairn.Know.Register.Tables.area-labels.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#').Select(Plain)];
    }

    [GeneratedRegex(@"^(?:(?:mr|mrs|ms|miss|dr)\.?\s+)?(?:\p{L}{1,2}\.?\s+)?\p{L}[\p{L}'’\-]{1,20}(?:,?\s+(?:\p{L}\.?|\p{L}[\p{L}'’\-]{1,20})){1,3}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    [GeneratedRegex(@"^\p{Lu}[\p{L}'’\-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex OneWord();

    [GeneratedRegex(@"[\s,.\-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
