using System.Runtime.InteropServices;

namespace Cairn.Moment.Terms.Folding;

/// <summary>The fold of every character of the first two planes, laid out flat: 512 KiB outside the managed heap, of which text touches a few lines.</summary>
internal static unsafe class FoldTable
{
    private const int Plane = 0x10000;
    private const int Page = 256;

    /// <summary>One entry a UTF-16 code unit.</summary>
    public static readonly uint* Basic;

    /// <summary>What a letter must share with the one before it to be a repetition of it, by its number below <see cref="Alphabets"/>; above, the number itself.</summary>
    public static readonly ushort* Repeats;

    /// <summary>Below lie the alphabets whose letters have values of their own.</summary>
    public const int Alphabets = 0x800;

    private static readonly ushort[][] Expansions;

    static FoldTable()
    {
        using var resource = (UnmanagedMemoryStream)typeof(FoldTable).Assembly.GetManifestResourceStream("fold.table")!;
        var at = resource.PositionPointer + 8;
        int pages = *(ushort*)at, expansions = *(ushort*)(at + 2);
        var index = (ushort*)(at + 4);
        var entries = (byte*)(index + 2 * Plane / Page);
        Basic = (uint*)NativeMemory.AlignedAlloc(2 * Plane * sizeof(uint), 64);
        for (var page = 0; page < 2 * Plane / Page; page++)
            NativeMemory.Copy(entries + index[page] * Page * sizeof(uint), Basic + page * Page, Page * sizeof(uint));
        for (var c = 0; c < 2 * Plane; c++)
        {
            if ((Basic[c] & Fold.Self) != 0)
                Basic[c] = (Basic[c] & ~Fold.Self) | OwnLetter(c);
        }

        Repeats = (ushort*)NativeMemory.AlignedAlloc(Alphabets * sizeof(ushort), 64);
        for (var id = 0; id < Alphabets; id++)
            Repeats[id] = (ushort)Fold.Repeats(id);
        Expansions = new ushort[expansions][];
        at = entries + pages * Page * sizeof(uint);
        for (var e = 0; e < expansions; e++)
        {
            Expansions[e] = new Span<ushort>(at + 1, *at).ToArray();
            at += 1 + 2 * *at;
        }
    }

    /// <summary>Any code point.</summary>
    public static uint Of(int codePoint) => codePoint switch
    {
        < 2 * Plane => Basic[codePoint],
        // Two planes of ideographs; tags and variation selectors; what nobody has assigned.
        < 4 * Plane => Fold.Letter | Fold.Own | Fold.Other | OwnLetter(codePoint),
        >= 14 * Plane and < 15 * Plane => Fold.Skip | Fold.Invisible,
        _ => Fold.Punct,
    };

    /// <summary>The code point at <paramref name="i"/>, and how many code units it takes; a lone surrogate is skipped like a zero-width character.</summary>
    public static uint At(ReadOnlySpan<char> text, int i, out int length)
    {
        length = 1;
        var entry = Basic[text[i]];
        if ((entry & Fold.Surrogate) == 0)
            return entry;
        if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            return Fold.Skip | Fold.Invisible;
        length = 2;
        var codePoint = char.ConvertToUtf32(text[i], text[i + 1]);
        // Two of these are a flag, an emoji like others; one alone, or more in a row, are letters.
        if (IsRegional(text, i) && IsRegional(text, i + 2) && !IsRegional(text, i + 4) && !IsRegional(text, i - 2))
        {
            length = 4;
            return Fold.Punct;
        }

        return Of(codePoint);
    }

    public static ReadOnlySpan<ushort> Expansion(uint entry) => Expansions[(int)(entry & 0xFFFF)];

    private static bool IsRegional(ReadOnlySpan<char> text, int i) => i >= 0 && i + 1 < text.Length && text[i] == '\uD83C' && text[i + 1] is >= '\uDDE6' and <= '\uDDFF';

    private static uint OwnLetter(int codePoint) => codePoint < Plane ? (uint)codePoint : (uint)(codePoint & 0xFFFF) | Alphabets;
}
