using System.Runtime.CompilerServices;
using Cairn.Moment.Terms.Matching;

namespace Cairn.Moment.Terms.Sealing;

/// <summary>Reads an entry's words with the same scan as a query's.</summary>
internal sealed class TermReader(ListKeys keys)
{
    private ulong[] values = [];

    /// <summary>The words' letters for the model, one array a word; filled by <see cref="Read"/>.</summary>
    public List<byte[]> Words { get; } = [];

    /// <summary>The symbols' values in order; filled by <see cref="Read"/>.</summary>
    public ReadOnlySpan<ulong> Values => values;

    /// <summary>What is before and after each word; empty for a single word. Filled by <see cref="Read"/>.</summary>
    public List<(ulong Left, ulong Right)> Around { get; } = [];

    /// <exception cref="MomentException">Names the line.</exception>
    [SkipLocalsInit]
    public unsafe TermReading Read(string text, int line)
    {
        var memory = stackalloc byte[Scan.Length(Scan.Stretch)];
        var scan = new Scan(memory, Scan.Stretch);
        var end = scan.Read(keys, text, 0);
        scan.Tokenise(keys, Reading.Letters);
        if (scan.Tokens == 0)
            throw PlainLines.Fault(line, "holds an entry without a letter or digit");
        Token* first = scan.TokenAt(0), last = scan.TokenAt(scan.Tokens - 1);
        var symbols = last->EndSymbol - first->FirstSymbol;
        if (end < text.Length || symbols > SealedLayout.MostSymbols)
            throw PlainLines.Fault(line, FormattableString.Invariant($"holds an entry of more than {SealedLayout.MostSymbols} letters"));

        var written = Wording.Of(text, first, last, keys, []);
        Words.Clear();
        values = new ulong[symbols];
        var at = 0;
        for (var place = first->Place; place < last->PlaceEnd; place++)
        {
            if (scan.Symbol[place + 1] > scan.Symbol[place])
                values[at++] = scan.Value[place];
        }

        Around.Clear();
        for (var token = first; token <= last && last > first; token++)
            Around.Add((NearSearch.Left(first, token, keys), NearSearch.Right(token, last, keys)));
        for (var token = first; token <= last; token++)
            Words.Add(Letters(text.AsSpan(token->Raw, token->RawEnd - token->Raw)));
        return new((last->End - first->Start) * keys.Inverse[first->FirstSymbol], written.Spelling, written.Spacing, symbols, last->Chunk + 1, written.Letters);
    }

    private static byte[] Letters(ReadOnlySpan<char> word)
    {
        var letters = new List<byte>();
        for (var i = 0; i < word.Length;)
        {
            var entry = Folding.FoldTable.At(word, i, out var length);
            if ((entry & Folding.Fold.Expand) != 0)
            {
                foreach (var one in Folding.FoldTable.Expansion(entry))
                    letters.Add((byte)LetterModel.Index(one));
            }
            else if ((entry & Folding.Fold.Letter) != 0)
            {
                letters.Add((byte)LetterModel.Index(entry & 0xFFFF));
            }

            i += length;
        }

        return [.. letters];
    }
}

/// <param name="Rolling">The keyed hash of its symbols.</param>
/// <param name="Words">Parted by blanks.</param>
internal readonly record struct TermReading(ulong Rolling, ulong Spelling, ulong Spacing, int Symbols, int Words, int Letters);
