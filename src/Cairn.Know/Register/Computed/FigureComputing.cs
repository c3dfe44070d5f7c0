using Cairn.Know.Register.Releases;

namespace Cairn.Know.Register.Computed;

/// <summary>Computes a share from what a table publishes, and from nothing else.</summary>
internal static class FigureComputing
{
    /// <returns>The figure, or why there is none.</returns>
    public static (Figure? Figure, FigureHeld Why) Of(ComputedFigure figure, PublishedTable table)
    {
        var recipe = figure.Recipe;
        if (Selected(table, recipe.Whole, null) is not { } whole || Selected(table, recipe.Part, whole) is not { } part)
            return (null, FigureHeld.NotInTable);
        if (Sum(table, part) is not { } above || Sum(table, whole) is not { } below)
            return (null, FigureHeld.NotShown);
        if (below.Count <= below.Off)
            return (null, FigureHeld.NobodyCounted);

        var exact = Percent(above.Count, below.Count);
        if (exact > 100)
            return (null, FigureHeld.NobodyCounted);
        var value = decimal.Round(exact, recipe.Decimals, MidpointRounding.AwayFromZero);
        var range = table.Facts.RoundedTo is null
            ? RoundingRange.Of(value, recipe.Decimals)
            : RoundingRange.Between(Percent(Math.Max(0, above.Count - above.Off), below.Count + below.Off), Math.Min(100, Percent(above.Count + above.Off, below.Count - below.Off)), recipe.Decimals + 1);
        var facts = table.Facts;
        return (
            figure.With(value, facts.AsOf, above.Count, below.Count, facts.Publisher, facts.SourceTitle,
                new(table.Id, table.Revision, facts.Title, range, exact, facts.RoundedTo, facts.Method, facts.Demonstration)),
            default);
    }

    private static decimal Percent(long part, long whole) => 100m * part / whole;

    /// <summary>By dimension the codes, none within another; null when one is not there, or not within what it is a share of.</summary>
    private static List<IReadOnlyList<string>>? Selected(PublishedTable table, IReadOnlyDictionary<string, IReadOnlyList<string>> named, List<IReadOnlyList<string>>? within)
    {
        if (named.Keys.Any(k => table.Dimensions.All(d => d.Id != k)))
            return null;
        var all = new List<IReadOnlyList<string>>();
        for (var d = 0; d < table.Dimensions.Count; d++)
        {
            var dimension = table.Dimensions[d];
            if (!named.TryGetValue(dimension.Id, out var wanted))
            {
                all.Add(within?[d] ?? [dimension.Root.Id]);
                continue;
            }

            var codes = wanted.Select(w => Find(dimension, w)).OfType<PublishedCode>().Select(c => c.Id).ToList();
            if (codes.Count != wanted.Count || codes.Any(c => codes.Count(other => IsWithin(dimension, c, other)) > 1) || (within is not null && codes.Any(c => !within[d].Any(w => IsWithin(dimension, c, w)))))
                return null;
            all.Add(codes);
        }

        return all;
    }

    // A label may stand twice in a dimension, and then says nothing.
    private static PublishedCode? Find(PublishedDimension dimension, string written) =>
        dimension.Codes.FirstOrDefault(c => c.Id == written)
        ?? (dimension.Codes.Where(c => string.Equals(c.Label, written, StringComparison.OrdinalIgnoreCase)).ToList() is [var only] ? only : null);

    private static bool IsWithin(PublishedDimension dimension, string code, string other)
    {
        for (var at = (string?)code; at is not null; at = dimension[at].Parent)
        {
            if (at == other)
                return true;
        }

        return false;
    }

    /// <summary>The sum of the cells at every combination, and how far the true sum may be from it; null when a count is not shown.</summary>
    private static (long Count, long Off)? Sum(PublishedTable table, List<IReadOnlyList<string>> selected)
    {
        long count = 0, off = 0;
        foreach (var place in selected.Aggregate<IReadOnlyList<string>, IEnumerable<string[]>>([[]], (places, codes) => places.SelectMany(_ => codes, (place, code) => (string[])[.. place, code])))
        {
            var cell = table[place];
            if (cell.Value is not { } value)
                return null;
            count += value;
            if (cell.Status == CellStatus.Rounded)
                off += table.FurthestOff(place);
        }

        return (count, off);
    }
}
