using Cairn.Foundation.Text;

namespace Cairn.Know.Register;

/// <summary>What a card says about one figure in one language: never the number without its base, day and publisher.</summary>
/// <param name="SourceLine">Publisher and day; of invented counts it says so first, wherever the figure stands.</param>
/// <param name="Month">"In March 2018", set for a historical figure.</param>
/// <param name="Cells">How full each of the twenty cells of the bar is, from 0 to 1.</param>
/// <param name="Href">The figure's own page.</param>
public sealed record FigureCardModel(
    string Id,
    string Value,
    string? Month,
    string Sentence,
    string SourceLine,
    string HowMade,
    string BarAlternative,
    IReadOnlyList<decimal> Cells,
    bool RightToLeft,
    string Href)
{
    internal const int CellCount = 20;

    public static FigureCardModel Of(ShownFigure shown, FigureWords words, Language language)
    {
        var figure = shown.Figure;
        var value = shown.Value(language.Culture);
        return new(
            figure.Id,
            value + "%",
            figure.Historical ? words.Historical.Replace("{month}", figure.AsOf.ToString("MMMM yyyy", language.Culture), StringComparison.Ordinal) : null,
            figure.Sentence.In(language),
            (shown.Demonstration ? words.Invented + " " : "") + words.SourceLine
                // A name in other letters must not take the date beside it along.
                .Replace("{publisher}", language.RightToLeft ? $"\u2068{figure.Publisher}\u2069" : figure.Publisher, StringComparison.Ordinal)
                .Replace("{date}", figure.AsOf.ToString("d MMMM yyyy", language.Culture), StringComparison.Ordinal),
            words.HowMade,
            words.BarAlternative.Replace("{value}", value, StringComparison.Ordinal),
            CellsOf(figure.Value),
            language.RightToLeft,
            $"/{language.Code}/figures/{figure.Id}");
    }

    /// <summary>Where a historical figure stands without a line of its own for its month: "In March 2018. The publisher, snapshot of 7 March 2018."</summary>
    public string SourceWithMonth => Month is null ? SourceLine : $"{Month}{(RightToLeft ? "\u06D4" : ".")} {SourceLine}";

    /// <summary>Number, base and source in running text.</summary>
    public string InWords => $"{Value} {Sentence} {SourceWithMonth}";

    /// <summary>23 % of twenty cells is four full ones and three fifths of the next.</summary>
    internal static IReadOnlyList<decimal> CellsOf(decimal percent) =>
        [.. Enumerable.Range(0, CellCount).Select(cell => Math.Clamp(percent * CellCount / 100m - cell, 0m, 1m))];
}
