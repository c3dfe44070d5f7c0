using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Cairn.Say.Posters.Text.Bidi;

namespace Cairn.Tests.Say.Posters;

/// <summary>Control characters are written as escapes, so that a reader sees them: 2066 is LRI, 2067 RLI, 2068 FSI, 2069 PDI, 202B RLE, 202C PDF, 202E RLO.</summary>
public sealed class BidiTests
{
    private const string Phone = "0800 123 4567";
    private const string Brackets = "[][(){}\u2329\u232A\u3008\u3009]";

    // What each generated string is made of. All of it is older than Unicode 10, whose data the command of Debian 12 has.
    // An isolate of unknown direction comes with a letter: without one, that command goes on to look for a letter behind the isolate.
    private static readonly string[] Pieces =
    [
        .. "بتكمنوہےچ".Select(c => c.ToString()), .. "abkxYZé".Select(c => c.ToString()), "א", "ש", "\U0001F642", "\U00010900", "語",
        .. "0123789٠١٩۰۴۹".Select(c => c.ToString()), .. "+-.,:/%#$€٪،؟!?\"'«»*&_=~٫".Select(c => c.ToString()),
        .. "()[]{}()[]()\u2329\u232A\u3008\u3009".Select(c => c.ToString()), " ", " ", " ", "\u00A0", "\t", "\u064E", "\u0301", "\u200D", "\u200E", "\u200F", "\u061C",
        "\u2066", "\u2067", "\u2068ب", "\u2068a", "\u2069", "\u2069", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E",
    ];

    /// <summary>
    /// Where fribidi 1.0.8 does not keep to the rules (ICU, asked by hand, does, and gives the levels that are given here): what one isolate holds is seen from
    /// the next one (its issues 130 and 141); a bracket behind a mark on a sign is none; N0 looks for a letter before brackets outside of their embedding.
    /// </summary>
    private static readonly Regex IsReadOtherwiseByFribidi = new($"[\u2066-\u2068].*[\u2066-\u2068]|[\u064E\u0301]\u200D*{Brackets}|[\u202A-\u202E].*{Brackets}");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void A_telephone_number_in_an_Urdu_sentence_keeps_its_order_when_isolated()
    {
        var sentence = $"یہ نمبر \u2066{Phone}\u2069 مفت ہے۔";

        var seen = Seen(sentence, rightToLeft: true);

        Assert.Contains(Phone, seen, StringComparison.Ordinal);
        Assert.EndsWith("ہی", seen, StringComparison.Ordinal);
        Assert.StartsWith("۔ےہ", seen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_telephone_number_in_an_Urdu_sentence_loses_its_order_when_nothing_isolates_it()
    {
        var sentence = $"یہ نمبر {Phone} مفت ہے۔";

        var seen = Seen(sentence, rightToLeft: true);

        Assert.Contains("4567 123 0800", seen, StringComparison.Ordinal);
    }

    [Fact]
    public void An_isolate_of_unknown_direction_takes_that_of_its_first_letter_and_passes_over_isolates_within()
    {
        var latin = "ب \u2068(\u2067ب\u2069) to\u2069 ب";
        var arabic = "a \u2068(\u2066a\u2069) ب\u2069 a";
        var neither = "ب \u206812\u2069";

        Assert.Equal("11122322222111", Levels(latin, rightToLeft: true));
        Assert.Equal("0001121111000", Levels(arabic, rightToLeft: false));
        Assert.Equal("111221", Levels(neither, rightToLeft: true));
    }

    [Fact]
    public void Latin_words_in_Arabic_text_are_one_run_and_the_runs_come_from_left_to_right()
    {
        var line = "ابت good day تبا";

        var runs = Runs(line, rightToLeft: true);

        Assert.Equal([new(12, 4, 1), new(4, 8, 2), new(0, 4, 1)], runs);
        Assert.Equal([true, false, true], runs.Select(r => r.RightToLeft));
    }

    [Theory]
    [InlineData('(', ')')]
    [InlineData('[', ']')]
    [InlineData('\u2329', '\u3009')]
    [InlineData('\u3008', '\u232A')]
    public void Both_brackets_of_a_pair_run_the_same_way_even_when_angle_brackets_are_written_in_two_manners(char opening, char closing)
    {
        var pair = $"a {opening}ب{closing} ب";
        var turned = $"a {closing}ب{opening} ب";
        var inArabic = $"بت {opening}ab{closing} بت";

        Assert.Equal("0001001", Levels(pair, rightToLeft: false));
        Assert.Equal("0001111", Levels(turned, rightToLeft: false));
        Assert.Equal("1111221111", Levels(inArabic, rightToLeft: true));
    }

    [Fact]
    public void Brackets_of_two_kinds_are_no_pair()
    {
        var text = "a (ب] ب";

        var levels = Levels(text, rightToLeft: false);

        Assert.Equal("0001111", levels);
    }

    [Fact]
    public void Both_halves_of_a_surrogate_pair_have_one_level_at_the_end_of_a_line_too()
    {
        var smile = "ب \U0001F642 ";
        var phoenician = "a \U00010900\U00010901 ";

        Assert.Equal("111111", Levels(smile + "ب", rightToLeft: false));
        Assert.Equal("10000", Levels(smile, rightToLeft: false));
        Assert.Equal([new(0, 2, 0), new(2, 4, 1), new(6, 1, 0)], Runs(phoenician, rightToLeft: false));
    }

    [Fact]
    public void A_lone_half_of_a_surrogate_pair_is_a_letter_like_any_other()
    {
        var text = "ب\uD83Dب\uDE42";

        var levels = Levels(text, rightToLeft: true);

        Assert.Equal("1212", levels);
    }

    [Fact]
    public void Space_where_a_line_ends_goes_to_the_paragraphs_end_and_not_into_the_words()
    {
        var text = "good day تبا";
        var levels = BidiParagraph.Levels(text, rightToLeft: true);

        var first = BidiParagraph.Runs(text.AsSpan(0, 5), levels.AsSpan(0, 5), 1);
        var second = BidiParagraph.Runs(text.AsSpan(5), levels.AsSpan(5), 1);

        Assert.Equal(2, levels[4]);
        Assert.Equal([new(4, 1, 1), new(0, 4, 2)], first);
        Assert.Equal([new(3, 4, 1), new(0, 3, 2)], second);
    }

    [Fact]
    public void A_joiner_behind_the_last_letter_of_a_line_stays_in_the_letters_run()
    {
        var text = "تب\u200D ";

        var runs = Runs(text, rightToLeft: false);

        Assert.Equal([new(0, 3, 1), new(3, 1, 0)], runs);
    }

    [Fact]
    public void A_tab_parts_what_is_before_it_from_what_is_behind()
    {
        var text = "تب \t تب";

        var levels = Levels(text, rightToLeft: false);

        Assert.Equal("1100111", levels);
    }

    [Fact]
    public void An_override_and_an_isolate_end_with_their_paragraph()
    {
        var text = "a\u202Eab\u2067ab\nab ب";

        var levels = Levels(text, rightToLeft: false);

        Assert.Equal("0011", levels[..4]);
        Assert.Equal("44", levels[5..7]);
        Assert.Equal("00001", levels[7..]);
    }

    [Fact]
    public void What_is_nested_deeper_than_the_algorithm_goes_is_left_at_the_deepest_level()
    {
        var isolates = new string('\u2067', 300) + "ab" + new string('\u2069', 300) + "ab";
        var embeddings = new string('\u202B', 300) + "ب" + new string('\u202C', 300) + "ab";
        var brackets = new string('(', 100) + "ب" + new string(')', 100) + "ab";

        var isolated = BidiParagraph.Levels(isolates, rightToLeft: false);
        var embedded = BidiParagraph.Levels(embeddings, rightToLeft: false);
        var bracketed = BidiParagraph.Levels(brackets, rightToLeft: false);

        Assert.Equal([126, 126], isolated[300..302]);
        Assert.Equal([0, 0], isolated[^2..]);
        Assert.Equal(125, embedded[300]);
        Assert.Equal([0, 0], embedded[^2..]);
        Assert.Equal([1, 0, 0], [bracketed[100], .. bracketed[^2..]]);
    }

    [Fact]
    public void Nothing_and_what_is_not_seen_have_an_order_too()
    {
        Assert.Empty(BidiParagraph.Levels("", rightToLeft: true));
        Assert.Empty(BidiParagraph.Runs("", [], 1));
        Assert.Equal([new(0, 3, 1)], Runs("\u200D\u202A\u202C", rightToLeft: true));
        Assert.Throws<ArgumentException>(() => BidiParagraph.Runs("ab", [0], 0));
    }

    [Theory]
    [InlineData('a', "L")]
    [InlineData('5', "EN")]
    [InlineData('٥', "AN")]
    [InlineData('۵', "EN")]
    [InlineData('ہ', "AL")]
    [InlineData(0x7FF, "R")]
    [InlineData(0x800, "R")]
    [InlineData(0x200D, "BN")]
    [InlineData(0x2066, "LRI")]
    [InlineData(0x2069, "PDI")]
    [InlineData(0x202E, "RLO")]
    [InlineData(0x301, "NSM")]
    [InlineData(0x20CF, "ET")]
    [InlineData(0xD800, "L")]
    [InlineData(0xFFFF, "BN")]
    [InlineData(0x10CFF, "R")]
    [InlineData(0x1EEFF, "AL")]
    [InlineData(0x1EFFF, "R")]
    [InlineData(0x1F642, "ON")]
    [InlineData(0x10FFFD, "L")]
    [InlineData(0x10FFFF, "BN")]
    public void Every_character_has_a_class_though_nobody_has_assigned_it(int codePoint, string expected)
    {
        var found = BidiClasses.Of(codePoint);

        Assert.Equal(expected, found.ToString());
    }

    [Fact]
    public void Looking_up_a_class_allocates_nothing()
    {
        BidiClasses.Of(0x10FFFF);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var codePoint = 0; codePoint <= 0x10FFFF; codePoint++)
            BidiClasses.Of(codePoint);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ten_thousand_strings_have_the_levels_that_fribidi_gives_them(bool rightToLeft)
    {
        var random = new Random(20261124);
        var strings = Generated(random).Where(s => !IsReadOtherwiseByFribidi.IsMatch(s)).Take(10_000).ToArray();

        var theirs = await Fribidi(strings, rightToLeft);
        var ours = strings.Select(s => Shown(s, [.. BidiParagraph.Levels(s, rightToLeft)])).ToArray();

        Assert.Equal(strings.Length, theirs.Length);
        var different = Enumerable.Range(0, strings.Length).Where(i => ours[i] != Shown(strings[i], theirs[i]))
            .Select(i => $"{Escaped(strings[i])}\n  ours   {ours[i]}\n  theirs {Shown(strings[i], theirs[i])}").ToArray();
        Assert.True(different.Length == 0, $"{different.Length} differ:\n{string.Join('\n', different.OrderBy(d => d.Length).Take(10))}");
    }

    private static IEnumerable<string> Generated(Random random)
    {
        while (true)
            yield return string.Concat(random.GetItems(Pieces, random.Next(1, 40)));
    }

    /// <summary>The levels of each string, for each UTF-16 unit. Without the command this fails.</summary>
    private static async Task<byte[][]> Fribidi(string[] strings, bool rightToLeft)
    {
        var start = new ProcessStartInfo("fribidi", ["--charset", "UTF-8", rightToLeft ? "--rtl" : "--ltr", "--nopad", "--nobreak", "--levels", "--novisual"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        using var fribidi = Process.Start(start)!;
        var answer = fribidi.StandardOutput.ReadToEndAsync(Cancel);
        await fribidi.StandardInput.WriteAsync(string.Concat(strings.Select(s => s + "\n")));
        fribidi.StandardInput.Close();
        var lines = (await answer).TrimEnd('\n').Split('\n');
        await fribidi.WaitForExitAsync(Cancel);
        Assert.Equal(0, fribidi.ExitCode);
        return [.. lines.Zip(strings, (l, s) => PerUnit(s, l))];
    }

    private static byte[] PerUnit(string text, string line)
    {
        var perRune = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => byte.Parse(n, CultureInfo.InvariantCulture));
        return [.. text.EnumerateRunes().Zip(perRune, (r, level) => Enumerable.Repeat(level, r.Utf16SequenceLength)).SelectMany(l => l)];
    }

    /// <summary>What X9 removes has no place on the line, and everyone may give it a level of his own.</summary>
    private static string Shown(string text, byte[] levels)
    {
        Assert.Equal(text.Length, levels.Length);
        return string.Join(' ', text.Select((c, i) => BidiClasses.Of(c).IsRemoved() ? "x" : levels[i].ToString(CultureInfo.InvariantCulture)));
    }

    private static string Escaped(string text) => string.Concat(text.Select(c => char.IsAscii(c) && c != '\t' ? $"{c}" : $"\\u{(int)c:X4}"));

    private static string Levels(string text, bool rightToLeft) => string.Concat(BidiParagraph.Levels(text, rightToLeft));

    private static IReadOnlyList<BidiRun> Runs(string line, bool rightToLeft) =>
        BidiParagraph.Runs(line, BidiParagraph.Levels(line, rightToLeft), rightToLeft ? (byte)1 : (byte)0);

    /// <summary>The characters from left to right, without those that only direct.</summary>
    private static string Seen(string line, bool rightToLeft) =>
        string.Concat(Runs(line, rightToLeft).SelectMany(r => r.RightToLeft ? line.Substring(r.Start, r.Length).Reverse() : line.Substring(r.Start, r.Length)).Where(c => c is < '\u2066' or > '\u2069'));
}
