using System.Net;
using System.Text;
using Cairn.Help;
using Cairn.Tests.Help.Helpline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Help.Concerns;

/// <summary>The report pages over HTTP: how somebody tells, and rows 8, 9, 13, 15, 17 to 19, 21, 23 to 25 of the test table on this route.</summary>
public sealed class ReportRouteTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("young")]
    [InlineData("parent")]
    [InlineData("professional")]
    [InlineData("other")]
    public async Task Whoever_tells_one_sentence_is_heard_and_comes_back_with_the_code(string who)
    {
        await using var cairn = await ARehearsal.Start();
        var teller = Teller(cairn);

        await teller.Tells(who, " a blorptang \n");
        teller.MustBe(HttpStatusCode.OK, "Keep this code");
        var code = teller.Code;
        await teller.KeepsTheCode();
        Assert.Equal(["a blorptang", "Rehearsal: nobody will read this."], teller.Messages);

        // The code opens it on both of the site's pages for codes: whoever comes back need not remember which it was.
        foreach (var line in new[] { "report", "talk" })
        {
            var back = new SeekerByHand(cairn, line: line);
            await back.Opens();
            await back.Step("enter");
            await back.Step("open", ("code", code));
            Assert.Equal("a blorptang", back.Messages[0]);
        }

        await teller.Step("delete");
        await teller.Step("delete-yes");
        teller.MustBe(HttpStatusCode.OK, "It is deleted");
        Assert.Equal(0, await Conversations(cairn));
    }

    [Fact]
    public async Task Three_answers_become_one_message_under_their_questions_and_nothing_is_lost_on_the_way()
    {
        await using var cairn = await ARehearsal.Start();
        var teller = Teller(cairn);
        await teller.Opens();
        await teller.Step("who-parent");
        await teller.Step("ask");
        await teller.Step("review", ("text", "a blorptang\n\nand more"), ("whom", "my zint"), ("person", "a quandril & co"));
        teller.MustBe(HttpStatusCode.OK, "Is this what you want to say?");

        await teller.Step("letter");
        teller.MustBe(HttpStatusCode.OK, "Your letter");
        await teller.Step("ask");
        Assert.Equal(["a blorptang\n\nand more", "my zint", "a quandril & co"], teller.Page.QuerySelectorAll("textarea").Select(b => b.TextContent));
        await teller.Step("review", ("text", "a blorptang\n\nand more"), ("whom", "my zint"), ("person", "a quandril & co"));
        await teller.Step("send");
        await teller.KeepsTheCode();

        Assert.Equal("What happened, or what worries you?\na blorptang\n\nand more\n\nWhich child is it about?\nmy zint\n\nWhat do you know about the person who did it?\na quandril & co", teller.Messages[0]);
    }

    [Fact]
    public async Task Without_a_word_in_the_first_box_it_says_so_kindly_and_keeps_the_others()
    {
        await using var cairn = await ARehearsal.Start();
        var teller = Teller(cairn);

        foreach (var step in new[] { "review", "send", "letter" })
        {
            await teller.Post("/en/report", ("step", step), ("who", "young"), ("text", " \n"), ("whom", "a zint"));
            teller.MustBe(HttpStatusCode.UnprocessableEntity, "What happened?");
            Assert.Contains("One sentence is enough.", teller.Page.QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("a zint", teller.Page.QuerySelector("#whom")!.TextContent);
        }

        Assert.Equal(0, await Conversations(cairn));
    }

    [Fact]
    public async Task Row_8_a_form_that_is_sent_ten_times_at_once_begins_one_conversation()
    {
        await using var cairn = await ARehearsal.Start();
        var submission = PostedTalk.NewSubmission();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => cairn.Http.Posted("/en/report", ("step", "send"), ("who", "young"), ("text", "a blorptang"), ("submission", submission))));

        Assert.All(answers, a => Assert.Equal("Keep this code", a.Heading));
        Assert.Single(answers.Select(a => a.Code).Distinct());
        Assert.Equal(1, await Conversations(cairn));
    }

    [Theory]
    [InlineData("DELETE FROM help_message WHERE sequence = 2")]
    [InlineData("UPDATE help_message SET sequence = 4 WHERE sequence = 1")]
    [InlineData("UPDATE help_message SET nonce = (SELECT m.nonce FROM help_message m WHERE m.sequence = 1), sealed = (SELECT m.sealed FROM help_message m WHERE m.sequence = 1) WHERE sequence = 3")]
    public async Task Row_9_what_was_taken_out_of_the_middle_moved_or_doubled_is_said(string change)
    {
        await using var database = await TestDatabase.Empty(Engine.Sqlite);
        await using var cairn = await ARehearsal.On(database);
        var teller = Teller(cairn);
        await teller.Tells("young", "a blorptang");
        await teller.KeepsTheCode();
        await teller.Step("more", ("text", "a zint"));
        Assert.DoesNotContain("does not fit together", teller.Html, StringComparison.Ordinal);

        await database.Sql("help", change);
        await teller.Step("check");

        Assert.Contains("does not fit together", teller.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_13_a_hundred_wrong_codes_lock_nobody_out()
    {
        await using var cairn = await ARehearsal.Start();
        var teller = Teller(cairn);
        await teller.Tells("other", "a blorptang");
        var code = teller.Code;
        await teller.KeepsTheCode();
        for (var i = 0; i < 100; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cairn.Http.Posted("/en/report", ("step", "open"), ("code", "7KM2-7KM2-7KM2-7KM2-7KM2"))).Status);

        Assert.Equal("a blorptang", (await cairn.Http.Posted("/en/report", ("step", "open"), ("code", code))).Messages[0]);
    }

    [Fact]
    public async Task Row_15_three_hundred_people_of_one_school_tell_at_once_and_none_is_refused()
    {
        await using var cairn = await ARehearsal.Start();

        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => cairn.Http.Posted("/en/report", ("step", "send"), ("who", "young"), ("text", $"blorptang {i}"), ("submission", i.ToString("x32")))));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        Assert.Equal(300, await Conversations(cairn));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("ہ")]
    [InlineData("🙂")]
    public async Task Row_17_sixteen_thousand_letters_in_all_pass_and_one_more_is_told_and_kept_in_the_boxes(string letter)
    {
        await using var cairn = await ARehearsal.Start();
        var teller = Teller(cairn);
        var longest = string.Concat(Enumerable.Repeat(letter, 16_000));

        await teller.Opens();
        await teller.Step("who-young");
        await teller.Step("ask");
        await teller.Step("review", ("text", longest + letter));
        teller.MustBe(HttpStatusCode.UnprocessableEntity, "What happened?");
        Assert.Contains("too long by 1 letters", teller.Html, StringComparison.Ordinal);
        Assert.Equal(longest + letter, teller.Page.QuerySelector("#text")!.TextContent);
        await teller.Step("review", ("text", longest));
        await teller.Step("send");
        teller.MustBe(HttpStatusCode.OK, "Keep this code");
        await teller.KeepsTheCode();
        Assert.Equal(longest, teller.Messages[0]);
    }

    [Theory]
    [InlineData("step=send&text=%", HttpStatusCode.BadRequest)]
    [InlineData("step=review&text=%00", HttpStatusCode.BadRequest)]
    [InlineData("step=letter&text=%ff%fe", HttpStatusCode.BadRequest)]
    [InlineData("a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a", HttpStatusCode.BadRequest)]
    [InlineData("step=who-blorptang", HttpStatusCode.OK)]
    [InlineData("step=blorptang", HttpStatusCode.OK)]
    [InlineData("step=ask&who=blorptang", HttpStatusCode.OK)]
    [InlineData("&&&===", HttpStatusCode.OK)]
    public async Task Row_17_what_is_no_form_is_refused_before_anything_is_done(string body, HttpStatusCode status)
    {
        await using var cairn = await ARehearsal.Start();

        using var content = new StringContent(body, Encoding.ASCII, "application/x-www-form-urlencoded");
        using var answer = await cairn.Http.PostAsync("/en/report", content, Stop);
        using var large = new StringContent("step=send&text=" + new string('a', 1_200_000), Encoding.ASCII, "application/x-www-form-urlencoded");
        using var tooLarge = await cairn.Http.PostAsync("/en/report", large, Stop);

        Assert.Equal((status, HttpStatusCode.RequestEntityTooLarge), (answer.StatusCode, tooLarge.StatusCode));
        Assert.DoesNotContain("blorptang", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(0, await Conversations(cairn));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "https://blorptang.invalid")]
    [InlineData("Origin", "null")]
    public async Task Row_18_a_form_of_another_site_is_refused_and_changes_nothing(string header, string value)
    {
        await using var cairn = await ARehearsal.Start();

        foreach (var step in new[] { "send", "letter", "delete-yes", "who-young" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/en/report");
            request.Headers.Add(header, value);
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("step", step), KeyValuePair.Create("text", "a blorptang")]);
            using var answer = await cairn.Http.SendAsync(request, Stop);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Equal(0, await Conversations(cairn));
    }

    [Fact]
    public async Task Rows_19_and_20_what_somebody_writes_is_never_markup_nor_a_link_on_any_page()
    {
        await using var cairn = await ARehearsal.Start();
        const string Hostile = "</textarea></dd></p></article><script>alert(1)</script><img src=x onerror='alert(2)'>\"&amp;<!-- https://blorptang.invalid";
        var teller = Teller(cairn);

        await teller.Opens();
        await teller.Step("who-other");
        await teller.Step("ask");
        foreach (var step in new[] { "review", "letter", "ask" })
        {
            await teller.Step(step, step == "review" ? [("text", Hostile), ("whom", Hostile), ("person", Hostile)] : []);
            Assert.Equal(3, teller.Page.QuerySelectorAll(step == "ask" ? "textarea" : ".words").Count(w => w.TextContent == Hostile));
            Harmless();
        }

        await teller.Step("review", ("text", Hostile), ("whom", Hostile), ("person", Hostile));
        await teller.Step("send");
        await teller.KeepsTheCode();
        Assert.Contains(Hostile, teller.Messages[0], StringComparison.Ordinal);
        Harmless();

        void Harmless()
        {
            Assert.Empty(teller.Page.QuerySelectorAll("script, img, [onerror]"));
            Assert.DoesNotContain(teller.Page.QuerySelectorAll("a"), a => a.GetAttribute("href")!.Contains("blorptang", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("gd")]
    [InlineData("pl")]
    [InlineData("ur")]
    [InlineData("cy")]
    public async Task Rows_21_24_and_25_every_answer_is_never_kept_never_compressed_without_a_cookie_and_small_in_every_language(string language)
    {
        await using var cairn = await RunningCairn.Start(drafts: true, instead: s => s.AddSingleton(new Cairn.Help.Helpline.Rehearsal(true)));
        cairn.Http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip");
        var teller = new SeekerByHand(cairn, language, "report");
        List<(string Step, HttpResponseMessage Answer)> answers = [];

        await teller.Opens();
        answers.Add(("first", teller.Answer));
        foreach (var step in new[] { "danger", "who-young", "who-parent", "who-professional", "who-other", "ask", "review", "letter", "send" })
        {
            await teller.Step(step, ("text", "blorptang"), ("to", "ceop"));
            answers.Add((step, teller.Answer));
        }

        await teller.KeepsTheCode();
        answers.Add(("kept", teller.Answer));
        Assert.Equal(language == "ur" ? "rtl" : "ltr", teller.Page.DocumentElement.GetAttribute("dir"));

        Assert.All(answers, a =>
        {
            Assert.Equal(HttpStatusCode.OK, a.Answer.StatusCode);
            Assert.Equal("no-store", a.Answer.Headers.CacheControl!.ToString());
            Assert.Empty(a.Answer.Content.Headers.ContentEncoding);
            Assert.False(a.Answer.Headers.Contains("Set-Cookie"));
            Assert.True(a.Answer.Content.Headers.ContentLength == 15_360, $"{a.Step}: {a.Answer.Content.Headers.ContentLength} bytes");
        });
    }

    [Fact]
    public async Task Row_23_after_leaving_every_page_of_the_conversation_that_is_sent_again_shows_the_code_prompt()
    {
        await using var cairn = await ARehearsal.Start();
        var teller = Teller(cairn);
        await teller.Opens();
        await teller.Step("who-young");
        await teller.Step("ask");
        await teller.Step("review", ("text", "a blorptang"));
        var submission = teller.Hidden["submission"];
        await teller.Step("send");
        var group = teller.Code.Split('-');
        await teller.KeepsTheCode();
        var thread = teller.Hidden["token"];

        await teller.Leaves();

        foreach (var step in new[] { "check", "more", "delete", "delete-yes", "kept", "ask", "letter", "review" })
        {
            await teller.Post("/en/report", ("step", step), ("token", thread), ("text", ""), ("group", group[0]), ("submission", new string('b', 32)));
            Assert.Empty(teller.Messages);
            Assert.DoesNotContain("blorptang", teller.Html, StringComparison.Ordinal);
        }

        // The pages from before it was sent, asked for again.
        foreach (var step in new[] { "ask", "review", "letter", "send" })
        {
            await teller.Post("/en/report", ("step", step), ("text", "a blorptang"), ("submission", submission));
            teller.MustBe(HttpStatusCode.OK, "Open your conversation");
            Assert.DoesNotContain("blorptang", teller.Html, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(group[1], teller.Html, StringComparison.Ordinal);
        Assert.Equal(1, await Conversations(cairn));
    }

    private static SeekerByHand Teller(RunningCairn cairn) => new(cairn, line: "report");

    private static async Task<int> Conversations(RunningCairn cairn)
    {
        await using var db = await cairn.Services.GetRequiredService<IDbContextFactory<HelpDb>>().CreateDbContextAsync(Stop);
        return await db.Conversations.CountAsync(Stop);
    }
}
