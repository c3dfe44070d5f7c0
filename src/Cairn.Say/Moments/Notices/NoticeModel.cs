using System.Text.RegularExpressions;
using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Moment.Decisions;

namespace Cairn.Say.Moments.Notices;

/// <summary>The page of one notice, ready to be drawn.</summary>
/// <param name="Wears">Slug of the audience whose colour a look may use.</param>
/// <param name="Look">From 1 to <see cref="Looks"/>.</param>
/// <param name="Other">The language of the message and of all around it, when it is not the frame's.</param>
/// <param name="UnderEighteen">Said beside <paramref name="Young"/>; null when it is in the body.</param>
/// <param name="First">The one action; null when nobody can be reached by any way.</param>
/// <param name="Rest">In the order of the answer.</param>
/// <param name="Urgent">The crisis line and the emergency number.</param>
public sealed record NoticeModel(
    Frame Frame,
    string Path,
    Audience? Audience,
    string Wears,
    int Look,
    Language? Other,
    string Heading,
    IReadOnlyList<string> Body,
    string? UnderEighteen,
    MomentWay? First,
    IReadOnlyList<MomentWay> Rest,
    MomentWay? Young,
    IReadOnlyList<MomentWay> Urgent,
    NoticeWords Words)
{
    /// <summary>In how many appearances a notice is drawn; <c>notice.js</c> has the same.</summary>
    public const int Looks = 4;
}

/// <summary>A label as it is drawn: a number in it reads from left to right in every script, and stays on one line.</summary>
internal static partial class LabelParts
{
    public static IEnumerable<(string Text, bool Number)> Of(string label) => Numbers().Split(label).Select((text, at) => (text, at % 2 == 1)).Where(p => p.text.Length > 0);

    [GeneratedRegex(@"(\+?[0-9][0-9 ]*[0-9])")]
    private static partial Regex Numbers();
}

/// <summary>What the page says around the message.</summary>
public sealed record NoticeWords(string NoName, string OtherWays, string Urgent, string Leaving, string OpenNow);
