namespace Cairn.Know.Register.Releases;

/// <summary>The words around released tables in one language; section <c>tables</c> of a pack's <c>words/{l}.yaml</c>.</summary>
/// <remarks>What they are in English here is for the console and the command line, which show a table before a campaign does; pages take every word from the campaign.</remarks>
public sealed record TableWords
{
    public string DemonstrationMark { get; init; } = "Demonstration";
    public string Demonstration { get; init; } = "These counts are invented to show how a table is published. They describe nobody and no place.";
    public string DemonstrationFace { get; init; } = "Demonstration: invented counts";

    /// <summary>The words of the link that leads from the figures to the tables.</summary>
    public string Link { get; init; } = "Tables of counts";
    public string Heading { get; init; } = "Tables";
    public string Lead { get; init; } = "Counts of a register, as they may be published: protected, with how they were made beside them.";
    public string NoTables { get; init; } = "No table has been published.";
    public string Feed { get; init; } = "New tables as an Atom feed";

    public string Chart { get; init; } = "Charts";
    public string Table { get; init; } = "The table";
    public string Marks { get; init; } = "What the marks mean";
    public string HowMade { get; init; } = "How it was made";
    public string Base { get; init; } = "Who is counted";
    public string AsOf { get; init; } = "Day it describes";
    public string Definition { get; init; } = "Definition";
    public string OnlineMeans { get; init; } = "What \u201conline\u201d means here";
    public string Method { get; init; } = "Protection";
    public string Publisher { get; init; } = "Publisher";
    public string Source { get; init; } = "Source";
    public string Licence { get; init; } = "Use";
    public string Revision { get; init; } = "Revision";
    public string Notes { get; init; } = "Notes";
    public string Permalink { get; init; } = "This revision stays at";
    public string Download { get; init; } = "Download";
    public string CsvMetadata { get; init; } = "CSV metadata (CSVW)";
    public string ShareCsv { get; init; } = "CSV of the share over time";
    public string ShareCsvMetadata { get; init; } = "CSV metadata of the share over time (CSVW)";

    public string Count { get; init; } = "Count";
    public string Code { get; init; } = "code";
    public string Status { get; init; } = "Status";
    public string Unit { get; init; } = "Unit";
    public string People { get; init; } = "people";
    public string RoundedTo { get; init; } = "Rounded to a multiple of";
    public string Measure { get; init; } = "Measure";
    public string DefinitionNumber { get; init; } = "Definition it follows; shares of different definitions cannot be compared";
    public string ShareOf { get; init; } = "Share of";
    public string DefinitionChanged { get; init; } = "Definition changed";

    public string Day { get; init; } = "Day";
    public string Share { get; init; } = "Share";
    public string Rest { get; init; } = "All others";

    /// <summary>What stands in place of a count in a chart, before the mark of its status.</summary>
    public string NotShown { get; init; } = "not shown, to protect people";
    public string NotInSource { get; init; } = "not in the source";
    public string CannotOccur { get; init; } = "cannot occur";

    public string MeansShown { get; init; } = "The count as it is.";
    public string MeansRounded { get; init; } = "Rounded.";
    public string MeansNotShown { get; init; } = "Counted, and not shown because it could help to tell who somebody is. That a count is missing does not say that it is small.";
    public string MeansNotInSource { get; init; } = "The source gives no count.";
    public string MeansCannotOccur { get; init; } = "Nobody can be counted here; the count is 0 by its meaning.";
    /// <summary>Hole {multiple}.</summary>
    public string RoundedEvery { get; init; } = "Every count is rounded to a multiple of {multiple}, so parts need not add up to their total.";

    public string NoneShown { get; init; } = "No count is shown.";
    /// <summary>Holes {least} and {most}, each a count and whose it is.</summary>
    public string FromTo { get; init; } = "Bars from {least} to {most}.";
    /// <summary>Holes {first}, {from}, {last} and {to}.</summary>
    public string RunFromTo { get; init; } = "{first} on {from}, {last} on {to}.";
    /// <summary>Holes {first} and {from}: a day that is joined to no other.</summary>
    public string RunOfOne { get; init; } = "{first} on {from}.";
    /// <summary>Hole {full}.</summary>
    public string Waffle { get; init; } = "A hundred squares, {full} of them full.";
    /// <summary>Hole {days}.</summary>
    public string NoShare { get; init; } = "No share is shown for {days}.";
    public string NotComparable { get; init; } = "Shares before and after a line across the chart count different things and cannot be compared.";
    /// <summary>Holes {base}, {date}, {publisher}, {source} and {revision}: what stands under a chart that is a file of its own.</summary>
    public string ChartSource { get; init; } = "{base}. {date}. {publisher}, {source}. Revision {revision}.";

    /// <summary>Hole {of}, in each of these: a share as people say it, and its base.</summary>
    public string OneInTen { get; init; } = "about one in ten {of}";
    public string OneInFive { get; init; } = "about one in five {of}";
    public string OneInFour { get; init; } = "about one in four {of}";
    public string OneInThree { get; init; } = "about one in three {of}";
    public string TwoInFive { get; init; } = "about two in five {of}";
    public string Half { get; init; } = "about half of {of}";
    public string ThreeInFive { get; init; } = "about three in five {of}";
    public string TwoInThree { get; init; } = "about two in three {of}";
    public string ThreeInFour { get; init; } = "about three in four {of}";
    public string FourInFive { get; init; } = "about four in five {of}";
    public string NineInTen { get; init; } = "about nine in ten {of}";
    /// <summary>Holes {share} and {of}, where none of the above is near.</summary>
    public string InHundred { get; init; } = "about {share} in 100 {of}";
}
