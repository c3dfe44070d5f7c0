using Cairn.Moment.Terms;
using Cairn.Moment.Terms.Matching;
using Cairn.Moment.Terms.Sealing;
using CsCheck;

namespace Cairn.Tests.Moment.Terms;

/// <summary>A short text is read with bits and vectors, a long one place by place; both must see the same words in it.</summary>
public sealed unsafe class QuickScanTests
{
    private static readonly ListKeys Keys = new(TermKey.From(new byte[TermKey.Length]), "sixteen bytes :)"u8);

    private static Gen<char> Of(string characters) => Gen.Int[0, characters.Length - 1].Select(i => characters[i]);

    private static readonly Gen<string> Ascii = Gen.OneOf(Gen.Char[' ', '~'], Of("aliot"), Of("10!@+47"), Of(" .-\t"))
        .Array[1, QuickScan.Longest].Select(c => new string(c));

    private static readonly Gen<string> Mixed = Gen.OneOf(Gen.Char[' ', '~'], Of("éёаｂo0!|i"), Of("\u200B\u0301\0\u00AD"), Of(" …\u00A0·"))
        .Array[1, QuickScan.Longest].Select(c => new string(c));

    [Theory]
    [InlineData("ASCII, all at once")]
    [InlineData("ASCII, one by one")]
    [InlineData("any letters")]
    public void Both_ways_see_the_same_words_in_each_reading(string way) =>
        (way == "any letters" ? Mixed : Ascii).Sample(
            text =>
            {
                byte* quickMemory = stackalloc byte[Scan.Length(QuickScan.Longest)], memory = stackalloc byte[Scan.Length(Scan.Stretch)];
                var quick = new Scan(quickMemory, QuickScan.Longest);
                var scan = new Scan(memory, Scan.Stretch);

                Assert.True(QuickScan.Read(ref quick, Keys, text, atOnce: way == "ASCII, all at once"));
                scan.Read(Keys, text, 0);

                Assert.Equal(scan.Glued, quick.Glued);
                for (var reading = Reading.Letters; reading <= Reading.Parted; reading++)
                {
                    if (reading > Reading.Letters)
                        QuickScan.Again(ref quick, Keys, text, reading);
                    scan.Tokenise(Keys, reading);
                    Assert.Equal(Words(ref scan), Words(ref quick));
                }
            },
            iter: 20_000, threads: 1);

    private static string Words(ref Scan scan)
    {
        var words = new List<string>();
        for (var t = 0; t < scan.Tokens; t++)
        {
            var token = scan.TokenAt(t);
            words.Add($"{token->Raw}-{token->RawEnd}: {token->FirstSymbol}-{token->EndSymbol} {token->Start:x}-{token->End:x} in {token->Chunk}");
            Assert.Equal((token->End, (ulong)token->EndSymbol, (ulong)token->Chunk), (scan.Ends[t], scan.EndSymbols[t], scan.Chunks[t]));
        }

        return string.Join('\n', words);
    }
}
