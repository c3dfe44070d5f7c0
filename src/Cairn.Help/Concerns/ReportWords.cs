namespace Cairn.Help.Concerns;

/// <summary>The words of the report pages in one language; section <c>report</c> of a pack's <c>words/{l}.yaml</c>. A key is the property's name in snake_case.</summary>
/// <remarks>Children read every one of them: the check demands a reading age of nine in English. Braces are holes. Adding a property here makes the key required in the reference language of every pack.</remarks>
public sealed record ReportWords
{
    public required string Heading { get; init; }
    public required string BackYoung { get; init; }
    public required string Lead { get; init; }
    public required string DangerHeading { get; init; }
    /// <summary>Hole {999}.</summary>
    public required string DangerLead { get; init; }
    public required string DangerOpen { get; init; }
    public required string DangerPage { get; init; }
    public required string DangerSayWho { get; init; }
    public required string DangerSayWhere { get; init; }
    public required string DangerSayWhat { get; init; }
    public required string DangerSayStay { get; init; }
    public required string DangerYoung { get; init; }
    public required string DangerAfter { get; init; }
    public required string DangerBack { get; init; }
    public required string WhoLegend { get; init; }
    public required string WhoHint { get; init; }
    public required string WhoYoung { get; init; }
    public required string WhoParent { get; init; }
    public required string WhoProfessional { get; init; }
    public required string WhoOther { get; init; }
    public required string StepsHeading { get; init; }
    public required string StepWrite { get; init; }
    public required string StepCode { get; init; }
    public required string StepRead { get; init; }
    public required string StepSafe { get; init; }
    public required string StepReply { get; init; }
    public required string BeforeYoungHeading { get; init; }
    public required string BeforeYoung { get; init; }
    public required string BeforeParentHeading { get; init; }
    public required string BeforeParent { get; init; }
    public required string BeforeProfessionalHeading { get; init; }
    public required string BeforeProfessional { get; init; }
    public required string BeforeOtherHeading { get; init; }
    public required string BeforeOther { get; init; }
    public required string Begin { get; init; }
    public required string AskHeading { get; init; }
    public required string AskLead { get; init; }
    public required string AskWhat { get; init; }
    public required string AskWhatHint { get; init; }
    public required string AskWhomYoung { get; init; }
    public required string AskWhomOther { get; init; }
    public required string AskWhomHint { get; init; }
    public required string AskPerson { get; init; }
    public required string AskPersonHint { get; init; }
    public required string PicturesHeading { get; init; }
    public required string PicturesNone { get; init; }
    /// <summary>Hole {service}.</summary>
    public required string PicturesOwn { get; init; }
    /// <summary>Hole {service}.</summary>
    public required string PicturesChild { get; init; }
    /// <summary>Hole {service}.</summary>
    public required string PicturesSeen { get; init; }
    public required string Review { get; init; }
    public required string ReviewHeading { get; init; }
    public required string ReviewEmpty { get; init; }
    public required string ReviewSend { get; init; }
    public required string ReviewChange { get; init; }
    public required string ReviewLetter { get; init; }
    public required string ErrorEmpty { get; init; }
    /// <summary>Hole {over}.</summary>
    public required string ErrorLong { get; init; }
    public required string ClosedHeading { get; init; }
    public required string ClosedLead { get; init; }
    public required string LetterOfferHeading { get; init; }
    public required string LetterOffer { get; init; }
    public required string LetterBegin { get; init; }
    public required string LetterHeading { get; init; }
    public required string LetterLead { get; init; }
    public required string LetterPrint { get; init; }
    public required string LetterToLegend { get; init; }
    public required string LetterToCeop { get; init; }
    public required string LetterToPolice { get; init; }
    public required string LetterToTeacher { get; init; }
    public required string LetterToParent { get; init; }
    public required string LetterToShow { get; init; }
    public required string LetterHowCeop { get; init; }
    /// <summary>Hole {101}.</summary>
    public required string LetterHowPolice { get; init; }
    public required string LetterHowTeacher { get; init; }
    public required string LetterHowParent { get; init; }
    public required string LetterOpenYoung { get; init; }
    public required string LetterOpenParent { get; init; }
    public required string LetterOpenProfessional { get; init; }
    public required string LetterOpenOther { get; init; }
    public required string LetterWhat { get; init; }
    public required string LetterWhom { get; init; }
    public required string LetterPerson { get; init; }
    public required string LetterClose { get; init; }
    /// <summary>Hole {day}.</summary>
    public required string LetterDay { get; init; }
    /// <summary>Hole {language}.</summary>
    public required string LetterAsWritten { get; init; }
    public required string LetterEnglish { get; init; }
    public required string LetterOwn { get; init; }
    public required string LetterBack { get; init; }
}
