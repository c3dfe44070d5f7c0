using Cairn.Say.Posters.Drawings;
using Cairn.Say.Posters.Formats;
using Cairn.Say.Posters.Text;

namespace Cairn.Say.Posters.Layouts;

/// <summary>Lays an artwork out in a format.</summary>
internal sealed class Composer(Lettering lettering)
{
    /// <param name="address">What the code leads to.</param>
    public Drawing Compose(PosterContent content, PosterFormat format, string address)
    {
        var sheet = new Sheet(format, content.Language.RightToLeft, content.Colours.Ground);
        var texts = new LayoutText(lettering, sheet, content.Language);
        var page = new PosterPage(content, texts, new Measures(format), format.Code ? new QrCode(address) : null);
        switch (format.Arrangement, content.Artwork.Layout)
        {
            case (Arrangement.Row, _):
                RowLayout.Draw(page);
                break;
            case (_, ArtworkLayout.Figure):
                FigureLayout.Draw(page);
                break;
            case (Arrangement.Upright, ArtworkLayout.Help) when page.Code is not null:
                HelpLayout.Draw(page);
                break;
            default:
                StatementLayout.Draw(page);
                break;
        }

        if (format.Name == "d6" && Ideas.MoreThanOne(content))
            sheet.Fault(DrawingFaultKind.TooManyIdeas, "headline");
        return sheet.Finish();
    }
}

/// <summary>What a layout is given.</summary>
internal sealed record PosterPage(PosterContent Content, LayoutText Texts, Measures Measures, QrCode? Code)
{
    public PosterFormat Format => Texts.Sheet.Format;

    public Sheet Sheet => Texts.Sheet;

    public PosterColours Colours => Content.Colours;

    /// <summary>What of a part that begins at the top may hold something to read.</summary>
    public Box Readable(Box body)
    {
        var area = body.Inset(Measures.Margin);
        var lost = Math.Max(0, Format.SafeTop - area.Y);
        return area with { Y = area.Y + lost, Height = area.Height - lost };
    }

    /// <summary>Whether the motif is the campaign's mark, which then does not stand there a second time.</summary>
    public bool ShowsStones { get; set; }

    /// <summary>The short sentence where there is little room for the whole one.</summary>
    public string Headline => Content.Short is { } brief && Format.Unit < 520 && !Format.Print ? brief : Content.Headline;
}
