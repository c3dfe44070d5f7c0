using System.Text;
using Cairn.Foundation.Text;
using Cairn.Help.Helpline.Seeker;
using NodaTime;

namespace Cairn.Help.Concerns;

/// <summary>What each of the report pages says. None asks for a name or an age, none takes a file, and each leads on: to a person, to a letter, or back.</summary>
internal static class ReportPages
{
    private const int Tall = 8, Low = 3;

    /// <summary>The first page while the line is open: danger, who tells, what happens then.</summary>
    public static void First(TalkPage page, ReportWords w)
    {
        page.Element("<h1>"u8, w.Heading).Element("<p class=\"lead\">"u8, w.Lead);
        InDanger(page, w);
        Who(page, w, page.Words.HaveCode);
        Steps(page, w);
        BackToYoung(page, w);
    }

    /// <summary>The line is closed: who is there, and a letter that is made without keeping anything.</summary>
    /// <param name="codes">Whether a code still opens a conversation.</param>
    public static void Closed(TalkPage page, ReportWords w, bool codes, byte[] cards)
    {
        page.Element("<h1>"u8, w.ClosedHeading).Element("<p class=\"lead\">"u8, w.ClosedLead);
        InDanger(page, w);
        page.Raw(cards);
        page.Element("<h2>"u8, w.LetterOfferHeading).Element("<p>"u8, w.LetterOffer);
        Who(page, w, codes ? page.Words.HaveCode : null);
        BackToYoung(page, w);
    }

    /// <summary>What to say to 999.</summary>
    public static void Danger(TalkPage page, ReportWords w)
    {
        page.Element("<h1>"u8, w.DangerPage).Raw("<p class=\"call\"><a href=\"tel:999\"><bdi dir=\"ltr\" class=\"number\"><b>999</b></bdi></a></p>\n<ol>\n"u8);
        foreach (var say in new[] { w.DangerSayWho, w.DangerSayWhere, w.DangerSayWhat, w.DangerSayStay })
            page.Element("<li>"u8, say);
        page.Raw("</ol>\n"u8).Element("<p>"u8, w.DangerYoung).Element("<p>"u8, w.DangerAfter).Form().Button(""u8, w.DangerBack, "second"u8).Raw("</form>\n"u8);
    }

    /// <summary>To whom it is said that they did right, and the limits, before the first box.</summary>
    public static void Before(TalkPage page, ReportWords w, Teller who)
    {
        var (heading, body) = who.Before(w);
        page.Element("<h1>"u8, heading).Element("<p class=\"lead\">"u8, body);
        InDanger(page, w);
        TalkPages.LimitsList(page);
        page.Form().Hidden("who"u8, Encoding.ASCII.GetBytes(who.Code)).Raw("<div class=\"steps-on\">\n"u8).Button("ask"u8, w.Begin).Button("enter"u8, page.Words.HaveCode, "second"u8).Raw("</div></form>\n"u8);
    }

    /// <summary>Three questions, of which the first alone needs an answer.</summary>
    /// <param name="open">Whether it can be sent; otherwise it becomes a letter.</param>
    /// <param name="cards">Ways to tell instead, when the line cannot take it.</param>
    public static void Ask(TalkPage page, ReportWords w, Told told, byte[] submission, string? problem, bool open, WaysToTell ways, byte[]? cards)
    {
        page.Problem(problem, "text"u8).Element("<h1>"u8, w.AskHeading).Element("<p class=\"lead\">"u8, w.AskLead);
        if (!open)
            page.Element("<p class=\"panel\">"u8, w.LetterOffer);
        // Whoever came from a page of before the line closed has not seen it here.
        if (!open && problem is null)
            InDanger(page, w);
        page.Form().Hidden("submission"u8, submission).Hidden("who"u8, Encoding.ASCII.GetBytes(told.Who.Code));
        Box(page, "text"u8, w.AskWhat, w.AskWhatHint, told.What.Span, Tall, problem is not null && cards is null, page.Words.WriteLimit);
        Box(page, "whom"u8, told.Who.AskWhom(w), w.AskWhomHint, told.Whom.Span, Low, false, null);
        Box(page, "person"u8, w.AskPerson, w.AskPersonHint, told.Person.Span, Low, false, null);
        Pictures(page, w, told.Who, ways);
        page.Raw("<div class=\"steps-on\">\n"u8);
        if (open)
            page.Button("review"u8, w.Review).Button("letter"u8, w.ReviewLetter, "second"u8);
        else
            page.Button("letter"u8, w.ReviewLetter);
        page.Raw("</div></form>\n"u8);
        if (cards is not null)
            page.Element("<h2>"u8, page.Words.Ways).Raw(cards);
    }

    /// <summary>What was written, before it is sent.</summary>
    public static void Review(TalkPage page, ReportWords w, Told told, byte[] submission)
    {
        page.Element("<h1>"u8, w.ReviewHeading).Raw("<dl class=\"told\">\n"u8);
        foreach (var (question, answer) in new[] { (w.AskWhat, told.What), (told.Who.AskWhom(w), told.Whom), (w.AskPerson, told.Person) })
        {
            page.Element("<dt>"u8, question);
            if (answer.Length > 0)
                page.Raw("<dd class=\"words\" dir=\"auto\">"u8).Text(answer.Span).Raw("</dd>\n"u8);
            else
                page.Element("<dd class=\"small\">"u8, w.ReviewEmpty);
        }

        page.Raw("</dl>\n"u8).Form();
        Carry(page, told, submission);
        page.Raw("<div class=\"steps-on\">\n"u8).Button("send"u8, w.ReviewSend).Button("ask"u8, w.ReviewChange, "second"u8).Button("letter"u8, w.ReviewLetter, "second"u8).Raw("</div></form>\n"u8);
    }

    /// <summary>The same words as a letter to print or copy. Nothing of it is kept.</summary>
    /// <param name="copy">The language and words around the person's own, when a copy for the police is shown.</param>
    public static void Letter(
        TalkPage page, ReportWords w, Told told, byte[] submission, Receiver to, (Language Language, ReportWords Words)? copy, LocalDate today, bool open, WaysToTell ways)
    {
        page.Element("<h1>"u8, w.LetterHeading).Element("<p class=\"lead\">"u8, w.LetterLead).Element("<p class=\"small\">"u8, w.LetterPrint);
        var (language, around) = copy ?? (page.Frame.Language, w);
        page.Raw("<article class=\"letter\" lang=\""u8).Text(language.Code).Raw("\" dir=\""u8).Text(language.Direction).Raw("\">\n"u8).Element("<p>"u8, told.Who.Opening(around));
        if (copy is not null)
            page.Element("<p>"u8, around.LetterAsWritten.Replace("{language}", page.Frame.Language.Culture.EnglishName, StringComparison.Ordinal));
        foreach (var (heading, answer) in new[] { (around.LetterWhat, told.What), (around.LetterWhom, told.Whom), (around.LetterPerson, told.Person) })
        {
            if (answer.Length > 0)
                page.Element("<h2>"u8, heading).Raw("<p class=\"words\" dir=\"auto\">"u8).Text(answer.Span).Raw("</p>\n"u8);
        }

        page.Element("<p>"u8, around.LetterClose).Element("<p>"u8, around.LetterDay.Replace("{day}", today.ToString("d MMMM uuuu", language.Culture), StringComparison.Ordinal)).Raw("</article>\n"u8);
        page.Form();
        Carry(page, told, submission);
        if (copy is not null)
            page.Hidden("english"u8, "yes"u8);
        page.Raw("<fieldset class=\"govuk-fieldset\">"u8).Element("<legend class=\"govuk-fieldset__legend\">"u8, w.LetterToLegend).Raw("<div class=\"govuk-radios\">\n"u8);
        foreach (var receiver in Receiver.All)
        {
            page.Raw("<div class=\"govuk-radios__item\"><input class=\"govuk-radios__input\" type=\"radio\" name=\"to\" id=\"to-"u8).Text(receiver.Code).Raw("\" value=\""u8).Text(receiver.Code).Raw(receiver == to ? "\" checked>"u8 : "\">"u8);
            page.Raw("<label class=\"govuk-label govuk-radios__label\" for=\"to-"u8).Text(receiver.Code).Raw("\">"u8).Text(receiver.Name(w)).Raw("</label></div>\n"u8);
        }

        page.Raw("</div></fieldset>\n<p>"u8);
        Number(page, to.How(w));
        page.Raw("</p>\n"u8);
        if (to.Service is { } id && ways.Named(id) is { } service)
            Link(page.Raw("<p>"u8), service).Raw("</p>\n"u8);
        page.Raw("<div class=\"steps-on\">\n"u8);
        if (open)
            page.Button("review"u8, w.Review);
        page.Button("letter"u8, w.LetterToShow, "second"u8).Button("ask"u8, w.LetterBack, "second"u8).Raw("</div></form>\n"u8);
        if (ReportBeginning.English(page) is not null)
            OtherLanguage(page, w, told, submission, to, copy is not null);
        if (!open)
            TalkPages.Ways(page);
    }

    // A form of its own: its button says what the next page is in, whatever this one is in.
    private static void OtherLanguage(TalkPage page, ReportWords w, Told told, byte[] submission, Receiver to, bool english)
    {
        page.Form();
        Carry(page, told, submission);
        page.Hidden("to"u8, Encoding.ASCII.GetBytes(to.Code));
        if (!english)
            page.Hidden("english"u8, "yes"u8);
        page.Button("letter"u8, english ? w.LetterOwn : w.LetterEnglish, "second"u8).Raw("</form>\n"u8);
    }

    private static void InDanger(TalkPage page, ReportWords w)
    {
        page.Raw("<section class=\"panel urgent\">"u8).Element("<h2>"u8, w.DangerHeading).Raw("<p>"u8);
        TalkPages.Danger(page, w.DangerLead);
        page.Raw("</p>"u8).Form().Button("danger"u8, w.DangerOpen, "second"u8).Raw("</form></section>\n"u8);
    }

    private static void Who(TalkPage page, ReportWords w, string? code)
    {
        page.Form().Element("<h2>"u8, w.WhoLegend).Element("<p class=\"govuk-hint\">"u8, w.WhoHint).Raw("<div class=\"choices\">\n"u8);
        foreach (var teller in Teller.All)
            page.Button(Encoding.ASCII.GetBytes(teller.Step), teller.Name(w));
        page.Raw("</div>\n"u8);
        if (code is not null)
            page.Button("enter"u8, code, "second"u8);
        page.Raw("</form>\n"u8);
    }

    private static void Steps(TalkPage page, ReportWords w)
    {
        page.Element("<h2 id=\"steps\">"u8, w.StepsHeading).Raw("<ol class=\"telling\">\n"u8);
        foreach (var (picture, words) in TellingSteps.In(w))
            page.Raw("<li><svg viewBox=\"0 0 24 24\" width=\"40\" height=\"40\" aria-hidden=\"true\" focusable=\"false\"><path d=\""u8).Text(picture).Raw("\"/></svg>"u8).Element("<span>"u8, words).Raw("</li>\n"u8);
        page.Raw("</ol>\n"u8);
    }

    private static void BackToYoung(TalkPage page, ReportWords w) =>
        page.Raw("<p><a href=\"/"u8).Text(page.Frame.Language.Code).Raw("/young-people\">"u8).Text(w.BackYoung).Raw("</a></p>\n"u8);

    private static void Pictures(TalkPage page, ReportWords w, Teller who, WaysToTell ways)
    {
        page.Raw("<section class=\"panel\">"u8).Element("<h2>"u8, w.PicturesHeading).Element("<p>"u8, w.PicturesNone);
        if (who == Teller.Young)
            Naming(page, w.PicturesOwn, ways.Named("report-remove"));
        else
            Naming(page, w.PicturesChild, ways.Named("report-remove"));
        Naming(page, w.PicturesSeen, ways.Named("iwf"));
        page.Raw("</section>\n"u8);
    }

    // What is not shown today is not named either.
    private static void Naming(TalkPage page, string words, (string Name, string Href)? service)
    {
        if (service is not { } shown)
            return;
        var parts = words.Split("{service}", 2);
        Link(page.Raw("<p>"u8).Text(parts[0]), shown).Text(parts[^1]).Raw("</p>\n"u8);
    }

    private static TalkPage Link(TalkPage page, (string Name, string Href) service) =>
        page.Raw("<a rel=\"noreferrer\" href=\""u8).Text(service.Href).Raw("\"><bdi>"u8).Text(service.Name).Raw("</bdi></a>"u8);

    private static void Number(TalkPage page, string words)
    {
        var parts = words.Split("{101}");
        page.Text(parts[0]);
        foreach (var rest in parts.Skip(1))
            page.Raw("<a class=\"number\" href=\"tel:101\">101</a>"u8).Text(rest);
    }

    private static void Carry(TalkPage page, Told told, byte[] submission) =>
        page.Hidden("submission"u8, submission).Hidden("who"u8, Encoding.ASCII.GetBytes(told.Who.Code)).Hidden("text"u8, told.What.Span).Hidden("whom"u8, told.Whom.Span).Hidden("person"u8, told.Person.Span);

    private static void Box(TalkPage page, ReadOnlySpan<byte> name, string label, string hint, ReadOnlySpan<byte> text, int rows, bool wrong, string? limit)
    {
        page.Raw(wrong ? "<div class=\"govuk-form-group govuk-form-group--error\"><label class=\"govuk-label\" for=\""u8 : "<div class=\"govuk-form-group\"><label class=\"govuk-label\" for=\""u8).Raw(name).Raw("\">"u8).Text(label);
        page.Raw("</label><p class=\"govuk-hint\" id=\""u8).Raw(name).Raw("-hint\">"u8).Text(hint).Raw("</p><textarea class=\"govuk-textarea\" id=\""u8).Raw(name).Raw("\" name=\""u8).Raw(name).Raw("\" rows=\""u8).Text(rows == Tall ? "8" : "3");
        page.Raw("\" dir=\"auto\" spellcheck=\"false\" autocomplete=\"off\" aria-describedby=\""u8).Raw(name).Raw("-hint"u8);
        if (limit is not null)
            page.Raw(" "u8).Raw(name).Raw("-limit"u8);
        page.Raw("\">\n"u8).Text(text).Raw("</textarea>"u8);
        if (limit is not null)
            page.Raw("<p class=\"small\" id=\""u8).Raw(name).Raw("-limit\">"u8).Text(limit).Raw("</p>"u8);
        page.Raw("</div>\n"u8);
    }
}
