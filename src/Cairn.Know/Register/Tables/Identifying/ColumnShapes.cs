using System.Text.RegularExpressions;

namespace Cairn.Know.Register.Tables.Identifying;

/// <summary>Shapes that tell of people only when a whole column has them.</summary>
internal static partial class ColumnShapes
{
    /// <summary>The register's law is of 1997: no snapshot of it has days long before.</summary>
    public const int NoSnapshotBefore = 1990;

    /// <param name="texts">Filled cells of the column below the headings, spaces made plain.</param>
    /// <param name="isPopulation">The heading says that it is a population, whose numbers are long.</param>
    /// <param name="isRemarks">The heading says that remarks stand here.</param>
    /// <param name="known">Labels that a mapping names as those of areas.</param>
    /// <returns>What the column looks like, in words for people, or null.</returns>
    public static string? Of(IReadOnlyList<string> texts, bool isPopulation, bool isRemarks, IReadOnlySet<string> known)
    {
        if (texts.Count == 0)
            return null;
        var distinct = texts.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (AreBirths(texts, distinct))
            return "dates of birth";
        if (!isPopulation && AreReferences(texts, distinct))
            return "numbers of cases or people";
        if (AreNames(distinct, known))
            return "names of people; names of areas that are not known to the program are named in a mapping";
        if (AreRemarks(texts, distinct, isRemarks))
            return "remarks in sentences";
        return null;
    }

    private static bool AreBirths(IReadOnlyList<string> texts, List<string> distinct)
    {
        var years = distinct.Select(PeriodText.DayOf).OfType<int>().ToList();
        if (years.Count >= 2 && years.Count(y => y < NoSnapshotBefore) >= 2)
            return true;
        if (years.Count >= 5 && years.Max() - years.Min() >= 15 && distinct.Count >= 0.8 * texts.Count && years.Count >= 0.6 * distinct.Count)
            return true;
        // Snapshots follow each other; people's birthdays stand in any order.
        var dates = distinct.Select(PeriodText.DateOf).OfType<NodaTime.LocalDate>().ToList();
        var steps = dates.Zip(dates.Skip(1), (before, after) => after.CompareTo(before)).Distinct().Count();
        return dates.Count >= 6 && dates.Count >= 0.6 * distinct.Count && steps > 1 && dates.Select(d => (d.Month, d.Day)).Distinct().Count() > 0.5 * dates.Count;
    }

    /// <summary>Years of birth: most are years, several long before any snapshot. A column of counts can look so; the caller asks only where another column has counts.</summary>
    public static bool AreYearsOfBirth(IReadOnlyList<string> texts)
    {
        var years = texts.Select(PeriodText.YearOf).OfType<int>().ToList();
        return years.Count >= 5 && years.Count >= 0.9 * texts.Count && years.Max() < 2020 && years.Distinct().Count(y => y < NoSnapshotBefore) >= 3;
    }

    private static bool AreReferences(IReadOnlyList<string> texts, List<string> distinct)
    {
        if (texts.Count < 3 || distinct.Count < 0.9 * texts.Count)
            return false;
        var references = distinct.Count(t => LongDigits().IsMatch(t) || (Mixed().IsMatch(t) && t.Count(char.IsAsciiDigit) >= 4 && !OfficeCode().IsMatch(t) && !PeriodText.IsPeriod(t) && !District().IsMatch(t)));
        return references >= 3 && references >= 0.7 * distinct.Count;
    }

    private static bool AreNames(List<string> distinct, IReadOnlySet<string> known)
    {
        var labels = distinct.Select(NumberText.WithoutMarks).Where(t => t.Any(char.IsLetter) && !known.Contains(t)).ToList();
        // A name may begin what else is said of its person.
        var names = labels.Select(l => AreaLabels.LooksLikeAName(l) ? l : Beginning().Match(l).Value.Trim()).Where(AreaLabels.LooksLikeAName).Distinct().ToList();
        // Without capitals two words are more often something else than a name.
        var capital = names.Count(n => n.Split(' ').All(w => w.Length == 0 || !char.IsLower(w[0])));
        return (capital >= 3 && capital >= 0.6 * labels.Count) || (capital >= 5 && capital >= 0.25 * labels.Count) || (names.Count >= 5 && names.Count >= 0.8 * labels.Count);
    }

    private static bool AreRemarks(IReadOnlyList<string> texts, List<string> distinct, bool isRemarks)
    {
        if (texts.Any(t => t.Length > 250) || (isRemarks && texts.Any(t => t.Length > 40)))
            return true;
        var sentences = distinct.Count(t => t.Length > 60 && t.Count(l => l == ' ') >= 9);
        return sentences >= 3 && sentences >= 0.5 * texts.Count && distinct.Count >= 0.8 * texts.Count && distinct.Average(t => t.Length) > 70;
    }

    [GeneratedRegex(@"^[^,;|(/0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^[0-9]{6,}$", RegexOptions.CultureInvariant)]
    private static partial Regex LongDigits();

    [GeneratedRegex(@"^(?=.*[0-9])(?=.*[A-Za-z/-])[A-Za-z0-9/.#-]{6,24}$", RegexOptions.CultureInvariant)]
    private static partial Regex Mixed();

    // Codes of the statistical offices: a letter for the country and eight figures.
    [GeneratedRegex(@"^[EWSNK][0-9]{8}$", RegexOptions.CultureInvariant)]
    private static partial Regex OfficeCode();

    [GeneratedRegex(@"^[A-Za-z]{1,2}[0-9][A-Za-z0-9]?$", RegexOptions.CultureInvariant)]
    private static partial Regex District();
}
