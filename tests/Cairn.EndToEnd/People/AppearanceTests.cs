using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Cairn.EndToEnd.People;

/// <summary>Right to left, in forced colours, on paper, and in the budget of a slow line.</summary>
public sealed class AppearanceTests(Stage stage)
{
    [Fact]
    public async Task An_Urdu_page_runs_from_right_to_left_and_its_numbers_do_not()
    {
        await using var reader = await Person.Opens(stage, "/ur", width: 1280);

        var direction = await reader.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).direction + ' ' + getComputedStyle(document.querySelector('h1')).textAlign");
        var brand = await reader.Page.Locator(".brand").BoundingBoxAsync();
        var leave = await reader.Page.Locator("#leave").BoundingBoxAsync();

        Assert.StartsWith("rtl", direction, StringComparison.Ordinal);
        Assert.DoesNotContain("left", direction, StringComparison.Ordinal);
        Assert.True(brand!.X > leave!.X, "The mark stands on the right, the way out on the left.");
        Assert.Empty(await Backwards(reader.Page));
        Assert.Equal("#NotMyFriend", await reader.Page.Locator(".brand bdi").InnerTextAsync());
    }

    [Fact]
    public async Task No_telephone_number_on_any_Urdu_page_is_drawn_backwards()
    {
        await using var reader = await Person.Opens(stage, "/ur");

        foreach (var page in (await stage.Pages).OneOfEachIn("ur"))
        {
            await reader.Goes(page.Path);
            Assert.Empty(await Backwards(reader.Page));
        }
    }

    [Fact]
    public async Task In_forced_colours_buttons_keep_an_edge_and_the_way_out_stays()
    {
        await using var browser = await stage.NewBrowser(forced: ForcedColors.Active);
        var page = await browser.NewPageAsync();

        await page.GotoAsync("/en");
        var bare = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('a.button, .doors a, #leave, button')].filter(e => {
              const s = getComputedStyle(e);
              return !['Top', 'Bottom'].some(side => s['border' + side + 'Style'] !== 'none' && parseFloat(s['border' + side + 'Width']) >= 1) && s.outlineStyle === 'none';
            }).map(e => e.outerHTML.slice(0, 100))
            """);

        Assert.Empty(bare);
        Assert.True(await page.Locator("#leave").IsVisibleAsync());
    }

    [Fact]
    public async Task On_paper_a_page_is_dark_on_white_and_shows_where_its_links_lead()
    {
        await using var browser = await stage.NewBrowser(colours: ColorScheme.Dark);
        var page = await browser.NewPageAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await page.GotoAsync("/en/young-people");
        var paper = await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor + ';' + getComputedStyle(document.querySelector('main p')).color");

        var (ground, ink) = (paper.Split(';')[0], paper.Split(';')[1]);
        Assert.True(ground is "rgb(255, 255, 255)" or "rgba(0, 0, 0, 0)", $"The ground is {ground}.");
        Assert.True(Brightness(ink) < 90, $"The ink is {ink}.");
        Assert.False(await page.Locator("#leave").IsVisibleAsync(), "Nobody can press a button on paper.");
        Assert.True(await page.Locator("main a[href='tel:08001111']").First.IsVisibleAsync());
    }

    [Theory]
    [InlineData("/en")]
    [InlineData("/en/yourself")]
    [InlineData("/en/young-people")]
    [InlineData("/en/parents")]
    [InlineData("/en/someone-else")]
    public async Task On_paper_the_head_of_a_page_has_no_ground_of_its_own(string path)
    {
        await using var browser = await stage.NewBrowser();
        var page = await browser.NewPageAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await page.GotoAsync(path);
        var ground = await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.hero')).backgroundColor");

        Assert.Equal("rgba(0, 0, 0, 0)", ground);
    }

    // Letters beyond Western Europe's live in a second file of each weight: Polish needs them on every page, Welsh on some.
    [Theory, MemberData(nameof(EachLanguage.Codes), MemberType = typeof(EachLanguage))]
    public async Task A_first_visit_to_any_page_stays_in_its_budget(string language)
    {
        var over = new List<string>();
        var (fonts, asked) = language is "pl" or "cy" ? (40_000, 7) : (30_000, 5);
        foreach (var visited in (await stage.Pages).OneOfEachIn(language))
        {
            var weight = await FirstVisit(visited);
            if (visited.Path == "/" + language)
                Report.Line($"first visit to {visited}{(Checkout.ProgramIsPublished ? " of the published program" : "")}: {weight}");
            if (weight.Document > 25_000 || weight.Fonts > fonts || weight.Requests > asked || weight.Scripts > 0)
                over.Add($"{visited}: {weight}");
        }

        Assert.Empty(over);
    }

    private async Task<Weight> FirstVisit(Page visited)
    {
        await using var browser = await stage.NewBrowser();
        var page = await browser.NewPageAsync();
        var finished = new ConcurrentQueue<IRequest>();
        page.RequestFinished += (_, request) => finished.Enqueue(request);
        await page.GotoAsync(visited.Path, new() { WaitUntil = WaitUntilState.Load });
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        // A late one, such as the icon, may still come while these are weighed.
        var requests = finished.ToList();
        var weight = new Weight(0, 0, 0, requests.Count, 0);
        foreach (var request in requests)
        {
            var bytes = (await request.SizesAsync()).ResponseBodySize;
            weight = request.ResourceType switch
            {
                "document" or "stylesheet" => weight with { Document = weight.Document + bytes },
                "font" => weight with { Fonts = weight.Fonts + bytes },
                "script" => weight with { Scripts = weight.Scripts + 1 },
                // What the toolkit hands out is shown in pictures, and fetched when it comes into view.
                "image" when new Uri(request.Url).AbsolutePath.Contains("/toolkit/", StringComparison.Ordinal) => weight with { Other = weight.Other + bytes, Requests = weight.Requests - 1 },
                _ => weight with { Other = weight.Other + bytes },
            };
        }

        // A browser without a window does not ask for the icon; people's browsers do.
        var icon = visited.Document.QuerySelector("link[rel~=icon]")?.GetAttribute("href");
        if (icon is not null && !requests.Any(r => new Uri(r.Url).AbsolutePath == icon))
            weight = weight with { Requests = weight.Requests + 1, Other = weight.Other + (await stage.Visitor.Get(icon, ("Accept-Encoding", "br"))).Body.Length };
        return weight;
    }

    /// <summary>Links that call somebody, whose drawn digits do not rise from left to right.</summary>
    internal static async Task<string[]> Backwards(IPage page) => await page.EvaluateAsync<string[]>(
        """
        () => {
          const wrong = [];
          for (const link of document.querySelectorAll('a[href^="tel:"]')) {
            if (!link.offsetParent) continue;
            const digits = [], walk = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) {
              const text = walk.currentNode;
              for (let i = 0; i < text.length; i++) if (/[0-9]/.test(text.data[i])) {
                const range = document.createRange();
                range.setStart(text, i); range.setEnd(text, i + 1);
                const box = range.getBoundingClientRect();
                if (box.width > 0) digits.push({ x: box.left, y: Math.round(box.top), digit: text.data[i] });
              }
            }
            const drawn = digits.slice().sort((a, b) => Math.abs(a.y - b.y) > 4 ? a.y - b.y : a.x - b.x).map(d => d.digit).join('');
            const called = link.getAttribute('href').slice(4).replace(/[^0-9]/g, '');
            if (drawn !== '' && !drawn.includes(called.slice(-drawn.length)) && !drawn.includes(called)) wrong.push(link.outerHTML.slice(0, 160) + ' is drawn ' + drawn);
          }
          return wrong;
        }
        """);

    private static double Brightness(string colour)
    {
        var parts = colour[(colour.IndexOf('(') + 1)..].TrimEnd(')').Split(',').Take(3).Select(p => double.Parse(p, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return parts.Average();
    }

    private sealed record Weight(int Document, int Fonts, int Other, int Requests, int Scripts)
    {
        public override string ToString() => $"HTML + CSS {Document} bytes, fonts {Fonts} bytes, other {Other} bytes, {Requests} requests with the icon, {Scripts} scripts";
    }
}
