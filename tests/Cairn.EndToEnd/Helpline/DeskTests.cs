using Cairn.EndToEnd.Staff;
using Cairn.EndToEnd.Storage;
using Microsoft.Playwright;

namespace Cairn.EndToEnd.Helpline;

/// <summary>A seeker without script and advisers in their browsers, one program between them.</summary>
public sealed class DeskTests(Stage stage)
{
    private const string Passphrase = "seven quiet stones by the water", Another = "a brown gate, nine late trams";

    private static string Pictures { get; } = Path.Combine(Checkout.Root, ".build", "pictures", "desk");

    [Theory, MemberData(nameof(EachEngine.Names), MemberType = typeof(EachEngine))]
    public async Task A_seeker_writes_an_adviser_claims_replies_and_hands_over_and_the_seeker_reads(string engine)
    {
        await using var world = await World.On(engine);
        await using var cairn = await world.Start("--rehearse");
        await using var sorcha = await Sits(world, cairn, "sorcha", "supervisor", Passphrase);
        await using var iain = await Sits(world, cairn, "iain", "adviser", Another);

        // Keys, the desk, and a second adviser on it.
        await iain.MakesKeys();
        await iain.Colleague.Looks("desk-not-member");
        await sorcha.Opens();
        await sorcha.Colleague.Looks("desk-new-keys");
        await sorcha.MakesKeys();
        var paper = await sorcha.MakesTheDesk();
        await sorcha.Adds("Iain");
        await iain.Unlocks();
        await iain.Page.Locator("#desk-queue").WaitForAsync();

        // A seeker without script writes and leaves.
        await using var browser = await stage.NewBrowser();
        var seeker = new Seeker(await browser.NewPageAsync(), cairn.Address.ToString());
        await seeker.Writes("half a blorptang");
        var code = string.Join(' ', await seeker.Code());
        await seeker.KeepsTheCode();
        await seeker.Leaves();

        // The adviser sees it come without loading anything, takes it, uncovers it and replies.
        await iain.Page.Locator("#desk-queue button").First.WaitForAsync();
        await iain.Colleague.Looks("desk-queue");
        await iain.Takes();
        Assert.DoesNotContain("half a blorptang", await iain.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await iain.Colleague.Looks("desk-covered");
        await iain.Uncovers();
        Assert.Equal("half a blorptang", (await iain.Reads())[0]);
        await iain.Replies("A zint for you.");
        await iain.Colleague.Looks("desk-replied");
        await sorcha.Page.Locator("#desk-queue", new() { HasText = "in the hand of Iain" }).WaitForAsync();
        await sorcha.Colleague.Looks("desk-in-hand-of-another");
        await iain.HandsOver("Ask about the quorv.");

        // The supervisor takes it on, with the note.
        await sorcha.Takes();
        await sorcha.Uncovers();
        Assert.Equal("half a blorptang", (await sorcha.Reads())[0]);
        Assert.Contains("Ask about the quorv.", await sorcha.Page.Locator(".desk-notes").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Iain, as ", await sorcha.Page.Locator(".desk-thread").InnerTextAsync(), StringComparison.Ordinal);

        // The seeker comes back and reads; what they write meanwhile reaches the adviser who has it in hand.
        await seeker.Opens();
        await seeker.Presses("enter");
        await seeker.Page.Locator("#code").FillAsync(code);
        await seeker.Presses("open");
        Assert.Equal("A zint for you.", (await seeker.Messages())[2]);
        await seeker.Pictured("talk-answered");
        await seeker.Page.Locator("#text").FillAsync("another vank");
        await seeker.Presses("more");
        await sorcha.Page.Locator(".desk-cover").WaitForAsync();
        await sorcha.Uncovers();
        Assert.Contains("another vank", await sorcha.Reads());
        await sorcha.Colleague.Looks("desk-handed-over");

        // Iain leaves the desk: his keys open nothing that comes after.
        await sorcha.Presses("Put it back");
        await sorcha.TakesOff("Iain");
        await sorcha.Page.Locator("#desk-queue button", new() { HasText = "Take" }).WaitForAsync();
        await iain.Unlocks();
        await iain.Page.Locator("h2:text-is('You are not on the desk yet')").WaitForAsync();
        await sorcha.Takes();
        await sorcha.Uncovers();
        await sorcha.Replies("Still here.");
        await seeker.Presses("check");
        Assert.Equal("Still here.", (await seeker.Messages())[^1]);

        // Nobody can open the desk any more but with the paper: another person agrees, and the seeker is told.
        await sorcha.Presses("Put it back");
        await sorcha.LosesThePassphrase();
        await sorcha.AsksForRecovery(paper);
        await using var una = await Colleague.Joins(stage, world.Command, cairn.Address, "una", "administrator", Pictures);
        await una.Goes("/console/helpline/recovery");
        await una.Looks("desk-recovery-asked");
        await una.Page.Locator("button:text-is('Agree')").ClickAsync();
        await una.Page.WaitForURLAsync(u => u.EndsWith("done=yes", StringComparison.Ordinal));
        await seeker.Page.Locator("#text").FillAsync("one more quorv");
        await seeker.Presses("more");
        await sorcha.OpensWithThePaper(paper);
        await sorcha.Takes();
        await sorcha.Uncovers();
        Assert.Equal("half a blorptang", (await sorcha.Reads())[0]);
        Assert.Equal(["another vank", "one more quorv"], (await sorcha.Reads()).Where(w => w is "another vank" or "one more quorv"));
        await seeker.Presses("check");
        Assert.Contains("Another key, kept for that day, opened this conversation", await seeker.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await seeker.Pictured("talk-recovered");

        // An outcome is a count.
        await sorcha.Page.Locator("#desk-outcome").SelectOptionAsync("answered");
        await sorcha.Presses("Close");
        await sorcha.Page.Locator(".desk-empty").WaitForAsync();
        await sorcha.Colleague.Goes("/console/helpline");
        await sorcha.Colleague.Looks("desk-counts");
        Assert.Contains("Answered here\t1\t1", await sorcha.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        Assert.Empty(sorcha.Colleague.Violations.Concat(iain.Colleague.Violations));
        // Iain's page, which was open when he was taken off the desk, may have asked once more and been refused.
        Assert.Empty(sorcha.Colleague.Complaints.Concat(iain.Colleague.Complaints.Where(c => !c.Contains("409 (Conflict)", StringComparison.Ordinal))));
        await world.Command.Run("audit", "verify", "--data", world.Place.Data);

        // Row 1: nothing that anybody wrote, and nothing that opens it, stands in what the program wrote.
        await seeker.Leaves();
        var (found, files) = await world.Holding(cairn.Said, [
            "half a blorptang", "A zint for you", "Ask about the quorv", "another vank", "Still here.", "one more quorv", Passphrase, Another, code, code.Replace(" ", "", StringComparison.Ordinal), .. paper]);
        Assert.Empty(found);
        Report.Line($"{engine}: no word of a conversation, no code and no passphrase in {files} files");
    }

    [Fact]
    public async Task In_Urdu_on_a_phone_a_seeker_is_answered_by_an_adviser_who_uses_the_keyboard_alone_in_the_dark()
    {
        await using var world = await World.On("SQLite");
        await using var cairn = await world.Start("--rehearse");
        await using var sorcha = await Sits(world, cairn, "sorcha", "supervisor", Passphrase, width: 390, dark: true);
        await sorcha.MakesKeys();
        await sorcha.MakesTheDesk();
        await using var browser = await stage.NewBrowser(width: 360, height: 780);
        var seeker = new Seeker(await browser.NewPageAsync(), cairn.Address.ToString(), "ur");
        await seeker.Writes("بلورپتانگ");
        await seeker.KeepsTheCode();

        await sorcha.Colleague.TabsTo("#desk-queue button");
        await sorcha.Page.Keyboard.PressAsync("Enter");
        await sorcha.Colleague.TabsTo(".desk-cover");
        await sorcha.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("بلورپتانگ", (await sorcha.Reads())[0]);
        await sorcha.Colleague.Looks("desk-phone-dark");
        await sorcha.Colleague.Types("#desk-reply", "زنٹ");
        await sorcha.Colleague.TabsTo("button:text-is('Send the reply')");
        await sorcha.Page.Keyboard.PressAsync("Enter");
        await sorcha.Page.Locator(".desk-thread li").Nth(2).WaitForAsync();
        Assert.True(await sorcha.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "The desk scrolls sideways on a phone.");

        await seeker.Presses("check");
        Assert.Equal("زنٹ", (await seeker.Messages())[2]);
        Assert.Equal("rtl", await seeker.Page.Locator("html").GetAttributeAsync("dir"));
        await seeker.Pictured("talk-answered-ur");
        Assert.Empty(sorcha.Colleague.Violations.Concat(sorcha.Colleague.Complaints));
    }

    [Fact]
    public async Task Row_31_a_script_of_other_bytes_than_the_page_names_does_not_run()
    {
        await using var world = await World.On("SQLite");
        await using var cairn = await world.Start("--rehearse");
        await using var iain = await Sits(world, cairn, "iain", "adviser", Another);
        await iain.Page.RouteAsync("**/assets/desk.*.js", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Status = 200, ContentType = "text/javascript", Body = await answer.TextAsync() + "\n// one line more\n" });
        });

        await iain.Opens();

        Assert.True(await iain.Page.Locator("#desk-blocked").IsVisibleAsync());
        Assert.Equal(0, await iain.Page.Locator("#desk-passphrase").CountAsync());
        Assert.Contains(iain.Colleague.Complaints, c => c.Contains("integrity", StringComparison.OrdinalIgnoreCase));
    }

    private async Task<Adviser> Sits(World world, RunningCairn cairn, string name, string role, string passphrase, int width = 1280, bool dark = false) =>
        new(await Colleague.Joins(stage, world.Command, cairn.Address, name, role, Pictures, width, dark ? ColorScheme.Dark : ColorScheme.Light), passphrase);
}
