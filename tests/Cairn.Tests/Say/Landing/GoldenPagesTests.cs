using AngleSharp;
using AngleSharp.Html;
using AngleSharp.Html.Parser;

namespace Cairn.Tests.Say.Landing;

/// <summary>Pages as they are, to be read by people: a change is a difference in a file under <c>Approved</c>. To approve, run the tests with
/// <c>CAIRN_APPROVE=1</c> and read what changed.</summary>
public sealed class GoldenPagesTests
{
    [Theory]
    [InlineData("home", "en")]
    [InlineData("home", "ur")]
    [InlineData("yourself", "en")]
    [InlineData("young-people", "en")]
    [InlineData("about", "ur")]
    [InlineData("not-found", "en")]
    [InlineData("error", "ur")]
    public async Task A_page_is_drawn_as_approved(string page, string language)
    {
        var campaign = new SmallCampaign();

        var html = page switch
        {
            "not-found" => await campaign.DrawError(missing: true, language),
            "error" => await campaign.DrawError(missing: false, language),
            _ => await campaign.Draw(page, language),
        };

        await Approve($"{page}.{language}.html", html);
    }

    private static async Task Approve(string name, string html)
    {
        var file = Path.Combine(Checkout.Root, "tests", "Cairn.Tests", "Say", "Landing", "Approved", name);
        var drawn = new HtmlParser().ParseDocument(html).ToHtml(new PrettyMarkupFormatter { Indentation = "  ", NewLine = "\n" }).Trim() + "\n";
        if (Environment.GetEnvironmentVariable("CAIRN_APPROVE") == "1")
            await File.WriteAllTextAsync(file, drawn, TestContext.Current.CancellationToken);

        Assert.True(File.Exists(file), $"{name} was never approved; run with CAIRN_APPROVE=1 and read it.");
        Assert.Equal(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), drawn);
    }
}
