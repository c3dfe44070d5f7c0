using System.Net;
using Cairn.Help;
using Cairn.Tests.Help.Helpline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Help.Concerns;

/// <summary>The report pages while the line is full or closed, and the letter that is made of the same words.</summary>
public sealed class ReportInsteadTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task When_the_line_is_full_the_words_stay_in_their_boxes_beside_other_ways_and_a_letter()
    {
        await using var cairn = await RunningCairn.Start(time: new FakeTimeProvider(TimeProvider.System.GetUtcNow()), instead: s => s.AddSingleton(new Cairn.Help.Helpline.Rehearsal(true)));
        var left = Teller(cairn);
        await left.Opens();
        await left.Step("who-young");
        await left.Step("ask");
        await left.Step("review", ("text", "a blorptang"));
        var sent = left.Hidden["submission"];
        await left.Step("send");
        await left.KeepsTheCode();
        await left.Leaves();
        for (var i = 0; i < 399; i++)
            await cairn.Http.Posted("/en/report", ("step", "send"), ("text", "zintel"), ("submission", (i + 1).ToString("x32")));

        var late = Teller(cairn);
        await late.Tells("young", "a quandril", person: "a fostung");

        late.MustBe(HttpStatusCode.ServiceUnavailable, "What happened?");
        Assert.Equal(["a quandril", "", "a fostung"], late.Page.QuerySelectorAll("textarea").Select(b => b.TextContent));
        Assert.Contains("0800 1111", late.Html, StringComparison.Ordinal);
        await late.Step("letter", ("text", "a quandril"));
        late.MustBe(HttpStatusCode.OK, "Your letter");
        // What was sent and left before is not drawn into the boxes for whoever sends its page again.
        await left.Post("/en/report", ("step", "send"), ("text", "a blorptang"), ("submission", sent));
        left.MustBe(HttpStatusCode.OK, "Open your conversation");
        Assert.DoesNotContain("blorptang", left.Html, StringComparison.Ordinal);
        // The helpline has a budget of its own.
        await new SeekerByHand(cairn).Writes("a vank");
        Assert.Equal(401, await Conversations(cairn));
    }

    [Fact]
    public async Task Where_the_line_is_closed_people_lead_on_a_letter_is_made_and_nothing_is_kept()
    {
        await using var cairn = await RunningCairn.Start();
        var teller = Teller(cairn);

        await teller.Opens();
        teller.MustBe(HttpStatusCode.OK, "No one reads messages here right now");
        foreach (var number in new[] { "tel:999", "tel:08001111", "tel:101" })
            Assert.NotNull(teller.Page.QuerySelector($"main a[href='{number}']"));
        Assert.NotNull(teller.Page.QuerySelector("main a[href^='https://www.ceop.police.uk']"));
        await teller.Step("who-young");
        Assert.Null(teller.Page.QuerySelector("button[value=send], button[value=review]"));
        // Whoever came with a page from before it closed meets danger and the helplines here.
        Assert.NotNull(teller.Page.QuerySelector("main .urgent"));
        Assert.NotNull(teller.Page.QuerySelector("main a[href='tel:08001111']"));
        await teller.Step("letter", ("text", "a blorptang"), ("person", "a zint"));
        teller.MustBe(HttpStatusCode.OK, "Your letter");
        Assert.Equal(["a blorptang", "a zint"], teller.Page.QuerySelectorAll(".letter .words").Select(w => w.TextContent));
        await teller.Step("letter", ("to", "ceop"));
        Assert.NotNull(teller.Page.QuerySelector("main a[href^='https://www.ceop.police.uk']"));

        // By a crafted post: nothing is kept, no code is given out, and the words are not lost.
        foreach (var step in new[] { "send", "review" })
        {
            await teller.Post("/en/report", ("step", step), ("text", "a blorptang"), ("submission", new string('a', 32)));
            Assert.Equal("a blorptang", teller.Page.QuerySelector("#text")!.TextContent);
            Assert.Empty(teller.Page.QuerySelectorAll(".code"));
        }

        Assert.Equal(0, await Conversations(cairn));
        Assert.Contains("href=\"/en/report\"", await cairn.Http.GetStringAsync("/en", Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("talk")]
    [InlineData("report")]
    public async Task A_message_that_was_kept_and_whose_answer_was_lost_finds_its_code_also_when_the_line_is_full(string line)
    {
        await using var cairn = await RunningCairn.Start(time: new FakeTimeProvider(TimeProvider.System.GetUtcNow()), instead: s => s.AddSingleton(new Cairn.Help.Helpline.Rehearsal(true)));
        var seeker = new SeekerByHand(cairn, line: line);
        (string, string)[] sent = [("step", "send"), ("text", "a blorptang"), ("submission", new string('c', 32))];
        await seeker.Post($"/en/{line}", sent);
        var code = seeker.Code;
        for (var i = 0; i < 400; i++)
            await cairn.Http.Posted($"/en/{line}", ("step", "send"), ("text", "zintel"), ("submission", (i + 1).ToString("x32")));

        await seeker.Post($"/en/{line}", sent);

        seeker.MustBe(HttpStatusCode.OK, "Keep this code");
        Assert.Equal(code, seeker.Code);
        Assert.Equal(400, await Conversations(cairn));
        await seeker.KeepsTheCode();
        Assert.Equal("a blorptang", seeker.Messages[0]);
        Assert.Equal(2, seeker.Messages.Count);
    }

    [Fact]
    public async Task A_letter_in_another_language_has_an_english_copy_around_the_persons_own_words()
    {
        await using var cairn = await RunningCairn.Start(drafts: true);
        var teller = new SeekerByHand(cairn, "pl", "report");
        await teller.Opens();
        await teller.Step("who-parent");
        await teller.Step("letter", ("text", "zażółć"));
        var own = teller.Page.QuerySelector(".letter")!;
        Assert.Equal("pl", own.GetAttribute("lang"));

        await teller.Step("letter", ("english", "yes"));

        var copy = teller.Page.QuerySelector(".letter")!;
        Assert.Equal("en", copy.GetAttribute("lang"));
        Assert.Contains("I am worried about a child I look after.", copy.TextContent, StringComparison.Ordinal);
        Assert.Contains("The language is Polish.", copy.TextContent, StringComparison.Ordinal);
        Assert.Equal("zażółć", copy.QuerySelector(".words")!.TextContent);
        Assert.Null((await EnglishLetter(cairn)).QuerySelector("input[name=english]"));
    }

    private static async Task<AngleSharp.Dom.IDocument> EnglishLetter(RunningCairn cairn) => (await cairn.Http.Posted("/en/report", ("step", "letter"), ("text", "a blorptang"))).Page;

    private static SeekerByHand Teller(RunningCairn cairn) => new(cairn, line: "report");

    private static async Task<int> Conversations(RunningCairn cairn)
    {
        await using var db = await cairn.Services.GetRequiredService<IDbContextFactory<HelpDb>>().CreateDbContextAsync(Stop);
        return await db.Conversations.CountAsync(Stop);
    }
}
