using System.Text.Json;
using Cairn.Moment.Bundles;

namespace Cairn.Moment.Decisions;

/// <summary>The rules of choosing, applied once for each kind of question.</summary>
/// <remarks>Never left to chance: a crisis line and the emergency number beside every message to an adult; the report link second, never first; young and unknown people are
/// also told that they are not in trouble; young people see no message about the law.</remarks>
internal static class MenuComposer
{
    private static readonly int Surfaces = Enum.GetValues<MomentSurface>().Length;

    /// <param name="nation">Null when it is not known or has no services of its own.</param>
    /// <param name="elsewhere">The nation is known and no way names it.</param>
    public static Menu Compose(BundleContent content, MomentAudience audience, MomentAim aim, string language, string? nation, bool elsewhere, long now)
    {
        var young = audience == MomentAudience.Young;
        var wanted = aim == MomentAim.Stop ? "stop" : "seek-help";
        var mine = content.Arms.Where(a => a.Young == young).ToList();
        var arms = mine.Where(a => a.Aim is null || a.Aim == wanted).ToList();
        if (arms.Count == 0)
            arms = mine.Count > 0 ? mine : [.. content.Arms.Where(a => a.Young == young || !content.Messages.Single(m => m.Id == a.Message).Law)];
        var messages = content.Messages.ToDictionary(m => m.Id);
        var doors = new Doors(content, nation, elsewhere, now);
        var place = new Place(content, audience, language, elsewhere ? NoticeToken.Elsewhere : nation);

        var bounds = new int[arms.Count];
        var sum = 0;
        for (var i = 0; i < arms.Count; i++)
            bounds[i] = sum += arms[i].Weight;
        return new(language, now, doors.Until, [.. arms.Select(arm => Ready(arm, messages[arm.Message], doors, place))], bounds);
    }

    /// <summary>A message as an audience is shown it.</summary>
    public static MomentMessage Shown(BundleContent content, BundleMessage message, string arm, MomentAudience audience, string language)
    {
        var text = content.In(message.Texts, language);
        var body = audience == MomentAudience.Adult ? text.Body : [.. text.Body, content.In(content.UnderEighteen, language)];
        var used = message.Texts.ContainsKey(language) ? language : content.Languages[0];
        return new(message.Id, arm, used, text.Heading, body, content.Demonstration is null ? null : content.In(content.Demonstration, language));
    }

    private static ReadyArm Ready(BundleArm arm, BundleMessage message, Doors doors, Place place)
    {
        var (content, audience, language, _) = place;
        var ways = doors.For(message, audience, language);
        var shown = Shown(content, message, arm.Id, audience, language);

        var ready = new ReadyMessage[content.Looks * Surfaces];
        for (var look = 1; look <= content.Looks; look++)
        {
            var notice = $"{content.Address}/{language}/notice/{NoticeToken.Write(message.Id, look, audience, place.Nation)}";
            var json = AnswerJson.Middle(shown, ways, look, notice);
            for (var surface = 0; surface < Surfaces; surface++)
            {
                var tail = Receipt.Tail(look, (MomentSurface)surface, content.Revision, language, arm.Id);
                ready[(look - 1) * Surfaces + surface] = new(shown, ways, look, notice, json, tail);
            }
        }

        return new(arm.Id, ready, Surfaces);
    }

    private sealed record Place(BundleContent Content, MomentAudience Audience, string Language, string? Nation);
}
