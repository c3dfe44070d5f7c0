using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Help.Directory;
using Cairn.Know.Register;
using NodaTime;

namespace Cairn.Say.Landing;

/// <summary>What a page may say, on this day and in this language, of the services and figures it cites.</summary>
/// <param name="nation">The campaign's own: a page shows who helps there, and find-help asks for the others.</param>
internal sealed class Citations(Frame frame, Nation? nation, ServiceDirectory directory, FigureRegister figures, Instant now)
{
    // Where a day ends: the campaigns are British.
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    private readonly Dictionary<string, ServiceCardModel> spokenOf = new(StringComparer.Ordinal);

    public string? WhoCanHelp => directory.WordsIn(frame.Language)?.Results;

    /// <summary>The service's card, or null when nothing of it may be shown.</summary>
    public ServiceCardModel? Card(string id) => directory.Find(id, now) is { } listed ? Card(listed) : null;

    /// <summary>Everyone who helps an audience, best door first; 999 and 101 stand on top of every page already.</summary>
    public IReadOnlyList<ServiceCardModel> Cards(Audience? audience) =>
        [.. directory.For(audience, nation, now).Doors.Select(Card).OfType<ServiceCardModel>()];

    public FigureCardModel? Figure(string id) => Figure(id, frame.Language);

    public FigureCardModel? Figure(string id, Language language) =>
        figures.Find(id, now.InZone(Zone).Date) is FoundFigure.Shown { Figure: var shown } && figures.WordsIn(language) is { } words ? FigureCardModel.Of(shown, words, language) : null;

    /// <summary>What stands in the place of a figure that may not be shown.</summary>
    public string? InPlaceOf(string figure) =>
        figures.Find(figure, now.InZone(Zone).Date) is FoundFigure.Withheld { Why: var why } && figures.WordsIn(frame.Language) is { } words ? words.WithheldBecause(why) : null;

    /// <summary>A service in running text or behind a button: its number, or else its page. Where it was read is said at the end of the page.</summary>
    public ServiceCardModel? Mention(string id)
    {
        if (Card(id) is not { } card)
            return null;
        if (card.Phone is not null)
            spokenOf[id] = card;
        return card;
    }

    /// <summary>Where the numbers were read that stand on the page outside a card.</summary>
    /// <param name="onCards">Services whose card, with its own source, is on the page.</param>
    public IReadOnlyList<NumberSource> Sources(IReadOnlySet<string> onCards) =>
    [
        .. spokenOf.Values
            .Where(c => !onCards.Contains(c.Id) && c.Provenance.Count > 0)
            .Select(c => new NumberSource(c.Name, c.Phone!.Text, c.Provenance[0])),
    ];

    private ServiceCardModel? Card(ListedService listed) =>
        directory.WordsIn(frame.Language) is { } words ? ServiceCardModel.Of(listed, words, frame.Language, frame.Words.Clock, now) : null;
}
