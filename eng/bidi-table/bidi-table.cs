#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property NoWarn=CA1050
// Makes src/Cairn.Say/Posters/Text/Bidi/BidiData.g.cs from published Unicode data: the direction of every character, and which brackets belong together.
//   apt-get install unicode-data
//   dotnet run eng/bidi-table/bidi-table.cs -- /usr/share/unicode src/Cairn.Say/Posters/Text/Bidi/BidiData.g.cs
// No character is listed here by hand; what nobody has assigned yet takes the default that the data states for its block.
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

const int Space = 0x110000, Near = 0x800;

// In the order of the enum BidiClass.
string[] classes = ["L", "R", "AL", "EN", "ES", "ET", "AN", "CS", "NSM", "BN", "B", "S", "WS", "ON", "LRE", "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"];
var folder = args[0];
var derived = File.ReadAllLines(Path.Combine(folder, "extracted", "DerivedBidiClass.txt"));

// The defaults name classes in words, everything else in letters.
var words = Rows("PropertyValueAliases.txt").Where(f => f[0] == "bc").ToDictionary(f => f[2], f => f[1]);
var table = new byte[Space];
foreach (var line in derived)
{
    if (Regex.Match(line, "^# @missing: (?<range>[0-9A-F.]+); *(?<word>\\w+)") is { Success: true } missing)
        Fill(missing.Groups["range"].Value, words[missing.Groups["word"].Value]);
}

foreach (var fields in Fields(derived))
    Fill(fields[0], fields[1]);

var canonical = new Dictionary<int, int>();
foreach (var fields in Rows("UnicodeData.txt"))
{
    var cp = Hex(fields[0]);
    if (classes[table[cp]] != fields[4])
        throw new InvalidOperationException($"{fields[0]} is {fields[4]} in one file, {classes[table[cp]]} in the other.");
    if (fields[5].Length > 0 && !fields[5].Contains('<', StringComparison.Ordinal) && !fields[5].Contains(' ', StringComparison.Ordinal))
        canonical[cp] = Hex(fields[5]);
}

// Both halves of a pair have the number of the pair, and so have the halves of a pair that is canonically the same.
var numbers = new Dictionary<int, int>();
var brackets = new List<uint>();
foreach (var fields in Rows("BidiBrackets.txt").OrderBy(f => Hex(f[0])))
{
    int cp = Hex(fields[0]), opening = fields[2] == "o" ? cp : Hex(fields[1]);
    opening = canonical.GetValueOrDefault(opening, opening);
    if (!numbers.TryGetValue(opening, out var number))
        numbers[opening] = number = numbers.Count;
    if (cp > 0xFFFF || number > 0x7F || classes[table[cp]] != "ON")
        throw new InvalidOperationException($"The bracket {fields[0]} needs another layout.");
    brackets.Add((uint)cp << 8 | (uint)number << 1 | (fields[2] == "c" ? 1u : 0u));
}

var ranges = Enumerable.Range(Near, Space - Near).Where(c => c == Near || table[c] != table[c - 1]).Select(c => (uint)c << 8 | table[c]).ToList();
var version = Regex.Match(derived[0], "[0-9]+\\.[0-9]+\\.[0-9]+").Value;
var near = string.Concat(table.Take(Near).Select(c => (char)('A' + c)));
var source = new StringBuilder($$"""
    // Made by eng/bidi-table/bidi-table.cs of Unicode {{version}}.
    namespace Cairn.Say.Posters.Text.Bidi;

    internal static class BidiData
    {
        /// <summary>The class of each character below U+0800, a letter each from A on.</summary>
        public static ReadOnlySpan<byte> Near =>

    """);
source.AppendJoin(" +\n", near.Chunk(128).Select(c => $"        \"{new string(c)}\"u8")).Append(";\n\n");
source.Append("    /// <summary>From U+0800 on, where each stretch of one class begins, with the class in the lowest byte.</summary>\n");
source.Append("    public static ReadOnlySpan<uint> Ranges =>\n    [\n").Append(Listed(ranges)).Append("    ];\n\n");
source.Append("    /// <summary>Each bracket, with the number of its pair and a bit for the closing one in the lowest byte.</summary>\n");
source.Append("    public static ReadOnlySpan<uint> Brackets =>\n    [\n").Append(Listed(brackets)).Append("    ];\n}\n");
File.WriteAllText(args[1], source.ToString());
Console.Error.WriteLine($"Unicode {version}: {ranges.Count} ranges, {brackets.Count} brackets, {source.Length} characters");
return;

void Fill(string range, string name)
{
    var ends = range.Split("..");
    table.AsSpan(Hex(ends[0])..(Hex(ends[^1]) + 1)).Fill((byte)Array.IndexOf(classes, name));
}

static string Listed(IEnumerable<uint> numbers) => string.Concat(numbers.Chunk(16).Select(c => $"        {string.Join(", ", c.Select(n => $"0x{n:X}"))},\n"));

static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

static IEnumerable<string[]> Fields(IEnumerable<string> lines) =>
    lines.Select(l => l.Split('#')[0]).Where(l => l.Contains(';', StringComparison.Ordinal)).Select(l => l.Split(';', StringSplitOptions.TrimEntries));

IEnumerable<string[]> Rows(string file) => Fields(File.ReadLines(Path.Combine(folder, file)));
