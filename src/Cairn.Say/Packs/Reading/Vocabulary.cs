using System.Collections.Frozen;
using Cairn.Foundation.Text;
using Cairn.Help.Directory;

namespace Cairn.Say.Packs.Reading;

/// <summary>The closed lists of words a pack is written with.</summary>
internal static class Vocabulary
{
    internal static readonly FrozenDictionary<string, Audience> Audiences = Audience.All.ToFrozenDictionary(a => a.Slug);

    internal static readonly FrozenDictionary<string, Nation> Nations = Nation.All.ToFrozenDictionary(n => n.Code);

    internal static readonly FrozenDictionary<string, ReviewState> ReviewStates = new Dictionary<string, ReviewState>
    {
        ["draft"] = ReviewState.Draft,
        ["reviewed"] = ReviewState.Reviewed,
    }.ToFrozenDictionary();

    internal static readonly FrozenDictionary<string, MessageAim> Aims = new Dictionary<string, MessageAim>
    {
        ["stop"] = MessageAim.Stop,
        ["seek-help"] = MessageAim.SeekHelp,
        ["report"] = MessageAim.Report,
        ["learn"] = MessageAim.Learn,
    }.ToFrozenDictionary();

    internal static readonly FrozenDictionary<string, MessageAppeal> Appeals = new Dictionary<string, MessageAppeal>
    {
        ["law"] = MessageAppeal.Law,
        ["harm"] = MessageAppeal.Harm,
        ["help"] = MessageAppeal.Help,
        ["hope"] = MessageAppeal.Hope,
    }.ToFrozenDictionary();

    internal static readonly FrozenDictionary<string, ServiceKind> Kinds = new Dictionary<string, ServiceKind>
    {
        ["emergency"] = ServiceKind.Emergency,
        ["police"] = ServiceKind.Police,
        ["helpline"] = ServiceKind.Helpline,
        ["crisis"] = ServiceKind.Crisis,
        ["report"] = ServiceKind.Report,
        ["self-help"] = ServiceKind.SelfHelp,
        ["information"] = ServiceKind.Information,
    }.ToFrozenDictionary();

    internal static readonly FrozenDictionary<string, FieldState> States = new Dictionary<string, FieldState>
    {
        ["verified"] = FieldState.Verified,
        ["seen"] = FieldState.Seen,
        ["unverified"] = FieldState.Unverified,
        ["historical"] = FieldState.Historical,
    }.ToFrozenDictionary();

    internal static readonly FrozenDictionary<string, HolidayRule> HolidayRules = new Dictionary<string, HolidayRule>
    {
        ["same"] = HolidayRule.Same,
        ["closed"] = HolidayRule.Closed,
        ["unknown"] = HolidayRule.Unknown,
    }.ToFrozenDictionary();

    internal static readonly IReadOnlyList<(string Group, IReadOnlyList<string> Topics)> TopicGroups =
    [
        ("harms", ["grooming", "sexual-extortion", "live-streaming", "indecent-images"]),
        ("consequences", ["for-victims", "for-family", "for-self"]),
        ("young people", ["is-this-a-friend", "someone-has-my-picture", "threats", "am-i-in-trouble", "what-happens-when-i-tell", "something-i-did"]),
        ("parents", ["signs", "what-to-say", "what-not-to-say", "whom-to-call"]),
    ];

    internal static readonly FrozenDictionary<string, string> Topics = TopicGroups.SelectMany(g => g.Topics).ToFrozenDictionary(t => t);

    internal static readonly IReadOnlyList<string> Colours =
        ["ink", "paper", "stone", "slate", "beacon", "yourself", "young-people", "parents", "someone-else", "danger"];

    internal static readonly IReadOnlyList<string> PageIds =
        ["home", "yourself", "young-people", "parents", "someone-else", "find-help", "figures", "about", "privacy", "accessibility"];

    internal static readonly FrozenSet<string> FooterPages = ["about", "privacy", "accessibility"];

    /// <summary>The word a value is written with.</summary>
    internal static string Word<T>(this FrozenDictionary<string, T> words, T value) => words.First(w => EqualityComparer<T>.Default.Equals(w.Value, value)).Key;
}
