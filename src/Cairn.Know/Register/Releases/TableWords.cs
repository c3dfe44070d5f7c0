namespace Cairn.Know.Register.Releases;

/// <summary>The words around released tables. There are English ones only: where a page is in another language they are marked as English.</summary>
public sealed record TableWords
{
    public static TableWords English { get; } = new();

    private TableWords() { }

    public string DemonstrationMark { get; init; } = "Demonstration";
    public string Demonstration { get; init; } = "These counts are invented to show how a table is published. They describe nobody and no place.";

    public string Count { get; init; } = "Count";
    public string Code { get; init; } = "code";
    public string Status { get; init; } = "Status";
    public string Unit { get; init; } = "Unit";
    public string People { get; init; } = "people";
    public string RoundedTo { get; init; } = "Rounded to a multiple of";
    public string AsOf { get; init; } = "Day it describes";
    public string Measure { get; init; } = "Measure";

    public string Heading { get; init; } = "Tables";
    public string Lead { get; init; } = "Counts of a register, as they may be published: protected, with how they were made beside them.";
    public string NoTables { get; init; } = "No table has been published.";
    public string Table { get; init; } = "The table";
    public string Chart { get; init; } = "Charts";
    public string Marks { get; init; } = "What the marks mean";
    public string Mark { get; init; } = "Mark";
    public string Meaning { get; init; } = "Meaning";
    public string HowMade { get; init; } = "How it was made";
    public string Base { get; init; } = "Who is counted";
    public string Definition { get; init; } = "Definition";
    public string Method { get; init; } = "Protection";
    public string OnlineMeans { get; init; } = "What \u201conline\u201d means here";
    public string Publisher { get; init; } = "Publisher";
    public string Source { get; init; } = "Source";
    public string Notes { get; init; } = "Notes";
    public string Licence { get; init; } = "Use";
    public string Revision { get; init; } = "Revision";
    public string Permalink { get; init; } = "This revision stays at";
    public string Download { get; init; } = "Download";
    public string Feed { get; init; } = "New tables as an Atom feed";
    public string Day { get; init; } = "Day";
    public string DefinitionNumber { get; init; } = "Definition it follows; shares of different definitions cannot be compared";
    public string Percent { get; init; } = "percent";
    public string ShareOf { get; init; } = "Share of";
    public string DefinitionChanged { get; init; } = "Definition changed";
    public string Share { get; init; } = "Share";
    public string Rest { get; init; } = "All others";
    public string DemonstrationFace { get; init; } = "Demonstration: invented counts";
    public string NoneShown { get; init; } = "No count is shown.";
    /// <summary>Holes {least} and {most}, each a count and whose it is.</summary>
    public string FromTo { get; init; } = "Bars from {least} to {most}.";
    /// <summary>Holes {first}, {from}, {last} and {to}.</summary>
    public string RunFromTo { get; init; } = "{first} on {from}, {last} on {to}.";
    /// <summary>Hole {full}.</summary>
    public string Waffle { get; init; } = "A hundred squares, {full} of them full.";
    /// <summary>Hole {days}.</summary>
    public string NoShare { get; init; } = "No share is shown for {days}.";
    public string NotComparable { get; init; } = "Shares before and after a line across the chart count different things and cannot be compared.";

    /// <summary>Marks in tables, in square brackets as the Government Statistical Service writes them; a count as it is has none.</summary>
    internal string? MarkOf(CellStatus status) => status switch
    {
        CellStatus.Shown or CellStatus.Rounded => null,
        CellStatus.Suppressed => "[c]",
        CellStatus.NotAvailable => "[x]",
        CellStatus.CannotOccur => "[z]",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>In place of a count in a chart.</summary>
    internal string Said(CellStatus status) => status switch
    {
        CellStatus.Shown or CellStatus.Rounded => "",
        CellStatus.Suppressed => "not shown, to protect people [c]",
        CellStatus.NotAvailable => "not in the source [x]",
        CellStatus.CannotOccur => "cannot occur [z]",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    internal string MeaningOf(CellStatus status) => status switch
    {
        CellStatus.Shown => "The count as it is.",
        CellStatus.Rounded => "Rounded.",
        CellStatus.Suppressed => "Counted, and not shown because it could help to tell who somebody is. That a count is missing does not say that it is small.",
        CellStatus.NotAvailable => "The source gives no count.",
        CellStatus.CannotOccur => "Nobody can be counted here; the count is 0 by its meaning.",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    // Said only closer than two and a half points to what is meant, and not near the ends of the scale, where that is much; otherwise the hundred is said.
    private static readonly (decimal Percent, string Words)[] Plain =
    [
        (10, "about one in ten"), (20, "about one in five"), (25, "about one in four"), (33.3m, "about one in three"), (40, "about two in five"),
        (50, "about half of"), (60, "about three in five"), (66.7m, "about two in three"), (75, "about three in four"), (80, "about four in five"), (90, "about nine in ten"),
    ];

    /// <summary>A share as people say it, with a hole {of} for its base: "about one in four {of}".</summary>
    internal string About(decimal percent)
    {
        var (nearest, words) = Plain.MinBy(p => Math.Abs(p.Percent - percent));
        var said = Math.Abs(nearest - percent) < 2.5m && percent is >= 8 and <= 92 ? words : $"about {Math.Round(percent, MidpointRounding.AwayFromZero):0} in 100";
        return said + " {of}";
    }

    internal string RoundedEvery(int roundedTo) => $"Every count is rounded to a multiple of {roundedTo}, so parts need not add up to their total.";
}
