using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Cairn.EndToEnd;

/// <summary>What axe finds on a page: its rules of every level, with the enhanced contrast and the size of targets that it leaves out by itself.</summary>
internal static class Axe
{
    private static readonly TimeSpan LongestCheck = TimeSpan.FromSeconds(120);

    private static readonly string[] AboutColours = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"];

    private static readonly AxeRunOptions EveryRule = new()
    {
        Rules = new() { ["color-contrast-enhanced"] = new() { Enabled = true }, ["target-size"] = new() { Enabled = true } },
        ResultTypes = [ResultType.Violations],
    };

    private static readonly AxeRunOptions ColoursOnly = new() { RunOnly = new() { Type = "rule", Values = [.. AboutColours] }, ResultTypes = [ResultType.Violations] };

    // Axe judges what is written on a page, not what somebody will write into it. Contrast by WCAG 2.2; 7 is its enhanced level.
    private const string UnreadableFields = """
        () => {
          const parts = colour => colour.match(/[\d.]+/g).map(Number);
          const light = ([r, g, b]) => [r, g, b].map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
          const behind = element => {
            for (; element; element = element.parentElement) {
              const colour = parts(getComputedStyle(element).backgroundColor);
              if (colour.length === 3 || colour[3] === 1) return colour;
            }
            return [255, 255, 255];
          };
          return [...document.querySelectorAll('textarea, select, input:not([type=hidden], [type=radio], [type=checkbox])')].map(field => {
            const [a, b] = [light(parts(getComputedStyle(field).color)), light(behind(field))].sort((x, y) => y - x);
            return [field.id || field.name, (a + 0.05) / (b + 0.05)];
          }).filter(([, ratio]) => ratio < 7).map(([name, ratio]) => `${name}: what is written has a contrast of ${ratio.toFixed(1)}`);
        }
        """;

    /// <summary>The violations on the page as it is drawn now.</summary>
    public static async Task<IReadOnlyList<string>> Looks(IPage page, string where) => [.. Said(await Run(page, EveryRule, ["document-title"]), where), .. await Fields(page, where)];

    /// <summary>The same in light, then in dark: the same elements in other colours, so that only the rules about colours are asked a second time.</summary>
    public static async Task<IReadOnlyList<string>> LooksInLightAndDark(IPage page, string where)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        var light = await Looks(page, $"{where} Light");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        return [.. light, .. Said(await Run(page, ColoursOnly, AboutColours), $"{where} Dark"), .. await Fields(page, $"{where} Dark")];
    }

    private static async Task<IEnumerable<string>> Fields(IPage page, string where) => (await page.EvaluateAsync<string[]>(UnreadableFields)).Select(f => $"{where}: {f}");

    private static async Task<AxeResult> Run(IPage page, AxeRunOptions options, string[] oneOf)
    {
        // The newer way opens a tab of its own for every look, which costs more than the look; it is for pages that hold frames of others, and ours hold none.
#pragma warning disable CS0618
        var result = await page.Locator("html").RunAxeLegacy(options).WaitAsync(LongestCheck, TestContext.Current.CancellationToken);
#pragma warning restore CS0618
        // Else axe looked at nothing, or not at the whole page. Where no font has the letters of a text, axe takes it for pictures and judges no contrast of it.
        Assert.Contains(result.Passes.Concat(result.Violations), rule => oneOf.Contains(rule.Id));
        return result;
    }

    private static IReadOnlyList<string> Said(AxeResult result, string where) =>
        [.. result.Violations.SelectMany(v => v.Nodes.Select(n => $"{where}: {v.Id}: {n.Html}"))];
}
