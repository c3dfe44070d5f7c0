using System.Text;
using Cairn.Foundation.Text;
using Cairn.Help.Helpline;
using Cairn.Help.Helpline.Seeker;
using Microsoft.AspNetCore.Http;

namespace Cairn.Help.Concerns;

/// <summary>
/// How somebody tells what happened to a child: danger first, who tells, the limits, three questions, a look at what was written. While the line is closed the same words become a letter; a letter is never sent nor kept.
/// </summary>
internal sealed class ReportBeginning(Lines lines, WaysToTell ways) : IBeginning
{
    private bool IsOpen => lines.Report.Desk is not null;

    public async ValueTask First(TalkPage page)
    {
        var words = Words(page);
        if (IsOpen)
            ReportPages.First(page, words);
        else
            ReportPages.Closed(page, words, lines.Report.KeepsCodes, await ways.In(page.Frame));
    }

    public async ValueTask<(int? Status, FirstMessage? Sent)> Step(TalkPage page, TalkForm form, byte[] submission)
    {
        var (words, step, told) = (Words(page), Encoding.ASCII.GetString(form["step"u8].Span[..Math.Min(32, form["step"u8].Length)]), Told.In(form));
        switch (step)
        {
            case "danger":
                ReportPages.Danger(page, words);
                return Ok;
            case "ask":
                await Ask(page, words, told, submission, null, full: false);
                return Ok;
            case "review" or "send" or "letter" when told.Fault(page, words) is { } fault:
                await Ask(page, words, told, submission, fault, full: false);
                return (StatusCodes.Status422UnprocessableEntity, null);
            case "letter":
                ReportPages.Letter(page, words, told, submission, Receiver.Of(form["to"u8].Span, told.Who), Copy(page, form), ways.Now.Date, IsOpen, ways);
                return Ok;
            // The line closed meanwhile: the words become a letter, or wait in their boxes.
            case "review" when !IsOpen:
                await Ask(page, words, told, submission, words.ClosedHeading, full: true);
                return (StatusCodes.Status503ServiceUnavailable, null);
            case "send" when !IsOpen && !lines.Report.KeepsCodes:
                await Ask(page, words, told, submission, words.ClosedHeading, full: true);
                return (StatusCodes.Status503ServiceUnavailable, null);
            case "review":
                ReportPages.Review(page, words, told, submission);
                return Ok;
            case "send":
                return (null, told.Message(words));
            default:
                if (Teller.OfStep(form["step"u8].Span) is not { } who)
                    return (null, null);
                if (IsOpen)
                    ReportPages.Before(page, words, who);
                else
                    await Ask(page, words, Told.Nothing(who), submission, null, full: true);
                return Ok;
        }
    }

    public ValueTask Unsent(TalkPage page, TalkForm form, byte[] submission, string problem, bool full) => Ask(page, Words(page), Told.In(form), submission, problem, full);

    private static (int?, FirstMessage?) Ok => (StatusCodes.Status200OK, null);

    private async ValueTask Ask(TalkPage page, ReportWords words, Told told, byte[] submission, string? problem, bool full) =>
        ReportPages.Ask(page, words, told, submission, problem, IsOpen, ways, full ? await ways.In(page.Frame) : null);

    private ReportWords Words(TalkPage page) => lines.ReportWordsIn(page.Frame.Language) ?? throw new InvalidOperationException("A page without words.");

    // The words around the person's own, in English for whoever reads no other language; null in the person's own.
    private (Language Language, ReportWords Words)? Copy(TalkPage page, TalkForm form) =>
        form.Says("english"u8, "yes"u8) && English(page) is { } language && lines.ReportWordsIn(language) is { } words ? (language, words) : null;

    /// <summary>The language of copies for the police, when a page is in another.</summary>
    internal static Language? English(TalkPage page) => page.Frame.Languages.FirstOrDefault(l => l.Code == "en") is { } english && english != page.Frame.Language ? english : null;
}
