using Cairn.Say.Packs.Publishing;

namespace Cairn.Say.Packs.Approval;

/// <summary>What may be done with a revision, and by whom. Pages and commands ask here; each answer is null, or the sentence that says why not.</summary>
internal static class ApprovalRules
{
    public static string? AgainstSubmitting(Standing revision) =>
        revision.Approved ? $"Revision {revision.Short} is approved already. Nothing was changed." : null;

    /// <param name="approver">Sign-in name.</param>
    public static string? AgainstApproving(Standing revision, string approver) => revision switch
    {
        { Approved: true } => $"Revision {revision.Short} is approved already. Nothing was changed.",
        { SentBack: true } => $"Revision {revision.Short} was sent back. It has to be submitted again before anybody can approve it.",
        { HasName: false } => $"Nobody has put their name to revision {revision.Short}. An editor does that first, and somebody else approves.",
        _ when revision.IsSubmittedBy(approver) => $"You put your name to revision {revision.Short}. Somebody else has to approve it.",
        _ => null,
    };

    public static string? AgainstSendingBack(Standing revision) => revision switch
    {
        { Approved: true } => $"Revision {revision.Short} is approved already, so it cannot be sent back. Nothing was changed.",
        { SentBack: true } => $"Revision {revision.Short} was sent back already. Nothing was changed.",
        { Waiting: false } => $"Nobody submitted revision {revision.Short}, so there is nothing to send back.",
        _ => null,
    };

    public static string? AgainstReason(string reason) => reason.Trim().Length switch
    {
        0 => "Say what has to change, so that whoever submitted it knows.",
        > PackAct.LongestReason => $"The reason is longer than {PackAct.LongestReason} characters. Say it in fewer words.",
        _ => null,
    };

    public static string? AgainstRollingBack(Standing revision) =>
        revision.Kinds.Count == 0 ? $"Revision {revision.Short} still waits for approval, so it cannot come into force." : null;

    /// <summary>A demonstration may be put back by anybody who reaches the command line, as long as nothing better is on the air.</summary>
    public static bool RollBackNeedsPerson(Standing revision) => revision.Approved || revision.CampaignOnAir;

    /// <param name="revision">Null when the files are new.</param>
    public static string? AgainstDemonstration(Standing? revision, bool campaignOnAir) =>
        campaignOnAir ? "A campaign is on the air; a demonstration cannot take its place. An approver can roll back to one: cairn pack rollback REV --as PERSON."
        : revision is { Approved: true } ? $"Revision {revision.Short} is approved as a campaign, so it is no demonstration. An approver can put it in force again: cairn pack rollback {revision.Short} --as PERSON."
        : null;
}
