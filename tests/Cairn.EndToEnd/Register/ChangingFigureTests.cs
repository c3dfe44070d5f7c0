using System.Globalization;
using Cairn.EndToEnd.Staff;
using Cairn.EndToEnd.Storage;
using Microsoft.Playwright;

namespace Cairn.EndToEnd.Register;

/// <summary>A campaign whose poster cites a figure that is computed from a table: an analyst and an approver publish one table and then the next, and page and poster change.</summary>
public sealed class ChangingFigureTests(Stage stage)
{
    private const string First = "Division,Online,Not online,Total\nDivision A,120,380,500\nDivision B,98,402,500\nDivision C,6,94,100\nTotal,224,876,1100\n";
    private const string Second = "Division,Online,Not online,Total\nDivision A,180,380,560\nDivision B,160,402,562\nDivision C,6,94,100\nTotal,346,876,1222\n";

    private static string Pictures { get; } = Path.Combine(Checkout.Root, ".build", "pictures", "figures");

    [Fact]
    public async Task The_poster_the_page_and_the_chart_change_when_an_approver_publishes_a_newer_table()
    {
        await using var world = await World.On("SQLite");
        await using var cairn = await world.Start("--campaign", Campaign(world.Place));
        await using var una = await Colleague.Joins(stage, world.Command, cairn.Address, "una", "analyst", Pictures);
        await using var rory = await Colleague.Joins(stage, world.Command, cairn.Address, "rory", "approver", Pictures);
        await using var visitor = await stage.NewBrowser(scripts: true, width: 1280, height: 900);
        var page = await visitor.NewPageAsync();

        await page.GotoAsync(At(cairn, "en/toolkit"));
        Assert.Equal(0, await page.Locator("img[src*='one-number']").CountAsync());
        Assert.Equal(410, (await page.GotoAsync(At(cairn, "en/figures/demonstration-share")))!.Status);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, "withheld.png"), FullPage = true });

        await Publishes(una, rory, First, "2025-03-31", "first", "20 %, 224 of 1,100");
        var before = await Looks(page, cairn, "20%", "first");
        await Publishes(una, rory, Second, "2026-03-31", "second", "28 %, 346 of 1,222");
        var after = await Looks(page, cairn, "28%", "second");

        Assert.NotEqual(before, after);
        await page.GotoAsync(At(cairn, "en/figures/demonstration-share"));
        Assert.Equal(1, await page.Locator("#share-over-time").CountAsync());
        Assert.Empty(await Axe.LooksInLightAndDark(page, page.Url));
        await page.GotoAsync(At(cairn, "ur/figures/demonstration-share"));
        Assert.Empty(await Axe.LooksInLightAndDark(page, page.Url));
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, "page-ur.png"), FullPage = true });
        await page.SetViewportSizeAsync(360, 780);
        await page.GotoAsync(At(cairn, "en/figures/demonstration-share"));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "The figure's page scrolls sideways on a phone.");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, "page-phone.png"), FullPage = true });
        Assert.Empty(una.Violations.Concat(rory.Violations));
    }

    private static string At(RunningCairn cairn, string path) => new Uri(cairn.Address, path).AbsoluteUri;

    /// <summary>The bundled campaign, but that its poster and its start page cite the computed figure.</summary>
    private static string Campaign(Place place)
    {
        var folder = Path.Combine(place.Root, "campaign");
        foreach (var file in Directory.EnumerateFiles(Checkout.Campaign, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder, Path.GetRelativePath(Checkout.Campaign, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => f.EndsWith(".md", StringComparison.Ordinal) || f.EndsWith("artwork.yaml", StringComparison.Ordinal)))
            File.WriteAllText(file, File.ReadAllText(file).Replace("figure:online-share", "figure:demonstration-share", StringComparison.Ordinal).Replace("figure: online-share", "figure: demonstration-share", StringComparison.Ordinal));
        return folder;
    }

    private static async Task Publishes(Colleague una, Colleague rory, string table, string asOf, string name, string figure)
    {
        await una.Goes("/console/register");
        await una.Page.SetInputFilesAsync("#file", new FilePayload { Name = "table.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(table) });
        await una.Page.FillAsync("#as_of", asOf);
        await una.Page.FillAsync("#series", "demonstration-register");
        await una.Page.FillAsync("#source", "Invented for a demonstration");
        await una.Page.FillAsync("#publisher", "Nobody");
        await una.Page.CheckAsync("#demonstration");
        await una.Page.Locator("main form[enctype] button").ClickAsync();
        await una.Page.WaitForURLAsync(url => new Uri(url).AbsolutePath.StartsWith("/console/register/", StringComparison.Ordinal));
        var path = new Uri(una.Page.Url).AbsolutePath;
        await una.Presses("form[action$='/protect'] button", path);
        await una.Page.GetByText(figure).WaitForAsync();
        await una.Looks("protected-" + name);
        await una.Presses("form[action$='/submit'] button", path);
        await una.Page.GetByText("waits for a second person").WaitForAsync();
        await rory.Goes(path);
        await rory.Page.GetByText(figure).WaitForAsync();
        await rory.Presses("form[action$='/publish'] button", path);
        await rory.Page.GetByText("Its page on the site").WaitForAsync();
        await rory.Goes("/console/register");
        await rory.Looks("console-" + name);
    }

    /// <returns>The address of the poster's picture, which has its version in it.</returns>
    private static async Task<string> Looks(IPage page, RunningCairn cairn, string value, string name)
    {
        await page.GotoAsync(At(cairn, "en/figures"));
        var card = page.Locator(".figure", new() { HasText = "invented people" }).First;
        Assert.Equal(value, await card.Locator(".number").TextContentAsync());
        Assert.Contains("Demonstration: invented counts.", await card.Locator(".source").TextContentAsync(), StringComparison.Ordinal);
        await page.GotoAsync(At(cairn, "en/figures/demonstration-share"));
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"page-{name}.png"), FullPage = true });
        await page.GotoAsync(At(cairn, "en/toolkit"));
        var picture = await page.Locator("a[href*='one-number.portrait.png']").First.GetAttributeAsync("href");
        using var http = new HttpClient { BaseAddress = cairn.Address };
        await File.WriteAllBytesAsync(Path.Combine(Pictures, string.Create(CultureInfo.InvariantCulture, $"poster-{name}.png")), await http.GetByteArrayAsync(picture, TestContext.Current.CancellationToken));
        return picture!;
    }
}
