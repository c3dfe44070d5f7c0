using System.Text.Json;

namespace Cairn.Moment.Counting;

/// <summary>What a sidecar tells its server, the body of <c>POST /api/v1/counts</c>: sums of one revision and one hour. The pair of node and sequence counts once, however
/// often it is sent.</summary>
/// <param name="Node">Names the sender among those of one platform: 1 to 64 of <c>A-Z a-z 0-9 . _ -</c>, made at random, so that it names no machine and no person.</param>
/// <param name="Sequence">From 1, one more with each report of the node. The node sends a report until it is acknowledged, then the next.</param>
/// <param name="Revision">Of the campaign, 64 hexadecimal digits.</param>
/// <param name="Hour">Whole hours since 1970 in which it happened.</param>
/// <param name="Counts">At least one line; no two lines of the same thing.</param>
public sealed record CountReport(string Node, long Sequence, string Revision, int Hour, IReadOnlyList<CountLine> Counts)
{
    /// <summary>Bytes of a report as JSON.</summary>
    public const int LargestBody = 1024 * 1024;

    /// <summary>Lines of a report: more would not fit into <see cref="LargestBody"/>.</summary>
    public const int MostLines = 10_000;

    public const int LongestNode = 64;

    /// <summary>The highest sequence, so that every reader of JSON holds it exactly.</summary>
    public const long LastSequence = (1L << 53) - 1;

    /// <summary>Of one line.</summary>
    public const long HighestCount = 1_000_000_000;

    /// <summary>The body of <c>POST /api/v1/counts</c>, in UTF-8.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, CountJson.Default.CountReport);
}

/// <summary>How often one thing happened.</summary>
/// <param name="Event"><c>exposure</c>, <c>outcome</c> or <c>follow-on</c>; see <see cref="CountWords"/>.</param>
/// <param name="Surface"><c>search</c>, <c>upload</c>, <c>message</c>, <c>link</c> or <c>page</c>.</param>
/// <param name="Look">From 1.</param>
/// <param name="Language">Such as <c>en</c>.</param>
/// <param name="Outcome">With <c>outcome</c>, and only then: <c>stopped</c>, <c>continued</c>, <c>dismissed</c>, <c>help</c>, <c>report</c> or <c>guide</c>.</param>
/// <param name="Count">1 to <see cref="CountReport.HighestCount"/>.</param>
public sealed record CountLine(string Event, string Arm, string Surface, int Look, string Language, string? Outcome, long Count);
