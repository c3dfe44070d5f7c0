using Cairn.Foundation.Web;
using Microsoft.AspNetCore.Components;

namespace Cairn.Know.Register;

/// <param name="Body">What the campaign's own page adds, or null.</param>
/// <param name="Tables">The link to the list of tables of counts; null while there is none.</param>
public sealed record FiguresModel(Frame Frame, FigureWords Words, IReadOnlyList<FigureCardModel> Figures, RenderFragment? Body, FrameLink? Tables);

/// <summary>A withheld figure's page: it holds no number, so none can be drawn.</summary>
public sealed record WithheldModel(Frame Frame, FigureWords Words, string Path);

/// <summary>Everything known about how one figure was made.</summary>
/// <param name="Range">The sentence about rounding.</param>
/// <param name="Rest">What is left to 100.</param>
/// <param name="CountsUnknown">True when no count was published: the page says so, and gives none.</param>
public sealed record FigureModel(
    Frame Frame,
    FigureWords Words,
    FigureCardModel Card,
    string Definition,
    string Base,
    string OnlineMeans,
    string AsOf,
    string Publisher,
    string SourceTitle,
    string SourceAddress,
    string Range,
    string Rest,
    bool CountsUnknown,
    IReadOnlyList<FigureDownload> Downloads)
{
    internal static FigureModel Of(ShownFigure shown, FigureWords words, Frame frame)
    {
        var figure = shown.Figure;
        var culture = frame.Language.Culture;
        var card = FigureCardModel.Of(shown, words, frame.Language);
        var decimals = "F" + shown.Range.Decimals;
        return new(
            frame,
            words,
            card,
            figure.Definition.In(frame.Language),
            figure.Base.In(frame.Language),
            figure.OnlineMeans.In(frame.Language),
            figure.AsOf.ToString("d MMMM yyyy", culture),
            figure.Publisher,
            figure.SourceTitle,
            figure.Source.AbsoluteUri,
            words.Range
                .Replace("{low}", shown.Range.Low.ToString(decimals, culture), StringComparison.Ordinal)
                .Replace("{high}", shown.Range.High.ToString(decimals, culture), StringComparison.Ordinal),
            (100m - figure.Value).ToString("F" + figure.Decimals, culture) + "%",
            figure.Numerator is null,
            [.. FigureRoutes.Downloads.Select(d => new FigureDownload(card.Href + d.Ending, d.Name))]);
    }
}

/// <param name="Name">The format's own name, the same in every language.</param>
public sealed record FigureDownload(string Href, string Name);
