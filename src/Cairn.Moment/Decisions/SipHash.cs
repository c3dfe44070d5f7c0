using System.Buffers.Binary;
using System.Numerics;

namespace Cairn.Moment.Decisions;

/// <summary>SipHash-2-4 with 128 bits of output (Aumasson and Bernstein, <i>SipHash: a fast short-input PRF</i>, 2012, and its reference implementation): a keyed
/// signature for short inputs. Tests hold it to the published vectors.</summary>
internal static class SipHash
{
    public const int Size = 16;

    /// <param name="key">16 bytes.</param>
    /// <param name="destination">16 bytes.</param>
    public static void Hash(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data, Span<byte> destination)
    {
        var k0 = BinaryPrimitives.ReadUInt64LittleEndian(key);
        var k1 = BinaryPrimitives.ReadUInt64LittleEndian(key[8..]);
        var v0 = 0x736f6d6570736575UL ^ k0;
        var v1 = 0x646f72616e646f6dUL ^ k1 ^ 0xee;
        var v2 = 0x6c7967656e657261UL ^ k0;
        var v3 = 0x7465646279746573UL ^ k1;

        var rest = data;
        for (; rest.Length >= 8; rest = rest[8..])
        {
            var block = BinaryPrimitives.ReadUInt64LittleEndian(rest);
            v3 ^= block;
            Round(ref v0, ref v1, ref v2, ref v3);
            Round(ref v0, ref v1, ref v2, ref v3);
            v0 ^= block;
        }

        var last = (ulong)data.Length << 56;
        for (var i = 0; i < rest.Length; i++)
            last |= (ulong)rest[i] << (8 * i);
        v3 ^= last;
        Round(ref v0, ref v1, ref v2, ref v3);
        Round(ref v0, ref v1, ref v2, ref v3);
        v0 ^= last;

        v2 ^= 0xee;
        Finish(ref v0, ref v1, ref v2, ref v3);
        BinaryPrimitives.WriteUInt64LittleEndian(destination, v0 ^ v1 ^ v2 ^ v3);
        v1 ^= 0xdd;
        Finish(ref v0, ref v1, ref v2, ref v3);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[8..], v0 ^ v1 ^ v2 ^ v3);
    }

    private static void Finish(ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3)
    {
        for (var i = 0; i < 4; i++)
            Round(ref v0, ref v1, ref v2, ref v3);
    }

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
