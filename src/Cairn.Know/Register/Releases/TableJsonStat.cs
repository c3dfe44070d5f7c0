using System.Globalization;
using System.Text.Json.Nodes;
using Cairn.Foundation.Web;

namespace Cairn.Know.Register.Releases;

/// <summary>A table as a JSON-stat 2.0 dataset: the table's dimensions between a day and a measure of one category each, so that the day and the unit are where readers of the format look.</summary>
internal static class TableJsonStat
{
    private const string Time = "time";
    private const string Measure = "measure";
    private const string Count = "count";

    /// <param name="address">Where this dataset lies.</param>
    internal static byte[] Write(PublishedTable table, TableLanguage language, Uri address)
    {
        var words = language.Words;
        var facts = table.Facts;
        return JsonBytes.Of(new JsonObject
        {
            ["version"] = "2.0",
            ["class"] = "dataset",
            ["href"] = address.AbsoluteUri,
            ["label"] = CsvFile.Said(facts.Title, table, words),
            ["source"] = $"{facts.Publisher}, {facts.SourceTitle}",
            ["note"] = Array(CsvFile.Notes(table, words), n => JsonValue.Create(n)),
            ["id"] = new JsonArray([Time, .. table.Dimensions.Select(d => JsonValue.Create(d.Id)), Measure]),
            ["size"] = new JsonArray([1, .. table.Dimensions.Select(d => JsonValue.Create(d.Codes.Count)), 1]),
            ["role"] = Roles(table),
            ["dimension"] = Dimensions(table, words),
            ["value"] = Array(table.Cells, c => c.Value is { } value ? JsonValue.Create(value) : null),
            // A place in value, counted from 0, to its code; a place that is not named is A.
            ["status"] = new JsonObject(table.Cells
                .Select((c, place) => (Place: place.ToString(CultureInfo.InvariantCulture), Code: StatusCodes.Observation(c.Status)))
                .Where(s => s.Code != "A")
                .Select(s => KeyValuePair.Create(s.Place, (JsonNode?)s.Code))),
            ["extension"] = new JsonObject
            {
                ["revision"] = table.Revision,
                ["demonstration"] = facts.Demonstration,
                ["rounded_to"] = facts.RoundedTo,
                ["base"] = facts.Base,
                ["method"] = facts.Method,
                ["source"] = facts.Source?.AbsoluteUri,
                ["licence"] = facts.Licence,
                ["status"] = new JsonObject
                {
                    ["label"] = new JsonObject(StatusCodes.All.GroupBy(StatusCodes.Observation)
                        .Select(g => KeyValuePair.Create(g.Key, (JsonNode?)language.MeaningOf(g.Key == "A" && facts.RoundedTo is not null ? CellStatus.Rounded : g.First())))),
                },
            },
        });
    }

    private static JsonObject Roles(PublishedTable table)
    {
        var roles = new JsonObject { ["time"] = new JsonArray(Time), ["metric"] = new JsonArray(Measure) };
        if (table.Dimensions.Any(d => d.Places))
            roles["geo"] = Array(table.Dimensions.Where(d => d.Places), d => JsonValue.Create(d.Id));
        return roles;
    }

    private static JsonObject Dimensions(PublishedTable table, TableWords words)
    {
        var day = FigureFiles.Iso(table.Facts.AsOf);
        var all = new JsonObject
        {
            [Time] = new JsonObject
            {
                ["label"] = words.AsOf,
                ["category"] = new JsonObject { ["index"] = new JsonArray(day), ["label"] = new JsonObject { [day] = day } },
            },
        };
        foreach (var dimension in table.Dimensions)
        {
            var category = new JsonObject
            {
                ["index"] = Array(dimension.Codes, c => JsonValue.Create(c.Id)),
                ["label"] = new JsonObject(dimension.Codes.Select(c => KeyValuePair.Create(c.Id, (JsonNode?)c.Label))),
            };
            // Of a hierarchy the format writes the parts of each whole.
            var wholes = dimension.Codes.Where(c => dimension.PartsOf(c.Id).Any()).ToList();
            if (wholes.Count > 0)
                category["child"] = new JsonObject(wholes.Select(w => KeyValuePair.Create(w.Id, (JsonNode?)Array(dimension.PartsOf(w.Id), c => JsonValue.Create(c.Id)))));
            all[dimension.Id] = new JsonObject { ["label"] = dimension.Label, ["category"] = category };
        }

        all[Measure] = new JsonObject
        {
            ["label"] = words.Measure,
            ["category"] = new JsonObject
            {
                ["index"] = new JsonArray(Count),
                ["label"] = new JsonObject { [Count] = words.Count },
                ["unit"] = new JsonObject { [Count] = new JsonObject { ["label"] = words.People, ["decimals"] = 0 } },
            },
        };
        return all;
    }

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> write) => new([.. items.Select(write)]);
}
