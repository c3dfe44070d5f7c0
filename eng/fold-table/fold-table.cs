#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property AllowUnsafeBlocks=true
#:property NoWarn=CA1050;CA1031;CA2101;CA5392;SYSLIB1054
// Makes src/Cairn.Moment/Terms/Folding/fold.table from published Unicode data: how each character is read when a disguise is looked for.
//   apt-get install unicode-data libicu72        (UnicodeData.txt and its companions; ICU carries the confusables of UTS #39)
//   dotnet run eng/fold-table/fold-table.cs -- /usr/share/unicode src/Cairn.Moment/Terms/Folding/fold.table
// No character is listed here by hand except the eight symbols people write for letters; every other rule goes by a property, a name or a decomposition.
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

const uint Letter = 1u << 16, Blank = 1u << 17, Punct = 1u << 18, Skip = 1u << 19, Invisible = 1u << 20, Homoglyph = 1u << 21, Styled = 1u << 22,
    Leet = 1u << 23, Symbol = 1u << 24, Own = 1u << 25, Expand = 1u << 26, Other = 1u << 27, Surrogate = 1u << 28, Digit = 1u << 29, Self = 1u << 30;
const int Planes = 2 * 0x10000;

var folder = args[0];
var data = new Record[Planes];
foreach (var fields in Rows("UnicodeData.txt"))
{
    var cp = int.Parse(fields[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    var record = new Record(fields[1], fields[2], fields[4], fields[5], fields[6]);
    if (fields[1].EndsWith(", Last>", StringComparison.Ordinal))
    {
        for (var c = cp; c >= 0 && (c == cp || c < Planes && data[c] is null); c--)
        {
            if (c < Planes)
                data[c] = record;
        }
    }
    else if (cp < Planes)
    {
        data[cp] = record;
    }
}

var script = new string[Planes];
foreach (var (from, to, value) in Ranges("Scripts.txt"))
    for (var c = from; c <= to && c < Planes; c++)
        script[c] = value;
var ignorable = new HashSet<int>();
foreach (var (from, to, value) in Ranges("DerivedCoreProperties.txt"))
    if (value == "Default_Ignorable_Code_Point")
        for (var c = from; c <= to && c < Planes; c++)
            ignorable.Add(c);
var folded = new Dictionary<int, int>();
foreach (var fields in Rows("CaseFolding.txt"))
    if (fields[1] is "C" or "S")
        folded[Convert.ToInt32(fields[0], 16)] = Convert.ToInt32(fields[2], 16);
// Some become several letters.
var unfolding = Rows("CaseFolding.txt").Where(f => f[1] == "F").ToDictionary(f => Convert.ToInt32(f[0], 16), f => f[2].Split(' ').Select(c => Convert.ToInt32(c, 16)).ToArray());
var unfolded = folded.GroupBy(p => p.Value).ToDictionary(g => g.Key, g => g.First().Key);

// A script whose letters stand alone, left to right, is one whose letters can pass for Latin ones; vowel signs and ideographs are not letters for Latin eyes.
var signed = Enumerable.Range(0, Planes).Where(c => data[c]?.Category is "Mc").Select(c => script[c]).ToHashSet();
var alphabets = Enumerable.Range(0, Planes).Where(c => data[c] is { Bidi: "L" } r && r.Category[0] == 'L' && script[c] is not null)
    .Select(c => script[c]).Distinct().Except(signed).Except(["Han", "Hiragana", "Katakana", "Hangul", "Bopomofo", "Yi", "Latin"]).ToHashSet();
// Scripts written without blanks between words: every character is a token.
HashSet<string> unspaced = ["Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar", "Tai_Tham", "Tai_Viet", "New_Tai_Lue"];
// Marks of these are accents; elsewhere a mark is a vowel.
HashSet<string> accented = ["Inherited", "Common", "Latin", "Greek", "Cyrillic", "Hebrew", "Arabic", "Syriac", "Coptic", "Armenian"];
var symbols = new Dictionary<int, char> { ['@'] = 'a', ['$'] = 's', ['!'] = 'i', ['|'] = 'l', ['+'] = 't', [0x20AC] = 'e', [0xA3] = 'l', [0xA5] = 'y' };

var error = 0;
var spoof = Icu.Open(ref error);
if (error > 0)
    throw new InvalidOperationException($"ICU answered {error}.");

var expansions = new List<int[]>();
var table = new uint[Planes];
for (var cp = 0; cp < Planes; cp++)
    table[cp] = Entry(cp);
Write(args[1]);
return;

uint Entry(int cp)
{
    if (cp is >= 0xD800 and <= 0xDFFF)
        return Surrogate;
    var record = data[cp];
    if (ignorable.Contains(cp))
        return Skip | (record?.Category is "Mn" ? 0 : Invisible);
    if (record is null || record.Category is "Co" or "Cn")
        return Punct;
    if (record.Category is "Zs" or "Zl" or "Zp" || cp is >= 9 and <= 13 or 0x85)
        return Blank;
    // Other control characters show nothing.
    if (record.Category is "Cc")
        return Skip | Invisible;
    if (record.Category is "Cf")
        return Skip | Invisible;
    if (IsAccent(cp))
        return Skip;
    if (symbols.ContainsKey(cp))
        return (uint)(cp < 0x80 ? cp : symbols[cp]) | Letter | Leet | Symbol;
    if (cp < 0x80)
        return char.IsAsciiDigit((char)cp) ? (uint)cp | Letter | Leet | Digit : char.IsAsciiLetter((char)cp) ? (uint)(cp | 0x20) | Letter : Punct;

    if (LatinByName(record) is { } named)
        return named | Letter | (script[cp] == "Latin" && !IsStyledName(record.Name) ? 0 : Styled);
    if (Regex.Match(record.Name, "^LATIN (?:SMALL |CAPITAL )?(?:LETTER|LIGATURE) (?<letters>[A-Z]{2})(?: WITH .*)?$") is { Success: true } two)
        return (uint)Expansion([.. two.Groups["letters"].Value.Select(c => (int)char.ToLowerInvariant(c))]) | Letter | Expand;
    var parts = (unfolding.TryGetValue(cp, out var several) ? several.SelectMany(Decomposed) : Decomposed(cp)).Where(c => !IsAccent(c)).ToArray();
    if (parts.Length > 1 || parts.Length == 1 && parts[0] != cp)
        return OfParts(cp, record, parts);
    if (record.Category == "Nd")
        return (uint)('0' + DigitValue(cp)) | Letter | Leet | Digit | Other;
    if (record.Category[0] is not ('L' or 'N' or 'M'))
        return Punct;
    if (alphabets.Contains(script[cp]) && Look(cp) is { } look)
        return look | Letter | Homoglyph | Other;
    var own = unspaced.Contains(script[cp]) ? Own : 0;
    var id = folded.GetValueOrDefault(cp, cp);
    var latin = script[cp] == "Latin" ? 0 : Other;
    return id == cp ? Letter | own | latin | Self : Own16(id) | Letter | own | latin;
}

uint OfParts(int cp, Record record, int[] parts)
{
    var entries = parts.Select(Entry).Where(e => (e & Letter) != 0 && (e & Symbol) == 0).ToArray();
    var styled = record.Decomposition.StartsWith('<') ? Styled : 0;
    if (entries.Length == 0)
        return parts.Length > 0 && parts.All(p => (Entry(p) & Blank) != 0) ? Blank : Punct;
    if (entries.Length == 1)
        return (entries[0] & Self) != 0 ? Own16(parts.First(p => (Entry(p) & Letter) != 0)) | (entries[0] & ~Self) | styled : entries[0] | styled;
    var ids = parts.Where(p => (Entry(p) & Letter) != 0 && (Entry(p) & Symbol) == 0)
        .SelectMany(p => (Entry(p) & Expand) != 0 ? expansions[(int)(Entry(p) & 0xFFFF)] : [(Entry(p) & Self) != 0 ? (int)Own16(p) : (int)(Entry(p) & 0xFFFF)]).ToArray();
    return (uint)Expansion(ids) | Letter | Expand | styled | (entries[0] & Other);
}

// As FoldTable numbers letters beyond the basic plane.
static uint Own16(int cp) => cp < 0x10000 ? (uint)cp : (uint)(cp & 0xFFFF) | 0x800;

int Expansion(int[] ids)
{
    var at = expansions.FindIndex(e => e.SequenceEqual(ids));
    if (at >= 0)
        return at;
    expansions.Add(ids);
    return expansions.Count - 1;
}

// Every letter that the standard names after one of ours: with a stroke or hook, turned, small capital, circled, negative squared, regional indicator.
uint? LatinByName(Record record) =>
    Regex.Match(record.Name, "^(?:LATIN |(?:MATHEMATICAL|MODIFIER LETTER|FULLWIDTH|PARENTHESIZED|TORTOISE SHELL BRACKETED|(?:CROSSED )?(?:NEGATIVE )?(?:CIRCLED|SQUARED)) ?(?:.* )?|REGIONAL INDICATOR SYMBOL )" +
        "(?:SMALL |CAPITAL )?LETTER (?:SMALL CAPITAL |TURNED |REVERSED |INVERTED |SIDEWAYS |OPEN |CLOSED |BARRED |DOTLESS |SCRIPT |LONG |INSULAR |STRETCHED |TAILLESS |BLACKLETTER |HALF |DIAERESIZED )*(?<letter>[A-Z])(?: WITH .*)?$") is { Success: true } m
    && record.Category[0] is 'L' or 'S' && !record.Name.Contains("GREEK", StringComparison.Ordinal)
        ? char.ToLowerInvariant(Regex.Match(record.Name, "(?<letter>[A-Z])(?: WITH .*)?$").Groups["letter"].Value[0]) : null;

static bool IsStyledName(string name) => Regex.IsMatch(name, "CIRCLED|SQUARED|TURNED|REVERSED|INVERTED|SIDEWAYS|SMALL CAPITAL|FULLWIDTH");

// What the published table of confusable characters takes it for. Both cases of a letter must be one: the small one's look goes before the large one's, a letter before a digit.
uint? Look(int cp)
{
    int small = folded.GetValueOrDefault(cp, cp), large = unfolded.GetValueOrDefault(small, -1);
    var (looks, looksLarge) = (LooksLike(small), LooksLike(large));
    return looks is >= 'a' ? looks : looksLarge is >= 'a' ? looksLarge : looks ?? looksLarge;
}

uint? LooksLike(int cp)
{
    if (cp < 0)
        return null;
    var seen = Icu.Skeleton(spoof, char.ConvertFromUtf32(cp));
    var letters = new List<uint>();
    foreach (var rune in seen.Normalize(NormalizationForm.FormKD).EnumerateRunes())
    {
        if (rune.Value >= Planes || data[rune.Value] is not { } record || IsAccent(rune.Value))
            continue;
        var letter = rune.IsAscii && Rune.IsLetterOrDigit(rune) ? (uint)char.ToLowerInvariant((char)rune.Value) : LatinByName(record);
        if (letter is null)
            return null;
        letters.Add(letter.Value);
    }

    return letters switch { [var one] => one, ['r', 'n'] => 'm', _ => null };
}

bool IsAccent(int cp) => data[cp]?.Category is "Mn" or "Me" && accented.Contains(script[cp] ?? "Common");

int DigitValue(int cp)
{
    var value = CharUnicodeInfo.GetDecimalDigitValue(char.ConvertFromUtf32(cp), 0);
    return value >= 0 ? value : int.Parse(data[cp].Decimal, CultureInfo.InvariantCulture);
}

IEnumerable<int> Decomposed(int cp)
{
    if (cp >= Planes || data[cp] is not { Decomposition: { Length: > 0 } decomposition } || cp is >= 0xAC00 and <= 0xD7A3)
        return [cp];
    return decomposition.Split(' ').Where(p => p[0] != '<').SelectMany(p => Decomposed(Convert.ToInt32(p, 16))).Where(c => c < Planes);
}

void Write(string path)
{
    var pages = new List<uint[]>();
    var index = new List<ushort>();
    foreach (var page in table.Chunk(256))
    {
        var at = pages.FindIndex(p => p.AsSpan().SequenceEqual(page));
        if (at < 0)
        {
            at = pages.Count;
            pages.Add(page);
        }

        index.Add((ushort)at);
    }

    using var file = new BinaryWriter(File.Create(path));
    file.Write("CFOLD001"u8);
    file.Write((ushort)pages.Count);
    file.Write((ushort)expansions.Count);
    index.ForEach(file.Write);
    foreach (var entry in pages.SelectMany(p => p))
        file.Write(entry);
    foreach (var expansion in expansions)
    {
        file.Write((byte)expansion.Length);
        foreach (var id in expansion)
            file.Write((ushort)id);
    }

    Console.Error.WriteLine($"{pages.Count} pages, {expansions.Count} expansions, {file.BaseStream.Position} bytes; " +
        $"{table.Count(e => (e & Homoglyph) != 0)} homoglyphs, {table.Count(e => (e & Styled) != 0)} styled, alphabets {string.Join(' ', alphabets.Order())}");
}

IEnumerable<string[]> Rows(string file) =>
    File.ReadLines(Path.Combine(folder, file)).Select(l => l.Split('#')[0]).Where(l => l.Contains(';', StringComparison.Ordinal)).Select(l => l.Split(';', StringSplitOptions.TrimEntries));

IEnumerable<(int From, int To, string Value)> Ranges(string file) =>
    Rows(file).Select(f => (f[0].Split(".."), f[1])).Select(f => (Convert.ToInt32(f.Item1[0], 16), Convert.ToInt32(f.Item1[^1], 16), f.Item2));

internal sealed record Record(string Name, string Category, string Bidi, string Decomposition, string Decimal);

internal static class Icu
{
    [DllImport("libicui18n.so.72", EntryPoint = "uspoof_open_72")]
    public static extern nint Open(ref int error);

    public static string Skeleton(nint spoof, string text)
    {
        var into = new char[64];
        var error = 0;
        var length = Fill(spoof, 0, text, text.Length, into, into.Length, ref error);
        return error > 0 ? text : new string(into, 0, length);
    }

    [DllImport("libicui18n.so.72", EntryPoint = "uspoof_getSkeleton_72", CharSet = CharSet.Unicode)]
    private static extern int Fill(nint spoof, uint type, string text, int length, [Out] char[] into, int room, ref int error);
}
