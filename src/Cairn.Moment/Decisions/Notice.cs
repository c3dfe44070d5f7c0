using Cairn.Moment.Bundles;

namespace Cairn.Moment.Decisions;

/// <summary>A message as its own page shows it, with the words and ways of an answer.</summary>
/// <param name="Token">Names only what the campaign has.</param>
internal sealed record Notice(NoticeToken Token, MomentMessage Message, IReadOnlyList<MomentWay> Ways)
{
    /// <summary>Null when the token names what the campaign does not have, or a message about the law for young people.</summary>
    public static Notice? For(BundleContent content, NoticeToken token, string language, DateTimeOffset now)
    {
        if (token.Look < 1 || token.Look > content.Looks || content.Messages.FirstOrDefault(m => m.Id == token.Message) is not { } message)
            return null;
        if (message.Law && token.Audience == MomentAudience.Young)
            return null;

        // Any nation that nobody serves is the same to us, whatever an address says.
        var known = token.Nation is null || content.Ways.Any(w => w.Nations.Contains(token.Nation));
        var doors = new Doors(content, known ? token.Nation : null, elsewhere: !known, now.ToUnixTimeSeconds());
        var (shown, ways) = MenuComposer.Shown(content, message.Id, message, doors, token.Audience, language);
        return new(known ? token : token with { Nation = NoticeToken.Elsewhere }, shown, ways);
    }
}
