using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Cairn.Tests.Help.Helpline;

/// <summary>Single steps of a conversation, posted to a program that may be a process of its own.</summary>
internal static class PostedTalk
{
    /// <exception cref="HttpRequestException">The program did not answer.</exception>
    public static Task<TalkAnswer> Talk(this HttpClient http, string step, params (string Name, string Value)[] fields) => http.Posted("/en/talk", [("step", step), .. fields]);

    public static async Task<TalkAnswer> Posted(this HttpClient http, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await http.PostAsync(path, form, TestContext.Current.CancellationToken);
        return new(answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public static string NewSubmission() => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
}

/// <summary>A page that came back.</summary>
internal sealed class TalkAnswer(HttpStatusCode status, string html)
{
    private readonly Lazy<IDocument> page = new(() => new HtmlParser().ParseDocument(html));

    public HttpStatusCode Status => status;

    public string Html => html;

    public IDocument Page => page.Value;

    public string Heading => Page.QuerySelector("h1")?.TextContent ?? "";

    /// <summary>What the page carries to its next step; empty when it is within no conversation.</summary>
    public string Token => Page.QuerySelector("main input[name=token]")?.GetAttribute("value") ?? "";

    public string Code => string.Join('-', Page.QuerySelectorAll(".code dd")[0].QuerySelectorAll("span").Select(s => s.TextContent));

    /// <summary>The group of the code that the page asks for.</summary>
    public string Group => Code.Split('-')[int.Parse(Page.QuerySelector("label[for=group]")!.TextContent.First(char.IsAsciiDigit).ToString(), CultureInfo.InvariantCulture) - 1];

    public string Box => Page.QuerySelector("textarea")?.TextContent ?? "";

    public IReadOnlyList<string> Messages => [.. Page.QuerySelectorAll(".thread .words").Select(w => w.TextContent)];
}
