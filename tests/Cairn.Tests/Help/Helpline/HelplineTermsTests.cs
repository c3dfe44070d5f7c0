using System.Net;
using System.Text;
using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Help.Helpline;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Cairn.Tests.Help.Helpline;

/// <summary>What a page says about who answers, and for how long that holds.</summary>
public sealed class HelplineTermsTests
{
    private static readonly Language English = Language.English, Gaelic = Language.Parse("gd", null), Urdu = Language.Parse("ur", null);

    private static readonly HelplineTerms Terms = new(
        "The Example <Foundation>", "Head of Safeguarding", "Board {day}", new(2026, 10, 1), 48, "Robin",
        new Dictionary<Language, string> { [English] = "We tell <the police>.\n\nWe tell no one else.", [Gaelic] = "Innsidh sinn don phoileas." });

    [Theory]
    [InlineData("2026-09-30", false)]
    [InlineData("2026-10-01", true)]
    [InlineData("2027-10-01", true)]
    [InlineData("2027-10-02", false)]
    public void A_review_holds_for_twelve_months_from_its_day(string today, bool holds) =>
        Assert.Equal(holds, Terms.IsInForce(NodaTime.Text.LocalDatePattern.Iso.Parse(today).Value));

    [Fact]
    public void A_review_on_a_leap_day_holds_to_the_end_of_February()
    {
        var terms = Terms with { ReviewedOn = new(2028, 2, 29) };

        Assert.True(terms.IsInForce(new(2029, 2, 28)));
        Assert.False(terms.IsInForce(new(2029, 3, 1)));
    }

    [Theory]
    [InlineData(1, "one hour")]
    [InlineData(2, "2 hours")]
    [InlineData(24, "24 hours")]
    [InlineData(47, "47 hours")]
    [InlineData(48, "2 days")]
    [InlineData(168, "7 days")]
    public void A_reply_time_is_said_in_hours_and_from_two_days_on_in_days(int hours, string said)
    {
        var words = Cairn.Tests.Say.Landing.Words.Filled<HelplineWords>() with { ReplyHour = "one hour", ReplyHours = "{hours} hours", ReplyDays = "{days} days" };

        Assert.Equal(said, (Terms with { ReplyHours = hours }).ReplyTimeIn(words, English.Culture));
    }

    [Fact]
    public async Task Before_the_first_word_a_seeker_reads_what_is_passed_on_who_approved_it_and_when_a_reply_comes()
    {
        await using var cairn = await Rehearsing(Terms, demonstration: false);
        var seeker = new SeekerByHand(cairn);

        await seeker.Opens();

        seeker.MustBe(HttpStatusCode.OK, "Write to the helpline");
        var panel = seeker.Page.QuerySelector(".talk > .panel > h3")!.ParentElement!;
        Assert.Equal("What we pass on, and to whom", panel.QuerySelector("h3")!.TextContent);
        Assert.Equal(
            ["The Example <Foundation> runs this line and answers for it.", "We tell <the police>.", "We tell no one else.", "Approved by Board {day}. Last checked on 1 October 2026."],
            panel.QuerySelectorAll("p").Select(p => p.TextContent));
        Assert.Contains("an adviser writes back within 2 days.", seeker.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("An adviser passes on what you wrote only when", seeker.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gd", "gd", "ltr", "Innsidh sinn don phoileas.")]
    [InlineData("ur", "en", "ltr", "We tell <the police>.")]
    public async Task The_limits_are_in_the_language_of_the_page_or_in_the_reference_language_and_say_so(string page, string language, string direction, string first)
    {
        await using var cairn = await Rehearsing(Terms, demonstration: false);
        var seeker = new SeekerByHand(cairn, page);

        await seeker.Opens();

        var said = seeker.Page.QuerySelector(".talk > .panel > p[lang]")!;
        Assert.Equal((language, direction, first), (said.GetAttribute("lang"), said.GetAttribute("dir"), said.TextContent));
    }

    [Fact]
    public async Task A_demonstration_wears_nobodys_name()
    {
        await using var cairn = await Rehearsing(Terms, demonstration: true);
        var seeker = new SeekerByHand(cairn);

        await seeker.Opens();

        Assert.DoesNotContain("Example", seeker.Html, StringComparison.Ordinal);
        Assert.Contains("An adviser passes on what you wrote only when", seeker.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pack_gives_the_line_its_terms_and_its_replies()
    {
        using var pack = Cairn.Tests.Say.Packs.Given.APackWithALine();
        await using var cairn = await RunningCairn.Start(pack.Folder, drafts: true);

        var line = cairn.Services.GetRequiredService<HelplineLine>();

        Assert.Equal("The Example Foundation", line.Terms?.ResponsibleBody);
        Assert.True(line.Demonstration);
        Assert.Equal(["hello", "goodbye"], line.RepliesIn(Gaelic).Select(r => r.Id));
        Assert.Empty(line.RepliesIn(Urdu));
    }

    [Fact]
    public void Before_anything_is_on_the_air_the_line_is_nobodys()
    {
        var line = new HelplineLine(Rehearsal.None, TimeProvider.System);

        Assert.Null(line.Terms);
        Assert.True(line.Demonstration);
        Assert.Empty(line.RepliesIn(English));
    }

    private static async Task<RunningCairn> Rehearsing(HelplineTerms terms, bool demonstration)
    {
        var cairn = await RunningCairn.Start(drafts: true, instead: s => s.AddSingleton(new Rehearsal(true)));
        var line = cairn.Services.GetRequiredService<HelplineLine>();
        var languages = cairn.Services.GetRequiredService<Frames>().Reference!.Languages;
        line.Swap(languages.ToDictionary(l => l, l => line.WordsIn(l)!), languages.ToDictionary(l => l, line.RepliesIn), terms, demonstration);
        return cairn;
    }
}
