using Cairn.Moment.Decisions;

namespace Cairn.Moment.Counting;

/// <summary>The words of counts, in JSON and in tables. Reading is exact: no other case, no number.</summary>
public static class CountWords
{
    private static readonly string[] Events = ["exposure", "outcome", "follow-on"];
    private static readonly string[] Surfaces = ["search", "upload", "message", "link", "page"];
    private static readonly string[] Outcomes = ["stopped", "continued", "dismissed", "help", "report", "guide"];

    public static string Of(MomentEvent what) => Events[(int)what];

    public static string Of(MomentSurface surface) => Surfaces[(int)surface];

    public static string Of(MomentOutcome outcome) => Outcomes[(int)outcome];

    public static MomentEvent? Event(string word) => (MomentEvent?)At(Events, word);

    public static MomentSurface? Surface(string word) => (MomentSurface?)At(Surfaces, word);

    public static MomentOutcome? Outcome(string word) => (MomentOutcome?)At(Outcomes, word);

    /// <summary>A line as it is reported.</summary>
    public static CountLine Line(in MomentCount count, long times) => new(
        Of(count.Event), count.Arm, Of(count.Surface), count.Look, count.Language, count.Outcome is { } outcome ? Of(outcome) : null, times);

    private static byte? At(string[] words, string word)
    {
        var at = Array.IndexOf(words, word);
        return at < 0 ? null : (byte)at;
    }
}
