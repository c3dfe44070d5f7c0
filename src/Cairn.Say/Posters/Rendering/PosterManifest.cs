using System.Text.Json;
using System.Text.Json.Nodes;
using Cairn.Foundation.Web;
using Cairn.Say.Posters.Drawings;
using SkiaSharp;

namespace Cairn.Say.Posters.Rendering;

/// <summary>An entry of <c>manifest.json</c>, see <c>docs/artwork.md</c>: everything a program must know of a picture without opening it.</summary>
internal static class PosterEntry
{
    public static JsonObject Of(ComposedPoster poster, string key, string address, byte[] bytes, string sha256)
    {
        var (job, drawing) = (poster.Job, poster.Drawing);
        return new()
        {
            ["file"] = job.File,
            ["artwork"] = job.Artwork.Id,
            ["audience"] = job.Artwork.Audience?.Slug,
            ["language"] = job.Language.Code,
            ["format"] = job.Format.Name,
            ["unit"] = job.Format.Print ? "pt" : "px",
            ["width"] = Rounded(drawing.Width),
            ["height"] = Rounded(drawing.Height),
            ["bleed"] = job.Format.Print ? Rounded(drawing.Bleed) : null,
            ["bytes"] = bytes.Length,
            ["sha256"] = sha256,
            ["key"] = key,
            ["text"] = new JsonArray([.. drawing.Texts.Select(t => (JsonNode)t)]),
            ["alternative"] = PosterWords.Alternative(poster),
            ["post"] = PosterWords.Post(poster, address),
            ["numbers"] = new JsonArray([.. drawing.Numbers.Select(Number)]),
            ["codes"] = new JsonArray([.. drawing.Codes.Select(Code)]),
        };
    }

    private static JsonObject Number(DrawnNumber number) => new()
    {
        ["number"] = number.Number,
        ["rectangle"] = Rectangle(number.Ink),
        ["size"] = Rounded(number.Size),
        ["origin"] = new JsonObject { ["x"] = Rounded(number.Origin.X), ["y"] = Rounded(number.Origin.Y) },
        ["font"] = number.Font,
        ["colour"] = Hex(number.Colour),
        ["ground"] = Hex(number.Ground),
    };

    private static JsonObject Code(DrawnCode code) => new()
    {
        ["address"] = code.Address,
        ["rectangle"] = Rectangle(code.Where),
        ["size"] = Rounded(code.Where.Width),
        ["module"] = Rounded(code.Module),
    };

    private static JsonObject Rectangle(SKRect rect) => new()
    {
        ["x"] = Rounded(rect.Left),
        ["y"] = Rounded(rect.Top),
        ["width"] = Rounded(rect.Width),
        ["height"] = Rounded(rect.Height),
    };

    private static double Rounded(double length) => Math.Round(length, 3);

    private static string Hex(SKColor colour) => $"#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}";
}

/// <summary>The manifest of a folder of pictures.</summary>
internal static class PosterManifest
{
    internal const string Name = "manifest.json";

    /// <summary>The entries of a folder's manifest by file; empty when there is none that can be read.</summary>
    public static IReadOnlyDictionary<string, JsonObject> Read(string folder)
    {
        try
        {
            var root = JsonNode.Parse(File.ReadAllBytes(Path.Combine(folder, Name)));
            return root?["pictures"]?.AsArray().OfType<JsonObject>().Where(e => e["file"] is not null && e["key"] is not null)
                .ToDictionary(e => e["file"]!.GetValue<string>(), e => (JsonObject)e.DeepClone()) ?? [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or ArgumentException or FormatException)
        {
            return new Dictionary<string, JsonObject>();
        }
    }

    public static byte[] Write(string campaign, string revision, string licence, bool demonstration, string? partner, IEnumerable<JsonObject> entries) => JsonBytes.Of(new JsonObject
    {
        ["campaign"] = campaign,
        ["revision"] = revision,
        ["licence"] = licence,
        ["demonstration"] = demonstration,
        ["partner"] = partner,
        ["pictures"] = new JsonArray([.. entries]),
    });
}
