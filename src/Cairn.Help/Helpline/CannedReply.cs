namespace Cairn.Help.Helpline;

/// <summary>A reply an adviser can begin from; an entry of a pack's <c>replies/{l}.yaml</c>.</summary>
/// <param name="Name">What advisers choose it by; seekers never see it.</param>
/// <param name="Body">Paragraphs are parted by an empty line.</param>
public sealed record CannedReply(string Id, string Name, string Body);
