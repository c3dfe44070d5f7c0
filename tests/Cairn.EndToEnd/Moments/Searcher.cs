using Microsoft.Playwright;

namespace Cairn.EndToEnd.Moments;

/// <summary>Somebody who searches on the sample site.</summary>
internal sealed class Searcher : IAsyncDisposable
{
    private const float Patience = 90_000;

    private readonly IBrowserContext browser;

    private Searcher(IBrowserContext browser, IPage page) => (this.browser, Page) = (browser, page);

    public IPage Page { get; }

    /// <summary>What the browser complained of, such as something that a policy forbids.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Every address the pages asked for.</summary>
    public List<string> Asked { get; } = [];

    public static async Task<Searcher> Opens(Stage stage, string address, bool scripts, string language = "en", int width = 1280, ColorScheme colours = ColorScheme.Light)
    {
        // The site's own policy holds: nothing is bypassed.
        var browser = await stage.NewConsoleBrowser(address, width, colours: colours, scripts: scripts);
        browser.SetDefaultTimeout(Patience);
        browser.SetDefaultNavigationTimeout(Patience);
        var person = new Searcher(browser, await browser.NewPageAsync());
        person.Page.Console += (_, line) => person.Complaints.Add($"{line.Type}: {line.Text}");
        person.Page.PageError += (_, error) => person.Complaints.Add(error);
        person.Page.Request += (_, request) => person.Asked.Add(request.Url);
        await person.Page.GotoAsync("/" + language);
        return person;
    }

    public async Task Searches(string words)
    {
        await Page.Locator("#q").FillAsync(words);
        // The address stays the same, and perhaps the words: a mark on the old page tells it from the new one.
        await Page.EvaluateAsync("() => document.documentElement.dataset.before = ''");
        await Page.Locator("form button").ClickAsync();
        await Page.Locator("html:not([data-before]) #q").WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = Patience });
        while (await Page.EvaluateAsync<bool>("() => document.readyState === 'loading'"))
            await Task.Delay(50);
    }

    public async Task Sees(string what)
    {
        await Page.Locator(what).First.WaitForAsync(new() { State = WaitForSelectorState.Visible, Timeout = Patience });
    }

    /// <summary>Leaves a picture for people to look at.</summary>
    public Task Keeps(string name) =>
        Page.ScreenshotAsync(new() { Path = Path.Combine(Directory.CreateDirectory(Path.Combine(Checkout.Root, ".build", "pictures", "notice")).FullName, name + ".png") });

    public async ValueTask DisposeAsync() => await browser.DisposeAsync();
}
