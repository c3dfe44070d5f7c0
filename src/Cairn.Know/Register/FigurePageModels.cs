using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Know.Register.Computed;
using Cairn.Know.Register.Releases;
using Microsoft.AspNetCore.Components;

namespace Cairn.Know.Register;

/// <param name="Body">What the campaign's own page adds, or null.</param>
/// <param name="Tables">The link to the list of tables of counts; null while there is none.</param>
public sealed record FiguresModel(Frame Frame, FigureWords Words, IReadOnlyList<FigureCardModel> Figures, RenderFragment? Body, FrameLink? Tables);

/// <summary>A withheld figure's page: it holds no number, so none can be drawn.</summary>
public sealed record WithheldModel(Frame Frame, string Why, string Heading, string Path);

/// <summary>Everything known about how one figure was made.</summary>
/// <param name="Range">The sentence about rounding, with the counts where there are any.</param>
/// <param name="Share">What the share tells, beside its number in the table.</param>
/// <param name="RestIs">What the rest tells.</param>
/// <param name="Rest">What is left to 100.</param>
/// <param name="CountsUnknown">True when no count was published: the page says so, and gives none.</param>
/// <param name="Working">How it came out of a table; null when it was read somewhere.</param>
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
    string Share,
    string RestIs,
    string Rest,
    bool CountsUnknown,
    FigureWorkingModel? Working,
    IReadOnlyList<FigureDownload> Downloads)
{
    internal static FigureModel Of(ShownFigure shown, FigureHistory? history, FigureWords words, TableWords tableWords, Frame frame)
    {
        var figure = shown.Figure;
        var language = frame.Language;
        var card = FigureCardModel.Of(shown, words, language);
        var working = shown.Working is { } from && history is not null ? FigureWorkingModel.Of(from, history, new(tableWords, language)) : null;
        return new(
            frame,
            words,
            card,
            figure.Definition.In(language),
            figure.Base.In(language),
            figure.OnlineMeans.In(language),
            figure.AsOf.ToString("d MMMM yyyy", language.Culture),
            figure.Publisher,
            figure.SourceTitle,
            shown.SourceAt(frame.Address, language).AbsoluteUri,
            RangeOf(shown, words, language),
            history?.Figure.Label.In(language) ?? words.Share,
            history is null ? words.Rest : tableWords.Rest,
            (100m - figure.Value).ToString("F" + figure.Decimals, language.Culture) + "%",
            figure.Numerator is null,
            working,
            [
                .. FigureRoutes.Downloads.Select(d => new FigureDownload(card.Href + d.Ending, d.Name)),
                .. history is null || working is null ? [] : FigureHistoryFiles.Downloads(history, working.Charts, new(tableWords, language), card.Href),
            ]);
    }

    private static string RangeOf(ShownFigure shown, FigureWords words, Language language)
    {
        var culture = language.Culture;
        var decimals = "F" + shown.Range.Decimals;
        string Ends(string sentence) => sentence
            .Replace("{low}", shown.Range.Low.ToString(decimals, culture), StringComparison.Ordinal)
            .Replace("{high}", shown.Range.High.ToString(decimals, culture), StringComparison.Ordinal);

        if (shown.Working is not { } working || shown.Figure is not { Numerator: { } part, Denominator: { } whole })
            return $"{Ends(words.Range)} {words.RangeWhy}";
        return working.RoundedTo is { } multiple
            ? Ends(words.CountsRounded).Replace("{multiple}", multiple.ToString(culture), StringComparison.Ordinal)
            : words.Counts
                .Replace("{part}", part.ToString("N0", culture), StringComparison.Ordinal)
                .Replace("{whole}", whole.ToString("N0", culture), StringComparison.Ordinal)
                .Replace("{exact}", working.Exact.ToString("F" + (shown.Figure.Decimals + 2), culture), StringComparison.Ordinal);
    }
}

/// <summary>How a computed figure came out of its table, and what it was on other days.</summary>
/// <param name="TableHref">The page of the revision it came from.</param>
/// <param name="Method">How the table is protected, in the table's own language.</param>
/// <param name="Charts">The share over time where it has two days or more, and a hundred squares.</param>
public sealed record FigureWorkingModel(string TableTitle, string TableHref, string Revision, string Method, IReadOnlyList<Chart> Charts)
{
    internal static FigureWorkingModel Of(FigureWorking working, FigureHistory history, TableLanguage language) => new(
        working.Title, $"/{language.Language.Code}{TableAddresses.OfRevision(working.Series, working.Revision)}", working.Revision, working.Method,
        FigureHistoryFiles.Charts(history, language));
}

/// <param name="Name">The format's own name, the same in every language.</param>
public sealed record FigureDownload(string Href, string Name);
