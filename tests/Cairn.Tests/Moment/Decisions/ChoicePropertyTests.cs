using Cairn.Moment.Bundles;
using Cairn.Moment.Decisions;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Moment.Decisions;

/// <summary>What holds of every answer, whatever the bundle, the question and the hour.</summary>
public sealed class ChoicePropertyTests
{
    private const int Many = 4000;

    private static readonly Gen<MomentQuestion> Question = Gen.Select(
        Gen.Int[0, 4], Gen.Int[0, 2], Gen.Int[0, 1], Gen.Int[0, 2],
        RandomBundle.AnyOf("en", "en-GB", "ur", "pl-PL", "zz", ""), RandomBundle.AnyOf("", "GB", "GB-SCT", "GB-ENG", "GB-WLS", "GB-NIR", "GB-LND", "FR", "US-NY"), Gen.Int[0, 50]).Select(
            (surface, signal, aim, audience, language, nation, exposure) => new MomentQuestion((MomentSurface)surface)
            {
                Signal = (MomentSignal)signal,
                Aim = (MomentAim)aim,
                Audience = (MomentAudience)audience,
                Language = language,
                Nation = nation,
                Exposure = exposure,
            });

    private static readonly Gen<(BundleContent Content, MomentQuestion Question, int Minutes)> Asked = Gen.Select(RandomBundle.All, Question, Gen.Int[0, 16 * 24 * 60]);

    [Fact]
    public void An_adult_and_somebody_unknown_always_get_a_crisis_line_and_the_emergency_number() => Holds((content, question, answer, now) =>
        question.Audience == MomentAudience.Young || IsForeign(question) || !content.Ways.Any(w => w.Id == "sure-crisis")
        || (Used(content, answer).Any(w => w.Role == "crisis") && Used(content, answer).Any(w => w.Role == "emergency")));

    [Fact]
    public void Where_no_crisis_line_can_be_offered_the_page_of_all_help_is() => Holds((content, question, answer, now) =>
        question.Audience == MomentAudience.Young || Used(content, answer).Any(w => w.Role is "crisis" or "page"));

    [Fact]
    public void A_report_is_never_first() => Holds((content, question, answer, now) => answer.Ways.Count > 0 && answer.Ways[0].Kind != "report");

    [Fact]
    public void Young_people_never_meet_the_law_nor_a_way_for_adults() => Holds((content, question, answer, now) =>
        question.Audience != MomentAudience.Young
        || (!content.Messages.Single(m => m.Id == answer.Message.Id).Law && !Used(content, answer).Any(w => w.Role is "help" or "crisis")));

    [Fact]
    public void Whoever_may_be_young_is_told_that_they_are_not_in_trouble_and_an_adult_is_not() => Holds((content, question, answer, now) =>
        (answer.Message.Body[^1] == content.UnderEighteen["en"]) == (question.Audience != MomentAudience.Adult));

    [Fact]
    public void Somebody_elsewhere_gets_no_number_of_this_country() => Holds((content, question, answer, now) =>
        !IsForeign(question) || Used(content, answer).All(w => w.Nations.Count == 0));

    [Fact]
    public void Somebody_in_a_nation_gets_no_number_of_another() => Holds((content, question, answer, now) =>
        !RandomBundle.Nations.Contains(question.Nation) || Used(content, answer).All(w => w.Nations.Count == 0 || w.Nations.Contains(question.Nation)));

    [Fact]
    public void Nothing_is_offered_after_it_ran_out() => Holds((content, question, answer, now) => Used(content, answer).All(w => w.Until is not { } end || now < end));

    [Fact]
    public void Open_is_said_only_where_it_is_certain() => Holds((content, question, answer, now) => answer.Ways.Zip(Used(content, answer)).All(pair =>
        // A page of the site has no hours.
        pair.First.Open == (pair.Second.Kind != "guide" && now < content.Expires / 1000 && now < (pair.Second.HoursUntil ?? long.MaxValue)
            && (pair.Second.Hours == "always" || (pair.Second.Hours == "known" && pair.Second.Open.Any(o => now >= o[0] && now < o[1]))))));

    [Fact]
    public void The_look_rotates_with_the_exposure_and_the_whole_message_is_in_one_language() => Holds((content, question, answer, now) =>
        answer.Look == (question.Exposure % content.Looks) + 1
        && answer.Message.Heading == $"words in {answer.Message.Language}" | answer.Message.Heading == "You can stop."
        && answer.Notice.StartsWith($"{content.Address}/{answer.Message.Language}/notice/", StringComparison.Ordinal));

    [Fact]
    public void The_aim_is_kept_where_an_arm_has_it() => Holds((content, question, answer, now) =>
    {
        var young = question.Audience == MomentAudience.Young;
        var aim = question.Aim == MomentAim.Stop ? "stop" : "seek-help";
        var arm = content.Arms.Single(a => a.Id == answer.Message.Arm);
        return arm.Young == young && (arm.Aim is null || arm.Aim == aim)
            || !content.Arms.Any(a => a.Young == young && (a.Aim is null || a.Aim == aim));
    });

    private static void Holds(Func<BundleContent, MomentQuestion, MomentAnswer, long, bool> rule) => Asked.Sample(
        asked =>
        {
            // Labels are not unique in a random bundle: an address that names the way tells which one was offered.
            var content = asked.Content with { Ways = [.. asked.Content.Ways.Select(w => w with { Href = w.Href.ToDictionary(h => h.Key, _ => $"https://{w.Id}/") })] };
            var now = SmallBundle.Now.AddMinutes(asked.Minutes);
            var decider = new Decider(Bundle.Of(content), null, ReceiptKey.For(new byte[32], content.Campaign), new KeptCounts(), new FakeTimeProvider(now));
            return rule(content, asked.Question, decider.Decide(asked.Question)!, now.ToUnixTimeSeconds());
        },
        iter: Many);

    private static IEnumerable<BundleWay> Used(BundleContent content, MomentAnswer answer) => answer.Ways.Select(a => content.Ways.Single(w => a.Href == $"https://{w.Id}/"));

    private static bool IsForeign(MomentQuestion question) => question.Nation is "FR" or "US-NY";
}
