using Microsoft.Playwright;

namespace Cairn.EndToEnd;

/// <summary>The pictures of <c>docs/images</c>, made by <c>./eng/screenshots</c>; not a test, so it runs only when it is asked for.</summary>
public sealed class Pictures(Stage stage)
{
    public static TheoryData<string, string, int, int, bool> All => new()
    {
        { "home-desktop", "/en", 1280, 1500, false },
        { "home-phone", "/en", 390, 1400, false },
        { "home-dark", "/en", 1280, 1500, true },
        { "home-right-to-left", "/ur", 1280, 1500, false },
        { "find-help", "/en/find-help?who=young-people&nation=scotland", 1280, 1500, false },
        { "yourself", "/en/yourself", 1280, 1500, false },
        { "young-people", "/en/young-people", 390, 1400, false },
        { "figure", "/en/figures/online-share", 1280, 1300, false },
        { "notice-1", Moments.NoticeLooksTests.Notice("en", "click-cost", 1, 0), 1280, 1000, false },
        { "notice-2", Moments.NoticeLooksTests.Notice("en", "click-cost", 2, 0), 1280, 1000, false },
        { "notice-3", Moments.NoticeLooksTests.Notice("en", "click-cost", 3, 0), 1280, 1000, false },
        { "notice-4", Moments.NoticeLooksTests.Notice("en", "click-cost", 4, 0), 1280, 1000, false },
    };

    [Theory(Explicit = true), MemberData(nameof(All))]
    public async Task Draw(string name, string path, int width, int height, bool dark)
    {
        await using var browser = await stage.NewBrowser(width: width, height: height, colours: dark ? ColorScheme.Dark : ColorScheme.Light);
        var page = await browser.NewPageAsync();

        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        var file = Path.Combine(Checkout.Root, "docs", "images", name + ".png");
        await page.ScreenshotAsync(new() { Path = file });

        Assert.InRange(new FileInfo(file).Length, 1, 300_000);
    }
}
