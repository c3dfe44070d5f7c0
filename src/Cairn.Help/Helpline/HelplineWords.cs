namespace Cairn.Help.Helpline;

/// <summary>The words of the seeker's pages in one language; section <c>helpline</c> of a pack's <c>words/{l}.yaml</c>. A key is the property's name in snake_case.</summary>
/// <remarks>Braces are holes. Adding a property here makes the key required in the reference language of every pack.</remarks>
public sealed record HelplineWords
{
    public required string Heading { get; init; }
    public required string Lead { get; init; }
    public required string Rehearsal { get; init; }
    public required string ClosedHeading { get; init; }
    public required string ClosedHere { get; init; }
    public required string ClosedNobody { get; init; }
    public required string ClosedKeep { get; init; }
    public required string Full { get; init; }
    public required string Ways { get; init; }
    public required string LimitsHeading { get; init; }
    public required string LimitsUnknown { get; init; }
    /// <summary>Hole {999}.</summary>
    public required string LimitsDanger { get; init; }
    public required string LimitsChildline { get; init; }
    public required string LimitsPassed { get; init; }
    public required string LimitsChild { get; init; }
    public required string LimitsLife { get; init; }
    public required string LimitsOffence { get; init; }
    public required string LimitsCourt { get; init; }
    /// <summary>Before the responsible body's own text, which stands instead of the list of reasons.</summary>
    public required string LimitsOwn { get; init; }
    /// <summary>Hole {body}.</summary>
    public required string LimitsBody { get; init; }
    /// <summary>Holes {approver}, {day}.</summary>
    public required string LimitsApproved { get; init; }
    public required string LimitsRecovery { get; init; }
    /// <summary>Holes {days}, {copies}.</summary>
    public required string LimitsKept { get; init; }
    public required string LimitsDelete { get; init; }
    public required string LimitsDevice { get; init; }
    public required string LimitsNetwork { get; init; }
    /// <summary>Hole {time}.</summary>
    public required string ReplyTime { get; init; }
    /// <summary>One hour, as {time} of a reply time.</summary>
    public required string ReplyHour { get; init; }
    /// <summary>Hole {hours}, two or more.</summary>
    public required string ReplyHours { get; init; }
    /// <summary>Hole {days}, two or more.</summary>
    public required string ReplyDays { get; init; }
    public required string Begin { get; init; }
    public required string HaveCode { get; init; }
    public required string WriteHeading { get; init; }
    public required string WriteLabel { get; init; }
    public required string WriteHint { get; init; }
    public required string WriteLimit { get; init; }
    public required string WorryLegend { get; init; }
    public required string WorryMyself { get; init; }
    public required string WorrySomeone { get; init; }
    public required string WorryChild { get; init; }
    public required string WorryHappened { get; init; }
    public required string WorryUnsaid { get; init; }
    public required string Send { get; init; }
    public required string ErrorHeading { get; init; }
    public required string ErrorEmpty { get; init; }
    /// <summary>Hole {over}.</summary>
    public required string ErrorLong { get; init; }
    public required string ErrorNotSent { get; init; }
    public required string CodeHeading { get; init; }
    public required string CodeLead { get; init; }
    public required string CodeLetters { get; init; }
    public required string CodeDigits { get; init; }
    public required string CodeKeep { get; init; }
    public required string CodeDanger { get; init; }
    /// <summary>Hole {number}.</summary>
    public required string CodeRetype { get; init; }
    /// <summary>Hole {number}.</summary>
    public required string CodeWrong { get; init; }
    public required string CodeGo { get; init; }
    public required string PromptHeading { get; init; }
    public required string PromptLabel { get; init; }
    public required string PromptHint { get; init; }
    public required string PromptOpen { get; init; }
    public required string PromptMistyped { get; init; }
    public required string PromptUnknown { get; init; }
    public required string PromptEnded { get; init; }
    public required string ThreadHeading { get; init; }
    public required string ThreadYou { get; init; }
    public required string ThreadAdviser { get; init; }
    public required string ThreadAutomatic { get; init; }
    /// <summary>Holes {count}, {day}.</summary>
    public required string ThreadOpened { get; init; }
    public required string ThreadChanged { get; init; }
    public required string ThreadRecovered { get; init; }
    public required string ThreadMissing { get; init; }
    /// <summary>Hole {time}.</summary>
    public required string Acknowledgement { get; init; }
    public required string Check { get; init; }
    public required string NothingNew { get; init; }
    public required string MoreLabel { get; init; }
    public required string MoreSend { get; init; }
    public required string Delete { get; init; }
    public required string DeleteHeading { get; init; }
    public required string DeleteBody { get; init; }
    public required string DeleteFlagged { get; init; }
    public required string DeleteYes { get; init; }
    public required string DeleteNo { get; init; }
    public required string DeletedHeading { get; init; }
    public required string DeletedBody { get; init; }
    public required string Leave { get; init; }
    public required string LeftHeading { get; init; }
    public required string LeftBody { get; init; }
}
