using System.Security.Cryptography;
using System.Text;
using Cairn.Help.Sealing;
using CsCheck;

namespace Cairn.Tests.Help.Sealing;

public sealed class SeekerCodeTests
{
    private static readonly Gen<SeekerCode> Codes = Gen.Byte.Array[16].Select(b => SeekerCode.From(b));

    [Fact]
    public void A_code_reads_back_from_its_letters_and_from_its_digits() => Codes.Sample(code =>
        SeekerCode.Read(Letters(code)) is { } letters && letters.Equals(code) && SeekerCode.Read(Digits(code)) is { } digits && digits.Equals(code));

    [Fact]
    public void It_reads_however_people_type_it()
    {
        var code = SeekerCode.From(Enumerable.Repeat((byte)0x5A, 16).ToArray());
        var letters = Letters(code);
        var digits = Digits(code);
        string[] typed =
        [
            letters.ToLowerInvariant(), letters.Replace("-", " ", StringComparison.Ordinal), letters.Replace("-", "", StringComparison.Ordinal), letters.Replace("-", " – ", StringComparison.Ordinal),
            letters.Replace('0', 'O').Replace('1', 'l'), letters.Replace('1', 'I'), $"\u2068 {letters}\t\n", string.Join(' ', digits.Chunk(4).Select(c => new string(c))),
            string.Concat(digits.Select(d => (char)('\u06F0' + (d - '0')))), string.Concat(digits.Select(d => (char)('\u0660' + (d - '0')))),
        ];

        Assert.All(typed, t => Assert.Equal(code, SeekerCode.Read(t)));
    }

    [Fact]
    public void A_slip_in_one_letter_is_seen_nearly_always()
    {
        var (seen, all) = (0, 0);
        var random = new Random(20260307);
        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            var letters = Letters(SeekerCode.From(bytes)).Replace("-", "", StringComparison.Ordinal).ToCharArray();
            for (var at = 0; at < letters.Length; at++)
            {
                var right = letters[at];
                letters[at] = right == '7' ? '8' : '7';
                all++;
                seen += SeekerCode.Read(letters) is null ? 1 : 0;
                letters[at] = right;
            }
        }

        // Ten bits: one slip in a thousand would pass for another code, which opens nothing.
        Assert.InRange((double)seen / all, 0.997, 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7KM2")]
    [InlineData("UUUU-UUUU-UUUU-UUUU-UUUU")]
    [InlineData("0000000000000000000000000000000")]
    [InlineData("9999999999999999999999999999999")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789-ABCD-EFGH-JKMN")]
    public void What_is_no_code_is_none(string typed) => Assert.Null(SeekerCode.Read(typed));

    [Fact]
    public void A_group_is_known_as_loosely_as_a_code()
    {
        var code = SeekerCode.From(Enumerable.Repeat((byte)0x5A, 16).ToArray());
        var groups = Letters(code).Split('-');

        Assert.All(Enumerable.Range(0, SeekerCode.Groups), g => Assert.True(code.IsGroup(g, " " + groups[g].ToLowerInvariant().Replace('0', 'o') + " ")));
        Assert.False(code.IsGroup(0, groups[1] == groups[0] ? "" : groups[1]));
        Assert.False(code.IsGroup(0, groups[0] + "7"));
        Assert.False(code.IsGroup(0, ""));
    }

    [Fact]
    public void It_never_says_itself() => Assert.Equal("a seeker's code", SeekerCode.From(RandomNumberGenerator.GetBytes(16)).ToString());

    internal static string Letters(SeekerCode code)
    {
        var group = new byte[SeekerCode.GroupLength];
        return string.Join('-', Enumerable.Range(0, SeekerCode.Groups).Select(g =>
        {
            code.WriteGroup(g, group);
            return Encoding.ASCII.GetString(group);
        }));
    }

    internal static string Digits(SeekerCode code)
    {
        var digits = new byte[SeekerCode.Digits];
        code.WriteDigits(digits);
        return Encoding.ASCII.GetString(digits);
    }
}
