using Microsoft.Playwright;

namespace Cairn.EndToEnd.Register;

/// <summary>The list of published tables and a table's page as people see them: as axe does, enlarged, without colours, in the reader's own colours, and on paper.</summary>
/// <param name="address">Of a program at which the table <c>register</c> is published.</param>
/// <param name="pictures">Where a picture of each is left.</param>
internal sealed class TableLooks(Stage stage, Uri address, string pictures)
{
    // A4 between the margins of the stylesheet, at 96 pixels an inch.
    private const int Paper = 680;

    private static readonly (string Path, string Name)[] Pages =
        [("/en/tables", "list-en"), ("/ur/tables", "list-ur"), ("/en/tables/register", "table-en"), ("/ur/tables/register", "table-ur")];

    // Text beyond the page, text over other text within one drawing, and text cut off by a box that does not scroll.
    private const string Hidden =
        """
        () => {
          const wrong = [], wide = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth > wide) wrong.push(`the page scrolls sideways: ${document.documentElement.scrollWidth} of ${wide}`);
          for (const svg of document.querySelectorAll('main svg')) {
            const texts = [...svg.querySelectorAll('text')].map(t => ({ said: t.textContent, line: Number(t.getAttribute('y')), box: t.getBoundingClientRect() }));
            texts.forEach(({ said, line, box }, i) => {
              if (box.left < -2 || box.right > wide + 2) wrong.push(`beyond the page: ${said} from ${box.left} to ${box.right} of ${wide}`);
              // By where their lines stand: the box of a letter in Nastaliq is much taller than the letter.
              for (const other of texts.slice(i + 1))
                if (box.left < other.box.right - 1 && other.box.left < box.right - 1 && Math.abs(line - other.line) < 18) wrong.push(`${said} lies on ${other.said}`);
            });
          }
          for (const caption of document.querySelectorAll('main caption:not(.govuk-visually-hidden)')) {
            const range = document.createRange();
            range.selectNodeContents(caption);
            const box = range.getBoundingClientRect();
            if (box.left < -2 || box.right > wide + 2) wrong.push(`beyond the page: ${caption.textContent}`);
          }
          for (const e of document.querySelectorAll('main *')) {
            const style = getComputedStyle(e);
            if (style.overflowX === 'hidden' && e.scrollWidth > e.clientWidth + 1 && !e.classList.contains('govuk-visually-hidden')) wrong.push(`cut off: ${e.outerHTML.slice(0, 100)}`);
          }
          return wrong;
        }
        """;

    /// <returns>What is wrong.</returns>
    public async Task<IReadOnlyList<string>> Look() => [.. await Axes(), .. await Enlarged(640, "200 %"), .. await Enlarged(320, "400 %"), .. await Grey(), .. await Forced(), .. await OnPaper()];

    private async Task<List<string>> Axes()
    {
        await using var browser = await stage.NewBrowser(scripts: true);
        var page = await browser.NewPageAsync();
        List<string> found = [];
        foreach (var (path, name) in Pages)
        {
            await Opens(page, path);
            found.AddRange(await Axe.LooksInLightAndDark(page, path));
            await Pictured(page, name + "-dark");
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await Pictured(page, name);
        }

        return found;
    }

    private async Task<List<string>> Enlarged(int width, string zoom)
    {
        await using var browser = await stage.NewBrowser(width: width, height: 450, scale: 1280f / width);
        var page = await browser.NewPageAsync();
        List<string> found = [];
        foreach (var (path, name) in Pages)
        {
            await Opens(page, path);
            await Pictured(page, $"{name}-{zoom.Replace(" %", "", StringComparison.Ordinal)}");
            found.AddRange((await page.EvaluateAsync<string[]>(Hidden)).Select(f => $"{path} at {zoom}: {f}"));
        }

        return found;
    }

    private async Task<List<string>> Grey()
    {
        await using var browser = await stage.NewBrowser();
        var page = await browser.NewPageAsync();
        foreach (var (path, name) in Pages)
        {
            await Opens(page, path);
            await page.EvaluateAsync("() => { document.documentElement.style.filter = 'grayscale(1)'; }");
            await Pictured(page, name + "-grey");
        }

        return [];
    }

    // Of a drawing every shape has the colour of the words around it, whichever the reader chose.
    private async Task<List<string>> Forced()
    {
        await using var browser = await stage.NewBrowser(forced: ForcedColors.Active);
        var page = await browser.NewPageAsync();
        List<string> found = [];
        foreach (var (path, name) in Pages)
        {
            await Opens(page, path);
            await Pictured(page, name + "-forced");
            found.AddRange((await page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll('main svg :is(rect, line, circle, text)')].filter(e => {
                  const style = getComputedStyle(e), ink = getComputedStyle(e.closest('figure')).color;
                  return ![style.fill, style.stroke].includes(ink);
                }).map(e => e.outerHTML.slice(0, 100))
                """)).Select(f => $"{path} in forced colours: {f}"));
        }

        return found;
    }

    private async Task<List<string>> OnPaper()
    {
        await using var browser = await stage.NewBrowser(width: Paper, colours: ColorScheme.Dark);
        var page = await browser.NewPageAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        List<string> found = [];
        foreach (var (path, name) in Pages)
        {
            await Opens(page, path);
            await page.PdfAsync(new() { Path = Path.Combine(pictures, name + ".pdf"), PreferCSSPageSize = true, Format = "A4" });
            await Pictured(page, name + "-paper");
            foreach (var gone in new[] { ".topbar", "#leave", ".foot nav", ".foot .leaving", ".downloads" })
            {
                foreach (var part in await page.Locator(gone).AllAsync())
                {
                    if (await part.IsVisibleAsync())
                        found.Add($"{path} on paper: {gone} is there");
                }
            }

            found.AddRange((await page.EvaluateAsync<string[]>(Hidden)).Select(f => $"{path} on paper: {f}"));
            if (path.EndsWith("/register", StringComparison.Ordinal) && await page.Locator(".permalink").InnerTextAsync() is var written && !written.Contains("/tables/register/", StringComparison.Ordinal))
                found.Add($"{path} on paper: no address of the revision, but '{written}'");
        }

        return found;
    }

    private async Task Opens(IPage page, string path) => await page.GotoAsync(new Uri(address, path).AbsoluteUri, new() { WaitUntil = WaitUntilState.NetworkIdle });

    private async Task Pictured(IPage page, string name) => await page.ScreenshotAsync(new() { Path = Path.Combine(pictures, name + ".png"), FullPage = true });
}
