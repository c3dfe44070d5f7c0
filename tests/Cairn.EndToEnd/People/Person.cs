using Microsoft.Playwright;

namespace Cairn.EndToEnd.People;

/// <summary>Somebody with a browser that runs no script.</summary>
internal sealed class Person : IAsyncDisposable
{
    private readonly IBrowserContext browser;

    private Person(IBrowserContext browser, IPage page) => (this.browser, Page) = (browser, page);

    public IPage Page { get; }

    public int ClicksMade { get; private set; }

    public static async Task<Person> Opens(Stage stage, string path, int width = 1280, int height = 900)
    {
        var browser = await stage.NewBrowser(width: width, height: height);
        var person = new Person(browser, await browser.NewPageAsync());
        await person.Goes(path);
        return person;
    }

    public async Task Goes(string path) => await Page.GotoAsync(path);

    public async Task Clicks(string what)
    {
        ClicksMade++;
        await Page.Locator(what).First.ClickAsync();
        await Page.WaitForLoadStateAsync();
    }

    public async Task Chooses(string value)
    {
        var button = Page.Locator($"main form input[type=radio][value='{value}']");
        if (await button.CountAsync() > 0)
            await button.First.CheckAsync(new() { Force = true });
        else
            await Page.Locator($"main form select:has(option[value='{value}'])").First.SelectOptionAsync(value);
    }

    public async Task Sees(string what)
    {
        var thing = Page.Locator(what).First;
        await thing.ScrollIntoViewIfNeededAsync();
        Assert.True(await thing.IsVisibleAsync(), $"{what} is not to be seen at {Page.Url}.");
    }

    public async ValueTask DisposeAsync() => await browser.DisposeAsync();
}
