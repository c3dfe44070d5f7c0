namespace Cairn.Moment.Bundles;

/// <summary>Everything a decision needs of a campaign, as it travels. Texts are keyed by language code; every text exists in the first language.</summary>
/// <param name="Revision">SHA-256 of the campaign's revision, 64 hexadecimal digits.</param>
/// <param name="Issued">Unix milliseconds. A bundle issued before the one in force never replaces it.</param>
/// <param name="Expires">Unix milliseconds. From then on it is not loaded any more, and what is known of opening hours is void.</param>
/// <param name="Address">The campaign's absolute https address, without a slash at the end.</param>
/// <param name="Demonstration">What every message of a demonstration says; null when it is none.</param>
/// <param name="Languages">Codes; the first is the reference language.</param>
/// <param name="UnderEighteen">The paragraph that messages for young and unknown people also carry.</param>
/// <param name="Looks">4 or more: attention falls at the second sight of the same thing.</param>
/// <param name="Arms">In the order in which they are drawn.</param>
/// <param name="Ways">In the order in which they are offered, other things being equal.</param>
internal sealed record BundleContent(
    string Campaign,
    string Name,
    string Revision,
    long Issued,
    long Expires,
    string Address,
    IReadOnlyDictionary<string, string>? Demonstration,
    IReadOnlyList<string> Languages,
    IReadOnlyDictionary<string, string> UnderEighteen,
    int Looks,
    IReadOnlyList<BundleMessage> Messages,
    IReadOnlyList<BundleArm> Arms,
    IReadOnlyList<BundleWay> Ways);

/// <param name="Law">The message speaks of legal consequences: never shown to young people.</param>
/// <param name="Ways">Ids of the ways that this message leads to first, best first.</param>
/// <param name="Texts">A language is there only when the whole text is.</param>
internal sealed record BundleMessage(string Id, bool Law, IReadOnlyList<string> Ways, IReadOnlyDictionary<string, BundleText> Texts);

internal sealed record BundleText(string Heading, IReadOnlyList<string> Body);

/// <summary>A message that may be drawn.</summary>
/// <param name="Young">Drawn for young people; otherwise for adults and for people of whom nothing is known.</param>
/// <param name="Aim"><c>stop</c> or <c>seek-help</c>; null for both.</param>
/// <param name="Weight">1 or more, relative to the other arms of the same audience and aim.</param>
internal sealed record BundleArm(string Id, string Message, bool Young, string? Aim, int Weight);

/// <summary>One way to help.</summary>
/// <param name="Kind"><c>talk</c>, <c>call</c>, <c>chat</c>, <c>report</c> or <c>guide</c>.</param>
/// <param name="Role"><c>help</c>: offered to adults; <c>young</c>: to young people; <c>report</c>: second, to everyone; <c>crisis</c> and <c>emergency</c>: beside every
/// message to an adult; <c>page</c>: where no service can be shown.</param>
/// <param name="Nations">ISO 3166-2 codes it serves; empty for everywhere.</param>
/// <param name="Hours"><c>always</c>, <c>known</c> or <c>unknown</c>.</param>
/// <param name="Open">Stretches in which it is certainly open, as pairs of Unix seconds, in order; only with hours that are known.</param>
/// <param name="Doubt">Stretches in which it may be open or closed, such as a public holiday; in the same form.</param>
/// <param name="HoursUntil">Unix seconds from which the hours are not known any more; null for as long as the bundle holds.</param>
/// <param name="Until">Unix seconds from which it is not offered any more because nobody has confirmed it since; null for as long as the bundle holds.</param>
/// <param name="Note">A sentence that must stand beside it, such as where a number was seen; null for none.</param>
internal sealed record BundleWay(
    string Id,
    string Kind,
    string Role,
    IReadOnlyDictionary<string, string> Label,
    IReadOnlyDictionary<string, string> Href,
    IReadOnlyList<string> Nations,
    string Hours,
    IReadOnlyList<IReadOnlyList<long>> Open,
    IReadOnlyDictionary<string, string>? Note,
    IReadOnlyList<IReadOnlyList<long>>? Doubt = null,
    long? HoursUntil = null,
    long? Until = null);
