using Cairn.Moment.Bundles;

namespace Cairn.Moment.Decisions;

/// <summary>The rules of choosing, applied once for each kind of question.</summary>
/// <remarks>Never left to chance: a crisis line and the emergency number beside every message to an adult; the report link second, never first; young and unknown people are
/// also told that they are not in trouble; young people see no message about the law.</remarks>
internal static class MenuComposer
{
    /// <param name="nation">Null when it is not known or has no services of its own.</param>
    /// <param name="elsewhere">The nation is known and no way names it.</param>
    public static Menu Compose(BundleContent content, MomentAudience audience, MomentAim aim, string language, string? nation, bool elsewhere, long now)
    {
        var messages = content.Messages.ToDictionary(m => m.Id);
        var arms = ArmsFor(content, messages, audience, aim == MomentAim.Stop ? "stop" : "seek-help");
        var doors = new Doors(content, nation, elsewhere, now);

        var bounds = new int[arms.Count];
        var sum = 0;
        for (var i = 0; i < arms.Count; i++)
            bounds[i] = sum += arms[i].Weight;
        return new(now, doors.Until, [.. arms.Select(arm => Ready(content, arm, messages[arm.Message], doors, audience, language, elsewhere ? NoticeToken.Elsewhere : nation))], bounds);
    }

    /// <summary>The arms with the aim; where there are none, the nearest that may be shown. Never empty: see <see cref="BundleRules"/>.</summary>
    private static List<BundleArm> ArmsFor(BundleContent content, Dictionary<string, BundleMessage> messages, MomentAudience audience, string aim)
    {
        var young = audience == MomentAudience.Young;
        var mine = content.Arms.Where(a => a.Young == young).ToList();
        if (mine.Count == 0)
        {
            // A campaign without words of its own for the young: what offers help, and never the law.
            mine = content.Arms.Where(a => !messages[a.Message].Law).ToList();
            aim = "seek-help";
        }

        var wanted = mine.Where(a => a.Aim is null || a.Aim == aim).ToList();
        return wanted.Count > 0 ? wanted : mine;
    }

    /// <summary>A message and its ways as they are shown to an audience.</summary>
    public static (MomentMessage Message, IReadOnlyList<MomentWay> Ways) Shown(
        BundleContent content, string arm, BundleMessage message, Doors doors, MomentAudience audience, string language)
    {
        // A message is in one language, its buttons too: half of it in another helps nobody.
        var used = message.Texts.ContainsKey(language) ? language : content.Languages[0];
        var text = message.Texts[used];
        IReadOnlyList<string> body = audience == MomentAudience.Adult ? text.Body : [.. text.Body, content.In(content.UnderEighteen, used)];
        var demonstration = content.Demonstration is null ? null : content.In(content.Demonstration, used);
        return (new(message.Id, arm, used, text.Heading, body, demonstration), doors.For(message, audience, used));
    }

    private static ReadyArm Ready(BundleContent content, BundleArm arm, BundleMessage message, Doors doors, MomentAudience audience, string language, string? nation)
    {
        var (shown, ways) = Shown(content, arm.Id, message, doors, audience, language);
        var head = AnswerJson.Head(shown, ways);

        var ready = new ReadyMessage[content.Looks];
        for (var look = 1; look <= content.Looks; look++)
        {
            var notice = $"{content.Address}/{shown.Language}/notice/{NoticeToken.Write(message.Id, look, audience, nation)}";
            ready[look - 1] = new(shown, ways, look, notice, head, AnswerJson.Rest(look, notice), Receipt.Tail(look, content.Revision, shown.Language, arm.Id));
        }

        return new(arm.Id, ready);
    }
}
