using Cairn.Say.Posters.Drawings;
using Cairn.Say.Posters.Formats;
using Cairn.Say.Posters.Text;
using SkiaSharp;

namespace Cairn.Say.Posters.Output;

/// <summary>A drawing as a printer takes it: fonts cut down to the letters used, bleed, crop marks, and the boxes that say where the sheet is.</summary>
internal static class PdfOutput
{
    /// <summary>Blank around the bleed, for the marks.</summary>
    internal const double Slug = 7 * PosterFormat.PointsPerMillimetre;

    private const double MarkLength = 5 * PosterFormat.PointsPerMillimetre;

    public static byte[] Write(Drawing drawing, PosterContent content)
    {
        var around = drawing.Bleed + Slug;
        var (width, height) = ((float)(drawing.Width + 2 * around), (float)(drawing.Height + 2 * around));
        var faces = Faces(drawing);
        try
        {
            using var stream = new MemoryStream();
            // No date: the same drawing is the same file.
            var about = new SKDocumentPdfMetadata(300) { Title = content.Headline, Author = content.CampaignName, Creator = "Cairn", Producer = "Cairn" };
            using (var document = SKDocument.CreatePdf(stream, about))
            {
                var canvas = document.BeginPage(width, height);
                Marks(canvas, drawing, around);
                canvas.Save();
                canvas.Translate((float)around, (float)around);
                canvas.ClipRect(new Box(-drawing.Bleed, -drawing.Bleed, drawing.Width + 2 * drawing.Bleed, drawing.Height + 2 * drawing.Bleed).ToRect());
                DrawingPainter.Paint(canvas, drawing, font => faces[font]);
                canvas.Restore();
                document.EndPage();
                document.Close();
            }

            return PdfBoxes.Add(stream.ToArray(), drawing, around, content.Language);
        }
        finally
        {
            foreach (var face in faces.Values)
                face.Dispose();
        }
    }

    private static Dictionary<PosterFont, SKTypeface> Faces(Drawing drawing) => drawing.Pieces.OfType<Piece.Letters>()
        .GroupBy(l => l.Font)
        .ToDictionary(g => g.Key, g => FontSubset.Of(g.Key, g.SelectMany(l => l.Glyphs).Distinct().Order()));

    // Eight short lines that point at the corners of the trimmed sheet and stay out of the bleed.
    private static void Marks(SKCanvas canvas, Drawing drawing, double around)
    {
        using var paint = new SKPaint { Color = SKColors.Black, StrokeWidth = 0.25f, Style = SKPaintStyle.Stroke };
        var (from, to) = (around - drawing.Bleed, around - drawing.Bleed - MarkLength);
        void Line(double x1, double y1, double x2, double y2) => canvas.DrawLine((float)x1, (float)y1, (float)x2, (float)y2, paint);
        var (right, bottom) = (around + drawing.Width, around + drawing.Height);
        var (farRight, farBottom) = (right + drawing.Bleed, bottom + drawing.Bleed);
        foreach (var x in new[] { around, right })
        {
            Line(x, from, x, to);
            Line(x, farBottom, x, farBottom + MarkLength);
        }

        foreach (var y in new[] { around, bottom })
        {
            Line(from, y, to, y);
            Line(farRight, y, farRight + MarkLength, y);
        }
    }
}
