using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Foundation.Web.Kit;
using Cairn.Help.Directory;
using Cairn.Know.Register;
using Cairn.Say.Packs;
using Cairn.Say.Toolkit;
using NodaTime;

namespace Cairn.Say.Landing;

/// <summary>Makes a page of the pack ready to be drawn: resolves what it cites and where it leads, on this day and in this language.</summary>
/// <param name="toolkit">Null where nobody can share the page: in a proof.</param>
internal sealed class LandingComposer(LandingPages pages, ServiceDirectory directory, FigureRegister figures, TimeProvider time, ToolkitShelf? toolkit = null)
{
    // As many as fit beside each other; the rest is a click away on find-help.
    private const int FirstDoors = 4;

    public LandingModel Compose(PackPage page, Frame frame)
    {
        var citations = Cite(frame);
        var links = new LandingLinks(frame, citations);
        return new(
            frame,
            page.Id == "home" ? "" : "/" + page.Id,
            page.Audience,
            MotifOf(page),
            page.Language,
            page.Heading,
            page.Lead,
            [.. new[] { page.Action, page.SecondAction }.OfType<PageAction>().Select(a => links.To(a.Label, a.To)).OfType<LandingLink>()],
            new LandingParts(pages, frame, page.Language, citations, links).Of(page.Body),
            SharedAs(page, frame));
    }

    /// <summary>A page's body alone, for a page that another feature draws.</summary>
    public IReadOnlyList<LandingPart> Body(PackPage page, Frame frame)
    {
        var citations = Cite(frame);
        return new LandingParts(pages, frame, frame.Language, citations, new LandingLinks(frame, citations)).Of(page.Body);
    }

    /// <summary>What an error page offers: a door for everyone, and who can be reached now.</summary>
    public IReadOnlyList<LandingPart> WaysToHelp(Frame frame)
    {
        var citations = Cite(frame);
        var doors = new LandingParts(pages, frame, frame.Language, citations, new LandingLinks(frame, citations)).Of([new Block.Doors()]);
        return citations.Cards(audience: null) is { Count: > 0 } cards && citations.WhoCanHelp is { } heading
            ? [.. doors, new HeadingPart(heading), new ServicesPart([.. cards.Take(FirstDoors)])]
            : doors;
    }

    private Citations Cite(Frame frame) => new(frame, pages.Nation, directory, figures, Instant.FromDateTimeOffset(time.GetUtcNow()));

    // A page for everyone is shared with a picture for everyone: what is said to one audience is not held up to another.
    private SharedPicture? SharedAs(PackPage page, Frame frame) =>
        toolkit?.Today?.FirstFor(page.Audience, frame.Language) is { Card: { } card } artwork
            ? new(frame.Address + ToolkitComposer.PictureOf(artwork, card), (int)card.Width, (int)card.Height, artwork.Alternative)
            : null;

    private static Motif? MotifOf(PackPage page) => page.Audience switch
    {
        null => page.Id == "home" ? Motif.Click : null,
        var a when a == Audience.YoungPeople => Motif.Talk,
        var a when a == Audience.Parents => Motif.Beacon,
        var a when a == Audience.SomeoneElse => Motif.Beside,
        _ => Motif.Click,
    };
}
