using Cairn.Moment.Terms;

namespace Cairn.Moment.Decisions;

/// <summary>What to show.</summary>
/// <param name="Action">Never <see cref="TermAction.None"/>.</param>
/// <param name="Ways">The ways to help, best first; the report link is never first.</param>
/// <param name="Look">1 to the number of looks.</param>
/// <param name="Notice">The absolute address of a page that shows the same message and needs no script.</param>
/// <param name="Receipt">Proves that this message was shown; names no person; good for two hours.</param>
public sealed record MomentAnswer(TermAction Action, MomentMessage Message, IReadOnlyList<MomentWay> Ways, int Look, string Notice, string Receipt)
{
    /// <summary>UTF-8, the same as <c>POST /api/v1/moments</c> answers: what <c>&lt;cairn-notice&gt;</c> shows.</summary>
    public byte[] ToJson() =>
    [
        .. Action == TermAction.Block ? AnswerJson.Block : AnswerJson.Warn,
        .. AnswerJson.Head(Message, Ways),
        .. AnswerJson.Rest(Look, Notice),
        .. System.Text.Encoding.ASCII.GetBytes(Receipt),
        .. AnswerJson.End,
    ];
}

/// <param name="Arm">The arm of the running experiment, or the message's id when none is running.</param>
/// <param name="Language">In which the texts are written, such as <c>en</c>.</param>
/// <param name="Body">Paragraphs.</param>
/// <param name="Demonstration">A sentence to show with the message while the campaign is a demonstration; null otherwise.</param>
public sealed record MomentMessage(string Id, string Arm, string Language, string Heading, IReadOnlyList<string> Body, string? Demonstration);

/// <param name="Kind"><c>talk</c>, <c>call</c>, <c>chat</c>, <c>report</c> or <c>guide</c>.</param>
/// <param name="Href">An https address or <c>tel:</c>.</param>
/// <param name="Open">True when it is certainly open now; false says nothing.</param>
/// <param name="Note">A sentence to show beside it, such as where a number was seen; null for none.</param>
public sealed record MomentWay(string Kind, string Label, string Href, bool Open, string? Note)
{
    /// <summary>Whom or what it is for, so that it can stand apart: <c>young</c>, <c>crisis</c> or <c>emergency</c>; null for the ways of the message itself.</summary>
    public string? For { get; init; }
}
