using System.Net;
using Cairn.Foundation.Text;
using Cairn.Help.Helpline;
using Cairn.Help.Sealing;
using Cairn.Say.Packs.Approval;
using Cairn.Say.Packs.Publishing;
using Cairn.Staff.Roles;
using Cairn.Tests.Say.Packs;
using Cairn.Tests.Say.Packs.Approval;
using Cairn.Tests.Staff;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Campaigns = Cairn.Tests.Say.Packs.Given;

namespace Cairn.Tests.Help.Helpline;

/// <summary>When a form stands on the helpline's page, and when not: step by step on one server that is no rehearsal.</summary>
public sealed class LineOpensTests : IDisposable
{
    private readonly TemporaryPack demonstration = Campaigns.APack();
    private readonly TemporaryPack withoutLine = Campaigns.AConfirmedPack();
    private readonly TemporaryPack withLine = Campaigns.WithALine(Campaigns.AConfirmedPack(), Day(-20)).Change("campaign.yaml", "reply_hours: 24", "reply_hours: 1");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        demonstration.Dispose();
        withoutLine.Dispose();
        withLine.Dispose();
    }

    [Fact]
    public async Task The_line_opens_with_terms_a_desk_of_two_and_somebody_there_and_closes_after_twice_the_promised_time()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var cairn = await RunningCairn.Start(demonstration.Folder, time: clock, address: PeopleAtWork.Address.AbsoluteUri, instead: s => s.AddSingleton(new PublicAddress(PeopleAtWork.Address)));

        // A demonstration has no line, also not for a crafted post, and not with a desk.
        await Closed(cairn, "There is no one on this site to answer you.");
        await Publish(cairn, withoutLine);
        await Closed(cairn, "There is no one on this site to answer you.");
        await Publish(cairn, withLine);
        await Closed(cairn, "There is no one on this site to answer you.");

        // A desk of one is none.
        var supervisor = await AdviserByHand.SitsDown(cairn, "sorcha", Role.Supervisor);
        var adviser = await AdviserByHand.SitsDown(cairn, "rory", Role.Adviser);
        await supervisor.MakesTheDesk();
        Assert.Contains("Fewer than two", (string)(await supervisor.Opens())["why"]!, StringComparison.Ordinal);
        await Closed(cairn, "No adviser has been here for a while.");

        // Two, and it opens: with the body's own words, its promise and an acknowledgement.
        await supervisor.Adds(adviser);
        Assert.Null((string?)(await supervisor.Opens())["why"]);
        var seeker = new SeekerByHand(cairn);
        await seeker.Opens();
        Assert.Contains("The Example Foundation", seeker.Html, StringComparison.Ordinal);
        Assert.Contains("within one hour", seeker.Html, StringComparison.Ordinal);
        await seeker.Step("write");
        await seeker.Step("send", ("text", "blorptang"));
        var code = seeker.Code;
        await seeker.KeepsTheCode();
        Assert.Contains("within one hour", seeker.Messages[1], StringComparison.Ordinal);
        await LinkStands(cairn, clock, there: true);

        // Nobody comes. At twice the promised time it still stands open, an hour later it does not; what was begun opens with its code, and a new message keeps its words.
        clock.Advance(TimeSpan.FromHours(2));
        await seeker.Opens();
        Assert.Contains("value=\"write\"", seeker.Html, StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromHours(1));
        await Closed(cairn, "No adviser has been here for a while.");
        await LinkStands(cairn, clock, there: false);
        var back = new SeekerByHand(cairn);
        await back.Opens();
        await back.Step("enter");
        await back.Step("open", ("code", code));
        Assert.Equal("blorptang", back.Messages[0]);
        await back.Step("more", ("text", "quorv"));
        Assert.Equal(HttpStatusCode.OK, back.Answer.StatusCode);

        // An adviser opens the desk, and the line with it.
        await adviser.Again(cairn, "rory");
        await adviser.Queue();
        await seeker.Opens();
        Assert.Contains("value=\"write\"", seeker.Html, StringComparison.Ordinal);
        await LinkStands(cairn, clock, there: true);
    }

    [Fact]
    public void Twelve_months_after_the_last_review_it_closes_whatever_the_desk_does()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2027, 10, 1, 12, 0, 0, TimeSpan.Zero));
        var terms = new HelplineTerms("The Example Foundation", "Head of Safeguarding", "Its board", new LocalDate(2026, 10, 1), 24, "Robin", new Dictionary<Language, string>());
        using var key = SecretKey.Random();
        var line = new HelplineLine(Rehearsal.None, clock);
        line.Swap(new Dictionary<Language, HelplineWords>(), new Dictionary<Language, IReadOnlyList<CannedReply>>(), terms, demonstration: false);
        line.Use(new(new(1, 1, key.PublicKey, key.PublicKey), 2, clock.GetUtcNow().ToUnixTimeSeconds() / 3600));
        Assert.Null(line.Closed);

        clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(LineClosed.TermsTooOld, line.Closed);
        Assert.True(line.KeepsCodes);
    }

    private static async Task Closed(RunningCairn cairn, string says)
    {
        var visitor = new SeekerByHand(cairn);
        await visitor.Opens();
        Assert.Contains(says, visitor.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(visitor.Page.QuerySelector("textarea"));
        Assert.DoesNotContain("value=\"write\"", visitor.Html, StringComparison.Ordinal);

        // By a crafted post: no code is given out, and the words are not lost where there is a desk.
        await visitor.Post("/en/talk", ("step", "send"), ("text", "blorptang"), ("submission", "000102030405060708090a0b0c0d0e0f"));
        Assert.Empty(visitor.Page.QuerySelectorAll(".code"));
        await visitor.Post("/en/talk", ("step", "write"));
        Assert.Null(visitor.Page.QuerySelector("textarea"));
    }

    // Every page leads there only while it is open; pages are drawn anew within seconds.
    private static async Task LinkStands(RunningCairn cairn, FakeTimeProvider clock, bool there)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            if ((await cairn.Http.GetStringAsync("/en", Cancel)).Contains("href=\"/en/talk\"", StringComparison.Ordinal) == there)
                return;
            await Task.Delay(50, Cancel);
        }

        Assert.Fail($"The link to the helpline is{(there ? " not" : "")} on the first page.");
    }

    private static async Task Publish(RunningCairn cairn, TemporaryPack pack)
    {
        using var morag = await Colleague.SignsIn(cairn, "morag", Role.Editor);
        using var iain = await Colleague.SignsIn(cairn, "iain", Role.Approver);
        var files = PackFiles.FromFolder(pack.Folder);
        await cairn.Services.GetRequiredService<PackStore>().Publish(files, "small", asDemonstration: false, PackAct.ByCommand, Cancel);
        using var submitted = await morag.Posts($"/console/packs/{files.Revision}/submit");
        using var approved = await iain.Posts($"/console/packs/{files.Revision}/approve");
        Assert.Equal(HttpStatusCode.SeeOther, approved.StatusCode);
        await cairn.Services.GetRequiredService<PublishedPacks>().Reload(Cancel);
        Assert.Equal(files.Revision, cairn.Services.GetRequiredService<PublishedPacks>().Current!.Revision);
    }

    private static string Day(int days) => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
