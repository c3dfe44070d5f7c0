using System.Net;
using System.Text;
using Cairn.Help;
using Cairn.Help.Helpline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Help.Helpline;

/// <summary>The seeker's pages over HTTP: rows 8, 13, 15, 17 to 19, 21, 23 and 24 of the test table, as far as one side goes.</summary>
public sealed class TalkRouteTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_desk_there_is_no_form_and_a_crafted_message_is_not_kept()
    {
        await using var cairn = await RunningCairn.Start();
        var seeker = new SeekerByHand(cairn);

        await seeker.Opens();
        seeker.MustBe(HttpStatusCode.OK, "The line is not open");
        Assert.Null(seeker.Page.QuerySelector("main form"));
        Assert.NotNull(seeker.Page.QuerySelector("main a[href='/en/find-help']"));

        foreach (var step in new[] { "write", "send", "open", "more", "kept" })
        {
            await seeker.Post("/en/talk", ("step", step), ("submission", new string('a', 32)), ("text", "blorptang"), ("code", "blorptang"));
            seeker.MustBe(HttpStatusCode.OK, "The line is not open");
        }

        Assert.Equal(0, await Conversations(cairn));
        Assert.DoesNotContain("/en/talk", await cairn.Http.GetStringAsync("/en", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seeker_writes_keeps_the_code_comes_back_writes_more_and_deletes_it()
    {
        await using var cairn = await Rehearsing();
        var seeker = new SeekerByHand(cairn);

        await seeker.Writes("blorptang\nzintel", "myself");
        seeker.MustBe(HttpStatusCode.OK, "Keep this code");
        var code = seeker.Code;
        await seeker.Step("kept", ("group", "7777"));
        seeker.MustBe(HttpStatusCode.UnprocessableEntity, "Keep this code");
        Assert.Equal(code, seeker.Code);
        await seeker.KeepsTheCode();
        seeker.MustBe(HttpStatusCode.OK, "Your conversation");
        Assert.Equal(["blorptang\nzintel", "Rehearsal: nobody will read this."], seeker.Messages);
        Assert.DoesNotContain(code, seeker.Html, StringComparison.Ordinal);

        var back = new SeekerByHand(cairn);
        await back.Opens();
        await back.Step("enter");
        await back.Step("open", ("code", code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)));
        await back.Step("more", ("text", "quandril"));
        Assert.Equal(["blorptang\nzintel", "Rehearsal: nobody will read this.", "quandril"], back.Messages);
        Assert.Contains("Times this was opened with its code: 2.", back.Html, StringComparison.Ordinal);

        await back.Step("delete");
        back.MustBe(HttpStatusCode.OK, "Delete this conversation?");
        await back.Step("delete-yes");
        back.MustBe(HttpStatusCode.OK, "It is deleted");
        await back.Post("/en/talk", ("step", "open"), ("code", code));
        back.MustBe(HttpStatusCode.UnprocessableEntity, "Open your conversation");
        Assert.Equal(0, await Conversations(cairn));
    }

    [Fact]
    public async Task Every_page_says_that_it_is_a_rehearsal_in_its_language()
    {
        await using var cairn = await RunningCairn.Start(drafts: true, instead: s => s.AddSingleton(new Rehearsal(true)));

        foreach (var language in new[] { "en", "gd", "pl", "ur", "cy" })
        {
            var seeker = new SeekerByHand(cairn, language);
            await seeker.Opens();
            var said = seeker.Page.QuerySelector(".rehearsal")!.TextContent;
            await seeker.Step("write");
            Assert.Equal(said, seeker.Page.QuerySelector(".rehearsal")!.TextContent);
            await seeker.Step("send", ("text", "blorptang"));
            Assert.Equal(said, seeker.Page.QuerySelector(".rehearsal")!.TextContent);
            Assert.Matches("^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$", seeker.Code);
            await seeker.KeepsTheCode();
            Assert.Equal(2, seeker.Messages.Count);
            Assert.Equal(language == "ur" ? "rtl" : "ltr", seeker.Page.DocumentElement.GetAttribute("dir"));
        }

        Assert.Contains("/en/talk", await cairn.Http.GetStringAsync("/en", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checking_for_a_reply_loses_no_draft()
    {
        await using var cairn = await Rehearsing();
        var seeker = new SeekerByHand(cairn);
        await seeker.Writes("blorptang");
        await seeker.KeepsTheCode();

        await seeker.Step("check", ("text", "half a zint"));

        Assert.Equal("half a zint", seeker.Page.QuerySelector("textarea")!.TextContent);
        Assert.Equal(2, seeker.Messages.Count);
    }

    [Fact]
    public async Task Row_23_after_leaving_every_page_that_is_sent_again_shows_the_code_prompt()
    {
        await using var cairn = await Rehearsing();
        var seeker = new SeekerByHand(cairn);
        await seeker.Opens();
        await seeker.Step("write");
        var first = seeker.Hidden["submission"];
        await seeker.Step("send", ("text", "blorptang"));
        var codePage = seeker.Hidden["token"];
        var group = seeker.Code.Split('-');
        await seeker.KeepsTheCode();
        var thread = seeker.Hidden["token"];

        await seeker.Leaves();
        Assert.StartsWith("0; url=https://", seeker.Answer.Headers.GetValues("Refresh").Single(), StringComparison.Ordinal);
        Assert.Equal("You have left", seeker.Heading);

        foreach (var (step, token) in new[] { ("check", thread), ("more", thread), ("delete", thread), ("delete-yes", thread), ("kept", codePage) })
        {
            await seeker.Post("/en/talk", ("step", step), ("token", token), ("text", "zintel"), ("group", group[0]), ("submission", new string('b', 32)));
            seeker.MustBe(HttpStatusCode.OK, "Open your conversation");
        }

        await seeker.Post("/en/talk", ("step", "send"), ("text", "blorptang"), ("submission", first));
        seeker.MustBe(HttpStatusCode.OK, "Open your conversation");
        Assert.DoesNotContain(group[1], seeker.Html, StringComparison.Ordinal);
        Assert.Equal(1, await Conversations(cairn));
    }

    [Fact]
    public async Task A_page_that_was_left_open_for_half_an_hour_asks_for_the_code()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 27, 10, 50, 0, TimeSpan.Zero));
        await using var cairn = await RunningCairn.Start(time: time, instead: s => s.AddSingleton(new Rehearsal(true)));
        var seeker = new SeekerByHand(cairn);
        await seeker.Writes("blorptang");
        await seeker.KeepsTheCode();

        time.Advance(TimeSpan.FromMinutes(29));
        await seeker.Step("check");
        seeker.MustBe(HttpStatusCode.OK, "Your conversation");
        time.Advance(TimeSpan.FromMinutes(29));
        await seeker.Step("check");
        seeker.MustBe(HttpStatusCode.OK, "Your conversation");
        time.Advance(TimeSpan.FromMinutes(31));
        await seeker.Step("check");
        seeker.MustBe(HttpStatusCode.OK, "Open your conversation");
    }

    [Theory]
    [InlineData("a")]
    [InlineData("ہ")]
    [InlineData("🙂")]
    public async Task Row_17_sixteen_thousand_letters_pass_and_one_more_is_told_and_kept_in_the_box(string letter)
    {
        await using var cairn = await Rehearsing();
        var seeker = new SeekerByHand(cairn);
        var longest = string.Concat(Enumerable.Repeat(letter, 16_000));

        await seeker.Writes(longest + letter);
        seeker.MustBe(HttpStatusCode.UnprocessableEntity, "Write your message");
        Assert.Contains("too long by 1 letters", seeker.Html, StringComparison.Ordinal);
        Assert.Equal(longest + letter, seeker.Page.QuerySelector("textarea")!.TextContent);

        await seeker.Step("send", ("text", longest));
        seeker.MustBe(HttpStatusCode.OK, "Keep this code");
        await seeker.KeepsTheCode();
        Assert.Equal(longest, seeker.Messages[0]);
    }

    [Theory]
    [InlineData("step=send&text=%", HttpStatusCode.BadRequest)]
    [InlineData("step=send&text=%4", HttpStatusCode.BadRequest)]
    [InlineData("step=send&text=%zz", HttpStatusCode.BadRequest)]
    [InlineData("step=send&text=%00", HttpStatusCode.BadRequest)]
    [InlineData("step=send&text=%ff%fe", HttpStatusCode.BadRequest)]
    [InlineData("step=send&text=%ed%a0%80", HttpStatusCode.BadRequest)]
    [InlineData("a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a", HttpStatusCode.BadRequest)]
    [InlineData("step=open&code=" + "blorptangblorptangblorptangblorptangblorptangblorptangblorptangblorptangblorptangblorptangblorptangblorptangblorptangblorptangblorptangblorptangblorptangblorptangblorptang", HttpStatusCode.UnprocessableEntity)]
    [InlineData("step=blorptang", HttpStatusCode.OK)]
    [InlineData("", HttpStatusCode.OK)]
    [InlineData("&&&===", HttpStatusCode.OK)]
    public async Task Row_17_what_is_no_form_is_refused_before_anything_is_done(string body, HttpStatusCode status)
    {
        await using var cairn = await Rehearsing();

        using var content = new StringContent(body, Encoding.ASCII, "application/x-www-form-urlencoded");
        using var answer = await cairn.Http.PostAsync("/en/talk", content, Stop);

        Assert.Equal(status, answer.StatusCode);
        Assert.DoesNotContain("blorptang", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(0, await Conversations(cairn));
    }

    [Fact]
    public async Task Row_17_a_body_that_is_too_large_or_of_another_kind_is_refused()
    {
        await using var cairn = await Rehearsing();

        using var large = new StringContent("step=send&text=" + new string('a', 1_200_000), Encoding.ASCII, "application/x-www-form-urlencoded");
        using var json = new StringContent("{\"step\":\"send\"}", Encoding.ASCII, "application/json");
        using var tooLarge = await cairn.Http.PostAsync("/en/talk", large, Stop);
        using var wrongKind = await cairn.Http.PostAsync("/en/talk", json, Stop);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, wrongKind.StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://blorptang.invalid")]
    [InlineData("Origin", "null")]
    public async Task Row_18_a_form_of_another_site_is_refused_and_changes_nothing(string header, string value)
    {
        await using var cairn = await Rehearsing();
        var seeker = new SeekerByHand(cairn);
        await seeker.Writes("blorptang");
        await seeker.KeepsTheCode();

        foreach (var (path, step) in new[] { ("/en/talk", "send"), ("/en/talk", "delete-yes"), ("/leave", "") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path);
            request.Headers.Add(header, value);
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("step", step), KeyValuePair.Create("token", seeker.Hidden["token"]), KeyValuePair.Create("text", "zintel")]);
            using var answer = await cairn.Http.SendAsync(request, Stop);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        await seeker.Step("check");
        seeker.MustBe(HttpStatusCode.OK, "Your conversation");
        Assert.Equal(1, await Conversations(cairn));
    }

    [Fact]
    public async Task Row_19_what_somebody_writes_is_never_markup()
    {
        await using var cairn = await Rehearsing();
        var seeker = new SeekerByHand(cairn);
        const string Hostile = "</textarea></p><script>alert(1)</script><img src=x onerror='alert(2)'>\"&amp;<!--";

        await seeker.Writes(Hostile);
        await seeker.KeepsTheCode();
        Assert.Equal(Hostile, seeker.Messages[0]);
        await seeker.Step("check", ("text", Hostile));

        Assert.Equal(Hostile, seeker.Page.QuerySelector("textarea")!.TextContent);
        Assert.Empty(seeker.Page.QuerySelectorAll("script, img, [onerror]"));
    }

    [Fact]
    public async Task Rows_21_and_25_every_answer_is_never_kept_never_compressed_without_a_cookie_and_of_a_size_that_tells_little()
    {
        await using var cairn = await Rehearsing();
        cairn.Http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip");
        var seeker = new SeekerByHand(cairn);
        List<HttpResponseMessage> answers = [];

        await seeker.Opens();
        answers.Add(seeker.Answer);
        foreach (var (step, text) in new[] { ("write", ""), ("send", ""), ("send", "blorptang") })
        {
            await seeker.Step(step, ("text", text));
            answers.Add(seeker.Answer);
        }

        await seeker.KeepsTheCode();
        answers.Add(seeker.Answer);
        await seeker.Step("delete");
        answers.Add(seeker.Answer);
        await seeker.Step("check");
        await seeker.Leaves();
        answers.Add(seeker.Answer);

        Assert.All(answers, a =>
        {
            Assert.Equal("no-store", a.Headers.CacheControl!.ToString());
            Assert.Empty(a.Content.Headers.ContentEncoding);
            Assert.False(a.Headers.Contains("Set-Cookie"));
            Assert.Equal(0, a.Content.Headers.ContentLength % 15_360);
            Assert.InRange(a.Content.Headers.ContentLength!.Value, 1, 25_000);
        });
    }

    [Fact]
    public async Task Row_15_three_hundred_people_of_one_school_begin_at_once_and_none_is_refused()
    {
        await using var cairn = await Rehearsing();

        var answers = await Task.WhenAll(Enumerable.Range(0, 300).Select(async i =>
        {
            using var form = new FormUrlEncodedContent([KeyValuePair.Create("step", "send"), KeyValuePair.Create("text", $"blorptang {i}"), KeyValuePair.Create("submission", i.ToString("x32"))]);
            using var answer = await cairn.Http.PostAsync("/en/talk", form, Stop);
            return answer.StatusCode;
        }));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a));
        Assert.Equal(300, await Conversations(cairn));
    }

    [Fact]
    public async Task When_the_line_is_full_the_words_stay_in_the_box_and_open_conversations_go_on()
    {
        await using var cairn = await RunningCairn.Start(time: new FakeTimeProvider(TimeProvider.System.GetUtcNow()), instead: s => s.AddSingleton(new Rehearsal(true)));
        var open = new SeekerByHand(cairn);
        await open.Writes("blorptang");
        await open.KeepsTheCode();
        for (var i = 0; i < 399; i++)
            await new SeekerByHand(cairn).Post("/en/talk", ("step", "send"), ("text", "zintel"), ("submission", (i + 1).ToString("x32")));

        var late = new SeekerByHand(cairn);
        await late.Writes("quandril");
        await open.Step("more", ("text", "fostung"));

        late.MustBe(HttpStatusCode.ServiceUnavailable, "Write your message");
        Assert.Equal("quandril", late.Page.QuerySelector("textarea")!.TextContent);
        Assert.NotNull(late.Page.QuerySelector("main a[href='/en/find-help']"));
        Assert.Equal("fostung", open.Messages[^1]);
    }

    [Fact]
    public async Task Row_13_a_hundred_wrong_codes_lock_nobody_out()
    {
        await using var cairn = await Rehearsing();
        var seeker = new SeekerByHand(cairn);
        await seeker.Writes("blorptang");
        var code = seeker.Code;

        for (var i = 0; i < 100; i++)
        {
            await seeker.Post("/en/talk", ("step", "open"), ("code", "7KM2-7KM2-7KM2-7KM2-7KM2"));
            seeker.MustBe(HttpStatusCode.UnprocessableEntity, "Open your conversation");
        }

        await seeker.Post("/en/talk", ("step", "open"), ("code", code));
        seeker.MustBe(HttpStatusCode.OK, "Your conversation");
    }

    [Fact]
    public async Task A_rehearsal_is_gone_when_the_program_starts_again()
    {
        await using var database = await TestDatabase.Empty(Engine.Sqlite);
        await using (var cairn = await RunningCairn.On(database, instead: s => s.AddSingleton(new Rehearsal(true))))
            await new SeekerByHand(cairn).Writes("blorptang");
        Assert.Equal(1L, await database.Sql("help", "SELECT COUNT(*) FROM help_conversation"));

        await using var again = await RunningCairn.On(database);

        for (var i = 0; i < 50 && await Conversations(again) > 0; i++)
            await Task.Delay(100, Stop);
        Assert.Equal(0, await Conversations(again));
    }

    private static Task<RunningCairn> Rehearsing() => RunningCairn.Start(instead: s => s.AddSingleton(new Rehearsal(true)));

    private static async Task<int> Conversations(RunningCairn cairn)
    {
        await using var db = await cairn.Services.GetRequiredService<IDbContextFactory<HelpDb>>().CreateDbContextAsync(Stop);
        return await db.Conversations.CountAsync(Stop);
    }
}
