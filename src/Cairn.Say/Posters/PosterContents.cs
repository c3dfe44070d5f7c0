using System.Globalization;
using Cairn.Foundation.Text;
using Cairn.Help.Directory;
using Cairn.Know.Register;
using Cairn.Say.Packs;
using Cairn.Say.Posters.Formats;
using Cairn.Say.Posters.Partners;
using NodaTime;

namespace Cairn.Say.Posters;

/// <summary>Why an artwork cannot be drawn in a language on a day.</summary>
internal enum Withheld { NotInLanguage, FigureWithheld, ServiceWithheld }

/// <summary>What stands on the artworks of a pack on a day: only figures and numbers that may be shown.</summary>
/// <param name="address">The campaign's public address, without a slash at the end.</param>
internal sealed class PosterContents(Pack pack, bool demonstration, ServiceDirectory directory, FigureRegister figures, string address, Instant now)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    public Pack Pack => pack;

    public bool Demonstration => demonstration;

    /// <summary>What an artwork's code leads to.</summary>
    public string AddressOf(Artwork artwork, PosterFormat format) => $"{address}/a/{artwork.CodeOn(format)}";

    /// <summary>What it leads to wherever no format has a code of its own.</summary>
    public string AddressOf(Artwork artwork) => $"{address}/a/{artwork.Code}";

    public PosterContent? Of(Artwork artwork, Language language, PosterPartner? partner, out Withheld? why)
    {
        why = null;
        // A picture is in one language: a translated sentence over an untranslated number helps nobody.
        var needed = new[] { artwork.Headline, artwork.Short, artwork.Answer, artwork.Label };
        if (needed.Any(t => t is not null && !t.Has(language)))
            why = Withheld.NotInLanguage;
        var (figure, figureHeld) = Figure(artwork, language);
        var service = artwork.Service is { } id ? directory.Find(id, now)?.Service : null;
        if (figureHeld)
            why = Withheld.FigureWithheld;
        else if (artwork.Service is not null && service is null)
            why = Withheld.ServiceWithheld;
        if (why is not null)
            return null;

        var words = pack.WordsIn(language);
        var draft = pack.Campaign.Languages.Any(l => l.Language == language && l.State == ReviewState.Draft);
        return new(
            artwork, language, PosterColours.Of(artwork, pack.Campaign.Colours),
            artwork.Headline.In(language), artwork.Short?.In(language), artwork.Answer?.In(language), figure, artwork.Label.In(language),
            service?.Name.Value, service?.Phone?.Value,
            new(demonstration ? words.Frame.Demonstration : null, draft ? words.Toolkit.Draft : null, SeenLine(service, language)),
            pack.Campaign.Name, pack.Campaign.Mark, partner);
    }

    /// <summary>A partner as it stands on a picture in a language.</summary>
    public PosterPartner Partner(string name, PartnerMark? mark, string? markHash, Language language) =>
        new(name, pack.WordsIn(language).Toolkit.WithPartner.Replace("{partner}", $"\u2068{name}\u2069", StringComparison.Ordinal), mark, markHash);

    private string? SeenLine(Service? service, Language language) =>
        service?.Phone is { } phone && directory.WordsIn(language) is { } words && Seen.Note(phone, words, language) is { } note
            ? string.Create(CultureInfo.InvariantCulture, $"\u2068{service.Name.Value}\u2069: {note}")
            : null;

    private (PosterFigure? Figure, bool Held) Figure(Artwork artwork, Language language)
    {
        if (artwork.Figure is not { } id)
            return (null, false);
        if (figures.Find(id, now.InZone(Zone).Date) is not FoundFigure.Shown { Figure: var shown } || figures.WordsIn(language) is not { } words)
            return (null, true);
        var card = FigureCardModel.Of(shown, words, language);
        return (new(card.Value, card.Sentence, card.SourceWithMonth, card.Cells), false);
    }
}
