using System.Security.Cryptography;
using System.Text;
using Cairn.Foundation.Storage;
using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Help.Helpline.Threads;
using Cairn.Help.Sealing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cairn.Help.Helpline.Seeker;

/// <summary>Answers the steps of a seeker's journey. A step that cannot be done says so and keeps the words in the box.</summary>
internal sealed partial class TalkDesk(
    IBeginning beginning, HelplineLine line, Frames frames, TalkShells shells, Conversations conversations, ThreadReader reader, SessionKeys sessions, IntakeBudget budget, TimeProvider time, ILogger<TalkDesk> log)
{
    private const int SubmissionBytes = 16;

    /// <summary>An empty page in a language, or null when the campaign does not offer it.</summary>
    public async Task<TalkPage?> Page(Language language)
    {
        if (frames.In(language) is not { } frame || line.WordsIn(language) is not { } words)
            return null;
        var rehearsal = line.Desk is { Rehearsal: true };
        return new(line.Page, await shells.Of(frame, line.Page, words, locked: false, rehearsal), await shells.Of(frame, line.Page, words, locked: true, rehearsal), words, line.TermsToShow);
    }

    /// <summary>The line's page, in addresses and in counts.</summary>
    public string Name => line.Page;

    public ValueTask First(TalkPage page) => beginning.First(page);

    /// <returns>False when the campaign does not offer the language.</returns>
    public async Task<bool> Answer(Language language, TalkForm form, HttpContext http)
    {
        if (await Page(language) is not { } page)
            return false;
        using (page)
            await page.Send(http, await Stepped(form, page, http));
        return true;
    }

    /// <summary>Ends a stay and leads to an ordinary site. It leads there also when there was none, or when that could not be kept.</summary>
    /// <returns>False when nothing is on the air.</returns>
    public async Task<bool> Leave(TalkForm form, HttpContext http)
    {
        var asked = Language.TryParse(Encoding.UTF8.GetString(form["language"u8].Span[..Math.Min(3, form["language"u8].Length)]), null, out var language) ? language : frames.Reference?.Language;
        if (asked is null || frames.Reference is not { } reference || (await Page(asked) ?? await Page(reference.Language)) is not { } page)
            return false;
        using (page)
        {
            try
            {
                using var session = SessionToken.Read(form["token"u8].Span, sessions, time.GetUtcNow());
                if (session is not null)
                    await conversations.Leave(session, http.RequestAborted);
            }
            catch (StorageException failed)
            {
                LogFailed(log, failed.Message);
            }

            TalkPages.Left(page);
            http.Response.Headers["Refresh"] = $"0; url={page.Frame.ExitAddress}";
            await page.Send(http);
            return true;
        }
    }

    private async Task<int> Stepped(TalkForm form, TalkPage page, HttpContext http)
    {
        try
        {
            if (line.Desk is null && !line.KeepsCodes)
                return await Begin(form, page, http) ?? await Started(page);
            using var session = await Live(form, http.RequestAborted);
            var step = Step(form["step"u8].Span);
            return session is null ? await Before(step, form, page, http) : await Within(step, form, page, session, http);
        }
        catch (StorageException failed)
        {
            // Whatever it was, the words stay in the box, and the page can be sent again as it is.
            LogFailed(log, failed.Message);
            var (submission, text) = (Shown(Submission(form)), Trimmed(form["text"u8]));
            if (form["token"u8].Length == SessionToken.Letters)
            {
                page.Token = form["token"u8].ToArray();
                TalkPages.Unsent(page, submission, text.Span);
            }
            else
            {
                await beginning.Unsent(page, form, submission, page.Words.ErrorNotSent, full: false);
            }

            return StatusCodes.Status503ServiceUnavailable;
        }
    }

    private async Task<int> Started(TalkPage page)
    {
        await beginning.First(page);
        return StatusCodes.Status200OK;
    }

    private async Task<int> Before(string step, TalkForm form, TalkPage page, HttpContext http)
    {
        switch (step)
        {
            case "enter":
                TalkPages.Prompt(page, null);
                return StatusCodes.Status200OK;
            case "open":
                return await Open(form, page, http);
            case "":
                return await Begin(form, page, http) ?? await Started(page);
            default:
                // The stay is over: it ended by leaving, by deleting, or by the clock.
                TalkPages.Prompt(page, page.Words.PromptEnded);
                return StatusCodes.Status200OK;
        }
    }

    // A step of the beginning; the last of them makes a conversation of what was written.
    private async Task<int?> Begin(TalkForm form, TalkPage page, HttpContext http)
    {
        var submission = Submission(form);
        // A page with words from before they were sent, asked for again by whoever has the device now. A letter needs no database: where it cannot be asked, none was begun.
        if (form["text"u8].Length > 0 && submission is not null && await IsOver(submission, http.RequestAborted))
        {
            TalkPages.Prompt(page, page.Words.PromptEnded);
            return StatusCodes.Status200OK;
        }

        var (status, first) = await beginning.Step(page, form, Shown(submission));
        if (first is null)
            return status;
        using (first)
            return await Send(first, submission, form, page, http);
    }

    private async Task<bool> IsOver(byte[] submission, CancellationToken cancel)
    {
        try
        {
            return await conversations.IsOver(submission, cancel);
        }
        catch (StorageException failed)
        {
            LogFailed(log, failed.Message);
            return false;
        }
    }

    private async Task<int> Send(FirstMessage first, byte[]? submission, TalkForm form, TalkPage page, HttpContext http)
    {
        var written = new Written(submission ?? RandomNumberGenerator.GetBytes(SubmissionBytes), first.Text, page.Frame.Language.Code, first.Worry);
        // Nobody has the desk open any more, or too many write: the words stay in the box, beside the ways to help. What was kept before, and its answer lost, still finds its code.
        if (line.Desk is not { } desk || !budget.Take())
        {
            using var before = submission is null ? null : await conversations.BegunBefore(written, http.RequestAborted);
            if (before is not null)
                return Begun(page, before);
            await beginning.Unsent(page, form, Shown(submission), line.Desk is null ? page.Words.ClosedNobody : page.Words.Full, full: true);
            return StatusCodes.Status503ServiceUnavailable;
        }

        // A rehearsal is answered by what it is.
        var said = page.Terms is { } terms ? page.Words.Acknowledgement.Replace("{time}", terms.ReplyTimeIn(page.Words, page.Frame.Language.Culture), StringComparison.Ordinal) : page.Words.Rehearsal;
        var automatic = Encoding.UTF8.GetBytes(desk.Rehearsal ? page.Words.Rehearsal : said);
        using var begun = await conversations.Begin(written, desk, automatic, http.RequestAborted);
        if (begun is not null)
            return Begun(page, begun);
        TalkPages.Prompt(page, page.Words.PromptEnded);
        return StatusCodes.Status200OK;
    }

    private int Begun(TalkPage page, Session begun)
    {
        Carry(page, begun);
        TalkPages.Code(page, begun.Code!.Value, begun.Group, wrong: false);
        return StatusCodes.Status200OK;
    }

    private async Task<int> Open(TalkForm form, TalkPage page, HttpContext http)
    {
        var typed = form["code"u8].Span;
        Span<char> letters = stackalloc char[160];
        if (typed.Length > letters.Length || SeekerCode.Read(letters[..Encoding.UTF8.GetChars(typed, letters)]) is not { } code)
        {
            letters.Clear();
            TalkPages.Prompt(page, page.Words.PromptMistyped);
            return StatusCodes.Status422UnprocessableEntity;
        }

        letters.Clear();
        return await Entered(code, page, http);
    }

    private async Task<int> Entered(SeekerCode code, TalkPage page, HttpContext http)
    {
        try
        {
            using var session = await conversations.Enter(code, http.RequestAborted);
            if (session is null)
            {
                TalkPages.Prompt(page, page.Words.PromptUnknown);
                return StatusCodes.Status422UnprocessableEntity;
            }

            return await Thread(page, session, default, null, null, http);
        }
        catch (StorageException failed)
        {
            LogFailed(log, failed.Message);
            TalkPages.Prompt(page, page.Frame.Words.ErrorBody);
            return StatusCodes.Status503ServiceUnavailable;
        }
    }

    private async Task<int> Within(string step, TalkForm form, TalkPage page, Session session, HttpContext http)
    {
        var draft = Trimmed(form["text"u8]);
        switch (step)
        {
            case "kept":
                return await Kept(form, page, session, http);
            case "more":
                return await More(form, draft, page, session, http);
            case "delete":
                Carry(page, session);
                TalkPages.Delete(page);
                return StatusCodes.Status200OK;
            case "delete-yes":
                await conversations.Delete(session, http.RequestAborted);
                TalkPages.Deleted(page);
                return StatusCodes.Status200OK;
            default:
                return await Thread(page, session, draft, null, null, http);
        }
    }

    private async Task<int> Kept(TalkForm form, TalkPage page, Session session, HttpContext http)
    {
        if (session.Code is not { } code)
            return await Thread(page, session, default, null, null, http);
        var typed = form["group"u8].Span;
        Span<char> letters = stackalloc char[64];
        if (typed.Length <= letters.Length && code.IsGroup(session.Group, letters[..Encoding.UTF8.GetChars(typed, letters)]))
        {
            await conversations.CodeKept(session, http.RequestAborted);
            using var kept = session.WithoutCode();
            return await Thread(page, kept, default, null, null, http);
        }

        Carry(page, session);
        TalkPages.Code(page, code, session.Group, wrong: true);
        return StatusCodes.Status422UnprocessableEntity;
    }

    private async Task<int> More(TalkForm form, ReadOnlyMemory<byte> text, TalkPage page, Session session, HttpContext http)
    {
        var submission = Submission(form);
        if (Fault(page, text) is { } fault)
        {
            var shown = await Thread(page, session, text, submission, fault, http);
            return shown == StatusCodes.Status200OK ? StatusCodes.Status422UnprocessableEntity : shown;
        }

        using var thread = await conversations.Add(session, new(submission ?? RandomNumberGenerator.GetBytes(SubmissionBytes), text, page.Frame.Language.Code, ""), http.RequestAborted);
        if (thread is not null)
            return Shown(page, session, thread, default, null, null);
        // It was deleted meanwhile; the words can begin another.
        await beginning.Unsent(page, form, NewSubmission(), page.Words.PromptUnknown, full: false);
        return StatusCodes.Status422UnprocessableEntity;
    }

    private async Task<int> Thread(TalkPage page, Session session, ReadOnlyMemory<byte> draft, byte[]? submission, string? problem, HttpContext http)
    {
        using var thread = await conversations.Read(session, http.RequestAborted);
        if (thread is null)
        {
            TalkPages.Prompt(page, page.Words.PromptUnknown);
            return StatusCodes.Status200OK;
        }

        return Shown(page, session, thread, draft, submission, problem);
    }

    private int Shown(TalkPage page, Session session, OpenedThread thread, ReadOnlyMemory<byte> draft, byte[]? submission, string? problem)
    {
        Carry(page, session);
        TalkPages.Thread(page, thread, submission is null ? NewSubmission() : Shown(submission), draft.Span, problem);
        return StatusCodes.Status200OK;
    }

    // A session counts only while it was not ended by leaving.
    private async Task<Session?> Live(TalkForm form, CancellationToken cancel)
    {
        if (SessionToken.Read(form["token"u8].Span, sessions, time.GetUtcNow()) is not { } session)
            return null;
        if (!await reader.HasEnded(session.Ended(), cancel))
            return session;
        session.Dispose();
        return null;
    }

    private void Carry(TalkPage page, Session session)
    {
        page.Token = new byte[SessionToken.Letters];
        SessionToken.Write(session, sessions, time.GetUtcNow(), page.Token);
    }

    /// <summary>What is wrong with a message, or null.</summary>
    internal static string? Fault(TalkPage page, ReadOnlyMemory<byte> text)
    {
        if (text.Length == 0)
            return page.Words.ErrorEmpty;
        return Over(text.Span) is > 0 and var over ? page.Words.ErrorLong.Replace("{over}", over.ToString(page.Frame.Language.Culture), StringComparison.Ordinal) : null;
    }

    /// <summary>By how many letters a text is too long; 0 when it is not.</summary>
    internal static int Over(ReadOnlySpan<byte> text)
    {
        var letters = 0;
        foreach (var b in text)
            letters += (b & 0xC0) == 0x80 ? 0 : 1;
        return letters > TalkPages.LongestMessage || text.Length > MessageRecord.LongestText ? Math.Max(1, letters - TalkPages.LongestMessage) : 0;
    }

    internal static ReadOnlyMemory<byte> Trimmed(ReadOnlyMemory<byte> text)
    {
        var span = text.Span;
        var (from, to) = (0, span.Length);
        while (from < to && span[from] is (byte)' ' or (byte)'\n' or (byte)'\t')
            from++;
        while (to > from && span[to - 1] is (byte)' ' or (byte)'\n' or (byte)'\t')
            to--;
        return text[from..to];
    }

    private static byte[] NewSubmission() => Shown(RandomNumberGenerator.GetBytes(SubmissionBytes));

    private static byte[] Shown(byte[]? submission) => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(submission ?? RandomNumberGenerator.GetBytes(SubmissionBytes)));

    // One that is none of ours gets a new one: it would be somebody else's choice of a code.
    private static byte[]? Submission(TalkForm form)
    {
        var said = form["submission"u8].Span;
        var bytes = new byte[SubmissionBytes];
        return said.Length == 2 * SubmissionBytes && Convert.FromHexString(said, bytes, out _, out var written) == System.Buffers.OperationStatus.Done && written == SubmissionBytes ? bytes : null;
    }

    private static string Step(ReadOnlySpan<byte> said)
    {
        foreach (var step in new[] { "enter", "open", "kept", "check", "more", "delete", "delete-yes" })
        {
            if (Ascii.Equals(said, step))
                return step;
        }

        return "";
    }

    [LoggerMessage(LogLevel.Error, "A step of a conversation could not be done. {Reason}")]
    private static partial void LogFailed(ILogger log, string reason);
}
