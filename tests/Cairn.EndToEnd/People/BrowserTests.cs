using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Cairn.EndToEnd.People;

/// <summary>Every public page in every language, as a browser shows it.</summary>
public sealed class BrowserTests(Stage stage)
{
    // What a page says when it is wider than its window, and by which elements.
    internal const string Overflow =
        """
        () => {
          const wide = document.documentElement.scrollWidth, room = document.documentElement.clientWidth;
          if (wide <= room) return null;
          const at = [...document.querySelectorAll('body *')].filter(e => { const r = e.getBoundingClientRect(); return r.width > 0 && (r.right > room + 1 || r.left < -1) && getComputedStyle(e).position !== 'absolute'; });
          return wide + ' > ' + room + ': ' + at.slice(0, 3).map(e => e.outerHTML.slice(0, 100)).join(' | ');
        }
        """;

    // Words that are cut off because their box is too small for them. Pictures may be.
    internal const string Clipped =
        """
        () => {
          const cut = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const text = walk.currentNode, parent = text.parentElement;
            if (!text.data.trim() || parent.closest('.govuk-visually-hidden, .govuk-skip-link, svg, option')) continue;
            const range = document.createRange();
            range.selectNodeContents(text);
            const words = range.getBoundingClientRect();
            for (let box = parent; box && box !== document.body; box = box.parentElement) {
              const s = getComputedStyle(box), r = box.getBoundingClientRect();
              if (['hidden', 'clip'].includes(s.overflowY) && (words.bottom > r.bottom + 3 || words.top < r.top - 3)
                || ['hidden', 'clip'].includes(s.overflowX) && (words.right > r.right + 3 || words.left < r.left - 3)) cut.push(text.data.trim().slice(0, 60));
            }
          }
          return cut.slice(0, 3).join(' | ');
        }
        """;

    [Theory, MemberData(nameof(EachLanguage.Codes), MemberType = typeof(EachLanguage))]
    public async Task A_page_asks_nothing_of_anyone_else_and_breaks_no_rule_of_its_own(string language)
    {
        var pages = (await stage.Pages).OneOfEachIn(language);
        await using var browser = await stage.NewBrowser();
        var asked = new ConcurrentBag<string>();
        var complaints = new ConcurrentBag<string>();
        browser.Request += (_, request) => asked.Add(request.Url);
        browser.Console += (_, line) => complaints.Add($"{line.Page?.Url}: {line.Text}");
        browser.RequestFailed += (_, request) => complaints.Add($"{request.Url}: {request.Failure}");
        var page = await browser.NewPageAsync();

        foreach (var visited in pages)
            await page.GotoAsync(visited.Path, new() { WaitUntil = WaitUntilState.Load });

        var elsewhere = asked.Where(a => new Uri(a).GetLeftPart(UriPartial.Authority) != stage.Cairn.Address.GetLeftPart(UriPartial.Authority));
        Assert.Empty(elsewhere);
        Assert.DoesNotContain(complaints, c => !c.Contains("404 (Not Found)", StringComparison.Ordinal));
        Assert.Empty(await browser.CookiesAsync());
        Report.Line($"{language}: {pages.Count} pages in a browser, {asked.Count} requests, none to another origin");
    }

    [Theory, MemberData(nameof(EachLanguage.Codes), MemberType = typeof(EachLanguage))]
    public async Task A_page_has_nothing_that_axe_finds_in_light_or_dark(string language)
    {
        var pages = (await stage.Pages).OneOfEachIn(language);
        var found = new List<string>();
        await using var browser = await stage.NewBrowser(scripts: true);
        var page = await browser.NewPageAsync();

        foreach (var visited in pages)
        {
            await page.GotoAsync(visited.Path);
            found.AddRange(await Axe.LooksInLightAndDark(page, visited.Path));
        }

        Report.Line($"{language}: axe found {found.Count} violations on {pages.Count} pages, light and dark");
        Assert.Empty(found);
    }

    [Theory, MemberData(nameof(EachLanguage.Codes), MemberType = typeof(EachLanguage))]
    public async Task A_page_fits_320_pixels_and_400_percent_and_wide_text(string language)
    {
        var pages = (await stage.Pages).OneOfEachIn(language);
        var narrow = new List<string>();

        // 1280 pixels at 400 % leave 320 CSS pixels of four device pixels each.
        await using (var zoomed = await stage.NewBrowser(width: 320, height: 256, scale: 4))
            await EachPage(zoomed, pages, async (page, path) => Note(narrow, $"{path} at 400 %", await page.EvaluateAsync<string?>(Overflow)));
        await using (var phone = await stage.NewBrowser(width: 320, height: 640))
        {
            await EachPage(phone, pages, async (page, path) =>
            {
                Note(narrow, $"{path} at 320 px", await page.EvaluateAsync<string?>(Overflow));
                Note(narrow, $"{path} at 320 px, cut off", await page.EvaluateAsync<string?>(Clipped));
            });
        }

        await using (var doubled = await stage.NewBrowser(width: 640, height: 450, scale: 2))
            await EachPage(doubled, pages, async (page, path) => Note(narrow, $"{path} at 200 %", await page.EvaluateAsync<string?>(Overflow)));

        // WCAG 1.4.12.
        await using (var spaced = await stage.NewBrowser(scripts: true))
        {
            await EachPage(spaced, pages, async (page, path) =>
            {
                await page.AddStyleTagAsync(new() { Content = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }" });
                Note(narrow, $"{path} with wide text", await page.EvaluateAsync<string?>(Overflow));
                Note(narrow, $"{path} with wide text, cut off", await page.EvaluateAsync<string?>(Clipped));
            });
        }

        Assert.Empty(narrow);
    }

    private static async Task EachPage(IBrowserContext browser, IEnumerable<Page> pages, Func<IPage, string, Task> look)
    {
        var page = await browser.NewPageAsync();
        foreach (var visited in pages)
        {
            await page.GotoAsync(visited.Path);
            await look(page, visited.Path);
        }
    }

    private static void Note(List<string> all, string where, string? what)
    {
        if (!string.IsNullOrEmpty(what))
            all.Add($"{where}: {what}");
    }
}
