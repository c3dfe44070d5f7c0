using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Cairn.Moment.Terms.Sealing;

/// <summary>A sealed list as it lies in memory: a filter that answers <em>not here</em> to nearly every window with one look, and the table of tags.</summary>
internal sealed unsafe class SealedList
{
    private readonly byte* slots;
    private readonly ulong* bloom, around, typos;
    private readonly uint bloomWords, aroundWords, typoWords;
    private readonly object memory;

    /// <param name="memory">Keeps the bytes where they are.</param>
    public SealedList(byte* file, object memory, SealedLayout layout, ListKeys keys)
    {
        this.memory = memory;
        (Layout, Keys) = (layout, keys);
        slots = file + layout.SlotsAt;
        bloom = (ulong*)(file + layout.BloomAt);
        typos = (ulong*)(file + layout.TyposAt);
        around = (ulong*)(file + layout.AroundAt);
        (bloomWords, aroundWords, typoWords) = ((uint)layout.BloomWords, (uint)layout.AroundWords, (uint)layout.TypoWords);
        Model = new Span<byte>(file + layout.ModelAt, LetterModel.Length).ToArray();
        keys.Cover(Model);
        Thresholds = new Span<short>(file + SealedLayout.ThresholdsAt, Policies.Count).ToArray();
    }

    public SealedLayout Layout { get; }

    public ListKeys Keys { get; }

    public byte[] Model { get; }

    public short[] Thresholds { get; }

    public bool FindsTypos => typoWords > 0;

    /// <summary>False: surely not in the list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHold(ulong rolling) => Filter.Has(bloom, bloomWords, rolling);

    /// <summary>The same of four windows, all bits set or none. Where there is AVX2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<ulong> MayHold(Vector256<ulong> rolling) => Filter.Has(bloom, bloomWords, rolling);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHoldNearly(ulong rolling) => Filter.Has(typos, typoWords, rolling);

    /// <summary>Whether a phrase may have these words around another one; see <see cref="TypoFilter.WithoutWord"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHoldAround(ulong words) => Filter.Has(around, aroundWords, words);

    /// <summary>The entries with a window's tag, one after another; <paramref name="at"/> is -1 at first.</summary>
    public bool Next(ulong rolling, ref int at, out Remark remark)
    {
        var tag = Keys.Tag.Of(rolling);
        at = at < 0 ? Slot.Home(tag, Layout.Slots) : at + 1 == Layout.Slots ? 0 : at + 1;
        for (; ; at = at + 1 == Layout.Slots ? 0 : at + 1)
        {
            var slot = Slot.Read(slots, at);
            if (slot.Tag == 0)
            {
                remark = default;
                return false;
            }

            if (slot.Tag == Slot.Kept(tag))
            {
                remark = new(slot.Veiled ^ Slot.Veil(Keys, rolling));
                return true;
            }
        }
    }

    /// <summary>The rolling hash of a combination, whatever the order of its parts.</summary>
    public static ulong Combine(ulong sumOfTags) => (sumOfTags ^ (sumOfTags >> 31)) * 0xD6E8FEB86659FD93;

    /// <summary>The memory stays mapped while a search is under way.</summary>
    public void KeepAlive()
    {
        GC.KeepAlive(memory);
        GC.KeepAlive(Keys);
        GC.KeepAlive(this);
    }
}

/// <summary>A Bloom filter of one 64-bit word a key: four bits of it, found by one multiplication.</summary>
internal static unsafe class Filter
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Has(ulong* words, uint length, ulong rolling)
    {
        var mixed = (rolling ^ (rolling >> 32)) * 0x9E3779B97F4A7C15;
        var mask = Mask(mixed);
        return (words[At(mixed, length)] & mask) == mask;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Has(ulong* words, uint length, Vector256<ulong> rolling)
    {
        var mixed = (rolling ^ (rolling >>> 32)) * Vector256.Create(0x9E3779B97F4A7C15);
        var bits = Bit(mixed) | Bit(mixed >>> 6) | Bit(mixed >>> 12) | Bit(mixed >>> 18);
        var at = Avx2.Multiply((mixed >>> 32).AsUInt32(), Vector256.Create((ulong)length).AsUInt32()) >>> 32;
        var found = Avx2.GatherVector256(words, at.AsInt64(), sizeof(ulong));
        return Vector256.Equals(found & bits, bits);
    }

    public static void Add(Span<ulong> words, ulong rolling)
    {
        var mixed = (rolling ^ (rolling >> 32)) * 0x9E3779B97F4A7C15;
        words[(int)At(mixed, (uint)words.Length)] |= Mask(mixed);
    }

    private static ulong At(ulong mixed, uint length) => (mixed >> 32) * length >> 32;

    private static Vector256<ulong> Bit(Vector256<ulong> place) => Avx2.ShiftLeftLogicalVariable(Vector256<ulong>.One, place & Vector256.Create(63UL));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mask(ulong mixed) => 1UL << (int)(mixed & 63) | 1UL << (int)(mixed >> 6 & 63) | 1UL << (int)(mixed >> 12 & 63) | 1UL << (int)(mixed >> 18 & 63);
}

/// <summary>Ten bytes: 56 bits of the tag, 24 bits of veiled remark. A tag of zero is an empty slot. The slot's place repeats the tag's other bits.</summary>
internal static unsafe class Slot
{
    public static ulong Kept(ulong tag) => (tag << 8 >> 8) is 0 ? 1 : tag << 8 >> 8;

    public static int Home(ulong tag, int slots) => (int)((tag >> 32) * (uint)slots >> 32);

    public static uint Veil(ListKeys keys, ulong rolling) => (uint)keys.Veil.Of(rolling) & 0xFFFFFF;

    public static (ulong Tag, uint Veiled) Read(byte* slots, int at)
    {
        var slot = slots + (long)at * SealedLayout.SlotLength;
        var low = Unsafe.ReadUnaligned<ulong>(slot);
        return (low << 8 >> 8, (uint)(low >> 56) | (uint)Unsafe.ReadUnaligned<ushort>(slot + 8) << 8);
    }

    public static bool IsEmpty(ReadOnlySpan<byte> slots, int at) => (MemoryMarshal.Read<ulong>(slots[(at * SealedLayout.SlotLength)..]) << 8) == 0;

    public static void Write(Span<byte> slots, int at, ulong kept, uint veiled)
    {
        var slot = slots[(at * SealedLayout.SlotLength)..];
        MemoryMarshal.Write(slot, kept | (ulong)veiled << 56);
        MemoryMarshal.Write(slot[8..], (ushort)(veiled >> 8));
    }
}
