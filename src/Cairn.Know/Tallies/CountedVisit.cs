using System.Buffers;

namespace Cairn.Know.Tallies;

/// <summary>Decides whether a request is a view by a person who did not ask to be left out. Looks at header values and forgets them.</summary>
public static class CountedVisit
{
    // Words that programs put into their own user agent. Short on purpose: a missed robot is one view too many, a wrong guess hides a person.
    private static readonly SearchValues<string> Robots = SearchValues.Create(
    [
        "bot", "crawl", "spider", "slurp", "preview", "headless", "lighthouse", "monitor", "uptime", "scan", "archive",
        "curl/", "wget/", "python", "go-http-client", "java/", "okhttp", "libwww", "httpclient", "node-fetch", "axios/",
        "facebookexternalhit", "whatsapp", "embedly", "feedfetcher", "validator",
    ], StringComparison.OrdinalIgnoreCase);

    /// <param name="method">Only <c>GET</c> shows a page to somebody.</param>
    /// <param name="globalPrivacyControl">Header <c>Sec-GPC</c>.</param>
    /// <param name="doNotTrack">Header <c>DNT</c>.</param>
    /// <param name="purpose">Header <c>Purpose</c>.</param>
    /// <param name="secPurpose">Header <c>Sec-Purpose</c>, for example <c>prefetch;prerender</c>.</param>
    /// <param name="xMoz">Header <c>X-Moz</c>.</param>
    /// <param name="userAgent">Header <c>User-Agent</c>; looked at here and kept nowhere.</param>
    public static bool Counts(
        string method, string? globalPrivacyControl, string? doNotTrack, string? purpose, string? secPurpose, string? xMoz, string? userAgent) =>
        method == "GET"
        && globalPrivacyControl?.Trim() != "1"
        && doNotTrack?.Trim() != "1"
        && !Says(purpose, "prefetch") && !Says(purpose, "preview") && !Says(purpose, "prerender")
        && !Says(secPurpose, "prefetch") && !Says(secPurpose, "prerender")
        && !Says(xMoz, "prefetch")
        && !string.IsNullOrWhiteSpace(userAgent)
        && !IsRobot(userAgent);

    // Cubot is a maker of telephones that people use.
    private static bool IsRobot(string userAgent) =>
        userAgent.AsSpan().ContainsAny(Robots)
        && (!Says(userAgent, "cubot") || userAgent.Replace("cubot", "", StringComparison.OrdinalIgnoreCase).AsSpan().ContainsAny(Robots));

    private static bool Says(string? header, string word) => header is not null && header.Contains(word, StringComparison.OrdinalIgnoreCase);
}
