using System.Text.Json.Nodes;
using Cairn.Foundation.Text;
using Cairn.Foundation.Web;

namespace Cairn.Know.Register;

/// <summary>A figure as <c>GET /api/v1/figures/{id}</c> answers it, see <c>docs/directory.md</c>.</summary>
internal static class FigureAnswer
{
    /// <param name="site">The campaign's address, without a slash at the end.</param>
    internal static byte[] Write(ShownFigure shown, string site, Language language)
    {
        var figure = shown.Figure;
        return JsonBytes.Of(
            new JsonObject
            {
                ["id"] = figure.Id,
                ["value"] = figure.Value,
                ["unit"] = "percent",
                ["decimals"] = figure.Decimals,
                ["as_of"] = FigureFiles.Iso(figure.AsOf),
                ["historical"] = figure.Historical,
                ["range"] = new JsonObject { ["low"] = shown.Range.Low, ["high"] = shown.Range.High, ["high_included"] = shown.Range.HighIncluded },
                ["numerator"] = figure.Numerator,
                ["denominator"] = figure.Denominator,
                ["sentence"] = Texts(figure.Sentence),
                ["base"] = Texts(figure.Base),
                ["definition"] = Texts(figure.Definition),
                ["online_means"] = Texts(figure.OnlineMeans),
                ["publisher"] = figure.Publisher,
                ["source"] = new JsonObject
                {
                    ["title"] = figure.SourceTitle,
                    ["url"] = shown.SourceAt(site, language).AbsoluteUri,
                    ["seen_on"] = figure.Origin is FigureOrigin.Read { SeenOn: var seen } ? FigureFiles.Iso(seen) : null,
                },
                ["computed_from"] = shown.Working is { } working ? FigureFiles.ComputedFrom(working) : null,
            },
            keep: ["numerator", "denominator"]);
    }

    private static JsonObject Texts(LocalText text)
    {
        var all = new JsonObject();
        foreach (var code in text.Languages.Order(StringComparer.Ordinal))
            all[code] = text.In(Language.Parse(code, null));
        return all;
    }
}
