using Cairn.Foundation.Text;
using Cairn.Know.Register.Releases;
using NodaTime;

namespace Cairn.Know.Register.Computed;

/// <summary>A computed figure over time: a point for every day of which its series has a table, and a break wherever the table's definition is another than before.</summary>
/// <param name="Newest">The table that the drawings are headed by.</param>
internal sealed record FigureHistory(ComputedFigure Figure, PublishedTable Newest, IReadOnlyList<SeriesPoint> Points, IReadOnlyList<SeriesBreak> Breaks)
{
    /// <param name="tables">Every revision of the series: the day it describes newest first, of one day the one published last first.</param>
    /// <returns>Null when there is none.</returns>
    public static FigureHistory? Of(ComputedFigure figure, IReadOnlyList<PublishedTable> tables)
    {
        if (tables.Count == 0)
            return null;
        var days = tables.DistinctBy(t => t.Facts.AsOf).Reverse().ToList();
        return new(
            figure,
            tables[0],
            [.. days.Select(t => new SeriesPoint(t.Facts.AsOf, FigureComputing.Of(figure, t).Figure?.Value))],
            [.. days.Zip(days.Skip(1)).Where(p => p.First.Facts.Definition != p.Second.Facts.Definition).Select(p => new SeriesBreak(p.Second.Facts.AsOf, p.Second.Facts.Definition))]);
    }

    /// <summary>As it is drawn in a language. The notes at its breaks are the tables' own words.</summary>
    public PublishedSeries In(Language language) => PublishedSeries.Of(Figure.Label.In(language), Figure.Base.In(language), Figure.Recipe.Decimals, Points, Breaks, translated: true);
}
