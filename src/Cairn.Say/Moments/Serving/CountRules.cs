using Cairn.Know.Moments;
using Cairn.Moment.Bundles;
using Cairn.Moment.Counting;
using Cairn.Moment.Decisions;

namespace Cairn.Say.Moments.Serving;

/// <summary>What holds of a report that is counted. A refusal names the rule and repeats nothing.</summary>
internal static class CountRules
{
    public const int OldestHours = 30 * 24;

    /// <summary>Clocks differ, and an hour begins somewhere first.</summary>
    public const int NewestHours = 1;

    private const int LongestName = 64;
    private const int MostLooks = 100;

    /// <param name="known">The revision's bundle, when this server has served it.</param>
    /// <param name="keys">What to count, when nothing is wrong.</param>
    /// <returns>Null, or the status and the sentence of a refusal.</returns>
    public static (int Status, string Sentence)? Check(CountReport report, BundleContent? known, int hour, out List<KeyValuePair<MomentKey, long>> keys)
    {
        keys = [];
        if (report.Node is not { Length: > 0 and <= CountReport.LongestNode } || !report.Node.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'))
            return (400, $"node is 1 to {CountReport.LongestNode} letters, digits, dots, underscores and hyphens.");
        if (report.Sequence is < 1 or > CountReport.LastSequence)
            return (400, "sequence is a whole number from 1.");
        if (report.Revision is not { Length: 64 } || !report.Revision.All(char.IsAsciiHexDigitLower))
            return (400, "revision is 64 small hexadecimal digits.");
        if (report.Counts is not { Count: > 0 and <= CountReport.MostLines })
            return (400, $"counts holds 1 to {CountReport.MostLines} lines.");
        if (report.Hour < hour - OldestHours || report.Hour > hour + NewestHours)
            return (422, "hour is in whole hours since 1970, at most 30 days back and not in the future.");

        foreach (var line in report.Counts)
        {
            if (line is null)
                return (400, "A line of counts is an object.");
            if (Wrong(line) is { } sentence)
                return (400, sentence);
            if (known is not null && Unknown(line, known) is { } strange)
                return (422, strange);
            keys.Add(new(new(report.Hour, line.Event, report.Revision, line.Arm, line.Surface, line.Look, line.Language, line.Outcome ?? ""), line.Count));
        }

        return null;
    }

    private static string? Wrong(CountLine line) =>
        CountWords.Event(line.Event) is not { } what ? "event is one of exposure, outcome, follow-on."
        : CountWords.Surface(line.Surface) is null ? "surface is one of search, upload, message, link, page."
        : what == MomentEvent.Outcome && (line.Outcome is null || CountWords.Outcome(line.Outcome) is null) ? "The outcome of an outcome is one of stopped, continued, dismissed, help, report, guide."
        : what != MomentEvent.Outcome && line.Outcome is not null ? "Only the event outcome has an outcome."
        : !IsName(line.Arm) ? "arm is an arm of the revision."
        : line.Language is not { Length: 2 or 3 } || !line.Language.All(char.IsAsciiLetterLower) ? "language is a language of the revision, such as en."
        : line.Look is < 1 or > MostLooks ? "look is a look of the revision, from 1."
        : line.Count is < 1 or > CountReport.HighestCount ? $"count is a whole number from 1 to {CountReport.HighestCount}."
        : null;

    private static string? Unknown(CountLine line, BundleContent known) =>
        !known.Arms.Any(a => a.Id == line.Arm) ? "There is an arm that the revision does not have."
        : !known.Languages.Contains(line.Language) ? "There is a language that the revision does not have."
        : line.Look > known.Looks ? "There is a look that the revision does not have."
        : null;

    private static bool IsName(string? name) => name is { Length: > 0 and <= LongestName } && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '/' or '#');
}
