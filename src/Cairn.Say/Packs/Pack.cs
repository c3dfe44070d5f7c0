using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Help.Concerns;
using Cairn.Help.Directory;
using Cairn.Help.Helpline;
using Cairn.Know.Register;
using Cairn.Know.Register.Releases;
using Cairn.Say.Moments;
using Cairn.Say.Posters;
using Cairn.Say.Toolkit;
using NodaTime;

namespace Cairn.Say.Packs;

/// <summary>A whole campaign as read from its folder, before it is published.</summary>
/// <param name="Messages">In the order of the file; the reference language decides which exist.</param>
/// <param name="Pages">Keyed by id and language; see <see cref="PackPage"/>.</param>
/// <param name="Replies">What advisers begin from, in the languages that have any; never filled from the reference language.</param>
internal sealed record Pack(
    Campaign Campaign,
    IReadOnlyList<Message> Messages,
    IReadOnlyList<PackPage> Pages,
    ServiceList Services,
    FigureList Figures,
    IReadOnlyList<Placement> Placements,
    IReadOnlyList<Artwork> Artworks,
    IReadOnlyDictionary<Language, PackWords> Words,
    MomentPlan Moments,
    IReadOnlyDictionary<Language, IReadOnlyList<CannedReply>> Replies)
{
    /// <summary>The words of a language, or of the reference language.</summary>
    public PackWords WordsIn(Language language) => Words.GetValueOrDefault(language) ?? Words[Campaign.Reference];
}

/// <param name="Helpline">Null when nobody runs a line for the campaign.</param>
internal sealed record Campaign(
    string Id,
    string Name,
    string Owner,
    IReadOnlyList<string> Partners,
    string Licence,
    IReadOnlyList<PackLanguage> Languages,
    Nation Nation,
    Palette Colours,
    Mark Mark,
    IReadOnlyList<Burst> Bursts,
    Uri ExitAddress,
    Promises Promises,
    IReadOnlyList<Allowance> Allow,
    HelplineTerms? Helpline)
{
    /// <summary>The language every text exists in; the first in the file.</summary>
    public Language Reference => Languages[0].Language;
}

internal enum ReviewState { Draft, Reviewed }

internal sealed record PackLanguage(Language Language, ReviewState State);

/// <summary>A period in which the campaign is advertised; dates are inclusive.</summary>
internal sealed record Burst(string Name, LocalDate From, LocalDate To, IReadOnlyList<string> Channels);

/// <summary>What the pack promises to cover; <c>pack check</c> prints and demands it.</summary>
internal sealed record Promises(int MessagesAtLeast, IReadOnlyDictionary<Audience, IReadOnlyList<MessageAim>> Aims, IReadOnlyList<string> Topics);

/// <summary>A passage the check may not complain about, with the reason a person wrote: statutes and names quote what they quote.</summary>
internal sealed record Allowance(string Code, string Text, string Reason);

/// <summary>Colours as <c>#rrggbb</c>; names as in the stylesheet's custom properties.</summary>
internal sealed record Palette(IReadOnlyDictionary<string, string> ByName);

internal enum MessageAim { Stop, SeekHelp, Report, Learn }

internal enum MessageAppeal { Law, Harm, Help, Hope }

/// <param name="Covers">Topics this message speaks of, for the coverage table.</param>
/// <param name="Way">Where the one action leads: a path of the site such as <c>/find-help</c>, or <c>service:childline</c>.</param>
/// <param name="Evidence">Which finding supports the wording; shown to editors, not to visitors.</param>
internal sealed record Message(
    string Id,
    Audience Audience,
    MessageAim Aim,
    MessageAppeal Appeal,
    IReadOnlyList<string> Covers,
    LocalText Heading,
    LocalText Body,
    string Way,
    LocalText WayLabel,
    string Evidence,
    string? Figure = null);

/// <summary>One page in one language.</summary>
/// <param name="Id">File name without ending; also its address after the language, <c>home</c> being the language's own root.</param>
/// <param name="Footer">Label of the link to this page in the footer; null when the footer does not lead here.</param>
internal sealed record PackPage(
    string Id,
    Language Language,
    Audience? Audience,
    string Heading,
    string Lead,
    PageAction? Action,
    PageAction? SecondAction,
    string? Door,
    string? DoorAction,
    string? Footer,
    IReadOnlyList<string> Covers,
    IReadOnlyList<Block> Body);

internal sealed record PageAction(string Label, string To);

/// <summary>A piece of a page's body, in reading order.</summary>
internal abstract record Block
{
    /// <summary>Headings, paragraphs and lists made from the editor's Markdown. Draw the pieces in order, one straight after the other.</summary>
    internal sealed record Prose(IReadOnlyList<ProsePiece> Pieces) : Block;

    /// <summary><c>::: story</c>, <c>panel</c>, <c>say</c>, <c>dont</c>, <c>steps</c>: prose with a frame around it.</summary>
    internal sealed record Panel(string Kind, string? Title, IReadOnlyList<Block> Inside) : Block;

    /// <summary><c>[[doors]]</c>: the four audiences.</summary>
    internal sealed record Doors : Block;

    /// <summary><c>[[figure:ID]]</c>.</summary>
    internal sealed record FigureCard(string FigureId) : Block;

    /// <summary><c>[[report:AUDIENCE]]</c>: a button to the report pages, and what happens when somebody tells.</summary>
    internal sealed record TellHere(Audience Audience) : Block;

    /// <summary><c>[[services:AUDIENCE]]</c>, optionally with a heading before it in the Markdown.</summary>
    internal sealed record ServiceCards(Audience? Audience) : Block;

    /// <summary><c>[[service:ID]]</c>.</summary>
    internal sealed record ServiceCard(string ServiceId) : Block;

    /// <summary><c>[[messages:AUDIENCE]]</c>: headings and bodies of that audience's messages; <c>[[message:ID]]</c> one.</summary>
    internal sealed record MessageCards(IReadOnlyList<string> MessageIds) : Block;
}

/// <summary>Where artwork hangs: the code printed on it, and the page it leads to.</summary>
/// <param name="Code">Lower-case letters and digits, 3 to 12.</param>
/// <param name="To">Path without language, such as <c>/yourself</c>.</param>
internal sealed record Placement(string Code, string Name, string Channel, string To);

/// <summary>Everything the program itself says, in one language.</summary>
internal sealed record PackWords(FrameWords Frame, DirectoryWords Directory, FigureWords Figures, TableWords Tables, MomentWords Moments, ToolkitWords Toolkit, HelplineWords Helpline, ReportWords Report);
