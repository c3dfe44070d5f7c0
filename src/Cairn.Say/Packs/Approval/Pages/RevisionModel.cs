using Cairn.Foundation.Text;
using Cairn.Say.Landing;
using Cairn.Say.Packs.Approval.Differences;

namespace Cairn.Say.Packs.Approval.Pages;

/// <summary>One revision, with all that somebody needs to decide about it.</summary>
/// <param name="Problem">What is wrong with the revision as it is kept, or null.</param>
/// <param name="Hindrances">What keeps it off the air as a campaign today.</param>
/// <param name="Served">The revision on the site it is compared with; null when it is this one, or none.</param>
/// <param name="Difference">Null when there is nothing to compare.</param>
/// <param name="Files">The files of the difference, with what they look like.</param>
/// <param name="JustDone">What whoever looks has done with it in the last minute, or null.</param>
public sealed record RevisionModel(
    string Revision,
    string Pack,
    string State,
    IReadOnlyList<string> Submitters,
    string? Problem,
    IReadOnlyList<ActLine> History,
    IReadOnlyList<FindingGroup> Findings,
    IReadOnlyList<string> Hindrances,
    Offers Offers,
    string? Served,
    PackDifference? Difference,
    IReadOnlyList<ComparedFile> Files,
    string? JustDone)
{
    /// <summary>Why what was asked for was not done, or null.</summary>
    public string? Refusal { get; init; }

    /// <summary>The reason as it was typed, when it was not taken.</summary>
    public string Reason { get; init; } = "";
}

public sealed record ActLine(string Act, Moment When, string By, string? Reason);

/// <param name="Level"><c>Errors</c>, <c>Warnings</c> or <c>Notes</c>.</param>
public sealed record FindingGroup(string Level, IReadOnlyList<FindingLine> Lines);

public sealed record FindingLine(string Place, string Code, string Message, string Remedy);

/// <summary>What whoever looks may do with it now.</summary>
/// <param name="WhyNotApprove">Said to approvers instead of the button.</param>
public sealed record Offers(bool Submit, bool Approve, string? WhyNotApprove, bool SendBack, bool RollBack);

/// <param name="Old">As a visitor sees it today; null where there is nothing to see.</param>
/// <param name="New">As a visitor would see it.</param>
public sealed record ComparedFile(FileDifference Difference, Drawn? Old, Drawn? New);

/// <summary>A page, or some messages, drawn with the site's own components.</summary>
public sealed record Drawn(Language Language, LandingModel? Page, MessagesPart? Messages);
