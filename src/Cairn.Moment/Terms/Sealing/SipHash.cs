using System.Numerics;
using System.Runtime.CompilerServices;

namespace Cairn.Moment.Terms.Sealing;

/// <summary>SipHash-2-4 of one 64-bit word: a keyed one-way function of 64 bits.</summary>
internal readonly struct SipHash(ulong k0, ulong k1)
{
    public ulong Of(ulong word)
    {
        var v0 = k0 ^ 0x736f6d6570736575;
        var v1 = k1 ^ 0x646f72616e646f6d;
        var v2 = k0 ^ 0x6c7967656e657261;
        var v3 = k1 ^ 0x7465646279746573 ^ word;
        Round(ref v0, ref v1, ref v2, ref v3);
        Round(ref v0, ref v1, ref v2, ref v3);
        v0 ^= word;

        // The last block holds the length of the message, eight bytes, in its highest byte.
        const ulong Last = 8UL << 56;
        v3 ^= Last;
        Round(ref v0, ref v1, ref v2, ref v3);
        Round(ref v0, ref v1, ref v2, ref v3);
        v0 ^= Last;
        v2 ^= 0xff;
        for (var round = 0; round < 4; round++)
            Round(ref v0, ref v1, ref v2, ref v3);
        return v0 ^ v1 ^ v2 ^ v3;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        v0 += v1;
        v1 = BitOperations.RotateLeft(v1, 13) ^ v0;
        v0 = BitOperations.RotateLeft(v0, 32);
        v2 += v3;
        v3 = BitOperations.RotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = BitOperations.RotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = BitOperations.RotateLeft(v1, 17) ^ v2;
        v2 = BitOperations.RotateLeft(v2, 32);
    }
}
