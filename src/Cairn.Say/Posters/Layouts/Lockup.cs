using Cairn.Say.Posters.Drawings;
using Cairn.Say.Posters.Motifs;
using Cairn.Say.Posters.Text;
using SkiaSharp;

namespace Cairn.Say.Posters.Layouts;

/// <summary>Who says it: the campaign's mark and name, and the partner who hands it out.</summary>
internal static class Lockup
{
    public static double Height(PosterPage page) => Math.Round(Math.Max(page.Format.Unit * 0.062, page.Measures.Small * 2), page.Format.Print ? 2 : 0);

    public static void Draw(PosterPage page, Box box)
    {
        var (content, sheet) = (page.Content, page.Sheet);
        var scale = box.Height / content.Mark.Height;
        var x = box.X;
        // Not twice on one face: the stones are the campaign's mark.
        if (!page.ShowsStones)
        {
            foreach (var shape in content.Mark.Shapes)
                sheet.PlaceUnmirrored(MotifPainter.PathOf(shape.Path), box with { Width = content.Mark.Width * scale }, scale, MarkColour(page, shape.Colour));
            x += content.Mark.Width * scale + box.Height * 0.3;
        }

        var name = page.Texts.Name(content.CampaignName, box.Height * 0.5, page.Measures.Small * 0.8, box.Right - x, box.Height);
        sheet.Write(name, x, box.Y + (box.Height - name.Height) / 2, box.Right - x, page.Colours.Text);
        if (content.Partner is { } partner)
            Partner(page, partner, new(x + name.Width + box.Height * 0.7, box.Y, box.Right - x - name.Width - box.Height * 0.7, box.Height));
    }

    private static void Partner(PosterPage page, PosterPartner partner, Box box)
    {
        var x = box.X;
        if (partner.Mark is { } mark)
        {
            var pad = box.Height * 0.12;
            var scale = Math.Min((box.Height - 2 * pad) / mark.Height, box.Width * 0.45 / mark.Width);
            var card = new Box(x, box.Y, mark.Width * scale + 2 * pad, box.Height);
            page.Sheet.Fill(card, PosterColours.White, pad);
            var inside = new Box(card.X + pad, card.Y + (card.Height - mark.Height * scale) / 2, mark.Width * scale, mark.Height * scale);
            page.Sheet.Place(mark, inside);
            x = card.Right + box.Height * 0.3;
        }

        var with = page.Texts.Prose("partner", partner.With, box.Height * 0.42, page.Measures.Small, box.Right - x, box.Height * 1.05, Weight.Regular, 2);
        page.Sheet.Write(with, x, box.Y + (box.Height - with.Height) / 2, box.Right - x, page.Colours.Text);
    }

    // A mark's own colours are made for dark grounds; on the beacon's colour it is drawn in ink and its mixtures.
    private static SKColor MarkColour(PosterPage page, string colour)
    {
        var own = SKColor.Parse(colour);
        if (page.Content.Artwork.Layout != ArtworkLayout.Figure)
            return own;
        var light = (own.Red * 299 + own.Green * 587 + own.Blue * 114) / 255_000.0;
        return light > 0.95 ? page.Colours.Ink : light > 0.76 ? MotifPainter.Mix(page.Colours.Ink, page.Colours.Ground, 0.7) : PosterColours.White;
    }
}
