using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cairn.Know.Register.Snapshots;

/// <summary>What a snapshot says of itself apart from its counts.</summary>
/// <param name="SourceAddress">An https address, or null.</param>
/// <param name="ByGroup">The groups of the announcement are totals of its axis of offences.</param>
internal sealed record SnapshotFacts(string Series, string Title, string AsOf, string Source, string? SourceAddress, string Publisher, string Base, string Definition, bool Demonstration, bool ByGroup = false)
{
    public const string DefaultSeries = "register", DefaultTitle = "People on the register", DefaultBase = "people on the register on that day", DefaultDefinition = "Counts as the source gives them; what they mean is said there.";
}

/// <summary>One code of an axis.</summary>
/// <param name="Parent">The code it is part of; null for the root.</param>
internal sealed record KeptCode(string Code, string Label, string? Parent);

/// <param name="Kind">The axis' word, as mappings write it.</param>
/// <param name="Codes">The root first, each code after the one it is part of.</param>
internal sealed record KeptAxis(string Kind, string Label, IReadOnlyList<KeptCode> Codes);

/// <param name="At">One code an axis.</param>
/// <param name="Count">Null where no count is known, or where none is shown.</param>
/// <param name="Status">One of <see cref="KeptCell.Printed"/> and its neighbours.</param>
internal sealed record KeptCell(IReadOnlyList<string> At, long? Count, string Status)
{
    public const string Printed = "printed", Unknown = "unknown", Shown = "shown", Rounded = "rounded", Blank = "blank";
}

/// <summary>A division and the smaller areas that it is the sum of, as a mapping says.</summary>
internal sealed record KeptArea(string Code, IReadOnlyList<string> Of);

/// <summary>A table in the database: as it was read in, or as it is shown.</summary>
/// <param name="Cells">Every combination of codes, in the order of the axes, the last counting fastest.</param>
/// <param name="Preview">How each column was understood; empty in what is shown.</param>
/// <param name="Arithmetic">What its sums and rates say, with places in the file; empty in what is shown.</param>
/// <param name="Notes">What every reader of the table has to know: totals that were printed otherwise, how offences were put into groups, what the mark online is worth.</param>
/// <param name="Hindrance">Why it cannot be protected, or null.</param>
/// <param name="RoundedTo">The base of rounding, or null.</param>
/// <param name="RoundedFromParts">Whether totals are sums of rounded parts, and may be further off than the base.</param>
/// <param name="SmallChanges">A change of fewer people than the threshold, from one table of the series to the next, may be seen. Chosen by whoever protected it.</param>
/// <param name="Offences">How its offences were classified; null when it has none, in what is shown, and in tables kept before this was said.</param>
/// <param name="Areas">Divisions that are made of smaller areas; one that is not here is an area by itself.</param>
internal sealed record KeptTable(
    SnapshotFacts Facts, IReadOnlyList<KeptAxis> Axes, IReadOnlyList<KeptCell> Cells, IReadOnlyList<string> Preview, IReadOnlyList<string> Arithmetic, IReadOnlyList<string> Notes, string? Hindrance,
    string Method = "", int? RoundedTo = null, bool RoundedFromParts = false, KeptOffences? Offences = null, bool SmallChanges = false, IReadOnlyList<KeptArea>? Areas = null)
{
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, SnapshotJson.Default.KeptTable);

    public static KeptTable Read(byte[] kept) => JsonSerializer.Deserialize(kept, SnapshotJson.Default.KeptTable) ?? throw new JsonException("No table.");
}

[JsonSerializable(typeof(KeptTable))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
internal sealed partial class SnapshotJson : JsonSerializerContext;
