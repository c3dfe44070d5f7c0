using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Foundation.Web.Kit;
using Cairn.Say.Packs;

namespace Cairn.Say.Landing;

/// <summary>Makes a page of the pack ready to be drawn: resolves what it cites and where it leads, on this day and in this language.</summary>
internal sealed class LandingComposer(LandingPages pages)
{
    public LandingModel Compose(PackPage page, Frame frame) => new(
        frame,
        page.Id == "home" ? "" : "/" + page.Id,
        page.Audience,
        MotifOf(page),
        page.Language,
        page.Heading,
        page.Lead,
        [.. new[] { page.Action, page.SecondAction }.OfType<PageAction>().Select(a => Link(a.Label, a.To, frame)).OfType<LandingLink>()],
        Parts(page.Body, frame, page.Language));

    /// <summary>What an error page offers.</summary>
    public IReadOnlyList<LandingPart> WaysToHelp(Frame frame) => [DoorsIn(frame, frame.Language)];

    private IReadOnlyList<LandingPart> Parts(IReadOnlyList<Block> blocks, Frame frame, Language language)
    {
        var parts = new List<LandingPart>();
        foreach (var block in blocks)
        {
            if (Part(block, frame, language) is not { } part)
                continue;
            // Advice and its opposite are read together, whichever the editor wrote first.
            if (part is PanelPart { Kind: "say" or "dont" } second && parts.LastOrDefault() is PanelPart { Kind: "say" or "dont" } first && first.Kind != second.Kind)
                parts[^1] = new PairPart(first, second);
            else
                parts.Add(part);
        }

        return parts;
    }

    private LandingPart? Part(Block block, Frame frame, Language language) => block switch
    {
        Block.Prose prose => new ProsePart([.. prose.Pieces.Select(p => Run(p, frame)).OfType<ProseRun>()]),
        Block.Panel panel => new PanelPart(
            panel.Kind, panel.Title, panel.Kind == "story" ? frame.Words.Invented : null, Parts(panel.Inside, frame, language)),
        Block.Doors => DoorsIn(frame, language),
        Block.MessageCards cards => new MessagesPart([.. cards.MessageIds.Select(pages.Message).OfType<Message>().Select(m => Card(m, frame, language))]),
        _ => null,
    };

    private static ProseRun? Run(ProsePiece piece, Frame frame) => piece switch
    {
        ProsePiece.Html html => new ProseRun.Markup(html.Markup),
        _ => null,
    };

    /// <summary>The four audiences. The words of a door are on the page it opens.</summary>
    private DoorsPart DoorsIn(Frame frame, Language around) => new(
        frame.Words.WhoIsThisFor,
        [
            .. Audience.All
                .Select(a => (Audience: a, Page: pages.Page(a.Slug, frame.Language)))
                .Where(d => d.Page?.Door is not null)
                .Select(d => new Door(
                    d.Audience, d.Page!.Door!, d.Page.DoorAction, $"/{frame.Language}/{d.Page.Id}", Unless(d.Page.Language, around))),
        ]);

    private static MessageCard Card(Message message, Frame frame, Language around)
    {
        // A card is in one language: a translated heading over an untranslated body helps nobody.
        var whole = message.Heading.Has(frame.Language) && message.Body.Has(frame.Language);
        return new(
            message.Audience,
            whole ? message.Heading.In(frame.Language) : message.Heading.ToString(),
            whole ? message.Body.In(frame.Language) : message.Body.ToString(),
            Link(whole ? message.WayLabel.In(frame.Language) : message.WayLabel.ToString(), message.Way, frame),
            whole ? Unless(frame.Language, around) : null);
    }

    private static LandingLink? Link(string label, string to, Frame frame) => to switch
    {
        ['/', ..] => new(label, to == "/" ? $"/{frame.Language}" : $"/{frame.Language}{to}"),
        _ => null,
    };

    private static Language? Unless(Language language, Language around) => language == around ? null : language;

    private static Motif? MotifOf(PackPage page) => page.Audience switch
    {
        null => page.Id == "home" ? Motif.Click : null,
        var a when a == Audience.YoungPeople => Motif.Talk,
        var a when a == Audience.Parents => Motif.Beacon,
        var a when a == Audience.SomeoneElse => Motif.Beside,
        _ => Motif.Click,
    };
}
