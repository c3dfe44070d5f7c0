using System.Security.Cryptography;

namespace Cairn.Moment.Decisions;

/// <summary>Randomness nobody can foresee, taken from the operating system a page at a time and handed out once.</summary>
internal static class Chance
{
    private const int PageLength = 4096;

    [ThreadStatic]
    private static byte[]? page;

    [ThreadStatic]
    private static int used;

    /// <summary>Uniform over all 32-bit numbers.</summary>
    public static uint Next()
    {
        Span<byte> four = stackalloc byte[4];
        Fill(four);
        return BitConverter.ToUInt32(four);
    }

    public static void Fill(Span<byte> destination)
    {
        if (page is null || used + destination.Length > PageLength)
        {
            page ??= new byte[PageLength];
            RandomNumberGenerator.Fill(page);
            used = 0;
        }

        var handed = page.AsSpan(used, destination.Length);
        handed.CopyTo(destination);
        // What was handed out lies in memory no longer.
        handed.Clear();
        used += destination.Length;
    }
}
