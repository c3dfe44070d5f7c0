using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Cairn.Moment.Terms.Sealing;

namespace Cairn.Moment.Terms.Matching;

/// <summary>One search through one text. Lives on the stack.</summary>
internal unsafe ref struct Search(SealedList list, Parts parts)
{
    private readonly SealedList list = list;
    private readonly int longest = list.Layout.LongestSymbols, shortest = list.Layout.ShortestSymbols, chunks = list.Layout.LongestWords;
    private Parts parts = parts;
    private TermAction best;

    [SkipLocalsInit]
    public TermAction In(ReadOnlySpan<char> text)
    {
        if (text.Length > QuickScan.Longest)
            return Through(text, Reading.Letters);
        var memory = stackalloc byte[Scan.Length(QuickScan.Longest)];
        var scan = new Scan(memory, QuickScan.Longest);
        if (!QuickScan.Read(ref scan, list.Keys, text))
            return Through(text, Reading.Letters);
        Windows(ref scan, text, Reading.Letters);
        if (best == TermAction.None && list.FindsTypos)
        {
            QuickScan.CountSymbols(ref scan);
            best = new NearSearch(list).In(ref scan, text);
        }

        if (!scan.Glued)
            return best;
        var last = scan.Marks.Symbols != 0 ? Reading.Parted : Reading.Trimmed;
        for (var reading = Reading.Trimmed; reading <= last && best != TermAction.Block; reading++)
        {
            QuickScan.Again(ref scan, list.Keys, text, reading);
            Windows(ref scan, text, reading);
        }

        return best;
    }

    /// <summary>The way for long texts, for rare characters and for the other readings: one stretch after another.</summary>
    [SkipLocalsInit, MethodImpl(MethodImplOptions.NoInlining)]
    private TermAction Through(ReadOnlySpan<char> text, Reading first)
    {
        var memory = stackalloc byte[Scan.Length(Scan.Stretch)];
        var scan = new Scan(memory, Scan.Stretch);
        for (var from = 0; from < text.Length && best != TermAction.Block;)
        {
            var end = scan.Read(list.Keys, text, from);
            var again = end < text.Length ? int.MaxValue : -1;
            var readings = scan.Glued ? Reading.Parted : Reading.Letters;
            for (var reading = first; reading <= readings; reading++)
            {
                scan.Tokenise(list.Keys, reading);
                if (again >= 0)
                    again = Math.Min(again, Reopen(ref scan));
                Windows(ref scan, text, reading);
                if (reading == Reading.Letters && best == TermAction.None && list.FindsTypos)
                    best = new NearSearch(list).In(ref scan, text);
            }

            if (again < 0)
                break;
            // A run of letters with no end in sight holds no entry: entries begin and end with a word.
            from = again > from ? again : Past(text, end);
        }

        return best;
    }

    /// <summary>Where the next stretch begins, so that no window is cut in two.</summary>
    private readonly int Reopen(ref Scan scan)
    {
        if (scan.Tokens == 0)
            return scan.Raw[scan.Places];
        // The last token may go on; what is before it is whole.
        var next = scan.Raw[scan.Places];
        if (scan.TokenAt(scan.Tokens - 1)->PlaceEnd == scan.Places)
        {
            next = scan.TokenAt(scan.Tokens - 1)->Raw;
            scan.Close(scan.Tokens - 1);
        }

        for (var t = 0; t < scan.Tokens; t++)
        {
            if (scan.TokenAt(t)->Place > Scan.Stretch - 2 * longest - 16)
                return scan.TokenAt(t)->Raw;
        }

        return next;
    }

    private static int Past(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length)
        {
            var entry = Folding.FoldTable.At(text, from, out var length);
            if ((entry & (Folding.Fold.Boundary | Folding.Fold.Own)) != 0)
                break;
            from += length;
        }

        return from;
    }

    private void Windows(ref Scan scan, ReadOnlySpan<char> text, Reading reading)
    {
        if (!Avx2.IsSupported)
        {
            OneByOne(ref scan, text, reading);
            return;
        }

        Vector256<ulong> most = Vector256.Create((ulong)longest), fewest = Vector256.Create((ulong)shortest), words = Vector256.Create((ulong)chunks);
        var inverses = list.Keys.Inverse;
        for (var s = 0; s < scan.Tokens; s++)
        {
            var first = scan.TokenAt(s);
            Vector256<ulong> inverse = Vector256.Create(inverses[first->FirstSymbol]), before = Vector256.Create((ulong)(uint)first->FirstSymbol), chunk = Vector256.Create((ulong)(uint)first->Chunk), start = Vector256.Create(first->Start);
            for (var e = s; ; e += Scan.Block)
            {
                var symbols = Vector256.Load(scan.EndSymbols + e) - before;
                var within = Vector256.LessThanOrEqual(symbols, most) & Vector256.LessThanOrEqual(Vector256.Load(scan.Chunks + e) - chunk, words);
                var rolling = (Vector256.Load(scan.Ends + e) - start) * inverse;
                var maybe = (within & Vector256.GreaterThanOrEqual(symbols, fewest) & list.MayHold(rolling)).ExtractMostSignificantBits();
                for (; maybe != 0; maybe &= maybe - 1)
                {
                    var at = BitOperations.TrailingZeroCount(maybe);
                    Look(ref scan, text, s, e + at, (scan.Ends[e + at] - first->Start) * inverses[first->FirstSymbol], reading);
                }

                // A window that ends further on has more symbols, so that the last of the block tells whether there is another.
                if (within.ExtractMostSignificantBits() >> Scan.Block - 1 == 0)
                    break;
            }
        }
    }

    private void OneByOne(ref Scan scan, ReadOnlySpan<char> text, Reading reading)
    {
        for (var s = 0; s < scan.Tokens; s++)
        {
            var first = scan.TokenAt(s);
            var inverse = list.Keys.Inverse[first->FirstSymbol];
            for (var e = s; e < scan.Tokens; e++)
            {
                var last = scan.TokenAt(e);
                var symbols = last->EndSymbol - first->FirstSymbol;
                if (symbols > longest || last->Chunk - first->Chunk > chunks)
                    break;
                var rolling = (last->End - first->Start) * inverse;
                if (symbols >= shortest && list.MayHold(rolling))
                    Look(ref scan, text, s, e, rolling, reading);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Look(ref Scan scan, ReadOnlySpan<char> text, int s, int e, ulong rolling, Reading reading)
    {
        var at = -1;
        Wording? written = null;
        while (list.Next(rolling, ref at, out var entry))
        {
            if (entry.Kind is EntryKind.Exception or EntryKind.Combination || entry.Kind == EntryKind.Phrase && entry.Action <= best)
                continue;
            written ??= Wording.Of(text, scan.TokenAt(s), scan.TokenAt(e), list.Keys, list.Model);
            if (!Policies.Allow(written.Value, entry, reading != Reading.Letters, list.Thresholds) || IsCalmed(ref scan, text, s, e))
                continue;
            if (entry.Kind == EntryKind.Phrase)
                best = entry.Action;
            else
                best = parts.Add(list, list.Keys.Tag.Of(rolling), scan.TokenAt(s)->Raw, scan.TokenAt(e)->RawEnd, best);
        }
    }

    /// <summary>Whether an exception, written as it is listed, lies over the window.</summary>
    private readonly bool IsCalmed(ref Scan scan, ReadOnlySpan<char> text, int s, int e)
    {
        if (!list.Layout.HasExceptions)
            return false;
        for (var from = s; from >= 0 && scan.TokenAt(e)->EndSymbol - scan.TokenAt(from)->FirstSymbol <= longest; from--)
        {
            for (var to = e; to < scan.Tokens && scan.TokenAt(to)->EndSymbol - scan.TokenAt(from)->FirstSymbol <= longest; to++)
            {
                var rolling = (scan.TokenAt(to)->End - scan.TokenAt(from)->Start) * list.Keys.Inverse[scan.TokenAt(from)->FirstSymbol];
                if (list.MayHold(rolling) && IsException(ref scan, text, from, to, rolling))
                    return true;
            }
        }

        return false;
    }

    private readonly bool IsException(ref Scan scan, ReadOnlySpan<char> text, int from, int to, ulong rolling)
    {
        var at = -1;
        while (list.Next(rolling, ref at, out var entry))
        {
            if (entry.Kind != EntryKind.Exception)
                continue;
            var written = Wording.Of(text, scan.TokenAt(from), scan.TokenAt(to), list.Keys, []);
            if (entry.Spelt(written.Spelling) && entry.Spaced(written.Spacing))
                return true;
        }

        return false;
    }
}
