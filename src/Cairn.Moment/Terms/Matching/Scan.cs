using System.Runtime.CompilerServices;
using Cairn.Moment.Terms.Folding;
using Cairn.Moment.Terms.Sealing;

namespace Cairn.Moment.Terms.Matching;

/// <summary>How digits and symbols that people write for letters are taken.</summary>
internal enum Reading
{
    /// <summary>All of them are letters.</summary>
    Letters,

    /// <summary>Those glued to the ends of a word are not part of it: <c>blorp123</c> is <c>blorp</c>.</summary>
    Trimmed,

    /// <summary>The same, and symbols end a word: <c>blorp+tang</c> is two words.</summary>
    Parted,
}

/// <summary>A stretch of text on the stack: its letters and boundaries one a place, then its tokens. Skipped characters and repeated ones take no place, so that no disguise
/// is too long for it.</summary>
internal unsafe struct Scan
{
    /// <summary>Places.</summary>
    public const int Room = 512;

    public const byte IsLetter = 1, IsLeet = 2, IsSymbol = 4, IsBlank = 8, IsOwn = 16;

    public int Places, Tokens;

    /// <summary>Whether digits or symbols stand at letters; else every reading is the same.</summary>
    public bool Glued;

    public fixed ulong Value[Room];
    public fixed ushort Letter[Room];
    public fixed ulong Prefix[Room + 1];
    public fixed ushort Symbol[Room + 1];
    public fixed int Raw[Room + 1];
    public fixed byte Kind[Room];
    private fixed byte tokens[Room * Token.Size];

    // The scan lies on the stack: its address does not change.
    public Token* TokenAt(int i) => (Token*)Unsafe.AsPointer(ref tokens[0]) + i;

    /// <summary>Reads from <paramref name="from"/> until the room is full.</summary>
    /// <returns>Where it stopped.</returns>
    public int Read(ListKeys keys, ReadOnlySpan<char> text, int from)
    {
        Places = 0;
        Glued = false;
        var i = from;
        byte before = 0;
        ushort last = 0;
        while (i < text.Length)
        {
            var entry = FoldTable.At(text, i, out var length);
            if ((entry & Fold.Skip) == 0)
            {
                var letters = (entry & Fold.Expand) != 0 ? FoldTable.Expansion(entry) : [(ushort)entry];
                if (Places + letters.Length > Room)
                    break;
                var kind = KindOf(entry);
                foreach (var letter in letters)
                {
                    var value = (kind & IsLetter) != 0 ? keys.Value(letter) : 0;
                    // The same letter again, or one more boundary. An i after an l is another letter, though both are one symbol.
                    if (kind == before && letter == last && (kind & IsOwn) == 0 || (kind & IsLetter) == 0 && (before & IsLetter) == 0 && Places > 0)
                    {
                        Kind[Places - 1] |= kind;
                        continue;
                    }

                    Glued |= (kind & before & IsLetter) != 0 && ((kind ^ before) & IsLeet) != 0;
                    (Value[Places], Letter[Places], Raw[Places], Kind[Places]) = (value, letter, i, kind);
                    Places++;
                    (before, last) = (kind, letter);
                }
            }

            i += length;
        }

        Raw[Places] = i;
        return i;
    }

    /// <summary>Finds the tokens and sums up the rolling hash.</summary>
    public void Tokenise(ListKeys keys, Reading reading)
    {
        Tokens = 0;
        Prefix[0] = 0;
        Symbol[0] = 0;
        // No place has this letter.
        ushort last = 0;
        int place = 0, symbols = 0, chunk = 0;
        var blank = false;
        while (place < Places)
        {
            if (!Stands(place, reading))
            {
                blank |= (Kind[place] & IsBlank) != 0;
                (Prefix[place + 1], Symbol[place + 1]) = (Prefix[place], Symbol[place]);
                place++;
                continue;
            }

            var end = place + 1;
            while (end < Places && Stands(end, reading) && ((Kind[place] | Kind[end]) & IsOwn) == 0)
                end++;
            var (first, past) = reading == Reading.Letters ? (place, end) : Trim(place, end);
            var token = TokenAt(Tokens);
            for (; place < first; place++)
                (Prefix[place + 1], Symbol[place + 1]) = (Prefix[place], Symbol[place]);
            // A letter that ends one word and begins the next is one symbol, and belongs to both.
            var shared = Letter[first] == last && symbols > 0;
            token->Start = shared ? Prefix[first] - Value[first] * keys.Power[symbols - 1] : Prefix[first];
            token->FirstSymbol = shared ? symbols - 1 : symbols;
            for (; place < past; place++)
            {
                var again = Letter[place] == last;
                Prefix[place + 1] = again ? Prefix[place] : Prefix[place] + Value[place] * keys.Power[symbols];
                symbols += again ? 0 : 1;
                Symbol[place + 1] = (ushort)symbols;
                last = Letter[place];
            }

            (token->End, token->EndSymbol) = (Prefix[past], symbols);
            (token->Raw, token->RawEnd, token->Place, token->PlaceEnd) = (Raw[first], Raw[past], first, past);
            if (blank && Tokens > 0 && !(token->Symbols == 1 && TokenAt(Tokens - 1)->Symbols == 1))
                chunk++;
            token->Chunk = chunk;
            blank = false;
            Tokens++;
            for (; place < end; place++)
                (Prefix[place + 1], Symbol[place + 1]) = (Prefix[place], Symbol[place]);
        }
    }

    private static byte KindOf(uint entry)
    {
        if ((entry & Fold.Letter) == 0)
            return (entry & Fold.Blank) != 0 ? IsBlank : (byte)0;
        return (byte)(IsLetter | ((entry & Fold.Leet) != 0 ? IsLeet : 0) | ((entry & Fold.Symbol) != 0 ? IsSymbol : 0) | ((entry & Fold.Own) != 0 ? IsOwn : 0));
    }

    private readonly bool Stands(int place, Reading reading) =>
        (Kind[place] & IsLetter) != 0 && (reading != Reading.Parted || (Kind[place] & IsSymbol) == 0);

    // A number by itself stays what it is.
    private readonly (int First, int Past) Trim(int place, int end)
    {
        var (first, past) = (place, end);
        while (first < end && (Kind[first] & IsLeet) != 0)
            first++;
        if (first == end)
            return (place, end);
        while ((Kind[past - 1] & IsLeet) != 0)
            past--;
        return (first, past);
    }
}
