using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Cairn.Say.Packs.Approval;
using Cairn.Say.Packs.Publishing;
using Cairn.Staff.Roles;
using Cairn.Tests.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Say.Packs.Approval.Pages;

/// <summary>The whole program showing the small pack as a demonstration, and people who decide about another.</summary>
public sealed class PackPagesTests : IDisposable
{
    private readonly TemporaryPack served = Given.APack();
    private readonly TemporaryPack pack = Given.AConfirmedPack();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        served.Dispose();
        pack.Dispose();
    }

    [Fact]
    public async Task An_editor_puts_their_name_to_it_and_an_approver_puts_it_on_the_air()
    {
        await using var cairn = await Start();
        using var morag = await Colleague.SignsIn(cairn, "morag", Role.Editor);
        using var iain = await Colleague.SignsIn(cairn, "iain", Role.Approver);
        var revision = await Kept(cairn, pack);

        var offered = Html(await morag.Reads(At(revision)));
        var submitted = await morag.Posts(At(revision, "submit"));
        var noticed = Html(await morag.Reads(At(revision)));
        var approved = await iain.Posts(At(revision, "approve"));
        var page = Html(await iain.Reads(At(revision)));
        var list = Html(await iain.Reads("/console/packs"));

        Assert.Contains(offered.QuerySelectorAll("button"), b => b.TextContent == "Put your name to it");
        Assert.Equal((HttpStatusCode.SeeOther, At(revision)), (submitted.StatusCode, submitted.Headers.Location?.OriginalString));
        Assert.Contains("Your name is on this revision", noticed.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(noticed.QuerySelectorAll("button"), b => b.TextContent is "Approve" or "Put your name to it");
        Assert.Equal(HttpStatusCode.SeeOther, approved.StatusCode);
        Assert.Contains("In force", page.QuerySelector(".govuk-summary-list")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(revision[..12], list.QuerySelectorAll("table").Single(t => t.QuerySelector("caption")!.TextContent == "In force").QuerySelector("code")!.TextContent);
        Assert.False((await cairn.Services.GetRequiredService<RevisionVault>().Open(revision, Cancel)).Demonstration);
    }

    // The page shows no button; the request is made all the same, with a valid token.
    [Fact]
    public async Task Nobody_approves_their_own_by_page_or_by_a_crafted_request()
    {
        await using var cairn = await Start();
        using var ailsa = await Colleague.SignsIn(cairn, "ailsa", Role.Editor, Role.Approver);
        var revision = await Kept(cairn, pack);
        await ailsa.Posts(At(revision, "submit"));

        var page = Html(await ailsa.Reads(At(revision)));
        var crafted = await ailsa.Posts(At(revision, "approve"));
        var answer = Html(await crafted.Content.ReadAsStringAsync(Cancel));

        Assert.DoesNotContain(page.QuerySelectorAll("button"), b => b.TextContent == "Approve");
        Assert.Contains("Somebody else has to approve it", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, crafted.StatusCode);
        Assert.Contains("Somebody else has to approve it", answer.QuerySelector("p.console-error[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.True((await cairn.Services.GetRequiredService<PackStore>().WhereStands(revision, Cancel))!.Waiting);
    }

    [Fact]
    public async Task Roles_that_may_not_decide_are_refused_and_those_that_may_not_look_see_nothing()
    {
        await using var cairn = await Start();
        using var morag = await Colleague.SignsIn(cairn, "morag", Role.Editor);
        using var adviser = await Colleague.SignsIn(cairn, "rory", Role.Adviser);
        using var nobody = Colleague.Nobody(cairn);
        var revision = await Kept(cairn, pack);

        var refused = new[] { await morag.Posts(At(revision, "approve")), await morag.Posts(At(revision, "send-back"), ("reason", "x")), await morag.Posts(At(revision, "roll-back")) };
        var adviserLooks = await adviser.Gets("/console/packs");
        var strangerLooks = await nobody.Gets(At(revision));
        var withoutToken = await morag.PostsWithToken(At(revision, "submit"), null);

        Assert.All(refused, r => Assert.Equal(HttpStatusCode.Forbidden, r.StatusCode));
        Assert.Equal(HttpStatusCode.Forbidden, adviserLooks.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, strangerLooks.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, withoutToken.StatusCode);
        Assert.Equal(["submitted"], (await cairn.Services.GetRequiredService<PackStore>().WhereStands(revision, Cancel))!.Acts.Select(a => a.Act));
    }

    [Fact]
    public async Task It_is_sent_back_with_a_reason_and_without_one_the_page_asks_for_it()
    {
        await using var cairn = await Start();
        using var morag = await Colleague.SignsIn(cairn, "morag", Role.Editor);
        using var iain = await Colleague.SignsIn(cairn, "iain", Role.Approver);
        var revision = await Kept(cairn, pack);
        await morag.Posts(At(revision, "submit"));
        var tooLong = "blorptang <b>" + new string('b', 1000);

        var empty = await iain.Posts(At(revision, "send-back"), ("reason", " "));
        var endless = await iain.Posts(At(revision, "send-back"), ("reason", tooLong));
        var kept = Html(await endless.Content.ReadAsStringAsync(Cancel));
        var sent = await iain.Posts(At(revision, "send-back"), ("reason", "One\r\ntwo."));
        var again = await iain.Posts(At(revision, "send-back"), ("reason", "Again."));
        var page = Html(await morag.Reads(At(revision)));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (empty.StatusCode, endless.StatusCode));
        Assert.Equal(tooLong, kept.QuerySelector("textarea")!.TextContent);
        Assert.Contains("longer than 1000", kept.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Conflict), (sent.StatusCode, again.StatusCode));
        Assert.Contains("Sent back", page.QuerySelector(".govuk-summary-list")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("td"), c => c.TextContent == "One\ntwo.");
        Assert.Contains(page.QuerySelectorAll("button"), b => b.TextContent == "Put your name to it");
    }

    [Fact]
    public async Task What_keeps_it_off_the_air_is_listed_and_cannot_be_waved_through()
    {
        await using var cairn = await Start(address: null);
        using var morag = await Colleague.SignsIn(cairn, "morag", Role.Editor);
        using var iain = await Colleague.SignsIn(cairn, "iain", Role.Approver);
        using var unconfirmed = Given.APack().Append("campaign.yaml", "# other\n");
        var revision = await Kept(cairn, unconfirmed);
        await morag.Posts(At(revision, "submit"));

        var page = Html(await iain.Reads(At(revision)));
        var crafted = await iain.Posts(At(revision, "approve"));

        Assert.Contains(page.QuerySelectorAll("li"), l => l.TextContent.StartsWith("The helpline: ", StringComparison.Ordinal) && l.TextContent.Contains("phone", StringComparison.Ordinal) && l.TextContent.Contains("seen, not verified", StringComparison.Ordinal));
        Assert.Contains(page.QuerySelectorAll("li"), l => l.TextContent.Contains("CAIRN_ADDRESS", StringComparison.Ordinal));
        Assert.DoesNotContain(page.QuerySelectorAll("button"), b => b.TextContent == "Approve");
        Assert.Equal(HttpStatusCode.Conflict, crafted.StatusCode);
    }

    [Fact]
    public async Task Changed_words_are_marked_and_the_page_is_drawn_as_it_is_and_as_it_would_be()
    {
        await using var cairn = await Start();
        using var iain = await Colleague.SignsIn(cairn, "iain", Role.Approver);
        pack.Change("messages/en.yaml", "You can stop this now.", "You can stop today.").Change("pages/gd/home.md", "Tha rudeigin", "Tha nì");
        var revision = await Kept(cairn, pack);

        var page = Html(await iain.Reads(At(revision)));

        var message = Details(page, "messages/en.yaml");
        Assert.Equal("this now", message.QuerySelector("del")!.TextContent);
        Assert.Equal("today", message.QuerySelector("ins")!.TextContent);
        var cards = message.QuerySelectorAll(".console-proof .messages h3").Select(h => h.TextContent);
        Assert.Equal(["You can stop this now.", "You can stop today."], cards);
        var home = Details(page, "pages/gd/home.md");
        Assert.All(home.QuerySelectorAll("td.console-words"), c => Assert.Equal(("gd", "ltr"), (c.GetAttribute("lang"), c.GetAttribute("dir"))));
        Assert.Equal(["Tha rudeigin ceàrr.", "Tha nì ceàrr."], home.QuerySelectorAll(".console-proof-heading").Select(h => h.TextContent));
        Assert.All(home.QuerySelectorAll(".console-proof-page"), p => Assert.NotNull(p.QuerySelector(".doors")));
    }

    [Fact]
    public async Task A_revision_nobody_knows_is_not_found()
    {
        await using var cairn = await Start();
        using var iain = await Colleague.SignsIn(cairn, "iain", Role.Approver);

        var unknown = await iain.Gets(At(new string('0', 64)));
        var nonsense = await iain.Posts(At("blorptang", "approve"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (unknown.StatusCode, nonsense.StatusCode));
    }

    [Fact]
    public async Task The_bundled_pack_against_another_stays_a_page_that_can_be_read()
    {
        await using var cairn = await Start();
        using var iain = await Colleague.SignsIn(cairn, "iain", Role.Approver);
        var files = PackFiles.FromFolder(Given.TheBundledPack());
        await cairn.Services.GetRequiredService<PackStore>().Publish(files, "not-my-friend", asDemonstration: false, PackAct.ByCommand, Cancel);

        var page = Html(await iain.Reads(At(files.Revision)));

        Assert.All(page.QuerySelectorAll("#difference ~ details, section[aria-labelledby=difference] > details"), d => Assert.False(d.HasAttribute("open")));
        var urdu = Details(page, "pages/ur/parents.md");
        Assert.Equal(("ur", "rtl"), (urdu.QuerySelector(".console-proof-page")!.GetAttribute("lang"), urdu.QuerySelector(".console-proof-page")!.GetAttribute("dir")));
        Assert.All(urdu.QuerySelectorAll("ins"), i => Assert.Equal("rtl", i.ParentElement!.GetAttribute("dir")));
        Assert.Empty(page.QuerySelectorAll("[style], script:not([src])"));
    }

    private Task<RunningCairn> Start() => Start(PeopleAtWork.Address);

    private Task<RunningCairn> Start(Uri? address) => RunningCairn.Start(served.Folder, instead: services => services.AddSingleton(new PublicAddress(address)));

    private static async Task<string> Kept(RunningCairn cairn, TemporaryPack folder)
    {
        var files = PackFiles.FromFolder(folder.Folder);
        await cairn.Services.GetRequiredService<PackStore>().Publish(files, "small", asDemonstration: false, PackAct.ByCommand, Cancel);
        return files.Revision;
    }

    private static string At(string revision, string? decision = null) => $"/console/packs/{revision}" + (decision is null ? "" : "/" + decision);

    private static IDocument Html(string page) => new HtmlParser().ParseDocument(page);

    private static IElement Details(IDocument page, string file) =>
        page.QuerySelectorAll("details").Single(d => d.QuerySelector("summary code")?.TextContent == file);
}
