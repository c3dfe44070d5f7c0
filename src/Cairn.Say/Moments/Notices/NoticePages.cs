using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Help.Directory;
using Cairn.Know.Register;
using Cairn.Moment.Bundles;
using Cairn.Moment.Decisions;
using Cairn.Say.Packs;
using Cairn.Say.Packs.Publishing;

namespace Cairn.Say.Moments.Notices;

/// <summary>Every notice of the edition on the air, as its page shows it: made from the same content as a bundle, so that a page and an answer say the same.</summary>
internal sealed class NoticePages(ServiceDirectory directory, FigureRegister figures, Assets assets, TimeProvider time)
{
    // Links to our own pages stay on this site, whatever its public address is.
    private const string Here = "";

    private volatile Made? made;
    private volatile Edition? edition;

    public void Swap(Edition fresh) => (edition, made) = (fresh, null);

    /// <summary>Null when the token names nothing that may be shown.</summary>
    public Notice? Find(NoticeToken token, Language language) => Content() is { } content ? Notice.For(content, token, language.Code, time.GetUtcNow()) : null;

    /// <param name="path">After the language, such as <c>/notice/…</c>.</param>
    public NoticeModel Model(Notice notice, Frame frame, string path)
    {
        var pack = edition!.Pack;
        // A message is in one language, and so is everything around it.
        var language = Language.Parse(notice.Message.Language, null);
        var young = notice.Token.Audience == MomentAudience.Young;
        var first = notice.Ways.Count > 0 ? notice.Ways[0] : null;
        var rest = notice.Ways.Skip(1).ToList();
        var forYoung = young ? null : rest.Find(w => w.For == "young");
        // What a reader who may be under 18 is told stands with the door that is for them: it is always the last paragraph.
        var apart = forYoung is not null && notice.Message.Body.Count > 1;
        return new(
            frame with { StylesheetPath = assets.Stylesheet(frame.Language.RightToLeft, pack.Campaign.Colours.ByName, Assets.NoticeSheet) },
            path,
            notice.Token.Audience switch { MomentAudience.Adult => Audience.Yourself, MomentAudience.Young => Audience.YoungPeople, _ => null },
            (young ? Audience.YoungPeople : Audience.Yourself).Slug,
            (notice.Token.Look - 1) % NoticeModel.Looks + 1,
            language == frame.Language ? null : language,
            notice.Message.Heading,
            apart ? [.. notice.Message.Body.SkipLast(1)] : notice.Message.Body,
            apart ? notice.Message.Body[^1] : null,
            first,
            [.. rest.Where(w => w.For is null || (young && w.For == "young"))],
            forYoung,
            [.. rest.Where(w => w.For is "crisis" or "emergency")],
            WordsIn(pack.WordsIn(language)));
    }

    private static NoticeWords WordsIn(PackWords words) =>
        new(words.Moments.NoName, words.Moments.OtherWays, words.Moments.Urgent, words.Moments.Leaving, words.Directory.OpenNow);

    private BundleContent? Content()
    {
        if (edition is not { } shown)
            return null;
        var (noted, cited, from) = (directory.LastNoted, figures.Version, BundleComposer.StartOf(time.GetUtcNow()));
        if (made is { } kept && ReferenceEquals(kept.Edition, shown) && kept.Noted == noted && ReferenceEquals(kept.Figures, cited) && kept.From == from)
            return kept.Content;
        var content = BundleComposer.Compose(shown, directory, figures, Here, from);
        made = new(shown, noted, cited, from, content);
        return content;
    }

    private sealed record Made(Edition Edition, DateTimeOffset? Noted, object Figures, DateTimeOffset From, BundleContent Content);
}
