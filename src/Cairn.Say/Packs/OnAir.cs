using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Help.Directory;
using Cairn.Help.Helpline;
using Cairn.Know.Register;
using Cairn.Know.Register.Snapshots;
using Cairn.Know.Tallies;
using Cairn.Say.Landing;
using Cairn.Say.Moments.Notices;
using Cairn.Say.Packs.Publishing;
using Cairn.Say.Toolkit;

namespace Cairn.Say.Packs;

/// <summary>Puts an edition on the air: gives each module what it shows, in its own types, and forgets the pages drawn before.</summary>
internal sealed class OnAir(
    Frames frames, Assets assets, ServiceDirectory directory, FigureRegister figures, TableRegister tables, Tally tally, LandingPages landing, NoticePages notices, ToolkitShelf toolkit,
    Lines lines, DrawnPages pages)
{
    /// <summary>Stands for <c>CAIRN_ADDRESS</c> on anything a demonstration prints.</summary>
    internal const string DemonstrationAddress = "https://demonstration.invalid";

    // Every name a view can be counted under; pages of the pack are added to them.
    private static readonly string[] PagesOfTheProgram = ["figure", "not-found", NoticeRoutes.Page, ToolkitRoutes.Page, "talk", "report"];

    private (bool Talk, bool Report) shownOpen;

    /// <summary>Held while an edition is put on the air: whoever reads several modules meanwhile sees one edition, not two halves.</summary>
    public Lock Turn { get; } = new();

    /// <summary>Null before the first.</summary>
    public Edition? Shown { get; private set; }

    /// <summary>The campaign's own address, without a slash at the end.</summary>
    internal static string Address => Environment.GetEnvironmentVariable("CAIRN_ADDRESS")?.TrimEnd('/') ?? DemonstrationAddress;

    public void Put(Edition edition)
    {
        lock (Turn)
        {
            Give(edition);
            Shown = edition;
        }
    }

    /// <summary>Draws every page anew when the helpline has opened or closed since.</summary>
    public void PutAgainIfLineChanged()
    {
        if (Shown is null || shownOpen == Open)
            return;
        lock (Turn)
            Give(Shown);
    }

    private (bool Talk, bool Report) Open => (lines.Talk.IsOpen, lines.Report.IsOpen);

    private void Give(Edition edition)
    {
        var pack = edition.Pack;
        var offered = pack.Campaign.Languages
            .Where(l => l.State == ReviewState.Reviewed || (edition.Drafts && edition.Demonstration))
            .Select(l => l.Language)
            .ToList();

        directory.Swap(pack.Services with { Demonstration = edition.Demonstration }, Words(pack, offered, w => w.Directory));
        lines.Swap(Words(pack, offered, w => w.Helpline), Words(pack, offered, w => w.Report), pack.Replies.Where(r => offered.Contains(r.Key)).ToDictionary(), pack.Campaign.Helpline, edition.Demonstration);
        shownOpen = Open;
        figures.Swap(pack.Figures, Words(pack, offered, w => w.Figures));
        tables.Swap(Words(pack, offered, w => w.Tables));
        tally.Open(new Countable(
            edition.Revision,
            pack.Pages.Select(p => p.Id).Concat(PagesOfTheProgram).Distinct(),
            offered,
            pack.Placements.Select(p => p.Code)));
        landing.Swap(pack, shownOpen.Report);
        notices.Swap(edition);
        toolkit.Swap(edition);
        frames.Swap([.. offered.Select(l => FrameIn(l, edition, offered, assets, shownOpen.Talk))]);
        pages.Clear();
    }

    internal static Frame FrameIn(Language language, Edition edition, IReadOnlyList<Language> offered, Assets assets, bool talk = false)
    {
        var campaign = edition.Pack.Campaign;
        return new(
            Revision: edition.Revision,
            CampaignName: campaign.Name,
            Mark: campaign.Mark,
            Language: language,
            Languages: offered,
            Words: edition.Pack.WordsIn(language).Frame,
            FooterLinks: FooterLinks(edition.Pack, language, talk),
            Demonstration: edition.Demonstration,
            DraftLanguage: campaign.Languages.Any(l => l.Language == language && l.State == ReviewState.Draft),
            ExitAddress: campaign.ExitAddress.AbsoluteUri,
            StylesheetPath: assets.Stylesheet(language.RightToLeft, campaign.Colours.ByName),
            IconPath: assets.PathOf("icon.svg"),
            Address: Address);
    }

    /// <summary>A page with a <c>footer</c> label is linked from every page's foot, in the order the pages are read; the helpline comes first while it is open, then the report page, which leads on when its line is closed; the toolkit last, where there is artwork.</summary>
    private static IReadOnlyList<FrameLink> FooterLinks(Pack pack, Language language, bool talk) =>
    [
        .. talk ? [new FrameLink("/talk", pack.WordsIn(language).Helpline.Heading)] : Array.Empty<FrameLink>(),
        new FrameLink("/report", pack.WordsIn(language).Report.Heading),
        .. pack.Pages
            .Where(p => p.Language == pack.Campaign.Reference && p.Footer is not null)
            .Select(p => pack.Pages.FirstOrDefault(q => q.Id == p.Id && q.Language == language && q.Footer is not null) ?? p)
            .Select(p => new FrameLink("/" + p.Id, p.Footer!)),
        .. pack.Artworks.Count > 0 ? [new FrameLink("/" + ToolkitRoutes.Page, pack.WordsIn(language).Toolkit.Heading)] : Array.Empty<FrameLink>(),
    ];

    internal static Dictionary<Language, TWords> Words<TWords>(Pack pack, IEnumerable<Language> offered, Func<PackWords, TWords> part) =>
        offered.ToDictionary(l => l, l => part(pack.WordsIn(l)));
}
