using System.IO.Compression;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Cairn.Tests.Say.Toolkit;

/// <summary>The toolkit as somebody sees it who takes a poster from it.</summary>
internal static class ToolkitReader
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<IHtmlDocument> Page(this HttpClient http, string address) => new HtmlParser().ParseDocument(await http.GetStringAsync(address, Cancel));

    public static IReadOnlyList<IElement> Cards(this IHtmlDocument page) => [.. page.QuerySelectorAll("article.artwork")];

    /// <summary>Addresses of a card's pictures and print files.</summary>
    public static IReadOnlyList<string> Downloads(this IElement card) => [.. card.QuerySelectorAll("details li a[download]").Select(a => a.GetAttribute("href")!)];

    public static string Zip(this IElement card) => card.QuerySelector("a.save")!.GetAttribute("href")!;

    public static async Task<HttpResponseMessage> Get(this HttpClient http, string address) => await http.GetAsync(address, Cancel);

    public static async Task<Dictionary<string, byte[]>> Unzipped(this HttpClient http, string address)
    {
        await using var zip = new ZipArchive(new MemoryStream(await http.GetByteArrayAsync(address, Cancel)), ZipArchiveMode.Read);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            await using (var opened = await entry.OpenAsync(Cancel))
                await opened.CopyToAsync(content, Cancel);
            files[entry.FullName] = content.ToArray();
        }

        return files;
    }
}
