using Cairn.Foundation.Web;

namespace Cairn.Serving;

internal static class AssetRoutes
{
    public static void Map(Surfaces surfaces)
    {
        surfaces.Site.MapPage("/assets/{file}", (string file, Assets assets) => assets.At(file) ?? TypedResults.NotFound());
        surfaces.Site.MapPage(Assets.ElementPath, (Assets assets) => assets.At(Path.GetFileName(Assets.ElementPath)) ?? TypedResults.NotFound()).ForAnyOrigin();
    }
}
