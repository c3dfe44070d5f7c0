namespace Cairn.Foundation.Web;

/// <summary>The words of the page frame in one language; section <c>frame</c> of a pack's <c>words/{l}.yaml</c>. A key is the property's name in snake_case.</summary>
/// <remarks>Braces are holes: <c>{name}</c>. Adding a property here makes the key required in the reference language of every pack.</remarks>
public sealed record FrameWords
{
    /// <summary>Neutral title of every page, for the tab and the history: "Information and support".</summary>
    public required string Title { get; init; }
    public required string SkipToContent { get; init; }
    public required string SkipToLeave { get; init; }
    public required string Leave { get; init; }
    /// <summary>Hidden prefix read by assistive technology before <see cref="Leave"/>: "Emergency:".</summary>
    public required string LeavePrefix { get; init; }
    /// <summary>Honest words: leaving does not clear the history.</summary>
    public required string LeaveNote { get; init; }
    /// <summary>Holes {999} and {101}, drawn as telephone links.</summary>
    public required string Danger { get; init; }
    public required string Home { get; init; }
    public required string Languages { get; init; }
    public required string FooterNavigation { get; init; }
    public required string Demonstration { get; init; }
    public required string Draft { get; init; }
    public required string Licence { get; init; }
    public required string FindHelp { get; init; }
    public required string NotFoundHeading { get; init; }
    public required string NotFoundBody { get; init; }
    public required string ErrorHeading { get; init; }
    public required string ErrorBody { get; init; }
    public required string WhoIsThisFor { get; init; }
    public required string Invented { get; init; }
    public required string BackToStart { get; init; }
    /// <summary><c>12</c> or <c>24</c>: how times of day are written.</summary>
    public required string Clock { get; init; }
}
