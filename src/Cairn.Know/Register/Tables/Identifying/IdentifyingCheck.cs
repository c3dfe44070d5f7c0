using Cairn.Know.Register.Tables.Sheets;

namespace Cairn.Know.Register.Tables.Identifying;

/// <summary>Finds columns fit to identify a person, by their headings and by what stands in them, on every sheet, hidden ones and hidden columns too.
/// What it says names a place and a known word, never a cell's content.</summary>
/// <remarks>It errs towards refusing. It cannot recognise single words as names, or counts so small that they tell of one person: the latter is what disclosure control is for.</remarks>
internal static class IdentifyingCheck
{
    /// <summary>Titles and notes may tell how a body is reached; so many lines of it are a list of people.</summary>
    private const int MostContactLines = 5;

    /// <param name="known">Labels that a mapping names as those of areas; they are not taken for names of people, and nothing else is forgiven them.</param>
    public static IReadOnlyList<TableProblem> Of(IReadOnlyList<Sheet> sheets, IReadOnlySet<string> known)
    {
        var profiles = sheets.Select(s => new SheetProfile(s)).ToList();
        var problems = profiles.SelectMany(p => Headings(p).Concat(Cells(p)).Concat(Columns(p, known)).Concat(Shape(p)).Concat(Lines(p))).ToList();
        if (problems.Count == 0 && !profiles.Any(p => p.HasCounts) && profiles.FirstOrDefault(p => p.Rows.Count >= 5) is { } uncounted)
            problems.Add(Refusal(uncounted.Sheet.Place(0, 0), "no column has counts, so that a row may be one person"));
        return [.. problems.GroupBy(p => (p.Place!.Value.Sheet, p.Place.Value.Column)).Select(g => g.First()).OrderBy(p => p.Place!.Value)];
    }

    private static TableProblem Refusal(CellPlace place, string what) =>
        new(TableProblemKind.Identifying, $"{what}. The file is refused whole: only counts are taken.", place);

    private static IEnumerable<TableProblem> Headings(SheetProfile profile)
    {
        foreach (var column in profile.Columns)
        {
            // A heading may be written over two rows.
            var headings = profile.Headings(column).ToList();
            if (headings.Append(string.Concat(headings)).Select(h => profile.IsCover ? HeaderWords.FindWhole(h, isCover: true) : HeaderWords.Find(h)).FirstOrDefault(w => w is not null) is { } word)
                yield return Refusal(profile.Sheet.Place(0, column), $"the column is headed '{word}'");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in profile.BodyRows.Concat(profile.Lines))
        {
            // A table of people may lie on its side, or begin below another.
            var labels = profile.Sheet.Rows[row - 1].Where(c => !c.IsEmpty && seen.Add(c.Text)).Select(c => NumberText.Spaced(c.Text));
            if (labels.Select(l => HeaderWords.FindWhole(l, profile.IsCover || profile.Sheet.Filled(row) < 2)).FirstOrDefault(w => w is not null) is { } word)
                yield return Refusal(profile.Sheet.Place(row, 0), $"a cell of the row says '{word}'");
        }
    }

    private static IEnumerable<TableProblem> Cells(SheetProfile profile)
    {
        var contacts = 0;
        foreach (var column in profile.Columns)
        {
            foreach (var text in profile.Headings(column).Concat(profile.Texts(column)).Distinct())
            {
                // A cover may say how a body is reached, once or twice.
                if (ContentShapes.Of(text) is not var (what, isContact) || (isContact && profile.IsCover && ++contacts <= MostContactLines))
                    continue;
                yield return Refusal(profile.Sheet.Place(0, column), $"the column looks like it holds {what}");
                break;
            }
        }
    }

    private static IEnumerable<TableProblem> Columns(SheetProfile profile, IReadOnlySet<string> known)
    {
        var numeric = profile.Columns.Where(profile.IsNumeric).ToList();
        foreach (var column in profile.Columns)
        {
            var headings = string.Join(" ", profile.Headings(column));
            var isPopulation = Layouts.TableWords.IsPopulation(headings);
            // A page of notes has sentences.
            var texts = profile.IsCover ? [.. profile.Texts(column).Where(t => t.Length <= 60)] : profile.Texts(column);
            var what = ColumnShapes.Of(texts, isPopulation, !profile.IsCover && HeaderWords.IsRemarks(headings), known);
            if (what is null && numeric.Count > 1 && ColumnShapes.AreYearsOfBirth(texts))
                what = "years of birth";
            if (what is not null)
                yield return Refusal(profile.Sheet.Place(0, column), $"the column looks like it holds {what}");
        }

        // People may stand side by side, a column each.
        foreach (var row in profile.Rows.Where(profile.IsHeading).Where(_ => profile.Sheet.Width > 3))
        {
            var texts = profile.Sheet.Rows[row - 1].Select(c => NumberText.Spaced(c.Text)).Where(t => t.Length > 0).ToList();
            if (ColumnShapes.Of(texts, isPopulation: true, isRemarks: false, known) is { } what)
                yield return Refusal(profile.Sheet.Place(row, 0), $"the row looks like it holds {what}");
        }

        foreach (var column in profile.Columns.Where(c => AreHalvesOfNames(profile, c)))
            yield return Refusal(profile.Sheet.Place(0, column), "with the next, the column looks like it holds names of people");
    }

    private static bool AreHalvesOfNames(SheetProfile profile, int column)
    {
        var (first, second) = (profile.Texts(column), profile.Texts(column + 1));
        return first.Count >= 5 && AreHalves(first) && AreHalves(second);

        static bool AreHalves(IReadOnlyList<string> texts) =>
            texts.Count >= 5 && texts.Count(AreaLabels.LooksLikeHalfAName) >= 0.8 * texts.Count && texts.Distinct(StringComparer.OrdinalIgnoreCase).Count() >= 0.6 * texts.Count;
    }

    /// <summary>A row for each person: the one count is 1 throughout, or one of several columns is ticked in each row; or a hidden sheet that counts nothing.</summary>
    private static IEnumerable<TableProblem> Shape(SheetProfile profile)
    {
        var rows = profile.BodyRows.ToList();
        var numeric = profile.Columns.Where(c => profile.IsNumeric(c) && !profile.Texts(c).All(PeriodText.IsPeriod)).ToList();
        var sums = rows.Select(r => numeric.Sum(c => NumberText.Read(profile.Sheet[r, c].Text).Count ?? 0)).ToList();
        if (numeric.Count > 0 && rows.Count >= 10 && sums.Count(s => s == 1) >= 0.95 * (rows.Count - 1) && (numeric.Count == 1 || rows.Count >= 20))
            yield return Refusal(profile.Sheet.Place(0, numeric[0]), "each row counts one, so that a row may be one person");
        if (profile.Sheet.Hidden && !profile.HasCounts && rows.Count >= 10 && profile.Sheet.Width >= 2)
            yield return Refusal(profile.Sheet.Place(0, 0), "a hidden sheet counts nothing, so that a row may be one person");
    }

    private static IEnumerable<TableProblem> Lines(SheetProfile profile)
    {
        var telling = profile.Lines.Where(r => profile.Sheet.Rows[r - 1].Any(c => !c.IsEmpty && TellsOfSomebody(NumberText.Spaced(c.Text)))).ToList();
        if (telling.Count > MostContactLines)
            yield return Refusal(profile.Sheet.Place(telling[0], 0), "lines outside a table look like a list of people");
    }

    private static bool TellsOfSomebody(string text) =>
        ContentShapes.Of(text) is not null
        || text.Split([',', ';', '|', '\t'], StringSplitOptions.TrimEntries).Any(part => PeriodText.DayOf(part) is < ColumnShapes.NoSnapshotBefore || AreaLabels.LooksLikeAName(part));
}
