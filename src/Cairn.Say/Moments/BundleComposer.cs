using Cairn.Foundation.Text;
using Cairn.Help.Directory;
using Cairn.Know.Register;
using Cairn.Moment.Bundles;
using Cairn.Say.Packs;
using Cairn.Say.Packs.Publishing;
using NodaTime;
using NodaTime.Extensions;

namespace Cairn.Say.Moments;

/// <summary>Makes what sidecars and platforms load of the edition on the air and the directory as it stands. The same edition, notes and period give the same content on every
/// node.</summary>
internal static class BundleComposer
{
    /// <summary>How long what it knows of opening hours reaches, and how long it may be used.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(14);

    /// <summary>A new one is due so often, even when nothing changed.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromHours(6);

    // Where a day ends, for "older than": the figures are British.
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <summary>The start of the period an instant lies in: the same on every node.</summary>
    public static DateTimeOffset StartOf(DateTimeOffset now) => new(now.UtcTicks - (now.UtcTicks % Period.Ticks), TimeSpan.Zero);

    /// <param name="directory">Shows this edition's services, with what the desk has said.</param>
    /// <param name="figures">This edition's. A message goes with the figure it cites only where that may be shown for as long as the bundle may be used.</param>
    /// <param name="address">The campaign's public https address.</param>
    public static BundleContent Compose(Edition edition, ServiceDirectory directory, FigureRegister figures, string address, DateTimeOffset now)
    {
        var pack = edition.Pack;
        var from = StartOf(now);
        var languages = Languages(edition);
        var arms = MomentArms.Of(pack);
        var shown = arms.Select(a => a.Message).ToHashSet();
        var ways = new BundleWays(edition, directory, languages, address.TrimEnd('/'), from, from + Life);
        var messages = pack.Messages.Where(m => shown.Contains(m.Id)).ToList();
        return new(
            pack.Campaign.Id,
            pack.Campaign.Name,
            edition.Revision,
            Latest(from, edition.Since, directory.LastNoted).ToUnixTimeMilliseconds(),
            (from + Life).ToUnixTimeMilliseconds(),
            address.TrimEnd('/'),
            edition.Demonstration ? In(languages, l => Demonstration(pack, l)) : null,
            [.. languages.Select(l => l.Code)],
            In(languages, l => pack.WordsIn(l).Moments.UnderEighteen),
            pack.Moments.Looks,
            [.. messages.Select(m => new BundleMessage(m.Id, m.Appeal == MessageAppeal.Law, ways.IdsOf(m), Texts(m, languages, figures, (from + Life).ToInstant().InZone(Zone).Date)))],
            arms,
            ways.All(messages));
    }

    /// <summary>The languages the edition offers, the reference language first.</summary>
    private static List<Language> Languages(Edition edition) =>
        [.. edition.Pack.Campaign.Languages.Where(l => l.State == ReviewState.Reviewed || (edition.Drafts && edition.Demonstration)).Select(l => l.Language)];

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other, DateTimeOffset? third) =>
        new[] { one, other, third ?? one }.Max();

    // A draft is only ever shown by a demonstration, and says both.
    private static string Demonstration(Pack pack, Language language)
    {
        var words = pack.WordsIn(language).Frame;
        var draft = pack.Campaign.Languages.Any(l => l.Language == language && l.State == ReviewState.Draft);
        return draft ? $"{words.Demonstration} {words.Draft}" : words.Demonstration;
    }

    // A message is in one language: a translated heading over an untranslated body helps nobody.
    private static Dictionary<string, BundleText> Texts(Message message, IEnumerable<Language> languages, FigureRegister figures, LocalDate until) =>
        languages.Where(l => message.Heading.Has(l) && message.Body.Has(l))
            .ToDictionary(l => l.Code, l => new BundleText(message.Heading.In(l), [message.Body.In(l), .. FigureOf(message, l, figures, until)]));

    private static IEnumerable<string> FigureOf(Message message, Language language, FigureRegister figures, LocalDate until) =>
        message.Figure is { } id && figures.Find(id, until) is FoundFigure.Shown { Figure: var shown } && figures.WordsIn(language) is { } words
            ? [FigureCardModel.Of(shown, words, language).InWords]
            : [];

    internal static SortedDictionary<string, string> In(IEnumerable<Language> languages, Func<Language, string> text) =>
        new(languages.ToDictionary(l => l.Code, text), StringComparer.Ordinal);
}
