using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Cairn.Say.Posters.Output.Png;

/// <summary>How the bytes of a pixel are to be read, as the header of a PNG says it.</summary>
internal enum PngColour : byte
{
    Rgb = 2,
    Palette = 3,
}

/// <summary>A PNG as it is being written, chunk after chunk, in the order in which its methods stand here.</summary>
internal sealed class PngChunks
{
    private const double InchesInMetre = 1 / 0.0254;

    private readonly MemoryStream png = new(1 << 16);
    private int data;

    public void Begin(int width, int height, int depth, PngColour colour, double dotsPerInch)
    {
        png.Write([0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n']);
        Chunk("IHDR"u8, [.. Number(width), .. Number(height), (byte)depth, (byte)colour, 0, 0, 0]);
        // Perceptual: nothing on the way to a screen may change the colours of a partner.
        Chunk("sRGB"u8, [0]);
        if (dotsPerInch > 0 && Number((int)Math.Round(dotsPerInch * InchesInMetre)) is var dots)
            Chunk("pHYs"u8, [.. dots, .. dots, 1]);
    }

    /// <param name="colours">RGBA as they lie in memory.</param>
    public void Palette(ReadOnlySpan<uint> colours)
    {
        var rgb = new byte[3 * colours.Length];
        for (var n = 0; n < colours.Length; n++)
            MemoryMarshal.AsBytes(colours.Slice(n, 1))[..3].CopyTo(rgb.AsSpan(3 * n));
        Chunk("PLTE"u8, rgb);
    }

    /// <summary>Takes the rows, each after its filter, until it is disposed of.</summary>
    /// <param name="level">How hard to look for what repeats.</param>
    public Stream Data(ZLibCompressionOptions level)
    {
        data = Open("IDAT"u8);
        return new ZLibStream(png, level, leaveOpen: true);
    }

    /// <returns>The whole file.</returns>
    public byte[] End()
    {
        Close(data);
        Chunk("IEND"u8, []);
        return png.ToArray();
    }

    private void Chunk(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        var start = Open(name);
        png.Write(data);
        Close(start);
    }

    // A chunk says its length first, which is known only after the data.
    private int Open(ReadOnlySpan<byte> name)
    {
        png.Write([0, 0, 0, 0, .. name]);
        return (int)png.Length - name.Length;
    }

    private void Close(int start)
    {
        var written = png.GetBuffer().AsSpan(0, (int)png.Length);
        BinaryPrimitives.WriteInt32BigEndian(written[(start - sizeof(int))..], written.Length - start - sizeof(int));
        png.Write(Number((int)PngCheck.Of(written[start..])));
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
