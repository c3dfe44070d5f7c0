using SkiaSharp;

/// <summary>Whether a peer drew the same poster.</summary>
internal static class Pixels
{
    // The edge of a letter may be smoothed otherwise; a letter that stands elsewhere is far beyond this.
    private const int Plainly = 96;

    /// <returns>Per cent of pixels of which a channel differs plainly.</returns>
    public static double Apart(string one, string other)
    {
        using var a = SKBitmap.Decode(one);
        using var b = SKBitmap.Decode(other);
        if (a.Width != b.Width || a.Height != b.Height)
            return 100;
        var (left, right) = (a.Pixels, b.Pixels);
        return 100.0 * left.Zip(right).Count(p => Far(p.First, p.Second)) / left.Length;
    }

    private static bool Far(SKColor a, SKColor b) =>
        Math.Max(Math.Abs(a.Red - b.Red), Math.Max(Math.Abs(a.Green - b.Green), Math.Abs(a.Blue - b.Blue))) > Plainly;
}
