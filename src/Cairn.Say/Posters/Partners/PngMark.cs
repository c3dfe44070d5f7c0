using System.Buffers.Binary;
using Cairn.Say.Posters.Output.Png;
using SkiaSharp;

namespace Cairn.Say.Posters.Partners;

/// <summary>A mark from a PNG. Its header is judged before anything is decoded: a small file may claim a picture that fills the machine's memory.</summary>
internal static class PngMark
{
    /// <summary>Pixels along a side.</summary>
    public const int LongestSide = 4096;

    /// <summary>Pixels along the longer side, or the mark is coarse on paper.</summary>
    public const int ShortestSide = 200;

    private const int HeaderEnd = 33;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    /// <exception cref="PartnerMarkException">The picture is too large, too small, too long, broken, or has nothing opaque in it.</exception>
    public static PartnerMark Read(byte[] file)
    {
        var (width, height) = Sides(file);
        if (width > LongestSide || height > LongestSide)
            throw new PartnerMarkException("The mark has more than 4096 pixels along a side; save it smaller.");
        if (Math.Max(width, height) < ShortestSide)
            throw new PartnerMarkException("The mark has fewer than 200 pixels along its longer side; save it larger, or as SVG.");
        PartnerMark.CheckShape(width, height);
        if (!IsWhole(file))
            throw Broken();

        using var bitmap = Decode(file, (int)width, (int)height);
        var colours = MarkColours.Of(bitmap);
        if (colours.Count == 0)
            throw new PartnerMarkException("The mark has no area of one opaque colour; save it without transparency and in flat colours.");
        bitmap.SetImmutable();
        return new PartnerMark(width, height, [], SKImage.FromBitmap(bitmap), colours);
    }

    private static (uint Width, uint Height) Sides(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderEnd || BinaryPrimitives.ReadInt32BigEndian(file[8..]) != 13 || !file[12..16].SequenceEqual("IHDR"u8))
            throw Broken();
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(file[16..]), BinaryPrimitives.ReadUInt32BigEndian(file[20..]));
        return width == 0 || height == 0 ? throw Broken() : (width, height);
    }

    // A decoder forgives much; a mark that was cut on its way is not what the partner sent.
    private static bool IsWhole(ReadOnlySpan<byte> file)
    {
        const int Around = 12;
        for (var at = Signature.Length; file.Length - at >= Around;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - Around)
                return false;
            var named = file.Slice(at + 4, (int)length + 4);
            if (BinaryPrimitives.ReadUInt32BigEndian(file[(at + 8 + (int)length)..]) != PngCheck.Of(named))
                return false;
            at += Around + (int)length;
            if (named.StartsWith("IEND"u8))
                return at == file.Length;
        }
        return false;
    }

    private static SKBitmap Decode(byte[] file, int width, int height)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width != width || codec.Info.Height != height)
            throw Broken();
        using var colours = SKColorSpace.CreateSrgb();
        var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul, colours));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success)
            return bitmap;
        bitmap.Dispose();
        throw Broken();
    }

    private static PartnerMarkException Broken() => new("The mark's PNG is broken or cut; save it again and send it whole.");
}
