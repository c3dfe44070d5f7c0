namespace Cairn.Help.Helpline;

/// <summary>Why nobody may begin a conversation, the first that holds. The console says it; a seeker is told only whether a code still opens.</summary>
internal enum LineClosed
{
    /// <summary>Nothing is published, or a demonstration.</summary>
    Unpublished,

    /// <summary>The pack does not name who answers for the line.</summary>
    NoTerms,

    /// <summary>What is passed on, and to whom, was last reviewed more than twelve months ago.</summary>
    TermsTooOld,

    /// <summary>No supervisor has made a desk.</summary>
    NoDesk,

    /// <summary>Fewer than two advisers hold the desk's key.</summary>
    TooFewMembers,

    /// <summary>No adviser has opened the desk within twice the promised time.</summary>
    NobodyThere,
}
