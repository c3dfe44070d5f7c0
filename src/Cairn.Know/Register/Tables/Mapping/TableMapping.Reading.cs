using Cairn.Know.Register.Tables.Layouts;
using Cairn.Know.Register.Tables.Sheets;

namespace Cairn.Know.Register.Tables.Mapping;

internal sealed partial class TableMapping
{
    private const int Version = 1;

    /// <summary>Parts of a total that a mapping writes in one word.</summary>
    private const string Everything = "everything";

    /// <param name="yaml">See <c>docs/tables.md</c>.</param>
    /// <exception cref="TableException">Not as it should be, with the line.</exception>
    public static TableMapping Read(string yaml)
    {
        var root = YamlEntry.Open(yaml);
        var keys = root.Known("version", "sheet", "headings", "rows", "leave-out", "columns", "codes", "totals", "areas");
        if (!keys.TryGetValue("version", out var version))
            throw root.Wrong($"the key 'version' is missing; this program reads version {Version}.");
        version.Whole(Version, Version);

        var mapping = new TableMapping
        {
            SheetNumber = keys.GetValueOrDefault("sheet")?.Whole(1, SheetLimits.MostSheets),
            HeadingRows = keys.GetValueOrDefault("headings") is { } headings ? Headings(headings) : null,
            Rows = keys.GetValueOrDefault("rows") is { } rows ? Span(rows) : null,
            LeftOut = (keys.GetValueOrDefault("leave-out")?.Items().Select(Row) ?? []).ToHashSet(),
        };
        if (keys.TryGetValue("columns", out var columns))
            mapping.ReadColumns(columns);
        if (keys.TryGetValue("codes", out var codes))
            mapping.ReadCodes(codes);
        if (keys.TryGetValue("totals", out var totals))
            mapping.ReadTotals(totals);
        if (keys.TryGetValue("areas", out var areas))
            mapping.ReadAreas(areas);
        return mapping;
    }

    private static int Row(YamlEntry entry) => entry.Whole(1, SheetLimits.MostRows);

    private static List<int> Headings(YamlEntry entry) =>
        entry.Items().Count > 0 ? [.. entry.Items().Select(Row).Distinct().Order()] : throw entry.Wrong("leave out headings to have them found.");

    private static (int First, int Last) Span(YamlEntry entry)
    {
        var keys = entry.Known("first", "last");
        if (!keys.TryGetValue("first", out var first) || !keys.TryGetValue("last", out var last))
            throw entry.Wrong("'rows' has a 'first' and a 'last'.");
        return Row(first) <= Row(last) ? (Row(first), Row(last)) : throw last.Wrong("the last row stands before the first.");
    }

    private void ReadColumns(YamlEntry entry)
    {
        foreach (var (letters, value) in entry.Entries())
        {
            var column = Column(letters, value);
            if (!columns.TryAdd(column, Meaning(value)))
                throw value.Wrong("this column stands here for the second time.");
        }

        foreach (var (_, (meaning, _)) in columns)
        {
            if (meaning is ColumnMeaning.Ratio ratio && (columns.GetValueOrDefault(ratio.CountColumn).Meaning is not ColumnMeaning.Counts
                || (ratio.BaseColumn is { } other && columns.GetValueOrDefault(other).Meaning is not (ColumnMeaning.Counts or ColumnMeaning.Population))))
                throw entry.Wrong("a rate or percentage is of a column of counts, among one of counts or population.");
        }

        var axes = columns.Values.Select(c => c.Meaning).OfType<ColumnMeaning.Labels>().Select(l => l.Axis).ToList();
        var headed = columns.Values.Select(c => c.Meaning).OfType<ColumnMeaning.Counts>().SelectMany(c => c.Headings).Select(h => h.Axis).Distinct().ToList();
        if (axes.Count == 0)
            throw entry.Wrong("one column at least has the labels of the rows.");
        if (axes.Count != axes.Distinct().Count() || axes.Intersect(headed).Any())
            throw entry.Wrong("an axis stands in one place: in one column of labels, or in the headings.");
        if (!columns.Values.Any(c => c.Meaning is ColumnMeaning.Counts))
            throw entry.Wrong("one column at least has counts.");
    }

    private static (ColumnMeaning Meaning, string Words) Meaning(YamlEntry value)
    {
        if (!value.IsMap)
        {
            return value.Text() switch
            {
                "counts" => (new ColumnMeaning.Counts([]), "counts"),
                "population" => (new ColumnMeaning.Population(), "population"),
                "left-out" => (new ColumnMeaning.Ignored(), "left out"),
                _ => throw value.Wrong("a column is counts, population, left-out, or has keys of its own: labels, counts, rate or percentage."),
            };
        }

        var keys = value.Known("labels", "counts", "rate", "percentage", "among");
        if (keys.Count == 1 && keys.TryGetValue("labels", out var labels))
            return (new ColumnMeaning.Labels(labels.Choice(AxisKindWords.ByWord)), $"labels: {labels.Text()}");
        if (keys.Count == 1 && keys.TryGetValue("counts", out var counts))
            return Counts(counts);
        if (keys.Count == 2 && keys.TryGetValue("among", out var among) && keys.TryGetValue("rate", out var rate))
            return (new ColumnMeaning.Ratio(100_000, Column(rate.Text(), rate), Column(among.Text(), among)), $"rate per 100,000 of column {rate.Text()} among column {among.Text()}");
        if (keys.Count == 2 && keys.TryGetValue("among", out among) && keys.TryGetValue("percentage", out var share))
            return (new ColumnMeaning.Ratio(100, Column(share.Text(), share), among.Text() == "total" ? null : Column(among.Text(), among)), $"percentage of column {share.Text()} among {among.Text()}");
        throw value.Wrong("a column has 'labels', or 'counts', or a 'rate' or 'percentage' with 'among'.");
    }

    private static (ColumnMeaning Meaning, string Words) Counts(YamlEntry entry)
    {
        var headings = entry.Entries().Select(e => new Heading(e.Value.Choice(e.Key, AxisKindWords.ByWord), e.Value.Text())).ToList();
        return (new ColumnMeaning.Counts(headings), "counts of " + string.Join(", ", headings.Select(h => $"{h.Axis.Word()} '{h.Label}'")));
    }

    private static int Column(string letters, YamlEntry entry)
    {
        var number = 0;
        foreach (var letter in letters)
            number = letter is >= 'A' and <= 'Z' && letters.Length <= 3 ? number * 26 + letter - 'A' + 1 : throw entry.Wrong($"'{letters}' is no column; columns are A, B, C and so on.");
        return number is > 0 and <= SheetLimits.MostColumns ? number : throw entry.Wrong($"'{letters}' is beyond the last column that is read.");
    }

    private void ReadCodes(YamlEntry entry)
    {
        foreach (var (word, labels) in entry.Entries())
        {
            var axis = labels.Choice(word, AxisKindWords.ByWord);
            foreach (var (label, code) in labels.Entries())
                codes[(axis, NumberText.WithoutMarks(NumberText.Spaced(label)))] = Code(code);
        }
    }

    private void ReadTotals(YamlEntry entry)
    {
        foreach (var (word, sums) in entry.Entries())
        {
            var axis = sums.Choice(word, AxisKindWords.ByWord);
            var said = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
            foreach (var (total, parts) in sums.Entries())
            {
                if (!TableAxis.IsCode(total))
                    throw parts.Wrong("a total is named by its code: small letters, figures and hyphens.");
                said.Add(total, parts.IsList ? [.. parts.Items().Select(Code)] : parts.Text() == Everything ? [] : throw parts.Wrong($"parts are a list of codes, or the word {Everything}."));
                if (parts.IsList && said[total].Count == 0)
                    throw parts.Wrong("a total has parts.");
            }

            totals.Add(axis, said);
        }
    }

    private static string Code(YamlEntry entry) =>
        TableAxis.IsCode(entry.Text()) ? entry.Text() : throw entry.Wrong("a code is small letters, figures and hyphens.");
}
