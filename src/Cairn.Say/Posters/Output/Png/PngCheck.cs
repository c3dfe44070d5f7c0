using System.Buffers.Binary;

namespace Cairn.Say.Posters.Output.Png;

/// <summary>The CRC that ends a chunk of a PNG, eight bytes at a time.</summary>
internal static class PngCheck
{
    private const uint Polynomial = 0xEDB88320;
    private const int Ways = 8;

    // Row w says what a byte becomes with w bytes of zeros behind it.
    private static readonly uint[] Table = Make();

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<uint> table = Table;
        var check = uint.MaxValue;
        for (; bytes.Length >= Ways; bytes = bytes[Ways..])
        {
            var next = BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ check;
            check = 0;
            for (var way = 0; way < Ways; way++)
                check ^= table[((Ways - 1 - way) << 8) | (byte)(next >> (8 * way))];
        }
        foreach (var b in bytes)
            check = table[(byte)check ^ b] ^ (check >> 8);
        return ~check;
    }

    private static uint[] Make()
    {
        var table = new uint[Ways << 8];
        for (var n = 0; n < table.Length; n++)
        {
            if (n >= 256)
            {
                table[n] = (table[n - 256] >> 8) ^ table[(byte)table[n - 256]];
                continue;
            }
            var rest = (uint)n;
            for (var bit = 0; bit < 8; bit++)
                rest = (rest & 1) == 0 ? rest >> 1 : (rest >> 1) ^ Polynomial;
            table[n] = rest;
        }
        return table;
    }
}
