using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Cairn.Say.Toolkit;

/// <summary>What the toolkit hands out: pictures, their texts, and both in one file. Other sites may show them.</summary>
internal static class ToolkitFiles
{
    // A cold kit is some hundreds of pictures, two at a time.
    private static readonly TimeSpan LongestKit = TimeSpan.FromMinutes(2);

    // By then the ones before have had their turn.
    private const string Later = "10";

    public static void Map(Surfaces surfaces)
    {
        const string Here = "/{language}/" + ToolkitRoutes.Page + "/";
        surfaces.Site.MapPage(Here + "{artwork}.{format}.png", Picture(print: false)).ForOtherSites();
        surfaces.Site.MapPage(Here + "{artwork}.{format}.pdf", Picture(print: true)).ForOtherSites();
        surfaces.Site.MapPage(Here + "{artwork}.html", Twin).ForOtherSites();
        surfaces.Site.MapPage(Here + "{artwork}.zip", One).ForOtherSites().WithRequestTimeout(LongestKit);
        surfaces.Site.MapPage(Here + "kit.zip", Everything).ForOtherSites().WithRequestTimeout(LongestKit);
    }

    private static Delegate Picture(bool print) => (string language, string artwork, string format, HttpContext http, Frames frames, ToolkitShelf shelf) =>
        Picture(print, language, artwork, format, http, frames, shelf);

    private static async Task<IResult> Picture(bool print, string language, string artwork, string format, HttpContext http, Frames frames, ToolkitShelf shelf)
    {
        if (Offered(http, frames, language) is not { } frame || shelf.Today?.Find(artwork, frame.Language) is not { } stocked
            || stocked.Format(format) is not { } named || named.Print != print)
            return TypedResults.NotFound();
        if (await stocked.Picture(named).WaitAsync(http.RequestAborted) is not { } picture)
            return Busy(http);
        // An address without its version, or with one of before, is good today and may be another picture tomorrow.
        return http.Request.Query["v"] == stocked.Version ? picture.Answer : new ReadyBytes(picture.Bytes, picture.ContentType, ReadyBytes.Revalidate, compress: false);
    }

    // Saved and not shown: its title is the artwork's sentence, and a browser's history keeps titles.
    private static IResult Twin(string language, string artwork, HttpContext http, Frames frames, ToolkitShelf shelf) =>
        Offered(http, frames, language) is { } frame && shelf.Today?.Find(artwork, frame.Language) is { } stocked
            ? new Saved(new ReadyBytes(stocked.Twin, "text/html; charset=utf-8", ReadyBytes.Revalidate), $"{stocked.Artwork.Id}.{frame.Language}.html")
            : TypedResults.NotFound();

    private static Task<IResult> One(string language, string artwork, HttpContext http, Frames frames, ToolkitShelf shelf) =>
        Zip(language, http, frames, shelf, (stock, frame, partner) => stock.Find(artwork, frame.Language, partner) is { } found ? [found] : [], new(null, null, null), apart: false, artwork);

    private static Task<IResult> Everything(string language, HttpContext http, Frames frames, ToolkitShelf shelf)
    {
        var wanted = ToolkitWanted.From(http.Request.Query, []);
        return Zip(language, http, frames, shelf, (stock, frame, partner) => [.. stock.In(frame.Language, partner).Where(wanted.Includes)], wanted, apart: true, "kit");
    }

    private static async Task<IResult> Zip(
        string language, HttpContext http, Frames frames, ToolkitShelf shelf,
        Func<Stock, Frame, string?, IReadOnlyList<StockedArtwork>> choose, ToolkitWanted wanted, bool apart, string name)
    {
        // Only a body that the pack names: anybody could otherwise have posters made here in the name of one that never agreed.
        var partner = http.Request.Query.TryGetValue("partner", out var asked) ? asked.ToString() : null;
        if (Offered(http, frames, language) is not { } frame || shelf.Today is not { } stock || (partner is not null && !stock.Partners.Contains(partner))
            || choose(stock, frame, partner) is not { Count: > 0 } artworks)
            return TypedResults.NotFound();

        var tag = ToolkitZip.TagOf(artworks, wanted, frame.Revision);
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = ReadyBytes.Revalidate;
        if (http.Request.Headers.IfNoneMatch.Any(t => t?.Contains(tag, StringComparison.Ordinal) == true))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return await ToolkitZip.Of(artworks, wanted, apart, stock.Licence(frame.Language), http.RequestAborted) is { } zip
            ? new ZipAnswer(zip, $"{name}.{frame.Language}.zip")
            : Busy(http);
    }

    /// <summary>The language's frame. A demonstration's files are kept out of search results, as its pages are.</summary>
    private static Frame? Offered(HttpContext http, Frames frames, string language)
    {
        var frame = Language.TryParse(language, null, out var asked) ? frames.In(asked) : null;
        if (frame?.Demonstration == true)
            http.Response.Headers["X-Robots-Tag"] = "noindex";
        return frame;
    }

    private static IResult Busy(HttpContext http)
    {
        http.Response.Headers.Remove("ETag");
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.RetryAfter = Later;
        return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }
}
