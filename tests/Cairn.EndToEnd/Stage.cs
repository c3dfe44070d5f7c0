using Cairn.EndToEnd;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Stage))]

namespace Cairn.EndToEnd;

/// <summary>One server and one browser that every test shares, and what a walk through all its pages found.</summary>
public sealed class Stage : IAsyncLifetime
{
    private const float MostMilliseconds = 60_000;

    private readonly Place place = new();
    private readonly Lazy<Task<PublicPages>> pages;
    private readonly SemaphoreSlim curtain = new(1, 1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    public Stage() => pages = new(() => PublicPages.Walk(Visitor));

    internal RunningCairn Cairn { get; private set; } = null!;

    internal Visitor Visitor { get; private set; } = null!;

    internal Task<PublicPages> Pages => pages.Value;

    public async ValueTask InitializeAsync()
    {
        Cairn = await RunningCairn.Start(place);
        Visitor = new Visitor(Cairn.Address);
    }

    /// <summary>A browser that was never here before.</summary>
    /// <param name="scripts">Off for everything people do; on only for the accessibility checker, which is itself a script.</param>
    internal async Task<IBrowserContext> NewBrowser(bool scripts = false, int width = 1280, int height = 900, float scale = 1, ColorScheme colours = ColorScheme.Light, ForcedColors forced = ForcedColors.None)
    {
        var context = await (await Browser()).NewContextAsync(new()
        {
            BaseURL = Cairn.Address.ToString(),
            JavaScriptEnabled = scripts,
            BypassCSP = scripts,
            ViewportSize = new() { Width = width, Height = height },
            DeviceScaleFactor = scale,
            ColorScheme = colours,
            ForcedColors = forced,
            Locale = "en-GB",
        });
        context.SetDefaultTimeout(MostMilliseconds);
        context.SetDefaultNavigationTimeout(MostMilliseconds);
        return context;
    }

    /// <summary>A browser of a member of staff: with script, and under the console's own policy.</summary>
    internal async Task<IBrowserContext> NewConsoleBrowser(string address, int width = 1280, int height = 900, ColorScheme colours = ColorScheme.Light, bool scripts = true)
    {
        var context = await (await Browser()).NewContextAsync(new()
        {
            BaseURL = address,
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = colours,
            Locale = "en-GB",
            JavaScriptEnabled = scripts,
        });
        context.SetDefaultTimeout(MostMilliseconds);
        context.SetDefaultNavigationTimeout(MostMilliseconds);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.CloseAsync();
        playwright?.Dispose();
        Visitor?.Dispose();
        if (Cairn is not null)
            await Cairn.DisposeAsync();
        place.Dispose();
        curtain.Dispose();
    }

    private async Task<IBrowser> Browser()
    {
        await curtain.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            return browser ??= await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = Checkout.Chromium,
                Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
                Timeout = 60_000,
            });
        }
        finally
        {
            curtain.Release();
        }
    }
}
