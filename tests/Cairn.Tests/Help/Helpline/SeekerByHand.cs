using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Cairn.Tests.Help.Helpline;

/// <summary>A seeker without a browser: sends the forms of the page before, as a browser would.</summary>
internal sealed class SeekerByHand(RunningCairn cairn, string language = "en", string line = "talk")
{
    private readonly Dictionary<string, string> hidden = [];

    public HttpResponseMessage Answer { get; private set; } = null!;

    public string Html { get; private set; } = "";

    public IDocument Page { get; private set; } = null!;

    public string Heading => Page.QuerySelector("h1")!.TextContent;

    /// <summary>The code as its page shows it.</summary>
    public string Code => string.Join('-', Page.QuerySelectorAll(".code dd")[0].QuerySelectorAll("span").Select(s => s.TextContent));

    public IReadOnlyList<string> Messages => [.. Page.QuerySelectorAll(".thread .words").Select(w => w.TextContent)];

    public IReadOnlyDictionary<string, string> Hidden => hidden;

    public async Task Opens() => await Take(await cairn.Http.GetAsync($"/{language}/{line}", TestContext.Current.CancellationToken));

    /// <summary>Presses the button of a step, with what was typed.</summary>
    public Task Step(string step, params (string Name, string Value)[] typed) => Post($"/{language}/{line}", [.. hidden.Select(h => (h.Key, h.Value)), ("step", step), .. typed]);

    public Task Leaves() => Post("/leave", [("language", language), ("token", hidden["token"])]);

    /// <summary>Sends fields of one's own.</summary>
    public async Task Post(string path, params (string Name, string Value)[] fields)
    {
        using var body = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        await Take(await cairn.Http.PostAsync(path, body, TestContext.Current.CancellationToken));
    }

    /// <summary>From the first page to the code.</summary>
    public async Task Writes(string text, string worry = "")
    {
        await Opens();
        await Step("write");
        await Step("send", ("text", text), ("worry", worry));
    }

    /// <summary>From the first page of the report route to the code.</summary>
    public async Task Tells(string who, string what, string whom = "", string person = "")
    {
        await Opens();
        await Step("who-" + who);
        await Step("ask");
        await Step("review", ("text", what), ("whom", whom), ("person", person));
        await Step("send");
    }

    /// <summary>Types the group back that the page asks for.</summary>
    public async Task KeepsTheCode()
    {
        var groups = Code.Split('-');
        var label = Page.QuerySelector("label[for=group]")!.TextContent;
        await Step("kept", ("group", groups[label.First(char.IsAsciiDigit) - '1']));
    }

    public void MustBe(HttpStatusCode status, string heading)
    {
        Assert.Equal(heading, Heading);
        Assert.Equal(status, Answer.StatusCode);
    }

    private async Task Take(HttpResponseMessage answer)
    {
        Answer = answer;
        Html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Page = new HtmlParser().ParseDocument(Html);
        hidden.Clear();
        foreach (var input in Page.QuerySelectorAll("main input[type=hidden]"))
            hidden[input.GetAttribute("name")!] = input.GetAttribute("value")!;
    }
}
