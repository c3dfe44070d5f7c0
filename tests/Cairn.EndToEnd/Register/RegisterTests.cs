using Cairn.EndToEnd.Staff;
using Cairn.EndToEnd.Storage;
using Microsoft.Playwright;

namespace Cairn.EndToEnd.Register;

/// <summary>A table of invented counts from the file to its page: an analyst and an approver in two browsers, and what a visitor then sees.</summary>
public sealed class RegisterTests(Stage stage)
{
    private const string Table =
        "Registered people by division,,\nDivision,Community,Custody,Total\nDivision A,412,133,545\nDivision B,301,95,396\nDivision C,198,7,205\nDivision D,254,64,318\nDivision E,388,141,529\nDivision F,3,121,124\nTotal,1556,561,2117\n";

    private static string Pictures { get; } = Path.Combine(Checkout.Root, ".build", "pictures", "register");

    [Fact]
    public async Task An_analyst_reads_a_table_in_and_protects_it_an_approver_publishes_it_and_a_visitor_reads_it()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var world = await World.On("SQLite");
        await using var cairn = await world.Start();
        await using var una = await Colleague.Joins(stage, world.Command, cairn.Address, "una", "analyst", Pictures);
        await using var rory = await Colleague.Joins(stage, world.Command, cairn.Address, "rory", "approver", Pictures);

        // A file that could tell of a person is refused, with what was typed kept.
        await una.Goes("/console/register");
        await una.Looks("empty");
        await Fills(una, "Name,Date of birth,Count\nBlorp Tangwell,1970-01-02,1\n");
        await una.Page.GetByText("The file was not read in.").WaitForAsync();
        Assert.DoesNotContain("Tangwell", await una.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal("Invented for a demonstration", await una.Page.Locator("#source").InputValueAsync());
        await una.Looks("refused");

        await Fills(una, Table);
        await una.Page.WaitForURLAsync(url => new Uri(url).AbsolutePath.StartsWith("/console/register/", StringComparison.Ordinal));
        var path = new Uri(una.Page.Url).AbsolutePath;
        await una.Looks("read");
        await una.Presses("form[action$='/protect'] button", path);
        await una.Page.GetByText("no small count can be found closer").WaitForAsync();
        await una.Looks("protected");
        await una.Presses("form[action$='/submit'] button", path);
        await una.Page.GetByText("waits for a second person").WaitForAsync();

        await rory.Goes(path);
        await rory.Looks("approver");
        await rory.Presses("form[action$='/publish'] button", path);
        await rory.Page.GetByText("Its page on the site").WaitForAsync();
        await rory.Looks("published");

        await using var visitor = await stage.NewBrowser(width: 1280, height: 900);
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(new Uri(cairn.Address, "en/tables/register").AbsoluteUri);
        Assert.Contains("2,117", await page.ContentAsync(), StringComparison.Ordinal);
        await page.SetViewportSizeAsync(360, 780);
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "The table's page scrolls sideways on a phone.");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, "site-table-phone.png"), FullPage = true });
        using var http = new HttpClient { BaseAddress = cairn.Address };
        var permalink = await page.Locator("a[href^='/en/tables/register/'][download]").First.GetAttributeAsync("href");
        Assert.Contains("suppressed", await http.GetStringAsync(permalink, cancel), StringComparison.Ordinal);
        Assert.Empty(una.Violations.Concat(rory.Violations).Concat(await new TableLooks(stage, cairn.Address, Pictures).Look()));
        await world.Command.Run("audit", "verify", "--data", world.Place.Data);
    }

    private static async Task Fills(Colleague una, string table)
    {
        await una.Page.SetInputFilesAsync("#file", new FilePayload { Name = "table.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(table) });
        await una.Page.FillAsync("#as_of", "2026-03-31");
        await una.Page.FillAsync("#source", "Invented for a demonstration");
        await una.Page.FillAsync("#publisher", "Nobody");
        await una.Page.CheckAsync("#demonstration");
        await una.Page.Locator("main form[enctype] button").ClickAsync();
    }
}
