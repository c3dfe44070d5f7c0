using Cairn.Know.Register.Tables.Sheets;

namespace Cairn.Know.Register.Tables.Layouts;

/// <summary>Reads off a sheet what its columns hold, and says how sure that is.</summary>
internal sealed class LayoutGuess
{
    private readonly Sheet sheet;
    private readonly TableRegion region;
    private readonly IReadOnlyList<string[]> levels;
    private readonly SortedDictionary<int, ColumnMeaning> meanings = [];
    private readonly SortedDictionary<int, Understanding> understandings = [];

    private LayoutGuess(Sheet sheet, TableRegion region) => (this.sheet, this.region, levels) = (sheet, region, HeaderTexts.Of(sheet, region.HeaderRows));

    /// <exception cref="TableException">The columns can be read in more than one way, or in none.</exception>
    public static (TableLayout Layout, IReadOnlyList<Understanding> Columns) Of(Sheet sheet, TableRegion region)
    {
        var guess = new LayoutGuess(sheet, region);
        guess.Labels();
        guess.Counts();
        guess.Ratios();
        var layout = new TableLayout(
            sheet.Number, region.HeaderRows, region.BodyRows, guess.meanings, new Dictionary<(AxisKind, string), string>(), new Dictionary<AxisKind, IReadOnlyDictionary<string, IReadOnlyList<string>>>());
        return (layout, [.. guess.understandings.Values]);
    }

    private IEnumerable<int> Columns => Enumerable.Range(1, sheet.Width).Where(c => Header(c).Length > 0 || Texts(c).Any());

    /// <summary>The lowest heading of a column that has words.</summary>
    private string Header(int column) => levels.Reverse().Select(l => l[column]).FirstOrDefault(t => t.Length > 0) ?? "";

    private string AllHeaders(int column) => string.Join(" ", levels.Select(l => l[column]).Where(t => t.Length > 0));

    private IEnumerable<string> Texts(int column) =>
        region.BodyRows.Select(r => NumberText.WithoutMarks(NumberText.Spaced(sheet[r, column].Text))).Where(t => t.Length > 0);

    private void Labels()
    {
        var taken = new Dictionary<AxisKind, int>();
        foreach (var column in Columns)
        {
            var header = Header(column);
            var texts = Texts(column).ToList();
            var years = texts.Count > 0 && texts.All(t => PeriodText.IsPeriod(t));
            var numbers = region.BodyRows.Count(r => !sheet[r, column].IsEmpty && NumberText.Read(sheet[r, column].Text).Status != CellStatus.NotANumber);
            var isLabel = (texts.Count > 0 && numbers * 2 < texts.Count) || (years && (column == 1 || TableWords.AxisOfHeader(header) == AxisKind.Period));
            if (TableWords.IsBeside(header))
                Set(column, new ColumnMeaning.Ignored(), "left out", Sureness.Likely, "it holds marks or an office's codes, beside the labels");
            else if (isLabel)
                Label(column, header, texts, taken);
        }

        if (taken.Count == 0)
            throw new TableException(TableProblemKind.NotUnderstood, "No column has labels for the rows.", sheet.Place(region.HeaderRows[^1], 0));
    }

    private void Label(int column, string header, List<string> texts, Dictionary<AxisKind, int> taken)
    {
        var (axis, sureness, why) = (TableWords.AxisOfLabels(texts), TableWords.AxisOfHeader(header)) switch
        {
            ({ } byLabels, { } byHeader) when byLabels == byHeader => (byLabels, Sureness.Sure, "its heading and its labels say so"),
            (_, { } byHeader) => (byHeader, Sureness.Sure, "its heading says so"),
            ({ } byLabels, null) => (byLabels, Sureness.Likely, "its labels are of that kind"),
            _ when !taken.ContainsKey(AxisKind.Division) && !levels.Any(l => TableWords.AxisOfLabels(l.Skip(column + 1)) == AxisKind.Division) => (AxisKind.Division, Sureness.Guessed, "the first labels of a table mostly are"),
            _ => (AxisKind.Other, Sureness.Guessed, "neither heading nor labels tell"),
        };
        if (taken.TryGetValue(axis, out var other))
        {
            throw new TableException(
                TableProblemKind.NotUnderstood, $"Columns {CellPlace.Letters(other)} and {CellPlace.Letters(column)} both look like {Word(axis)}; a mapping can say which is which.", sheet.Place(0, column));
        }

        taken.Add(axis, column);
        Set(column, new ColumnMeaning.Labels(axis), $"labels: {Word(axis)}", sureness, why);
    }

    private void Counts()
    {
        var columns = new List<int>();
        foreach (var column in Columns.Where(c => !meanings.ContainsKey(c)))
        {
            var headers = AllHeaders(column);
            if (TableWords.IsPopulation(headers) && !TableWords.IsRate(headers))
                Set(column, new ColumnMeaning.Population(), "population", Sureness.Sure, "its heading says so");
            else if (!IsRatio(column))
                columns.Add(column);
        }

        if (columns.Count == 0)
            throw new TableException(TableProblemKind.NotUnderstood, "No column holds counts.", sheet.Place(region.HeaderRows[^1], 0));
        if (columns.Find(c => Header(c).Length == 0) is > 0 and var nameless)
            throw new TableException(TableProblemKind.NotUnderstood, "Something stands in a column that has no heading; an unquoted comma within a number moves cells there.", sheet.Place(FirstFilled(nameless), nameless));

        var axes = HeadingAxes(columns);
        foreach (var column in columns)
        {
            var headings = axes.Select(a => new Heading(a.Axis, a.Texts[column])).ToList();
            var what = headings.Count == 0 ? "counts" : "counts of " + string.Join(", ", headings.Select(h => $"{Word(h.Axis)} '{h.Label}'"));
            var (sureness, why) = axes.Count == 0 ? (Sureness.Likely, "the numbers beside the labels") : (axes.Max(a => a.Sureness), axes.MaxBy(a => a.Sureness).Why);
            Set(column, new ColumnMeaning.Counts(headings), what, sureness, why);
        }
    }

    private int FirstFilled(int column) => region.BodyRows.First(r => !sheet[r, column].IsEmpty);

    private List<(AxisKind Axis, string[] Texts, Sureness Sureness, string Why)> HeadingAxes(List<int> columns)
    {
        var axes = new List<(AxisKind Axis, string[] Texts, Sureness Sureness, string Why)>();
        foreach (var level in levels)
        {
            var texts = columns.Select(c => level[c]).ToList();
            var byLabels = TableWords.AxisOfLabels(texts);
            // One heading over all counts names what is counted and splits nothing, unless it is a place or a time.
            var isOne = texts.Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1;
            if (texts.Any(t => t.Length == 0) || (isOne && byLabels is null or AxisKind.OffenceGroup))
                continue;
            var axis = byLabels ?? AxisKind.Other;
            if (axes.Any(a => a.Axis == axis) || meanings.Values.Any(m => m is ColumnMeaning.Labels l && l.Axis == axis))
                throw new TableException(TableProblemKind.NotUnderstood, $"Both rows and columns look like {Word(axis)}; a mapping can say which is which.", sheet.Place(region.HeaderRows[levels.ToList().IndexOf(level)], columns[0]));
            axes.Add((axis, level, byLabels is null ? Sureness.Guessed : Sureness.Likely, byLabels is null ? "the headings are of no kind that is known" : "the headings are of that kind"));
        }

        if (axes.Count == 0 && columns.Count > 1)
            throw new TableException(TableProblemKind.NotUnderstood, "Several columns hold numbers, and their headings do not tell them apart.", sheet.Place(region.HeaderRows[^1], columns[1]));
        return axes;
    }

    private bool IsRatio(int column) =>
        TableWords.IsRate(AllHeaders(column)) || TableWords.IsPercentage(AllHeaders(column)) || (Texts(column).Any() && Texts(column).All(t => t.EndsWith('%')));

    private void Ratios()
    {
        foreach (var column in Columns.Where(c => !meanings.ContainsKey(c)))
        {
            var count = meanings.LastOrDefault(m => m.Key < column && m.Value is ColumnMeaning.Counts).Key;
            var populations = meanings.Where(m => m.Value is ColumnMeaning.Population).Select(m => m.Key).ToList();
            var isRate = TableWords.IsRate(AllHeaders(column)) && !TableWords.IsPercentage(AllHeaders(column));
            if (count == 0 || (isRate && populations.Count != 1))
                Set(column, new ColumnMeaning.Ignored(), isRate ? "a rate, left out" : "a percentage, left out", Sureness.Guessed, isRate ? "its population does not stand in one column of the table" : "no counts stand before it");
            else if (isRate)
                Set(column, new ColumnMeaning.Ratio(100_000, count, populations[0]), $"rate per 100,000 of column {CellPlace.Letters(count)} among column {CellPlace.Letters(populations[0])}", Sureness.Likely, "its heading says so");
            else
                Set(column, new ColumnMeaning.Ratio(100, count, null), $"percentage of column {CellPlace.Letters(count)} in its total", Sureness.Guessed, "a percentage beside counts mostly is");
        }
    }

    private void Set(int column, ColumnMeaning meaning, string words, Sureness sureness, string why)
    {
        meanings[column] = meaning;
        understandings[column] = new(sheet.Place(0, column), words, sureness, why);
    }

    private static string Word(AxisKind axis) => axis.Word();
}
