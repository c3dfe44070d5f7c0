using Microsoft.Playwright;

namespace Cairn.EndToEnd.Helpline;

/// <summary>A server whose helpline is open to rehearse, for the tests of a class.</summary>
public sealed class Rehearsal : IAsyncLifetime
{
    private readonly Place place = new();

    internal RunningCairn Cairn { get; private set; } = null!;

    internal string Data => place.Root;

    public async ValueTask InitializeAsync() => Cairn = await RunningCairn.Start(place, more: "--rehearse");

    public async ValueTask DisposeAsync()
    {
        await Cairn.DisposeAsync();
        place.Dispose();
    }
}

/// <summary>What a seeker does, in a browser.</summary>
internal sealed class Seeker(IPage page, string address, string language = "en")
{
    public IPage Page => page;

    public Task Opens() => page.GotoAsync($"{address}{language}/talk");

    public Task Presses(string step) => page.Locator($"button[name=step][value={step}]").ClickAsync();

    public async Task Writes(string text)
    {
        await Opens();
        await Presses("write");
        await page.Locator("#text").FillAsync(text);
        await Presses("send");
    }

    /// <summary>The code in its groups.</summary>
    public async Task<IReadOnlyList<string>> Code() => await page.Locator(".code dd").First.Locator("span").AllTextContentsAsync();

    public async Task KeepsTheCode()
    {
        var groups = await Code();
        var asked = (await page.Locator("label[for=group]").TextContentAsync())!.First(char.IsAsciiDigit) - '1';
        await page.Locator("#group").FillAsync(groups[asked]);
        await Presses("kept");
    }

    public async Task<IReadOnlyList<string>> Messages() => await page.Locator(".thread .words").AllTextContentsAsync();

    public Task Leaves() => page.Locator("#leave button").ClickAsync();

    /// <summary>A picture to look at.</summary>
    public Task Pictured(string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(System.IO.Directory.CreateDirectory(Path.Combine(Checkout.Root, ".build", "pictures", "talk")).FullName, name + ".png"), FullPage = true });

    public async Task<string> Heading() => (await page.Locator("h1").TextContentAsync())!;
}
