using Microsoft.Playwright;

namespace Cairn.EndToEnd.Staff;

/// <summary>A member of staff at a keyboard, with a device that holds passkeys. The mouse is not touched.</summary>
internal sealed class Colleague : IAsyncDisposable
{
    private const int MostTabs = 80;

    private readonly IBrowserContext browser;
    private readonly string pictures;

    private Colleague(IBrowserContext browser, IPage page, string pictures) => (this.browser, Page, this.pictures) = (browser, page, pictures);

    public IPage Page { get; }

    /// <summary>What axe found on every page looked at so far.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>How many pages were looked at.</summary>
    public int Looked { get; private set; }

    /// <summary>What the browser complained of: blocked scripts, failed requests.</summary>
    public List<string> Complaints { get; } = [];

    /// <param name="pictures">Where a picture of each page looked at is left.</param>
    public static async Task<Colleague> SitsDown(Stage stage, string address, string pictures, int width = 1280, ColorScheme colours = ColorScheme.Light)
    {
        var browser = await stage.NewConsoleBrowser(address, width, colours: colours);
        var page = await browser.NewPageAsync();
        var device = await browser.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        Directory.CreateDirectory(pictures);
        var colleague = new Colleague(browser, page, pictures);
        page.Console += (_, line) => colleague.Complaints.Add($"{page.Url}: {line.Text}");
        return colleague;
    }

    /// <summary>Somebody who was invited on the command line sits down, follows the link and makes a passkey.</summary>
    public static async Task<Colleague> Joins(Stage stage, CairnCommand command, Uri server, string name, string role, string pictures, int width = 1280, ColorScheme colours = ColorScheme.Light)
    {
        var address = new UriBuilder(server) { Host = "localhost" }.Uri.GetLeftPart(UriPartial.Authority);
        var link = (await command.Run("staff", "invite", name, "--called", char.ToUpperInvariant(name[0]) + name[1..], "--role", role, "--address", address, "--data", command.Place.Data)).Trim();
        var colleague = await SitsDown(stage, address, pictures, width, colours);
        await colleague.Goes(link);
        await colleague.Presses("[data-passkey-button]", "/console");
        return colleague;
    }

    public async Task Goes(string path) => await Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });

    /// <summary>Tabs to a field or button, as somebody without a mouse does.</summary>
    public async Task TabsTo(string what)
    {
        var wanted = Page.Locator(what).First;
        await wanted.WaitForAsync();
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            if (await wanted.EvaluateAsync<bool>("e => e === document.activeElement"))
                return;
            await Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{what} cannot be reached with the tab key at {Page.Url}.");
    }

    public async Task Types(string what, string text)
    {
        await TabsTo(what);
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Presses a button or link by keyboard and waits for the page after it.</summary>
    public async Task Presses(string what, string arrivesAt)
    {
        await TabsTo(what);
        await Page.Keyboard.PressAsync("Enter");
        await Page.WaitForURLAsync(url => new Uri(url).PathAndQuery == arrivesAt || new Uri(url).AbsolutePath == arrivesAt);
        await Page.WaitForLoadStateAsync();
    }

    /// <summary>The heading of the page.</summary>
    public Task<string> Heading() => Page.Locator("h1").InnerTextAsync();

    /// <summary>Looks at the page as axe does, and leaves a picture of it.</summary>
    public async Task Looks(string name)
    {
        Looked++;
        Violations.AddRange(await Axe.Looks(Page, name));
        await Page.ScreenshotAsync(new() { Path = Path.Combine(pictures, name + ".png"), FullPage = true });
    }

    public async ValueTask DisposeAsync() => await browser.DisposeAsync();
}
