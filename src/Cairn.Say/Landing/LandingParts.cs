using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Say.Packs;

namespace Cairn.Say.Landing;

/// <summary>Makes the blocks of one page into the parts that are drawn.</summary>
internal sealed class LandingParts(LandingPages pages, Frame frame, Language around, Citations citations, LandingLinks links)
{
    private readonly HashSet<string> cards = new(StringComparer.Ordinal);

    /// <summary>The page's body. The sources of numbers that stand in its text and in its head come last.</summary>
    public IReadOnlyList<LandingPart> Of(IReadOnlyList<Block> blocks)
    {
        var parts = Join(blocks);
        if (citations.Sources(cards) is { Count: > 0 } sources)
            parts.Add(new SourcesPart(sources));
        return parts;
    }

    private List<LandingPart> Join(IReadOnlyList<Block> blocks)
    {
        var parts = new List<LandingPart>();
        foreach (var part in blocks.Select(Part).OfType<LandingPart>())
        {
            switch (part, parts.LastOrDefault())
            {
                // Advice and its opposite are read together, whichever the editor wrote first.
                case (PanelPart { Kind: "say" or "dont" } second, PanelPart { Kind: "say" or "dont" } first) when first.Kind != second.Kind:
                    parts[^1] = new PairPart(first, second);
                    break;
                case (ServicesPart second, ServicesPart first):
                    parts[^1] = new ServicesPart([.. first.Cards, .. second.Cards]);
                    break;
                case (MessagesPart second, MessagesPart first):
                    parts[^1] = new MessagesPart([.. first.Messages, .. second.Messages]);
                    break;
                default:
                    parts.Add(part);
                    break;
            }
        }

        return parts;
    }

    private LandingPart? Part(Block block) => block switch
    {
        Block.Prose prose => new ProsePart([.. prose.Pieces.Select(Run).OfType<ProseRun>()]),
        Block.Panel panel => new PanelPart(panel.Kind, panel.Title, panel.Kind == "story" ? frame.Words.Invented : null, Join(panel.Inside)),
        Block.TellHere tell => pages.Tell(tell.Audience, frame.Language),
        Block.Doors => Doors(),
        Block.FigureCard figure => citations.Figure(figure.FigureId) is { } card ? new FigurePart(card) : null,
        Block.ServiceCard service => citations.Card(service.ServiceId) is { } card ? Cards([card]) : null,
        Block.ServiceCards services => Cards(citations.Cards(services.Audience)),
        Block.MessageCards messages => new MessagesPart([.. messages.MessageIds.Select(pages.Message).OfType<Message>().Select(Card)]),
        _ => null,
    };

    private ServicesPart? Cards(IReadOnlyList<Help.Directory.ServiceCardModel> shown)
    {
        foreach (var card in shown)
            cards.Add(card.Id);
        return shown.Count == 0 ? null : new(shown);
    }

    private ProseRun? Run(ProsePiece piece) => piece switch
    {
        ProsePiece.Html html => new ProseRun.Markup(html.Markup),
        ProsePiece.Figure cited => citations.Figure(cited.FigureId) is { } figure
            ? new ProseRun.Link(figure.Value, figure.Href, null)
            : new ProseRun.Link(citations.InPlaceOf(cited.FigureId) ?? "", null, null),
        ProsePiece.Service cited => citations.Mention(cited.ServiceId) is { } service
            ? new ProseRun.Link(service.Name, service.Phone?.Href ?? service.Ways.FirstOrDefault()?.Href, service.Phone?.Text)
            : null,
        _ => null,
    };

    /// <summary>The four audiences. The words of a door are on the page it opens.</summary>
    private DoorsPart Doors() => new(
        frame.Words.WhoIsThisFor,
        [
            .. Audience.All
                .Select(a => (Audience: a, Page: pages.Page(a.Slug, frame.Language)))
                .Where(d => d.Page?.Door is not null)
                .Select(d => new Door(d.Audience, d.Page!.Door!, d.Page.DoorAction, $"/{frame.Language}/{d.Page.Id}", Unless(d.Page.Language))),
        ]);

    private MessageCard Card(Message message)
    {
        // A card is in one language: a translated heading over an untranslated body helps nobody.
        var whole = message.Heading.Has(frame.Language) && message.Body.Has(frame.Language);
        string In(LocalText text) => whole ? text.In(frame.Language) : text.ToString();
        return new(
            message.Audience, In(message.Heading), In(message.Body), message.Figure is { } figure ? citations.Figure(figure, whole ? frame.Language : pages.Reference)?.InWords : null, links.To(In(message.WayLabel), message.Way), whole ? Unless(frame.Language) : Unless(pages.Reference));
    }

    private Language? Unless(Language language) => language == around ? null : language;
}
