using Cairn.Foundation.Web;

namespace Cairn.Serving.Description;

/// <summary>The description of the API for programs. Written by hand and served as it lies in the sources; a test holds it to the routes and to what they answer.</summary>
internal static class DescriptionRoutes
{
    private static readonly Lazy<ReadyBytes> Description = new(Read);

    public static void Map(Surfaces surfaces) => surfaces.Site.MapGet("/openapi/v1.json", () => Description.Value).ForAnyOrigin();

    private static ReadyBytes Read()
    {
        using var stream = typeof(DescriptionRoutes).Assembly.GetManifestResourceStream("openapi.json")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new(bytes, "application/json", ReadyBytes.Revalidate);
    }
}
