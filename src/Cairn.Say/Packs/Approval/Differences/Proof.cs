using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Help.Directory;
using Cairn.Know.Register;
using Cairn.Say.Landing;
using Cairn.Say.Packs.Approval.Pages;
using Cairn.Say.Packs.Publishing;

namespace Cairn.Say.Packs.Approval.Differences;

/// <summary>Draws pages and messages of a revision as its visitors would see them, without putting it on the air: a printer's proof.</summary>
internal sealed class Proof
{
    private readonly Pack pack;
    private readonly LandingPages pages = new(new PageBodies());
    private readonly LandingComposer composer;
    private readonly Dictionary<Language, Frame> frames;

    /// <param name="services">The pack's services as they would be shown.</param>
    /// <param name="onAir">Whose tables the pack's computed figures come from.</param>
    public Proof(Edition edition, ServiceList services, FigureRegister onAir, Assets assets, TimeProvider time)
    {
        pack = edition.Pack;
        var languages = pack.Campaign.Languages.Select(l => l.Language).ToList();
        var directory = new ServiceDirectory();
        directory.Swap(services with { Demonstration = edition.Demonstration }, OnAir.Words(pack, languages, w => w.Directory));
        var figures = onAir.OverTheSameTables();
        figures.Swap(pack.Figures, OnAir.Words(pack, languages, w => w.Figures));
        pages.Swap(pack, reportOpen: false);
        composer = new LandingComposer(pages, directory, figures, time);
        frames = languages.ToDictionary(l => l, l => OnAir.FrameIn(l, edition, languages, assets));
    }

    /// <summary>What a changed file looks like: a page, or the messages that differ. Null when it is neither, or not there in this revision.</summary>
    public Drawn? Draw(FileDifference file)
    {
        if (!file.IsText || file.Path.Split('/') is not [var folder, var second, .. var rest] || !Language.TryParse(Path.GetFileNameWithoutExtension(second), null, out var language))
            return null;
        return (folder, rest) switch
        {
            ("pages", [var name]) => Page(Path.GetFileNameWithoutExtension(name), language) is { } page ? new(language, page, null) : null,
            ("messages", []) => Messages(file.Owners, language) is { } messages ? new(language, null, messages) : null,
            _ => null,
        };
    }

    /// <summary>The page, or null when this revision has none of that name in that language.</summary>
    private LandingModel? Page(string id, Language language) =>
        frames.TryGetValue(language, out var frame) && pages.Page(id, language) is { } page && page.Language == language ? composer.Compose(page, frame) : null;

    /// <summary>The messages of these ids that have words in that language, as cards.</summary>
    private MessagesPart? Messages(IReadOnlyList<string> ids, Language language)
    {
        var known = ids.Where(id => pages.Message(id) is { } m && m.Heading.Has(language) && m.Body.Has(language)).ToList();
        if (known.Count == 0 || !frames.TryGetValue(language, out var frame))
            return null;
        var page = pack.Pages[0] with { Language = language, Body = [new Block.MessageCards(known)] };
        return composer.Body(page, frame).OfType<MessagesPart>().FirstOrDefault();
    }
}
