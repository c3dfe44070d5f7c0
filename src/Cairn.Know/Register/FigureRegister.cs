using System.Globalization;
using Cairn.Foundation.Text;
using NodaTime;

namespace Cairn.Know.Register;

/// <summary>The figures of the revision on the air: an immutable snapshot, swapped whole.</summary>
public sealed class FigureRegister
{
    private sealed record Snapshot(FigureList List, IReadOnlyDictionary<Language, FigureWords> Words);

    private volatile Snapshot? snapshot;

    /// <param name="words">For each language the revision offers, the reference language first.</param>
    public void Swap(FigureList list, IReadOnlyDictionary<Language, FigureWords> words) => snapshot = new(list, words);

    /// <summary>Changes with every swap; what was made from the figures before is then out of date.</summary>
    internal object Version => snapshot ?? (object)this;

    /// <summary>The words around figures; null before anything is published or in a language the revision does not offer.</summary>
    public FigureWords? WordsIn(Language language) => snapshot?.Words.GetValueOrDefault(language);

    /// <summary>Every figure that may be shown on a day, in the order of the pack.</summary>
    public IReadOnlyList<ShownFigure> Shown(LocalDate today) =>
        snapshot is { List: var list } ? [.. list.Figures.Select(f => Look(f, list, today)).OfType<ShownFigure>()] : [];

    /// <summary>A figure by its id: shown, withheld, or none.</summary>
    public FoundFigure Find(string id, LocalDate today)
    {
        if (snapshot is not { List: var list } || list.Figures.FirstOrDefault(f => f.Id == id) is not { } figure)
            return FoundFigure.None.It;
        return Look(figure, list, today) is { } shown ? new FoundFigure.Shown(shown) : new FoundFigure.Withheld(id);
    }

    private static ShownFigure? Look(Figure figure, FigureList list, LocalDate today)
    {
        var old = Period.DaysBetween(figure.AsOf, today) > list.MaxAgeDays;
        return old && !figure.Historical ? null : new(figure, RoundingRange.Of(figure.Value, figure.Decimals));
    }
}

/// <summary>A figure that may be shown.</summary>
public sealed record ShownFigure(Figure Figure, RoundingRange Range)
{
    /// <summary>The value as it was published, with its decimals.</summary>
    public string Value(CultureInfo culture) => Figure.Value.ToString("F" + Figure.Decimals, culture);
}

/// <summary>The answer to an id. What is withheld carries no number, so that none can be drawn.</summary>
public abstract record FoundFigure
{
    private FoundFigure()
    {
    }

    public sealed record None : FoundFigure
    {
        private None()
        {
        }

        public static None It { get; } = new();
    }

    public sealed record Shown(ShownFigure Figure) : FoundFigure;

    public sealed record Withheld(string Id) : FoundFigure;
}
