using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Cairn.Foundation.Web;

namespace Cairn.Know.Register.Releases;

/// <summary>The name of exactly one content: the first twelve letters of its SHA-256, written in consonants so that no word comes up by chance.</summary>
/// <remarks>Only what is published goes in. Were a withheld count part of it, whoever guesses the count could see the guess confirmed by the name.</remarks>
internal static class TableRevision
{
    internal const int Length = 12;
    internal const string Letters = "bcdfghjklmnpqrstvwxz";

    internal static string Of(PublishedTable table)
    {
        var rest = new System.Numerics.BigInteger(SHA256.HashData(JsonBytes.Of(Content(table))), isUnsigned: true, isBigEndian: true);
        var name = new StringBuilder(Length);
        for (var i = 0; i < Length; i++)
        {
            rest = System.Numerics.BigInteger.DivRem(rest, Letters.Length, out var letter);
            name.Append(Letters[(int)letter]);
        }

        return name.ToString();
    }

    // Every text stands in a member or a place of its own, so that no two contents are written alike.
    private static JsonObject Content(PublishedTable table)
    {
        var facts = table.Facts;
        return new()
        {
            ["id"] = table.Id,
            ["title"] = facts.Title,
            ["as_of"] = FigureFiles.Iso(facts.AsOf),
            ["base"] = facts.Base,
            ["definition"] = facts.Definition,
            ["publisher"] = facts.Publisher,
            ["source_title"] = facts.SourceTitle,
            ["source"] = facts.Source?.AbsoluteUri,
            ["method"] = facts.Method,
            ["online_means"] = facts.OnlineMeans,
            ["notes"] = Array(facts.Notes, n => n),
            ["licence"] = facts.Licence,
            ["rounded_to"] = facts.RoundedTo,
            ["demonstration"] = facts.Demonstration,
            ["dimensions"] = Array(table.Dimensions, d => new JsonObject
            {
                ["id"] = d.Id,
                ["label"] = d.Label,
                ["places"] = d.Places,
                ["codes"] = Array(d.Codes, c => new JsonArray(c.Id, c.Label, c.Parent)),
            }),
            ["cells"] = Array(table.Cells, c => new JsonArray(c.Value, StatusCodes.Word(c.Status))),
            ["series"] = table.Series is not { } series ? null : new JsonObject
            {
                ["label"] = series.Label,
                ["share_of"] = series.ShareOf,
                ["decimals"] = series.Decimals,
                ["points"] = Array(series.Points, p => new JsonArray(FigureFiles.Iso(p.AsOf), series.Written(p))),
                ["breaks"] = Array(series.Breaks, b => new JsonArray(FigureFiles.Iso(b.From), b.Note)),
            },
        };
    }

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> write) => new([.. items.Select(write)]);
}
