using Cairn.Moment.Bundles;
using Cairn.Moment.Decisions;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Moment.Decisions;

public sealed class DoorTests
{
    private static readonly DateTimeOffset Evening = SmallBundle.Now.Date.AddHours(20);

    [Fact]
    public void The_way_a_message_speaks_of_comes_first_also_when_another_is_known_to_be_open()
    {
        var answer = Ask(new(MomentSurface.Search) { Signal = MomentSignal.Term, Aim = MomentAim.SeekHelp, Audience = MomentAudience.Adult, Nation = "GB-SCT" });

        Assert.Equal(["Write to the helpline", "Report it", "Call the helpline", "If you cannot go on", "Danger now: 999"], Labels(answer));
    }

    [Fact]
    public void A_closed_door_is_not_offered_while_another_may_be_open()
    {
        var answer = Ask(Stop("GB-SCT"), Evening);

        Assert.DoesNotContain("Call the helpline", Labels(answer));
        Assert.Equal("Call in Scotland", Labels(answer)[0]);
    }

    [Fact]
    public void A_closed_door_is_offered_when_it_is_the_only_one_and_is_not_called_open()
    {
        var answer = Ask(Stop("GB-ENG"), Evening, c => c with { Ways = [.. c.Ways.Where(w => w.Id is not ("helpline-chat" or "scots-line"))] });

        Assert.Equal("Call the helpline", Labels(answer)[0]);
        Assert.False(answer.Ways[0].Open);
    }

    [Fact]
    public void A_door_that_may_differ_on_a_holiday_is_neither_open_nor_closed()
    {
        long[] today = [Evening.AddHours(-20).ToUnixTimeSeconds(), Evening.AddHours(4).ToUnixTimeSeconds()];

        var answer = Ask(Stop("GB-ENG"), Evening, c => Change(c, "helpline", w => w with { Doubt = [today] }));

        Assert.Equal("Call the helpline", Labels(answer)[0]);
        Assert.False(answer.Ways[0].Open);
    }

    [Fact]
    public void Open_is_said_until_the_hours_are_not_known_any_more_and_the_number_stays()
    {
        var until = SmallBundle.Now.AddHours(1);
        BundleContent Known(BundleContent c) => Change(c, "helpline", w => w with { HoursUntil = until.ToUnixTimeSeconds() });

        Assert.True(Ask(Stop("GB-ENG"), until.AddSeconds(-1), Known).Ways[0].Open);
        Assert.False(Ask(Stop("GB-ENG"), until, Known).Ways[0].Open);
        Assert.Equal("Call the helpline", Ask(Stop("GB-ENG"), until, Known).Ways[0].Label);
    }

    [Fact]
    public void A_number_that_ran_out_is_gone_on_the_second()
    {
        var until = SmallBundle.Now.AddHours(1);
        BundleContent RunsOut(BundleContent c) => Change(c, "helpline", w => w with { Until = until.ToUnixTimeSeconds() });

        Assert.Contains("Call the helpline", Labels(Ask(Stop("GB-ENG"), until.AddSeconds(-1), RunsOut)));
        Assert.DoesNotContain("Call the helpline", Labels(Ask(Stop("GB-ENG"), until, RunsOut)));
    }

    [Fact]
    public void One_decider_sees_doors_open_and_close_while_it_runs()
    {
        var time = new FakeTimeProvider(SmallBundle.Now);
        var decider = Make(SmallBundle.Content(), time);
        var seen = new List<bool>();

        foreach (var hour in new[] { 10, 16, 17, 33, 34 })
        {
            time.SetUtcNow(SmallBundle.Now.Date.AddHours(hour));
            seen.Add(decider.Decide(Stop("GB-ENG"))!.Ways.Any(w => w is { Label: "Call the helpline", Open: true }));
        }

        Assert.Equal([true, true, false, true, true], seen);
    }

    [Fact]
    public void Past_the_end_of_the_bundle_nothing_is_open_and_every_number_is_still_there()
    {
        var answer = Ask(Stop("GB-SCT"), SmallBundle.Now.AddDays(14));

        Assert.All(answer.Ways, w => Assert.False(w.Open));
        Assert.Equal(["Call the helpline", "Report it", "Write to the helpline", "If you cannot go on", "Danger now: 999"], Labels(answer));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("GB")]
    [InlineData("gb")]
    [InlineData("GB-LND")]
    [InlineData("UK")]
    public void Where_the_nation_is_not_known_only_those_who_serve_every_nation_are_offered(string? nation)
    {
        var answer = Ask(Stop(nation));

        Assert.DoesNotContain("Call in Scotland", Labels(answer));
        Assert.Contains("Call the helpline", Labels(answer));
    }

    [Fact]
    public void Where_the_nation_is_not_known_and_no_crisis_line_serves_every_nation_one_is_offered_all_the_same()
    {
        var answer = Ask(Stop(null), SmallBundle.Now, c => Change(c, "crisis", w => w with { Nations = ["GB-WLS"] }));

        Assert.Contains("If you cannot go on", Labels(answer));
    }

    [Theory]
    [InlineData("FR")]
    [InlineData("US-NY")]
    [InlineData("GBR")]
    public void Abroad_only_pages_are_offered(string nation)
    {
        var answer = Ask(Stop(nation));

        Assert.Equal(["All the ways to help"], Labels(answer));
    }

    [Fact]
    public void A_nation_of_this_country_that_no_service_names_gets_pages_and_no_number_of_another()
    {
        var answer = Ask(Stop("GB-WLS"), SmallBundle.Now, c => c with { Ways = [.. c.Ways.Select(w => w.Nations.Count == 0 ? w : w with { Nations = ["GB-SCT"] })] });

        Assert.Equal(["All the ways to help"], Labels(answer));
    }

    [Fact]
    public void Somebody_unknown_also_gets_the_childrens_line_and_their_paragraph()
    {
        var answer = Ask(new(MomentSurface.Search) { Signal = MomentSignal.Term, Nation = "GB-ENG" });

        Assert.Equal(["Call the helpline", "Report it", "Write to the helpline", "For anyone under 19", "If you cannot go on", "Danger now: 999"], Labels(answer));
        Assert.Equal("Under 18? You are not in trouble.", answer.Message.Body[^1]);
    }

    [Fact]
    public void When_every_door_is_a_form_to_report_the_page_of_all_help_stands_before_it()
    {
        var answer = Ask(Stop("GB-ENG"), SmallBundle.Now, c => c with { Ways = [.. c.Ways.Where(w => w.Role != "help")] });

        Assert.Equal(["All the ways to help", "Report it", "If you cannot go on", "Danger now: 999"], Labels(answer));
    }

    [Fact]
    public void Without_a_text_in_the_language_the_whole_message_is_in_the_reference_language()
    {
        var answer = Ask(new(MomentSurface.Search) { Signal = MomentSignal.Term, Language = "ur", Nation = "FR" });

        Assert.Equal("en", answer.Message.Language);
        Assert.Equal("All the ways to help", answer.Ways[0].Label);
        Assert.Contains("/en/notice/", answer.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_campaign_without_words_for_the_young_says_what_offers_help_and_never_the_law()
    {
        var content = SmallBundle.Content();
        var decider = Make(content with { Arms = [.. content.Arms.Where(a => !a.Young)] });

        var arms = Enumerable.Range(0, 200).Select(_ => decider.Decide(new(MomentSurface.Search) { Signal = MomentSignal.Term, Audience = MomentAudience.Young })!.Message.Id).Distinct();

        Assert.Equal(["help-one"], arms);
    }

    private static MomentQuestion Stop(string? nation) => new(MomentSurface.Search) { Signal = MomentSignal.Term, Audience = MomentAudience.Adult, Nation = nation };

    private static string[] Labels(MomentAnswer answer) => [.. answer.Ways.Select(w => w.Label)];

    private static BundleContent Change(BundleContent content, string way, Func<BundleWay, BundleWay> into) =>
        content with { Ways = [.. content.Ways.Select(w => w.Id == way ? into(w) : w)] };

    private static MomentAnswer Ask(MomentQuestion question, DateTimeOffset? now = null, Func<BundleContent, BundleContent>? change = null) =>
        Make((change ?? (c => c))(SmallBundle.Content()), new FakeTimeProvider(now ?? SmallBundle.Now)).Decide(question)!;

    private static Decider Make(BundleContent content, TimeProvider? time = null) =>
        new(Bundle.Of(content), null, ReceiptKey.For(new byte[32], content.Campaign), new KeptCounts(), time ?? new FakeTimeProvider(SmallBundle.Now));
}
