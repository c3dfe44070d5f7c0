namespace Cairn.Know.Register.Releases;

/// <summary>One bar for each part of a table's first dimension that has no parts of its own; over all of its other dimensions.</summary>
internal static class DivisionBars
{
    private const int Step = 52;
    private const int HeadingStep = 36;
    private const int BarHeight = 20;

    internal static Chart Of(PublishedTable table, TableLanguage language)
    {
        var dimension = table.Dimensions[0];
        var entries = Entries(table).ToList();
        // Totals have no bar: beside them the parts could not be told from one another.
        var most = entries.Max(e => e.Cell?.Value) is { } largest and > 0 ? largest : 1;
        List<ChartShape> shapes = [];
        var top = ChartFace.Begin(shapes, table, language);
        var depth = 1;
        foreach (var (code, cell) in entries)
        {
            // What stands beside the last heading must not seem to stand under it.
            if (dimension.DepthOf(code.Id) < depth && cell is not null)
            {
                shapes.Add(new ChartRule(0, top + 8, 100, top + 8, 1));
                top += 12;
            }

            depth = dimension.DepthOf(code.Id);
            if (cell is null)
            {
                shapes.Add(new ChartWords(language.Own(code.Label), 0, top + HeadingStep - 10, Bold: true));
                top += HeadingStep;
                continue;
            }

            var bar = top + Step - BarHeight - 8;
            shapes.Add(new ChartWords(language.Own(code.Label), 0, bar - 7));
            if (cell.Value is { } value && cell.Status != CellStatus.CannotOccur)
            {
                shapes.Add(new ChartWords(language.Number(value), 100, bar - 7, TextAnchor.End, Bold: true));
                if (value > 0)
                    shapes.Add(new ChartBar(0, bar, Math.Round(100m * value / most, 2), BarHeight, Full: true));
                // Where every bar begins, so that a count of none is seen to be drawn.
                shapes.Add(new ChartRule(0, bar - 2, 0, bar + BarHeight + 2, 2));
            }
            else
            {
                // Words where the bar would be: a missing count is not a short bar.
                shapes.Add(new ChartWords(language.Said(cell.Status), 0, bar + BarHeight - 4, Shift: 8));
                shapes.Add(new ChartRule(0, bar - 2, 0, bar + BarHeight + 2, 2, Dashed: true));
            }

            top += Step;
        }

        var title = language.Own(table.Facts.Title);
        List<string> notes = [.. table.Dimensions.Skip(1).Select(d => language.Own($"{d.Label}: {d.Root.Label}."))];
        if (table.Facts.RoundedTo is { } roundedTo)
            notes.Add(language.RoundedEvery(roundedTo));
        return new(
            "bars",
            title,
            Describe(entries, language),
            null,
            top + 4,
            shapes,
            notes,
            new(title, [language.Own(dimension.Label), language.Words.Count], [.. entries.Where(e => e.Cell is not null).Select(e => new ChartRow(language.Own(e.Code.Label), [Answer(e.Cell!, language)]))]));
    }

    internal static string Answer(PublishedCell cell, TableLanguage language)
    {
        string?[] parts = [cell.Value is { } value ? language.Number(value) : null, TableLanguage.MarkOf(cell.Status)];
        return string.Join(' ', parts.OfType<string>());
    }

    // A whole that is not the total is a heading over its parts, and has no cell here.
    private static IEnumerable<(PublishedCode Code, PublishedCell? Cell)> Entries(PublishedTable table)
    {
        var dimension = table.Dimensions[0];
        if (dimension.Codes.Count == 1)
        {
            yield return (dimension.Root, At(dimension.Root));
            yield break;
        }

        foreach (var code in dimension.Codes.Where(c => c.Parent is not null))
            yield return (code, dimension.PartsOf(code.Id).Any() ? null : At(code));

        PublishedCell At(PublishedCode code) => table[[code.Id, .. table.Dimensions.Skip(1).Select(d => d.Root.Id)]];
    }

    private static string Describe(List<(PublishedCode Code, PublishedCell? Cell)> entries, TableLanguage language)
    {
        var counted = entries.Where(e => e.Cell is { Status: CellStatus.Shown or CellStatus.Rounded }).OrderBy(e => e.Cell!.Value).ToList();
        var range = counted.Count == 0
            ? language.Words.NoneShown
            : TableLanguage.Filled(language.Words.FromTo, ("least", Counted(counted[0])), ("most", Counted(counted[^1])));
        var rest = entries.Where(e => e.Cell is { Status: not (CellStatus.Shown or CellStatus.Rounded) }).Select(e => $"{language.Own(e.Code.Label)}: {language.Said(e.Cell!.Status)}{language.Stop}");
        return string.Join(' ', [range, .. rest]);

        string Counted((PublishedCode Code, PublishedCell? Cell) entry) => $"{language.Number(entry.Cell!.Value!.Value)} ({language.Own(entry.Code.Label)})";
    }
}
