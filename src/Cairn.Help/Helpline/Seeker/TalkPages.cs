using System.Globalization;
using System.Text;
using Cairn.Help.Helpline.Threads;
using Cairn.Help.Sealing;

namespace Cairn.Help.Helpline.Seeker;

/// <summary>What each of the seeker's pages says. All are answers to a post at one address, but the first.</summary>
internal static class TalkPages
{
    /// <summary>Letters a message may have.</summary>
    public const int LongestMessage = 16_000;

    /// <summary>Days a conversation is kept, and days after which copies are gone.</summary>
    private const int Days = 30, CopyDays = 7;

    private static readonly string[] Worries = ["myself", "someone", "child", "happened", ""];

    /// <summary>Whether a word is one of the choices.</summary>
    public static string Worry(ReadOnlySpan<byte> said)
    {
        foreach (var worry in Worries)
        {
            if (worry.Length > 0 && Ascii.Equals(said, worry))
                return worry;
        }

        return "";
    }

    /// <summary>The first page: what this line can and cannot do, before the first word.</summary>
    public static void Limits(TalkPage page)
    {
        var w = page.Words;
        page.Element("<h1>"u8, w.Heading).Element("<p class=\"lead\">"u8, w.Lead);
        LimitsList(page);
        page.Form().Raw("<div class=\"steps-on\">\n"u8).Button("write"u8, w.Begin).Button("enter"u8, w.HaveCode, "second"u8).Raw("</div></form>\n"u8);
    }

    /// <summary>What a line can and cannot do, with its heading.</summary>
    public static void LimitsList(TalkPage page)
    {
        var w = page.Words;
        page.Element("<h2>"u8, w.LimitsHeading).Raw("<ul>\n"u8);
        page.Element("<li>"u8, w.LimitsUnknown);
        page.Raw("<li>"u8);
        Danger(page, w.LimitsDanger);
        page.Raw("</li>\n"u8).Element("<li>"u8, w.LimitsChildline);
        if (page.Terms is { } terms)
        {
            page.Raw("</ul>\n"u8);
            PassedOn(page, terms);
            page.Raw("<ul>\n"u8);
        }
        else
        {
            page.Raw("<li>"u8).Text(w.LimitsPassed).Raw("\n<ul>\n"u8);
            foreach (var reason in new[] { w.LimitsChild, w.LimitsLife, w.LimitsOffence, w.LimitsCourt })
                page.Element("<li>"u8, reason);
            page.Raw("</ul></li>\n"u8);
        }

        var kept = w.LimitsKept.Replace("{days}", Days.ToString(page.Frame.Language.Culture), StringComparison.Ordinal).Replace("{copies}", CopyDays.ToString(page.Frame.Language.Culture), StringComparison.Ordinal);
        foreach (var limit in new[] { w.LimitsRecovery, kept, w.LimitsDelete, w.LimitsDevice, w.LimitsNetwork })
            page.Element("<li>"u8, limit);
        page.Raw("</ul>\n"u8);
        if (page.Terms is { } promised)
            page.Element("<p>"u8, w.ReplyTime.Replace("{time}", promised.ReplyTimeIn(w, page.Frame.Language.Culture), StringComparison.Ordinal));
    }

    /// <summary>The line is not open here: where there is help.</summary>
    /// <param name="codes">Whether a code still opens a conversation: there is a desk, but nobody is at it.</param>
    public static void Closed(TalkPage page, bool codes)
    {
        var w = page.Words;
        page.Element("<h1>"u8, w.ClosedHeading).Element("<p class=\"lead\">"u8, codes ? w.ClosedNobody : w.ClosedHere);
        if (codes)
            page.Element("<p>"u8, w.ClosedKeep).Form().Raw("<div class=\"steps-on\">\n"u8).Button("enter"u8, w.HaveCode, "second"u8).Raw("</div></form>\n"u8);
        Ways(page);
    }

    public static void Write(TalkPage page, ReadOnlySpan<byte> submission, ReadOnlySpan<byte> text, string worry, string? problem, bool full = false)
    {
        var w = page.Words;
        page.Problem(problem, "text"u8).Element("<h1>"u8, w.WriteHeading).Form().Hidden("submission"u8, submission);
        Box(page, w.WriteLabel, text, problem is not null && !full);
        page.Raw("<fieldset class=\"govuk-fieldset\">"u8).Element("<legend class=\"govuk-fieldset__legend\">"u8, w.WorryLegend).Raw("<div class=\"govuk-radios\">\n"u8);
        foreach (var choice in Worries)
        {
            var id = choice.Length > 0 ? choice : "unsaid";
            page.Raw("<div class=\"govuk-radios__item\"><input class=\"govuk-radios__input\" type=\"radio\" name=\"worry\" id=\"worry-"u8).Text(id).Raw("\" value=\""u8).Text(choice).Raw(choice == worry ? "\" checked>"u8 : "\">"u8);
            page.Raw("<label class=\"govuk-label govuk-radios__label\" for=\"worry-"u8).Text(id).Raw("\">"u8).Text(choice switch
            {
                "myself" => w.WorryMyself,
                "someone" => w.WorrySomeone,
                "child" => w.WorryChild,
                "happened" => w.WorryHappened,
                _ => w.WorryUnsaid,
            }).Raw("</label></div>\n"u8);
        }

        page.Raw("</div></fieldset>\n<div class=\"steps-on\">"u8).Button("send"u8, w.Send).Raw("</div></form>\n"u8);
        if (full)
            Ways(page);
    }

    /// <summary>The code, once; a group of it is typed back before the page goes on.</summary>
    public static void Code(TalkPage page, SeekerCode code, int group, bool wrong)
    {
        var w = page.Words;
        var number = (group + 1).ToString(CultureInfo.InvariantCulture);
        page.Problem(wrong ? w.CodeWrong.Replace("{number}", number, StringComparison.Ordinal) : null, "group"u8);
        page.Element("<h1>"u8, w.CodeHeading).Element("<p class=\"lead\">"u8, w.CodeLead).Raw("<dl class=\"code\">\n"u8).Element("<dt>"u8, w.CodeLetters).Raw("<dd dir=\"ltr\">"u8);
        Span<byte> letters = stackalloc byte[SeekerCode.GroupLength];
        for (var g = 0; g < SeekerCode.Groups; g++)
        {
            code.WriteGroup(g, letters);
            page.Raw("<span>"u8).Text(letters).Raw(g == SeekerCode.Groups - 1 ? "</span>"u8 : "</span> "u8);
        }

        page.Raw("</dd>\n"u8).Element("<dt>"u8, w.CodeDigits).Raw("<dd dir=\"ltr\">"u8);
        Span<byte> digits = stackalloc byte[SeekerCode.Digits];
        code.WriteDigits(digits);
        for (var from = 0; from < digits.Length; from += 4)
            page.Raw("<span>"u8).Text(digits[from..Math.Min(from + 4, digits.Length)]).Raw("</span> "u8);
        letters.Clear();
        digits.Clear();
        page.Raw("</dd></dl>\n"u8).Element("<p>"u8, w.CodeKeep).Element("<p>"u8, w.CodeDanger).Form();
        page.Raw("<div class=\"govuk-form-group\">"u8).Element("<label class=\"govuk-label\" for=\"group\">"u8, w.CodeRetype.Replace("{number}", number, StringComparison.Ordinal));
        page.Raw("<input class=\"govuk-input\" id=\"group\" name=\"group\" dir=\"ltr\" size=\"8\" maxlength=\"12\" autocapitalize=\"characters\" spellcheck=\"false\" autocomplete=\"off\"></div>\n"u8);
        page.Button("kept"u8, w.CodeGo).Raw("</form>\n"u8);
    }

    public static void Prompt(TalkPage page, string? problem)
    {
        var w = page.Words;
        page.Problem(problem, "code"u8).Element("<h1>"u8, w.PromptHeading).Form();
        page.Raw("<div class=\"govuk-form-group\">"u8).Element("<label class=\"govuk-label\" for=\"code\">"u8, w.PromptLabel).Element("<p class=\"govuk-hint\" id=\"code-hint\">"u8, w.PromptHint);
        page.Raw("<input class=\"govuk-input\" id=\"code\" name=\"code\" dir=\"ltr\" size=\"40\" maxlength=\"80\" aria-describedby=\"code-hint\" autocapitalize=\"characters\" spellcheck=\"false\" autocomplete=\"off\"></div>\n"u8);
        page.Button("open"u8, w.PromptOpen).Raw("</form>\n"u8);
    }

    /// <param name="draft">What stands in the box already: checking for a reply loses nothing.</param>
    public static void Thread(TalkPage page, OpenedThread thread, ReadOnlySpan<byte> submission, ReadOnlySpan<byte> draft, string? problem)
    {
        var w = page.Words;
        page.Problem(problem, "text"u8).Element("<h1>"u8, w.ThreadHeading);
        var culture = page.Frame.Language.Culture;
        var day = DateOnly.FromDayNumber(DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber + thread.Opened.Day).ToString("d MMMM yyyy", culture);
        page.Element("<p class=\"small\">"u8, w.ThreadOpened.Replace("{count}", thread.Opened.Count.ToString(culture), StringComparison.Ordinal).Replace("{day}", day, StringComparison.Ordinal));
        if (!thread.Whole)
            page.Element("<p class=\"panel problem\" role=\"alert\">"u8, w.ThreadChanged);
        if (thread.Recovered)
            page.Element("<p class=\"panel\">"u8, w.ThreadRecovered);
        page.Raw("<ol class=\"thread\">\n"u8);
        foreach (var message in thread.Messages)
            Message(page, message);
        page.Raw("</ol>\n"u8).Form().Hidden("submission"u8, submission);
        Box(page, w.MoreLabel, draft, problem is not null);
        page.Raw("<div class=\"steps-on\">\n"u8).Button("more"u8, w.MoreSend).Button("check"u8, w.Check, "second"u8).Button("delete"u8, w.Delete, "quiet"u8).Raw("</div></form>\n"u8);
    }

    /// <summary>A message inside a conversation could not be kept: the words stay in the box.</summary>
    public static void Unsent(TalkPage page, ReadOnlySpan<byte> submission, ReadOnlySpan<byte> draft)
    {
        var w = page.Words;
        page.Problem(w.ErrorNotSent, "text"u8).Element("<h1>"u8, w.ThreadHeading).Form().Hidden("submission"u8, submission);
        Box(page, w.MoreLabel, draft, wrong: true);
        page.Raw("<div class=\"steps-on\">\n"u8).Button("more"u8, w.MoreSend).Button("check"u8, w.Check, "second"u8).Raw("</div></form>\n"u8);
    }

    public static void Delete(TalkPage page)
    {
        var w = page.Words;
        page.Element("<h1>"u8, w.DeleteHeading).Element("<p class=\"lead\">"u8, w.DeleteBody).Element("<p>"u8, w.DeleteFlagged).Form();
        page.Raw("<div class=\"steps-on\">\n"u8).Button("delete-yes"u8, w.DeleteYes).Button("check"u8, w.DeleteNo, "second"u8).Raw("</div></form>\n"u8);
    }

    public static void Deleted(TalkPage page)
    {
        page.Element("<h1>"u8, page.Words.DeletedHeading).Element("<p class=\"lead\">"u8, page.Words.DeletedBody);
        Ways(page);
    }

    public static void Left(TalkPage page)
    {
        page.Element("<h1>"u8, page.Words.LeftHeading).Element("<p class=\"lead\">"u8, page.Words.LeftBody).Raw("<p><a class=\"leave\" rel=\"noreferrer nofollow\" href=\""u8).Text(page.Frame.ExitAddress).Raw("\">"u8).Text(page.Frame.Words.Leave).Raw("</a></p>\n"u8);
    }

    public static void Ways(TalkPage page) =>
        page.Element("<h2>"u8, page.Words.Ways).Raw("<p><a class=\"button\" href=\"/"u8).Text(page.Frame.Language.Code).Raw("/find-help\">"u8).Text(page.Frame.Words.FindHelp).Raw("</a></p>\n"u8);

    private static void Message(TalkPage page, OpenedMessage message)
    {
        var w = page.Words;
        var read = MessageRecord.TryRead(message.Record is { } opened ? opened.Span : [], out var record);
        page.Raw(message.Sender switch { Sender.Seeker => "<li class=\"said own\">"u8, Sender.Adviser => "<li class=\"said adviser\">"u8, _ => "<li class=\"said\">"u8 });
        page.Raw("<p class=\"who\">"u8).Text(message.Sender switch { Sender.Seeker => w.ThreadYou, Sender.Adviser => w.ThreadAdviser, _ => w.ThreadAutomatic });
        if (read && record.Alias.Length > 0)
            page.Raw(" <bdi>"u8).Text(record.Alias).Raw("</bdi>"u8);
        page.Raw("</p>"u8);
        if (read)
            page.Raw("<p class=\"words\" dir=\"auto\">"u8).Text(record.Text).Raw("</p></li>\n"u8);
        else
            page.Raw("<p class=\"words\">"u8).Text(w.ThreadMissing).Raw("</p></li>\n"u8);
    }

    private static void Box(TalkPage page, string label, ReadOnlySpan<byte> text, bool wrong)
    {
        var w = page.Words;
        page.Raw(wrong ? "<div class=\"govuk-form-group govuk-form-group--error\">"u8 : "<div class=\"govuk-form-group\">"u8).Element("<label class=\"govuk-label\" for=\"text\">"u8, label);
        page.Element("<p class=\"govuk-hint\" id=\"text-hint\">"u8, w.WriteHint).Raw("<textarea class=\"govuk-textarea\" id=\"text\" name=\"text\" rows=\"8\" dir=\"auto\" spellcheck=\"false\" autocomplete=\"off\" aria-describedby=\"text-hint text-limit\">\n"u8);
        page.Text(text).Raw("</textarea>"u8).Element("<p class=\"small\" id=\"text-limit\">"u8, w.WriteLimit).Raw("</div>\n"u8);
    }

    /// <summary>What is passed on and to whom, in the words of whoever answers for the line; our own list of reasons would say it a second time, and differently.</summary>
    private static void PassedOn(TalkPage page, HelplineTerms terms)
    {
        var w = page.Words;
        var own = page.Frame.Language;
        var language = terms.Limits.ContainsKey(own) ? own : page.Frame.Languages[0];
        page.Raw("<div class=\"panel\">\n"u8).Element("<h3>"u8, w.LimitsOwn);
        page.Raw("<p>"u8);
        Filled(page, w.LimitsBody, ("{body}", terms.ResponsibleBody));
        page.Raw("</p>\n"u8);
        foreach (var paragraph in terms.Limits[language].ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            page.Raw("<p lang=\""u8).Text(language.Code).Raw("\" dir=\""u8).Text(language.Direction).Raw("\">"u8).Text(paragraph).Raw("</p>\n"u8);
        page.Raw("<p class=\"small\">"u8);
        Filled(page, w.LimitsApproved, ("{approver}", terms.ApprovedBy), ("{day}", terms.ReviewedOn.ToString("d MMMM uuuu", own.Culture)));
        page.Raw("</p></div>\n"u8);
    }

    /// <summary>Words with names in their holes; a name may run the other way than the sentence.</summary>
    private static void Filled(TalkPage page, string words, params ReadOnlySpan<(string Hole, string Name)> names)
    {
        while (true)
        {
            var (at, hole, name) = (words.Length, "", "");
            foreach (var (asked, given) in names)
            {
                var found = words.IndexOf(asked, StringComparison.Ordinal);
                if (found >= 0 && found < at)
                    (at, hole, name) = (found, asked, given);
            }

            page.Text(words[..at]);
            if (hole.Length == 0)
                return;
            page.Raw("<bdi>"u8).Text(name).Raw("</bdi>"u8);
            words = words[(at + hole.Length)..];
        }
    }

    /// <summary>Words with the emergency number as a link.</summary>
    public static void Danger(TalkPage page, string words)
    {
        var parts = words.Split("{999}");
        page.Text(parts[0]);
        foreach (var rest in parts.Skip(1))
            page.Raw("<a class=\"number\" href=\"tel:999\">999</a>"u8).Text(rest);
    }
}
