using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Cairn.EndToEnd.Site;

/// <summary>What every public page promises, read from what the server sends.</summary>
public sealed partial class PageTests(Stage stage)
{
    private static readonly HashSet<string> RightToLeft = ["ar", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

    // Words that would give a history or a tab away.
    private static readonly string[] Telling = ["abuse", "sex", "child", "offend", "porn", "police", "crime", "helpline", "illegal", "victim", "notmyfriend", "cairn"];

    [Fact]
    public async Task Every_promised_address_answers()
    {
        var answers = (await stage.Pages).Answers.ToDictionary(a => a.Path);

        var silent = PublicPages.PromisedAddresses().Where(p => answers[p].Status != 200).Select(p => answers[p].ToString());

        Assert.Empty(silent);
    }

    [Fact]
    public async Task No_link_on_any_page_is_dead()
    {
        var pages = await stage.Pages;
        var answers = pages.Answers.ToDictionary(a => a.Path);
        var unknown = pages.Answers.Where(a => a.IsPage && a.Status >= 400).Select(a => a.Path).ToHashSet();

        var dead =
            from language in Checkout.Languages
            from page in pages.In(language)
            from path in Addresses.OnThisSite(page)
            where !unknown.Contains(page.Path) || path != page.Path
            where answers.TryGetValue(path, out var answer) && answer.Status >= 400
            select $"{page} leads to {answers[path]}";

        Assert.Empty(dead.Distinct());
    }

    [Fact]
    public async Task A_link_into_a_page_finds_its_place()
    {
        var pages = await stage.Pages;
        var byPath = Checkout.Languages.SelectMany(pages.In).ToDictionary(p => p.Path);

        var lost =
            from page in byPath.Values
            from link in page.Document.QuerySelectorAll("a[href*='#']")
            let target = Addresses.Resolve(page, link.GetAttribute("href")!)
            where target is { Authority: "this.invalid", Fragment.Length: > 1 }
            where byPath.TryGetValue(target.PathAndQuery, out var there) && there.Document.GetElementById(Uri.UnescapeDataString(target.Fragment[1..])) is null
            select $"{page}: {target.PathAndQuery}{target.Fragment}";

        Assert.Empty(lost.Distinct());
    }

    [Theory, MemberData(nameof(EachLanguage.Codes), MemberType = typeof(EachLanguage))]
    public async Task A_page_has_the_language_and_direction_it_says(string language)
    {
        var pages = (await stage.Pages).In(language).ToList();

        var direction = RightToLeft.Contains(language) ? "rtl" : "ltr";

        Assert.True(pages.Count >= PublicPages.Promised.Length);
        Assert.All(pages, p => Assert.Equal((language, direction), (p.Document.DocumentElement.GetAttribute("lang"), p.Document.DocumentElement.GetAttribute("dir"))));
        Report.Line($"{language}: {pages.Count} pages");
    }

    [Theory, MemberData(nameof(EachLanguage.Codes), MemberType = typeof(EachLanguage))]
    public async Task Every_page_has_the_same_neutral_title(string language)
    {
        var pages = (await stage.Pages).In(language).ToList();

        var titles = pages.Select(p => p.Document.Title!).Distinct().ToList();

        var title = Assert.Single(titles);
        Assert.NotEmpty(title);
        Assert.DoesNotContain(Telling, t => title.Contains(t, StringComparison.OrdinalIgnoreCase));
    }

    [Theory, MemberData(nameof(EachLanguage.Codes), MemberType = typeof(EachLanguage))]
    public async Task No_page_has_a_script_or_anything_that_could_become_one(string language)
    {
        var pages = (await stage.Pages).In(language).ToList();

        var active =
            from page in pages
            from element in page.Document.All
            let reason = Active(element)
            where reason is not null
            select $"{page}: {reason}";

        Assert.Empty(active);
    }

    [Theory, MemberData(nameof(EachLanguage.Codes), MemberType = typeof(EachLanguage))]
    public async Task A_page_fetches_nothing_from_elsewhere(string language)
    {
        var pages = (await stage.Pages).In(language).ToList();

        var foreign =
            from page in pages
            from address in Addresses.Fetched(page)
            where !address.StartsWith('#') && Addresses.Of(page, address) is null
            select $"{page}: {address}";

        Assert.Empty(foreign);
    }

    [Theory, MemberData(nameof(EachLanguage.Codes), MemberType = typeof(EachLanguage))]
    public async Task A_link_to_elsewhere_does_not_say_where_the_reader_came_from(string language)
    {
        var pages = (await stage.Pages).In(language).ToList();

        var telling =
            from page in pages
            from link in page.Document.QuerySelectorAll("a[href^='http']")
            where link.GetAttribute("rel")?.Split(' ').Contains("noreferrer") != true
            select $"{page}: {link.OuterHtml}";

        Assert.Empty(telling);
    }

    [Theory, MemberData(nameof(EachLanguage.Codes), MemberType = typeof(EachLanguage))]
    public async Task Every_page_shows_the_ways_to_help_and_the_way_out(string language)
    {
        var pages = (await stage.Pages).In(language).ToList();

        Assert.All(pages, page =>
        {
            Assert.True(page.Document.QuerySelector("a[href='tel:999']") is not null, $"{page} does not show 999");
            Assert.True(page.Document.QuerySelector("a[href='tel:101']") is not null, $"{page} does not show 101");
            Assert.True(page.Document.QuerySelector("a[href='/leave'][rel~=noreferrer], a[data-leave][rel~=noreferrer], a.leave[rel~=noreferrer]") is not null, $"{page} has no way out");
            Assert.True(page.Document.QuerySelector($"a[href^='/{language}/find-help']") is not null, $"{page} does not lead to find-help");
        });
    }

    [Fact]
    public async Task An_unknown_page_is_a_404_that_helps_and_repeats_nothing()
    {
        foreach (var language in Checkout.Languages)
        {
            var answer = await stage.Visitor.Get($"/{language}/blorptang-blorptang?q=blorptang");

            Assert.Equal(404, answer.Status);
            Assert.Contains("tel:999", answer.Text, StringComparison.Ordinal);
            Assert.Contains($"/{language}/find-help", answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("blorptang", answer.Text, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(EachLanguage.Codes), MemberType = typeof(EachLanguage))]
    public async Task Every_page_says_that_it_is_a_demonstration_and_is_not_indexed(string language)
    {
        var pages = (await stage.Pages).In(language).ToList();
        var words = Checkout.Words(language, "demonstration");

        Assert.All(pages, page =>
        {
            var robots = page.Document.QuerySelector("meta[name=robots]")?.GetAttribute("content") ?? page.Answer.Header("X-Robots-Tag");
            Assert.Contains("noindex", robots, StringComparison.Ordinal);
            Assert.Contains(words, page.Document.Body!.TextContent, StringComparison.Ordinal);
        });
    }

    [Theory, MemberData(nameof(EachLanguage.Codes), MemberType = typeof(EachLanguage))]
    public async Task The_number_that_no_longer_answers_is_nowhere(string language)
    {
        var pages = (await stage.Pages).In(language).ToList();

        Assert.DoesNotContain(pages, p => NotDigits().Replace(p.Answer.Text, "").Contains("1315563535", StringComparison.Ordinal));
    }

    private static string? Active(IElement element)
    {
        if (element.LocalName is "script" or "style" or "iframe" or "object" or "embed" or "applet" or "base" or "noscript" or "template")
            return $"<{element.LocalName}>";
        if (element.LocalName == "meta" && element.GetAttribute("http-equiv") is { } equiv && !equiv.Equals("refresh", StringComparison.OrdinalIgnoreCase))
            return element.OuterHtml;
        var bad = element.Attributes.FirstOrDefault(a =>
            a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || a.Name is "style" or "ping" or "srcdoc"
            || a.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) || a.Value.TrimStart().StartsWith("data:", StringComparison.OrdinalIgnoreCase));
        return bad is null ? null : $"{bad.Name}=\"{bad.Value}\"";
    }

    [GeneratedRegex("[^0-9]")]
    private static partial Regex NotDigits();
}
