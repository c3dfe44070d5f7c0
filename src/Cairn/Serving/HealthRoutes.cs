using Cairn.Foundation.Web;

namespace Cairn.Serving;

/// <summary>For whoever runs the program: is it up, and has it something to show. They say one word and nothing about the campaign.</summary>
internal static class HealthRoutes
{
    public static void Map(Surfaces surfaces)
    {
        surfaces.Site.MapPage("/healthz/live", () => TypedResults.Text("live"));
        surfaces.Site.MapPage("/healthz/ready", (Frames frames) => frames.Reference is null
            ? TypedResults.Text("no campaign is published", statusCode: StatusCodes.Status503ServiceUnavailable)
            : TypedResults.Text("ready"));
    }
}
