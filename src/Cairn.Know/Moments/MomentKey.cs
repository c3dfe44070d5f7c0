namespace Cairn.Know.Moments;

/// <summary>One thing that is counted of moments; its texts come from closed lists and bundles only. There is no place in it for a query, an entry or a person.</summary>
/// <param name="Hour">Whole hours since 1970.</param>
/// <param name="Event"><c>exposure</c>, <c>outcome</c> or <c>follow-on</c>.</param>
/// <param name="Outcome">Empty but with <c>outcome</c>.</param>
public readonly record struct MomentKey(int Hour, string Event, string Revision, string Arm, string Surface, int Look, string Language, string Outcome)
{
    // On the path of every message that is shown. Revisions differ seldom and are long: they need not be mixed in.
    public override int GetHashCode() => HashCode.Combine(Hour, Look, Arm, Surface, Language, Event, Outcome);

    /// <summary>The order in which rows are locked and written: two nodes that took them in different orders would stop each other, and the order in which rows came says
    /// nothing about the order of moments.</summary>
    internal static Comparer<MomentKey> InOrder { get; } = Comparer<MomentKey>.Create((a, b) =>
    {
        var order = a.Hour.CompareTo(b.Hour);
        order = order != 0 ? order : string.CompareOrdinal(a.Event, b.Event);
        order = order != 0 ? order : string.CompareOrdinal(a.Revision, b.Revision);
        order = order != 0 ? order : string.CompareOrdinal(a.Arm, b.Arm);
        order = order != 0 ? order : string.CompareOrdinal(a.Surface, b.Surface);
        order = order != 0 ? order : a.Look.CompareTo(b.Look);
        order = order != 0 ? order : string.CompareOrdinal(a.Language, b.Language);
        return order != 0 ? order : string.CompareOrdinal(a.Outcome, b.Outcome);
    });
}
