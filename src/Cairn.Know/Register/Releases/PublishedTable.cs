using System.Text.RegularExpressions;
using NodaTime;

namespace Cairn.Know.Register.Releases;

/// <summary>What a table says of itself, apart from its cells.</summary>
public sealed record TableFacts
{
    public required string Title { get; init; }

    /// <summary>The day the table describes.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Who is counted, for example "people on the register".</summary>
    public required string Base { get; init; }

    public required string Definition { get; init; }

    public required string Publisher { get; init; }

    public required string SourceTitle { get; init; }

    public Uri? Source { get; init; }

    /// <summary>A sentence on threshold, suppression and rounding.</summary>
    public required string Method { get; init; }

    /// <summary>What "online" means here: a flag with a quality of its own, not a type of crime.</summary>
    public required string OnlineMeans { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How the table may be used, in a sentence.</summary>
    public required string Licence { get; init; }

    /// <summary>The base every count is rounded to, 2 or more, or null when counts are exact.</summary>
    public int? RoundedTo { get; init; }

    /// <summary>True where every total is the sum of rounded parts and may be further off than the base; false where every count is one of the two multiples beside it.</summary>
    /// <remarks>The method says the same in words.</remarks>
    public bool RoundedFromParts { get; init; }

    /// <summary>True for invented counts: every file, chart and page then says so.</summary>
    public required bool Demonstration { get; init; }
}

/// <summary>A table as it is published: every combination of its codes once, and no count that is withheld.</summary>
public sealed partial class PublishedTable
{
    /// <summary>Names of columns and dimensions in files, which no dimension may take.</summary>
    private static readonly string[] Taken = ["value", "status", "obs_status", "conf_status", "rounded_to", "as_of", "unit", "revision", "demonstration", "time", "measure"];

    private readonly Dictionary<string, PublishedCell> byPlace;

    private PublishedTable(string id, TableFacts facts, IReadOnlyList<PublishedDimension> dimensions, Dictionary<string, PublishedCell> byPlace, PublishedSeries? series)
    {
        (Id, Facts, Dimensions, Series, this.byPlace) = (id, facts, dimensions, series, byPlace);
        Cells = [.. Places(dimensions).Select(place => byPlace[Key(place)])];
        Revision = TableRevision.Of(this);
    }

    /// <summary>Lower-case letters, digits and <c>-</c>, at most 64; the last part of its address.</summary>
    public string Id { get; }

    /// <summary>Twelve letters that stand for exactly this content.</summary>
    public string Revision { get; }

    public TableFacts Facts { get; }

    /// <summary>One to three.</summary>
    public IReadOnlyList<PublishedDimension> Dimensions { get; }

    /// <summary>Every combination of codes, the last dimension changing fastest.</summary>
    public IReadOnlyList<PublishedCell> Cells { get; }

    public PublishedSeries? Series { get; }

    /// <exception cref="ArgumentException">An id or text that cannot be; a combination that is missing, twice or unknown; counts rounded and not rounded in one table, or not to its base.</exception>
    public static PublishedTable Of(string id, TableFacts facts, IReadOnlyList<PublishedDimension> dimensions, IReadOnlyList<PublishedCell> cells, PublishedSeries? series = null)
    {
        Require(TableId().IsMatch(id), $"'{id}' cannot be the id of a table.");
        string[] texts = [facts.Title, facts.Base, facts.Definition, facts.Publisher, facts.SourceTitle, facts.Method, facts.OnlineMeans, facts.Licence, .. facts.Notes];
        Require(texts.All(PublishedText.CanBePublished), "A table says what it is, who is counted, how it was made and by whom.");
        Require(facts.Source is null or { IsAbsoluteUri: true, Scheme: "https" }, "A source is an https address.");
        Require(facts.RoundedTo is null or >= 2, "Counts are rounded to 2 or more, or not at all.");

        Require(dimensions.Count is >= 1 and <= 3, "A table has one to three dimensions.");
        string[] names = [.. dimensions.SelectMany(d => new[] { d.Id, d.Id + TableCsv.LabelEnding })];
        Require(names.Distinct(StringComparer.Ordinal).Count() == names.Length && !names.Intersect(Taken).Any(), "A dimension's id is already the name of a column.");

        var byPlace = new Dictionary<string, PublishedCell>(StringComparer.Ordinal);
        foreach (var cell in cells)
        {
            Require(cell.At.Count == dimensions.Count && cell.At.Zip(dimensions).All(p => p.Second.Has(p.First)), $"There is no place '{Key(cell.At)}' in this table.");
            Require(byPlace.TryAdd(Key(cell.At), cell), $"Two cells stand at '{Key(cell.At)}'.");
            // One exact count among rounded ones would tell what the others were before.
            Require(cell.Status != (facts.RoundedTo is null ? CellStatus.Rounded : CellStatus.Shown), $"The cell at '{Key(cell.At)}' is not rounded as the table is.");
            Require(cell.Status != CellStatus.Rounded || cell.Value % facts.RoundedTo == 0, $"The cell at '{Key(cell.At)}' is not a multiple of {facts.RoundedTo}.");
        }

        Require(byPlace.Count == dimensions.Aggregate(1, (size, d) => size * d.Codes.Count), "Some combination of codes has no cell.");
        return new(id, facts, dimensions, byPlace, series);
    }

    /// <summary>The cell at one code id a dimension. Throws <see cref="KeyNotFoundException"/> for any other.</summary>
    public PublishedCell this[params string[] at] => byPlace[Key(at)];

    /// <summary>How far the count at a place can be from what is shown there; 0 when counts are exact.</summary>
    internal long FurthestOff(params string[] at) => Facts.RoundedTo switch
    {
        null => 0,
        { } rounded when Facts.RoundedFromParts => Dimensions.Select((d, i) => d.PartsWithin(at[i])).Aggregate(1L, (parts, more) => parts * more) * (rounded / 2),
        { } rounded => rounded - 1,
    };

    private static IEnumerable<string[]> Places(IEnumerable<PublishedDimension> dimensions) =>
        dimensions.Aggregate<PublishedDimension, IEnumerable<string[]>>([[]], (places, d) => places.SelectMany(_ => d.Codes, (place, code) => (string[])[.. place, code.Id]));

    // A code id has no slash.
    private static string Key(IEnumerable<string> at) => string.Join('/', at);

    private static void Require(bool holds, string why)
    {
        if (!holds)
            throw new ArgumentException(why);
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex TableId();
}
