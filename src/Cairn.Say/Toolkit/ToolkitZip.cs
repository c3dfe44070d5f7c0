using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Cairn.Say.Toolkit;

/// <summary>Artworks in one file: for each its pictures, its page of text and its post, and for all what may be done with them.</summary>
internal static class ToolkitZip
{
    /// <param name="wanted">Decides which formats go in.</param>
    /// <param name="apart">True for a folder for each artwork.</param>
    /// <returns>Null when too many others wait for pictures; what was drawn until then is kept, so that the next attempt gets further.</returns>
    public static async Task<StoredZip?> Of(IEnumerable<StockedArtwork> artworks, ToolkitWanted wanted, bool apart, string licence, CancellationToken cancelled)
    {
        var entries = new List<ZipEntry>();
        foreach (var artwork in artworks)
        {
            var folder = apart ? artwork.Artwork.Id + "/" : "";
            foreach (var format in artwork.Formats.Where(wanted.Includes))
            {
                cancelled.ThrowIfCancellationRequested();
                if (await artwork.Picture(format) is not { } picture)
                    return null;
                entries.Add(new(folder + artwork.FileOf(format), picture.Bytes));
            }

            entries.Add(new($"{folder}{artwork.Artwork.Id}.{artwork.Language}.html", artwork.Twin));
            entries.Add(new(folder + "post.txt", Encoding.UTF8.GetBytes(artwork.Post + "\n")));
        }

        entries.Add(new("LICENCE.txt", Encoding.UTF8.GetBytes(licence)));
        return new(entries);
    }

    /// <summary>Names the bytes before anything is drawn, for a zip is the same whenever what goes into it is.</summary>
    public static string TagOf(IEnumerable<StockedArtwork> artworks, ToolkitWanted wanted, string revision) =>
        $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', artworks.Select(a => a.Version).Append(wanted.Variant).Append(revision)))))[..16]}\"";
}

/// <summary>A zip as it is sent: its length first, then its entries from where they are kept.</summary>
/// <param name="name">File name; plain ASCII.</param>
internal sealed class ZipAnswer(StoredZip zip, string name) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "application/zip";
        response.ContentLength = zip.Length;
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        return HttpMethods.IsHead(httpContext.Request.Method) ? Task.CompletedTask : zip.WriteTo(response.Body, httpContext.RequestAborted);
    }
}
