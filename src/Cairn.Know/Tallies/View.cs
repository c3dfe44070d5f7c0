using Cairn.Foundation.Text;

namespace Cairn.Know.Tallies;

/// <summary>One thing to count. There is no place in it for anything about who did it.</summary>
/// <param name="Page">Page id as in the pack, for example <c>yourself</c>.</param>
/// <param name="Revision">The published revision that was shown.</param>
/// <param name="Audience">Whom the page speaks to, or null for pages that speak to everyone.</param>
/// <param name="Channel">Placement code of the artwork, for an <see cref="TallyEvent.Arrival"/>.</param>
/// <param name="Nation">As chosen in the directory's filter, or null.</param>
public readonly record struct View(
    string Page,
    Language Language,
    string Revision,
    Audience? Audience = null,
    string? Channel = null,
    Nation? Nation = null,
    TallyEvent Event = TallyEvent.View);

public enum TallyEvent
{
    /// <summary>A page was shown.</summary>
    View,

    /// <summary>A code printed on artwork was followed; the page it leads to counts its own view.</summary>
    Arrival,
}
