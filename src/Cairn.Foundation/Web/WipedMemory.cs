using System.Collections.Concurrent;
using System.Numerics;
using System.Security.Cryptography;

namespace Cairn.Foundation.Web;

/// <summary>Memory for what somebody wrote. The runtime does not move it, which would leave a copy where it was, and it is wiped when it is given back.</summary>
public static class WipedMemory
{
    private const int LeastBits = 10, MostBits = 20, MostKept = 64;

    private static readonly ConcurrentBag<byte[]>[] Kept = [.. Enumerable.Range(LeastBits, MostBits - LeastBits + 1).Select(_ => new ConcurrentBag<byte[]>())];

    /// <param name="length">In bytes; what is lent may be longer.</param>
    public static byte[] Rent(int length)
    {
        var bits = BitsOf(length);
        return bits <= MostBits && Kept[bits - LeastBits].TryTake(out var free) ? free : GC.AllocateUninitializedArray<byte>(bits <= MostBits ? 1 << bits : length, pinned: true);
    }

    /// <param name="used">How much of it, from its beginning, anything was written to.</param>
    public static void Return(byte[] rented, int used)
    {
        CryptographicOperations.ZeroMemory(rented.AsSpan(0, used));
        var bits = BitsOf(rented.Length);
        if (bits <= MostBits && rented.Length == 1 << bits && Kept[bits - LeastBits] is { Count: < MostKept } place)
            place.Add(rented);
    }

    private static int BitsOf(int length) => Math.Max(LeastBits, BitOperations.Log2((uint)Math.Max(1, length - 1)) + 1);
}
