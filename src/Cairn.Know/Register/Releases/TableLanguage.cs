using System.Globalization;
using Cairn.Foundation.Text;
using NodaTime;

namespace Cairn.Know.Register.Releases;

/// <summary>The words around released tables with the language they are in, and how a table's own text stands among them.</summary>
public sealed record TableLanguage(TableWords Words, Language Language)
{
    private const char OwnBegins = '\u2066';
    private const char OwnEnds = '\u2069';

    /// <summary>The console's and the command line's.</summary>
    internal static TableLanguage English { get; } = new(new(), Language.English);

    /// <summary>The language tables are read in: titles, labels and notes are published in it and not translated.</summary>
    internal static Language OfTables => Language.English;

    internal CultureInfo Culture => Language.Culture;

    /// <summary>Text of the table itself; where the words around it are in another language it is isolated, so that its letters keep their order and a page can mark it.</summary>
    internal string Own(string text) => Language == OfTables ? text : $"{OwnBegins}{text}{OwnEnds}";

    /// <summary>Text of a series, which may be in the language of the words around it.</summary>
    internal string Of(PublishedSeries series, string text) => series.Translated ? text : Own(text);

    /// <summary>A name or number that must not take the words beside it along.</summary>
    internal string Name(string text) => Language.RightToLeft ? $"\u2068{text}\u2069" : text;

    internal static bool IsOwn(string text) => text.Length > 1 && text.LastIndexOf(OwnBegins) == 0 && text[^1] == OwnEnds;

    /// <summary>A text in pieces, each the table's own or not.</summary>
    internal static IEnumerable<(string Text, bool Own)> Pieces(string text)
    {
        while (text.IndexOf(OwnBegins, StringComparison.Ordinal) is var begins and >= 0 && text.IndexOf(OwnEnds, begins) is var ends and >= 0)
        {
            if (begins > 0)
                yield return (text[..begins], false);
            yield return (text[(begins + 1)..ends], true);
            text = text[(ends + 1)..];
        }

        if (text.Length > 0)
            yield return (text, false);
    }

    /// <summary>A text in lines. What is isolated over a line's end is isolated in each of its lines.</summary>
    internal static IEnumerable<string> Lines(string text, int length)
    {
        var open = false;
        foreach (var line in FigureDrawing.Wrap(text, length))
        {
            var begun = open ? OwnBegins + line : line;
            open = begun.LastIndexOf(OwnBegins) > begun.LastIndexOf(OwnEnds);
            yield return open ? begun + OwnEnds : begun;
        }
    }

    internal string Number(long count) => count.ToString("N0", Culture);

    internal string Date(LocalDate day) => day.ToString("d MMMM yyyy", Culture);

    internal string ShortDate(LocalDate day) => day.ToString("d MMM yyyy", Culture);

    /// <summary>Ends a sentence.</summary>
    internal string Stop => Culture.TwoLetterISOLanguageName == "ur" ? "\u06d4" : ".";

    /// <summary>A demonstration says so before anything else.</summary>
    internal string Titled(PublishedTable table) => table.Facts.Demonstration ? $"{Words.DemonstrationMark}: {Own(table.Facts.Title)}" : Own(table.Facts.Title);

    internal string List(params IEnumerable<string> things) => string.Join(Language.ListSeparator, things);

    /// <summary>Marks in tables, in square brackets as the Government Statistical Service writes them, the same in every language; a count as it is has none.</summary>
    internal static string? MarkOf(CellStatus status) => status switch
    {
        CellStatus.Shown or CellStatus.Rounded => null,
        CellStatus.Suppressed => "[c]",
        CellStatus.NotAvailable => "[x]",
        CellStatus.CannotOccur => "[z]",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>In place of a count in a chart.</summary>
    internal string Said(CellStatus status) => status switch
    {
        CellStatus.Shown or CellStatus.Rounded => "",
        CellStatus.Suppressed => $"{Words.NotShown} {MarkOf(status)}",
        CellStatus.NotAvailable => $"{Words.NotInSource} {MarkOf(status)}",
        CellStatus.CannotOccur => $"{Words.CannotOccur} {MarkOf(status)}",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    internal string MeaningOf(CellStatus status) => status switch
    {
        CellStatus.Shown => Words.MeansShown,
        CellStatus.Rounded => Words.MeansRounded,
        CellStatus.Suppressed => Words.MeansNotShown,
        CellStatus.NotAvailable => Words.MeansNotInSource,
        CellStatus.CannotOccur => Words.MeansCannotOccur,
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    internal string RoundedEvery(int multiple) => Filled(Words.RoundedEvery, ("multiple", multiple.ToString(Culture)));

    /// <summary>A share as people say it: "about one in four people on the register".</summary>
    internal string About(decimal percent, string of)
    {
        (decimal Percent, string Words)[] plain =
        [
            (10, Words.OneInTen), (20, Words.OneInFive), (25, Words.OneInFour), (33.3m, Words.OneInThree), (40, Words.TwoInFive), (50, Words.Half),
            (60, Words.ThreeInFive), (66.7m, Words.TwoInThree), (75, Words.ThreeInFour), (80, Words.FourInFive), (90, Words.NineInTen),
        ];
        var (nearest, words) = plain.MinBy(p => Math.Abs(p.Percent - percent));
        // Said only closer than two and a half points to what is meant, and not near the ends of the scale, where that is much; otherwise the hundred is said.
        var near = Math.Abs(nearest - percent) < 2.5m && percent is >= 8 and <= 92;
        return Filled(near ? words : Words.InHundred, ("share", Math.Round(percent, MidpointRounding.AwayFromZero).ToString("0", Culture)), ("of", of));
    }

    internal static string Filled(string text, params (string Hole, string With)[] holes) =>
        holes.Aggregate(text, (filled, hole) => filled.Replace($"{{{hole.Hole}}}", hole.With, StringComparison.Ordinal));
}
