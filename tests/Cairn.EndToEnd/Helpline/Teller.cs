using Microsoft.Playwright;

namespace Cairn.EndToEnd.Helpline;

/// <summary>Somebody on the report pages, in a browser.</summary>
internal sealed class Teller(IPage page, string address, string language = "en")
{
    public IPage Page => page;

    public Task Opens() => page.GotoAsync($"{address}{language}/report");

    public Task Presses(string step) => page.Locator($"button[name=step][value='{step}']").First.ClickAsync();

    /// <summary>From the first page to the questions.</summary>
    public async Task Begins(string who)
    {
        await Opens();
        await Presses("who-" + who);
        await Presses("ask");
    }

    public async Task Fills(string what, string whom = "", string person = "")
    {
        await page.Locator("#text").FillAsync(what);
        await page.Locator("#whom").FillAsync(whom);
        await page.Locator("#person").FillAsync(person);
    }

    public async Task<string> Heading() => (await page.Locator("h1").TextContentAsync())!;

    public Task<string> Says() => page.Locator("main").InnerTextAsync();

    public Task Pictured(string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(System.IO.Directory.CreateDirectory(Path.Combine(Checkout.Root, ".build", "pictures", "report")).FullName, name + ".png"), FullPage = true });
}
