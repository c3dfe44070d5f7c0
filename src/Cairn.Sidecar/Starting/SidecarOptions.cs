namespace Cairn.Sidecar.Starting;

/// <summary>The words of the command, as they were given.</summary>
/// <param name="Terms">A list in place of the one in the bundle; null for that one.</param>
/// <param name="ReportEvery">Seconds.</param>
/// <param name="Report">Null when nobody is to hear of the counts: then they are kept nowhere.</param>
internal sealed record SidecarOptions(
    string Bundle, string Key, string? TermsKey, string? Terms, string Listen, bool OpenToNetwork, string State, string? Report, string? Token, int ReportEvery = 60);
