using System.Text.RegularExpressions;
using Cairn.Know.Register.Tables.Identifying;

namespace Cairn.Know.Register.Tables.Layouts;

/// <summary>The words by which published tables say what a row or column is.</summary>
internal static partial class TableWords
{
    private static readonly (AxisKind Axis, Regex Words)[] Axes =
    [
        (AxisKind.Online, OnlineHeader()),
        (AxisKind.Period, PeriodHeader()),
        (AxisKind.OffenceGroup, OffenceHeader()),
        (AxisKind.Division, DivisionHeader()),
        (AxisKind.Place, PlaceHeader()),
    ];

    /// <summary>The axis that a heading over labels names, or null.</summary>
    public static AxisKind? AxisOfHeader(string header)
    {
        foreach (var (axis, words) in Axes)
        {
            if (words.IsMatch(header))
                return axis;
        }

        return null;
    }

    /// <summary>The axis that the labels themselves belong to, totals left aside, or null when they tell of none.</summary>
    public static AxisKind? AxisOfLabels(IEnumerable<string> labels)
    {
        var plain = labels.Where(l => l.Length > 0 && !IsTotal(l)).ToList();
        if (plain.Count == 0)
            return null;
        if (plain.All(l => Place().IsMatch(l)))
            return AxisKind.Place;
        if (plain.All(PeriodText.IsPeriod))
            return AxisKind.Period;
        if (plain.All(l => Online().IsMatch(l)))
            return AxisKind.Online;
        if (plain.Count(l => AreaLabels.IsKnown(l) || PostcodeDistrict().IsMatch(l)) * 2 > plain.Count)
            return AxisKind.Division;
        return plain.Count(l => Offence().IsMatch(l)) * 2 >= plain.Count ? AxisKind.OffenceGroup : null;
    }

    public static bool IsTotal(string label) => Total().IsMatch(label);

    /// <summary>The total of all, rather than of a part.</summary>
    public static bool IsWholeTotal(string label) => WholeTotal().IsMatch(label);

    public static bool IsCount(string header) => Count().IsMatch(header);

    public static bool IsPopulation(string header) => Population().IsMatch(header);

    public static bool IsRate(string header) => Rate().IsMatch(header);

    public static bool IsPercentage(string header) => Percentage().IsMatch(header);

    /// <summary>A column of footnote marks, or of an office's codes for the areas whose names stand beside.</summary>
    public static bool IsBeside(string header) => Beside().IsMatch(header);

    /// <summary>A line below a table that explains it.</summary>
    public static bool IsNote(string text) => text.Length > 80 || Note().IsMatch(text);

    private const RegexOptions Folded = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(on-?line|cyber|internet)", Folded)]
    private static partial Regex OnlineHeader();

    [GeneratedRegex(@"\b(period|years?|date|month|quarter|as at|snapshot|financial year)\b", Folded)]
    private static partial Regex PeriodHeader();

    [GeneratedRegex(@"\b(offences?|crimes?)\b", Folded)]
    private static partial Regex OffenceHeader();

    [GeneratedRegex(@"\b(divisions?|areas?|regions?|local authorit(y|ies)|councils?|boards?|districts?|postcodes?|geography|county|force|command)\b", Folded)]
    private static partial Regex DivisionHeader();

    [GeneratedRegex(@"\b(place|setting|status|where|community or custody)\b", Folded)]
    private static partial Regex PlaceHeader();

    [GeneratedRegex(@"^((rsos?|registered sex(ual)? offenders|offenders|people|managed|number)\s+)?((in|at) )?(the )?(community|custody|prison|hospital|secure hospital)(\s*(/|-|–|or|and|&)\s*(hospital|custody|prison))?$", Folded)]
    private static partial Regex Place();

    [GeneratedRegex(@"^(yes|no|y|n|on-?line|off-?line|not on-?line|cyber(-enabled)?|not cyber(-enabled)?|not known|unknown)$", Folded)]
    private static partial Regex Online();

    [GeneratedRegex(@"^[A-Z]{1,2}[0-9][A-Z0-9]?$", RegexOptions.CultureInvariant)]
    private static partial Regex PostcodeDistrict();

    [GeneratedRegex(@"\b(communicat\w+|indecent|groom\w*|offences?|images?|photos?|photographs|sexual|section \d|ss?\.? ?\d+[a-z]?)\b", Folded)]
    private static partial Regex Offence();

    [GeneratedRegex(@"^((grand|overall|sub|national|column|row)[- ]?)?totals?\b|\b(sub-?)?total$|^all( (divisions|areas|places|offences|groups|levels|scotland|regions|offenders))?$|^(scotland|united kingdom|england and wales)$", Folded)]
    private static partial Regex Total();

    [GeneratedRegex(@"^((grand|overall|national) ?)?totals?$|^all( (divisions|areas|places|offences|groups|levels|scotland|regions|offenders))?$|^(scotland|united kingdom|england and wales)( total)?$|^total \(?scotland\)?$", Folded)]
    private static partial Regex WholeTotal();

    [GeneratedRegex(@"\b(counts?|numbers?|no\.?|n|totals?|rsos?|offenders|people|persons|records|cases|how many)\b", Folded)]
    private static partial Regex Count();

    [GeneratedRegex(@"\bpopulation\b|\binhabitants\b", Folded)]
    private static partial Regex Population();

    [GeneratedRegex(@"\bper (100[, ]?000|100k|hundred thousand)\b|\brates?\b", Folded)]
    private static partial Regex Rate();

    [GeneratedRegex(@"%|\bper ?cent(age)?\b|\bshare\b|\bproportion\b", Folded)]
    private static partial Regex Percentage();

    [GeneratedRegex(@"^(foot)?notes?$|^marks?$|^(gss|ons|area|division|council|geography)?[ _]?codes?$", Folded)]
    private static partial Regex Beside();

    [GeneratedRegex(@"^(notes?\b|sources?\b|footnotes?\b|\[|\(|\*|†|‡|[0-9]+[.)]\s|[¹²³⁴-⁹]|©|crown copyright|published|contact|data as |figures? )|: |\. |\.$", Folded)]
    private static partial Regex Note();
}
