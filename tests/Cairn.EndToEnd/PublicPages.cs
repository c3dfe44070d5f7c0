using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Cairn.EndToEnd;

/// <summary>A page as it was sent, and as a browser reads it.</summary>
internal sealed record Page(Answer Answer, IHtmlDocument Document, string Language)
{
    public string Path => Answer.Path;

    public override string ToString() => Path;
}

/// <summary>Everything a visitor can reach: all that is promised, and all that a link, a form or the list for search engines leads to from there.</summary>
internal sealed class PublicPages
{
    /// <summary>Pages every language has, without the language.</summary>
    public static readonly string[] Promised =
        ["", "/yourself", "/young-people", "/parents", "/someone-else", "/find-help", "/figures", "/toolkit", "/about", "/privacy", "/accessibility"];

    private static readonly string[] ForMachines = ["/robots.txt", "/sitemap.xml", "/.well-known/security.txt", "/healthz/live", "/healthz/ready", "/api/v1/directory/services"];

    private const int Most = 3000;

    private readonly Dictionary<string, Answer> answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Page> pages = new(StringComparer.Ordinal);

    private PublicPages()
    {
    }

    /// <summary>Every answer met on the walk, whatever its kind.</summary>
    public IEnumerable<Answer> Answers => answers.Values;

    public IEnumerable<Page> In(string language) => pages.Values.Where(p => p.Language == language);

    /// <summary>One of each: the choices of a form are the same page many times, so two of them stand for all.</summary>
    public IReadOnlyList<Page> OneOfEachIn(string language) =>
        [.. In(language).GroupBy(p => p.Path.Split('?')[0]).SelectMany(g => g.OrderBy(p => p.Path.Length).ThenBy(p => p.Path, StringComparer.Ordinal).Take(1)
            .Concat(g.OrderBy(p => p.Path, StringComparer.Ordinal).TakeLast(1))).Distinct()];

    public static IEnumerable<string> PromisedAddresses() =>
    [
        .. Checkout.Languages.SelectMany(l => Promised.Select(p => $"/{l}{p}")),
        .. Checkout.Languages.SelectMany(l => Checkout.Figures.SelectMany(f => FigureFiles(l, f))),
        .. Checkout.Figures.Select(f => $"/api/v1/figures/{f}"),
        .. ForMachines,
    ];

    public static async Task<PublicPages> Walk(Visitor visitor)
    {
        var found = new PublicPages();
        var ahead = new Queue<string>(PromisedAddresses().Concat(Checkout.Languages.Select(l => $"/{l}/no-such-page"))
            .Concat(Checkout.Languages.Select(l => Moments.NoticeLooksTests.Notice(l, "no-name", look: 2, audience: 0))));
        var seen = ahead.ToHashSet(StringComparer.Ordinal);
        while (ahead.TryDequeue(out var path) && found.answers.Count < Most)
        {
            var answer = await visitor.Get(path);
            found.answers[path] = answer;
            foreach (var next in found.Read(answer).Where(seen.Add))
                ahead.Enqueue(next);
        }

        found.Save();
        return found;
    }

    private static IEnumerable<string> FigureFiles(string language, string figure) =>
        new[] { "", ".csv", ".csv-metadata.json", ".json", ".svg" }.Select(ending => $"/{language}/figures/{figure}{ending}");

    /// <summary>Keeps a page, and tells where it leads on this site.</summary>
    private IEnumerable<string> Read(Answer answer)
    {
        if (answer.Path == "/sitemap.xml")
            return System.Xml.Linq.XDocument.Parse(answer.Text).Descendants().Where(e => e.Name.LocalName == "loc").Select(e => new Uri(e.Value).PathAndQuery).ToList();
        if (!answer.IsPage)
            return [];

        var document = new HtmlParser().ParseDocument(answer.Text);
        var page = pages[answer.Path] = new Page(answer, document, answer.Path.Split('/', '?')[1]);
        return Addresses.OnThisSite(page).Concat(document.Forms.Where(f => f.Method == "get").SelectMany(f => Choices(page, f))).ToList();
    }

    /// <summary>Every way to fill in a form of lists and buttons.</summary>
    private static IEnumerable<string> Choices(Page page, IHtmlFormElement form)
    {
        var fields = form.QuerySelectorAll("input[type=radio][name]").GroupBy(i => i.GetAttribute("name")!).Select(g => (Name: g.Key, Values: g.Select(i => i.GetAttribute("value") ?? "on")))
            .Concat(form.QuerySelectorAll("select[name]").Select(s => (Name: s.GetAttribute("name")!, Values: s.QuerySelectorAll("option").Select(o => o.GetAttribute("value") ?? o.TextContent))))
            .ToList();
        IEnumerable<string> queries = [""];
        foreach (var (name, values) in fields)
            queries = queries.SelectMany(q => values.Select(v => $"{q}&{name}={Uri.EscapeDataString(v)}")).ToList();
        var action = Addresses.Of(page, form.GetAttribute("action") ?? page.Path) ?? page.Path;
        return queries.Select(q => $"{action.Split('?')[0]}?{q.TrimStart('&')}");
    }

    private void Save()
    {
        if (Directory.Exists(Checkout.SavedPages))
            Directory.Delete(Checkout.SavedPages, recursive: true);
        foreach (var page in pages.Values)
        {
            var file = Path.Combine(Checkout.SavedPages, page.Language, string.Concat(page.Path.Select(c => char.IsAsciiLetterOrDigit(c) || c == '-' ? c : '_')) + ".html");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, page.Answer.Body);
        }
    }
}

/// <summary>Addresses in a page, as a browser would understand them.</summary>
internal static class Addresses
{
    private static readonly Uri Here = new("http://this.invalid");

    /// <summary>Path and query on this site, or null when it leads elsewhere.</summary>
    public static string? Of(Page page, string address)
    {
        var target = Resolve(page, address);
        return target is not null && target.Authority == Here.Authority ? target.PathAndQuery : null;
    }

    public static Uri? Resolve(Page page, string address) =>
        Uri.TryCreate(new Uri(Here, page.Path), address, out var target) ? target : null;

    // The toolkit hands out over a thousand files; the tests of the toolkit ask for them.
    public static IEnumerable<string> OnThisSite(Page page) =>
        page.Document.QuerySelectorAll("a[href]:not([download]), link[href]:not([rel=canonical]):not([rel=alternate])").Select(a => Of(page, a.GetAttribute("href")!))
            .Concat(page.Document.QuerySelectorAll("img[src], source[src]").Select(i => Of(page, i.GetAttribute("src")!)))
            .OfType<string>();

    /// <summary>What a browser fetches by itself when it shows the page.</summary>
    public static IEnumerable<string> Fetched(Page page) =>
        page.Document.QuerySelectorAll("img, iframe, video, audio, source, embed, object, use, image, input[type=image]")
            .SelectMany(e => new[] { e.GetAttribute("src"), e.GetAttribute("srcset"), e.GetAttribute("data"), e.GetAttribute("poster"), e.GetAttribute("href"), e.GetAttribute("xlink:href") })
            .Concat(page.Document.QuerySelectorAll("link:not([rel=canonical]):not([rel=alternate])").Select(l => l.GetAttribute("href")))
            .OfType<string>();
}
