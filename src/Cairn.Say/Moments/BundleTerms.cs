using Cairn.Moment;

namespace Cairn.Say.Moments;

/// <summary>A sealed list on its way into a bundle: opaque, and no key is needed.</summary>
internal static class BundleTerms
{
    // How a sealed list begins, see docs/sealed-lists.md.
    private static ReadOnlySpan<byte> Beginning => "CAIRNTRM"u8;

    /// <exception cref="MomentException">It cannot be read, or is no sealed list. A plain list must never travel.</exception>
    public static byte[] Read(string path)
    {
        var bytes = KeptFile.Read(path, "sealed list");
        return bytes.AsSpan().StartsWith(Beginning)
            ? bytes
            : throw new MomentException($"'{path}' is not a sealed list. Seal the plain one with: cairn terms seal LIST --key KEYFILE --out FILE");
    }
}
