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
    /// <summary>Places of a scan that is one stretch of a longer text.</summary>
    public const int Stretch = 512;

    /// <summary>Tokens that are looked at together.</summary>
    public const int Block = 4;

    public const byte IsLetter = 1, IsLeet = 2, IsSymbol = 4, IsBlank = 8, IsOwn = 16;

    private const int PlaceLength = 5 * sizeof(ulong) + sizeof(int) + 2 * sizeof(ushort) + 1 + Token.Size;

    public readonly int Room;
    public int Places, Tokens;

    /// <summary>Whether digits or symbols stand at letters; else every reading is the same.</summary>
    public bool Glued;

    /// <summary>After <see cref="QuickScan"/> only.</summary>
    public Marks Marks;

    /// <summary>By symbol: the sum of the rolling hash before it.</summary>
    public readonly ulong* Prefix;

    /// <summary>By place: the keyed value, the number of symbols before it, and where it lies in the text.</summary>
    public readonly ulong* Value;
    public readonly int* Raw;
    public readonly ushort* Symbol, Letter;
    public readonly byte* Kind;
    private readonly Token* tokens;

    /// <summary>By token, beside one another for vectors and with a block that no window reaches after the last: <see cref="Token.End"/>, <see cref="Token.EndSymbol"/> and <see cref="Token.Chunk"/>.</summary>
    public readonly ulong* Ends, EndSymbols, Chunks;

    /// <param name="memory">As long as <see cref="Length"/> says, and aligned to eight bytes.</param>
    public Scan(byte* memory, int room)
    {
        Room = room;
        tokens = (Token*)memory;
        Ends = (ulong*)(tokens + room);
        EndSymbols = Ends + room + Block;
        Chunks = EndSymbols + room + Block;
        Value = Chunks + room + Block;
        Prefix = Value + room;
        Raw = (int*)(Prefix + room + 1);
        Symbol = (ushort*)(Raw + room + 1);
        Letter = Symbol + room + 1;
        Kind = (byte*)(Letter + room);
    }

    /// <summary>Bytes that a scan of so many places takes.</summary>
    public static int Length(int room) => room * PlaceLength + (3 * Block + 1) * sizeof(ulong) + sizeof(int) + sizeof(ushort);

    public readonly Token* TokenAt(int i) => tokens + i;

    public readonly void End(int token, ulong sum, int symbol, int chunk)
    {
        var at = TokenAt(token);
        (at->End, at->EndSymbol, at->Chunk) = (sum, symbol, chunk);
        (Ends[token], EndSymbols[token], Chunks[token]) = (sum, (uint)symbol, (uint)chunk);
    }

    /// <summary>These are all.</summary>
    public void Close(int count)
    {
        Tokens = count;
        for (var i = 0; i < Block; i++)
            EndSymbols[count + i] = int.MaxValue;
    }

    /// <summary>The sum of the rolling hash before a place.</summary>
    public readonly ulong SumBefore(int place) => Prefix[Symbol[place]];

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
                    var repeats = (ushort)Fold.Repeats(letter);
                    var value = (kind & IsLetter) != 0 ? keys.Value(letter) : 0;
                    // The same letter again, or one more boundary. An i after an l is another letter, though both are one symbol.
                    if ((kind & IsLetter) == (before & IsLetter) && ((kind ^ before) & (IsLeet | IsSymbol)) == 0 && repeats == last && (kind & IsOwn) == 0 || (kind & IsLetter) == 0 && (before & IsLetter) == 0 && Places > 0)
                    {
                        Kind[Places - 1] |= kind;
                        continue;
                    }

                    Glued |= (kind & before & IsLetter) != 0 && ((kind ^ before) & IsLeet) != 0;
                    (Value[Places], Letter[Places], Raw[Places], Kind[Places]) = (value, repeats, i, kind);
                    Places++;
                    (before, last) = (kind, repeats);
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
                Symbol[place + 1] = (ushort)symbols;
                place++;
                continue;
            }

            var end = place + 1;
            while (end < Places && Stands(end, reading) && ((Kind[place] | Kind[end]) & IsOwn) == 0)
                end++;
            var (first, past) = reading == Reading.Letters ? (place, end) : Trim(place, end);
            var token = TokenAt(Tokens);
            for (; place < first; place++)
                Symbol[place + 1] = (ushort)symbols;
            // A letter that ends one word and begins the next is one symbol, and belongs to both.
            var shared = Letter[first] == last && symbols > 0;
            token->FirstSymbol = shared ? symbols - 1 : symbols;
            token->Start = Prefix[token->FirstSymbol];
            for (; place < past; place++)
            {
                if (Letter[place] != last)
                {
                    Prefix[symbols + 1] = Prefix[symbols] + Value[place] * keys.Power[symbols];
                    symbols++;
                }

                Symbol[place + 1] = (ushort)symbols;
                last = Letter[place];
            }

            (token->Raw, token->RawEnd, token->Place, token->PlaceEnd) = (Raw[first], Raw[past], first, past);
            if (blank && Tokens > 0 && !(symbols - token->FirstSymbol == 1 && TokenAt(Tokens - 1)->Symbols == 1))
                chunk++;
            End(Tokens, Prefix[symbols], symbols, chunk);
            blank = false;
            Tokens++;
            for (; place < end; place++)
                Symbol[place + 1] = (ushort)symbols;
        }

        Close(Tokens);
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
