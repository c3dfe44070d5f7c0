using Cairn.Say.Posters.Drawings;
using Cairn.Say.Posters.Formats;

namespace Cairn.Say.Posters.Output;

/// <summary>A drawing as the bytes of its format.</summary>
internal static class PosterOutput
{
    public static byte[] Write(Drawing drawing, PosterContent content, PosterFormat format) =>
        format.Print ? PdfOutput.Write(drawing, content) : PngOutput.Write(drawing);
}
