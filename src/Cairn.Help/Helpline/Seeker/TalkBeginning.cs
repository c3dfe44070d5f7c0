using System.Text;
using Microsoft.AspNetCore.Http;

namespace Cairn.Help.Helpline.Seeker;

/// <summary>How a conversation with the helpline begins: the limits, then one box.</summary>
internal sealed class TalkBeginning(HelplineLine line) : IBeginning
{
    public ValueTask First(TalkPage page)
    {
        if (line.Desk is null)
            TalkPages.Closed(page, line.KeepsCodes);
        else
            TalkPages.Limits(page);
        return default;
    }

    public ValueTask<(int? Status, FirstMessage? Sent)> Step(TalkPage page, TalkForm form, byte[] submission)
    {
        var step = form["step"u8].Span;
        if (Ascii.Equals(step, "write"u8) && line.Desk is not null)
        {
            TalkPages.Write(page, submission, [], "", null);
            return new((StatusCodes.Status200OK, null));
        }

        // Nothing was open when the page was drawn, and nothing is kept.
        if (!Ascii.Equals(step, "send"u8) || (line.Desk is null && !line.KeepsCodes))
            return default;
        var (text, worry) = (TalkDesk.Trimmed(form["text"u8]), TalkPages.Worry(form["worry"u8].Span));
        if (TalkDesk.Fault(page, text) is not { } fault)
            return new((null, new(text, worry)));
        TalkPages.Write(page, submission, text.Span, worry, fault);
        return new((StatusCodes.Status422UnprocessableEntity, null));
    }

    public ValueTask Unsent(TalkPage page, TalkForm form, byte[] submission, string problem, bool full)
    {
        TalkPages.Write(page, submission, TalkDesk.Trimmed(form["text"u8]).Span, TalkPages.Worry(form["worry"u8].Span), problem, full);
        return default;
    }
}
