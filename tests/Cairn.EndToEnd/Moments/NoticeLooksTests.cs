using System.Text;
using Cairn.EndToEnd.People;
using Microsoft.Playwright;

namespace Cairn.EndToEnd.Moments;

/// <summary>The page of a notice in each of its looks, as browsers and readers of every kind meet it. Pictures are left in <c>.build/pictures/notice</c>.</summary>
public sealed class NoticeLooksTests(Stage stage)
{
    private static readonly string Pictures = Directory.CreateDirectory(Path.Combine(Checkout.Root, ".build", "pictures", "notice")).FullName;

    public static TheoryData<int> Looks => [1, 2, 3, 4];

    [Theory, MemberData(nameof(Looks))]
    public async Task Axe_finds_nothing_in_either_direction_in_light_or_dark(int look)
    {
        var found = new List<string>();
        await using var browser = await stage.NewBrowser(scripts: true);
        var page = await browser.NewPageAsync();

        foreach (var path in Notices(look))
        {
            await page.GotoAsync(path);
            found.AddRange(await Axe.LooksInLightAndDark(page, path));
        }

        Report.Line($"notice, look {look}: axe found {found.Count} violations on {Notices(look).Count} pages, light and dark");
        Assert.Empty(found);
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task It_fits_320_pixels_and_400_percent(int look)
    {
        var narrow = new List<string>();

        foreach (var (width, height, scale) in new[] { (320, 640, 1f), (320, 256, 4f), (640, 450, 2f) })
        {
            await using var browser = await stage.NewBrowser(width: width, height: height, scale: scale);
            var page = await browser.NewPageAsync();
            foreach (var path in Notices(look))
            {
                await page.GotoAsync(path);
                if (await page.EvaluateAsync<string?>(BrowserTests.Overflow) is { Length: > 0 } wide)
                    narrow.Add($"{path} at {width} px: {wide}");
                if (await page.EvaluateAsync<string?>(BrowserTests.Clipped) is { Length: > 0 } cut)
                    narrow.Add($"{path} at {width} px, cut off: {cut}");
            }
        }

        Assert.Empty(narrow);
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task In_forced_colours_and_on_paper_the_words_and_the_one_action_stay(int look)
    {
        await using var forced = await stage.NewBrowser(forced: ForcedColors.Active);
        var page = await forced.NewPageAsync();
        await page.GotoAsync(Notices(look)[0]);
        var edge = await page.EvaluateAsync<double>("() => parseFloat(getComputedStyle(document.querySelector('article .button')).borderTopWidth)");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"page-{look}-forced.png") });

        await using var printer = await stage.NewBrowser(colours: ColorScheme.Dark);
        var paper = await printer.NewPageAsync();
        await paper.EmulateMediaAsync(new() { Media = Media.Print });
        await paper.GotoAsync(Notices(look)[0]);
        var grounds = await paper.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('article, article *')].filter(e => getComputedStyle(e).display !== 'none' && e.getClientRects().length && !e.closest('svg'))
              .map(e => getComputedStyle(e)).filter(s => !['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)'].includes(s.backgroundColor) || (s.color.match(/\d+/g).slice(0, 3).reduce((a, b) => a + +b, 0) > 270)).map(s => s.backgroundColor + ' ' + s.color)
            """);
        await paper.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"page-{look}-print.png"), FullPage = true });

        Assert.True(edge >= 1);
        Assert.Empty(grounds.Distinct());
        Assert.True(await paper.Locator("article h1").IsVisibleAsync());
        Assert.True(await paper.Locator("article .button").IsVisibleAsync());
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task A_first_visit_asks_for_little_and_of_nobody_else(int look)
    {
        await using var browser = await stage.NewBrowser();
        var page = await browser.NewPageAsync();
        var requests = new List<IRequest>();
        var complaints = new List<string>();
        page.RequestFinished += (_, request) => requests.Add(request);
        page.Console += (_, line) => complaints.Add(line.Text);

        await page.GotoAsync(Notices(look)[0], new() { WaitUntil = WaitUntilState.NetworkIdle });
        var bytes = 0;
        foreach (var request in requests.Where(r => r.ResourceType is "document" or "stylesheet"))
            bytes += (await request.SizesAsync()).ResponseBodySize;

        Report.Line($"notice, look {look}: HTML + CSS {bytes} bytes, {requests.Count} requests");
        Assert.InRange(bytes, 1, 18_000);
        Assert.InRange(requests.Count, 1, 5);
        Assert.All(requests, r => Assert.StartsWith(stage.Cairn.Address.ToString(), r.Url, StringComparison.Ordinal));
        Assert.Empty(complaints);
        Assert.Empty(await browser.CookiesAsync());
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task It_is_drawn_for_eyes_to_look_at(int look)
    {
        foreach (var (name, path, width, height, colours) in new[]
        {
            ("desktop", Notice("en", "click-cost", look, 0), 1280, 900, ColorScheme.Light),
            ("dark", Notice("en", "click-cost", look, 0), 1280, 900, ColorScheme.Dark),
            ("phone", Notice("en", "never-just-looking", look, 0), 390, 844, ColorScheme.Light),
            ("young", Notice("en", "not-in-trouble", look, 2), 1280, 900, ColorScheme.Light),
            ("urdu", Notice("ur", "click-cost", look, 0), 1280, 900, ColorScheme.Light),
        })
        {
            await using var browser = await stage.NewBrowser(width: width, height: height, colours: colours);
            var page = await browser.NewPageAsync();
            await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"page-{look}-{name}.png"), FullPage = true });

            Assert.True(await page.Locator("article h1").IsVisibleAsync());
        }
    }

    [Fact]
    public async Task A_number_in_an_Urdu_notice_reads_from_left_to_right()
    {
        await using var reader = await Person.Opens(stage, Notice("ur", "no-name", 1, 0));

        Assert.Empty(await AppearanceTests.Backwards(reader.Page));
        Assert.StartsWith("rtl", await reader.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('article')).direction"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_keyboard_reaches_the_one_action_after_the_way_out()
    {
        await using var reader = await Person.Opens(stage, Notice("en", "click-cost", 2, 0));

        await reader.Page.Keyboard.PressAsync("Tab");
        await reader.Page.Keyboard.PressAsync("Enter");
        await reader.Page.Keyboard.PressAsync("Tab");

        Assert.Equal("tel:08081000900", await reader.Page.Locator(":focus").GetAttributeAsync("href"));
    }

    private static IReadOnlyList<string> Notices(int look) =>
        [Notice("en", "click-cost", look, 0), Notice("en", "no-name", look, 1), Notice("en", "not-in-trouble", look, 2), Notice("ur", "never-just-looking", look, 0)];

    /// <param name="audience">0 unknown, 1 adult, 2 young.</param>
    internal static string Notice(string language, string message, int look, int audience) =>
        $"/{language}/notice/" + Convert.ToBase64String(Encoding.ASCII.GetBytes($"1 {message} {look} {audience} GB-SCT")).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
