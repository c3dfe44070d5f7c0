namespace Cairn.Help.Helpline.Adviser;

/// <summary>Why the line is closed, for staff.</summary>
internal static class LineWords
{
    public static string? Why(LineClosed? closed) => closed switch
    {
        null => null,
        LineClosed.Unpublished => "No revision is published that is not a demonstration. A demonstration has no line; start with --rehearse to practise.",
        LineClosed.NoTerms => "The campaign does not say who answers for the line: its campaign.yaml has no helpline: section.",
        LineClosed.TermsTooOld => "What is passed on, and to whom, was last reviewed more than twelve months ago: reviewed_on in the helpline: section.",
        LineClosed.NoDesk => "No supervisor has made the desk's key.",
        LineClosed.TooFewMembers => "Fewer than two advisers hold the desk's key.",
        LineClosed.NobodyThere => "No adviser has had the desk open within twice the promised time. It opens again when one does.",
        _ => throw new ArgumentOutOfRangeException(nameof(closed)),
    };
}
