using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Foundation.Web.Kit;
using Cairn.Help.Directory;
using Cairn.Know.Register;
using Cairn.Say.Packs;

namespace Cairn.Say.Landing;

/// <summary>A page of the pack, ready to be drawn: addresses in full, citations resolved.</summary>
/// <param name="Path">As in <see cref="PageShell.Path"/>.</param>
/// <param name="ContentLanguage">The language the words are in; not the frame's where a draft has no translation of this page.</param>
public sealed record LandingModel(
    Frame Frame,
    string? Path,
    Audience? Audience,
    Motif? Motif,
    Language ContentLanguage,
    string Heading,
    string Lead,
    IReadOnlyList<LandingLink> Actions,
    IReadOnlyList<LandingPart> Body,
    SharedPicture? Shared = null);

/// <summary>What is shown where somebody shares the page's address.</summary>
/// <param name="Address">In full: whoever shows it is another site.</param>
public sealed record SharedPicture(string Address, int Width, int Height, string Alternative);

/// <param name="Number">The telephone number behind the link, drawn beside its label.</param>
/// <param name="Outward">Leads to another site.</param>
public sealed record LandingLink(string Label, string Href, string? Number = null, bool Outward = false);

/// <summary>A piece of a page in reading order.</summary>
public abstract record LandingPart
{
    private protected LandingPart()
    {
    }
}

/// <summary>A heading of the program's own.</summary>
public sealed record HeadingPart(string Text) : LandingPart;

/// <summary>Text from the pack.</summary>
public sealed record ProsePart : LandingPart
{
    internal ProsePart(IReadOnlyList<ProseRun> runs) => Runs = runs;

    internal IReadOnlyList<ProseRun> Runs { get; }
}

/// <summary>Cleaned markup, or words with an address in the middle of it.</summary>
internal abstract record ProseRun
{
    internal sealed record Markup(CleanHtml Html) : ProseRun;

    internal sealed record Link(string Label, string? Href, string? Number) : ProseRun;
}

/// <summary>A button to the report pages.</summary>
/// <param name="Step">Who tells, as the form of those pages says it.</param>
/// <param name="Steps">What happens then, with a picture each; empty while the line is closed.</param>
public sealed record TellPart(string Label, string Action, string Step, IReadOnlyList<(string Picture, string Words)> Steps) : LandingPart;

/// <param name="Kind"><c>panel</c>, <c>story</c>, <c>say</c>, <c>dont</c> or <c>steps</c>.</param>
/// <param name="Note">Words that must stand with a panel of this kind: that a story is invented.</param>
public sealed record PanelPart(string Kind, string? Title, string? Note, IReadOnlyList<LandingPart> Inside) : LandingPart;

/// <summary>What to say and what not to say, beside each other.</summary>
public sealed record PairPart(PanelPart First, PanelPart Second) : LandingPart;

/// <param name="Label">What the doors are, for those who hear the page.</param>
public sealed record DoorsPart(string Label, IReadOnlyList<Door> Doors) : LandingPart;

/// <param name="Language">Language of the words when it is not the page's.</param>
public sealed record Door(Audience Audience, string Label, string? Action, string Href, Language? Language);

public sealed record MessagesPart(IReadOnlyList<MessageCard> Messages) : LandingPart;

/// <param name="Link">Null when the way of the message may not be shown today.</param>
public sealed record MessageCard(Audience Audience, string Heading, string Body, string? Figure, LandingLink? Link, Language? Language);

public sealed record FigurePart(FigureCardModel Figure) : LandingPart;

public sealed record ServicesPart(IReadOnlyList<ServiceCardModel> Cards) : LandingPart;

/// <summary>Where the numbers were read that stand in the page's text, when no card on it says so.</summary>
public sealed record SourcesPart(IReadOnlyList<NumberSource> Sources) : LandingPart;

public sealed record NumberSource(string Name, string Number, string Line);
