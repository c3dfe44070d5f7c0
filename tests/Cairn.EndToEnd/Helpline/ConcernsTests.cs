using Cairn.EndToEnd.Staff;
using Cairn.EndToEnd.Storage;
using Microsoft.Playwright;

namespace Cairn.EndToEnd.Helpline;

/// <summary>A child without script and the concerns desk in two browsers: checklist, flag, and a package under two signatures that another machine checks.</summary>
public sealed class ConcernsTests(Stage stage)
{
    private const string Passphrase = "seven quiet stones by the water", Another = "a brown gate, nine late trams";

    private static string Pictures { get; } = Path.Combine(Checkout.Root, ".build", "pictures", "concerns");

    [Theory, MemberData(nameof(EachEngine.Names), MemberType = typeof(EachEngine))]
    public async Task A_child_tells_the_desk_asks_three_things_and_two_advisers_hand_it_over(string engine)
    {
        await using var world = await World.On(engine);
        await using var cairn = await world.Start("--rehearse");
        await using var sorcha = await Sits(world, cairn, "sorcha", "supervisor", Passphrase);
        await using var iain = await Sits(world, cairn, "iain", "adviser", Another);
        await iain.MakesKeys();
        await sorcha.MakesKeys();
        await sorcha.MakesTheDesk();
        await sorcha.Adds("Iain");
        await iain.Unlocks();
        await using var browser = await stage.NewBrowser(width: 360, height: 780);
        var child = new Teller(await browser.NewPageAsync(), cairn.Address.ToString());
        await child.Begins("young");
        await child.Fills("half a blorptang", person: "a zint");
        await child.Presses("review");
        await child.Presses("send");
        var seeker = new Seeker(child.Page, cairn.Address.ToString());
        await seeker.KeepsTheCode();

        // Nothing is let go before three things were asked.
        await iain.Page.Locator("#desk-queue", new() { HasText = "a young person tells" }).WaitForAsync();
        await iain.Takes();
        await iain.Uncovers();
        await iain.Page.Locator("#desk-outcome").SelectOptionAsync("answered");
        await iain.Presses("Close");
        await Says(iain, "Answer the checklist first.");
        await iain.Presses("Keep the answers");
        await Says(iain, "Answer each question; “not clear” is an answer.");
        await iain.Page.Locator("#desk-check-child").SelectOptionAsync("yes");
        await iain.Page.Locator("#desk-check-danger").SelectOptionAsync("no");
        await iain.Page.Locator("#desk-check-nation").SelectOptionAsync("Scotland");
        Assert.Contains("Raise a red flag", await iain.Page.Locator(".desk-advice").InnerTextAsync(), StringComparison.Ordinal);
        await iain.Colleague.Looks("concerns-checklist");
        await iain.Presses("Keep the answers");
        await iain.Page.Locator(".desk-notes", new() { HasText = "Nation: Scotland" }).WaitForAsync();

        // A flag, and messages chosen and signed; one signature makes no package.
        await iain.Page.Locator("#desk-reason").SelectOptionAsync("child-named");
        await iain.Presses("Raise the flag");
        await iain.Page.Locator(".desk-package").WaitForAsync();
        await iain.Page.Locator("#desk-package-reason").SelectOptionAsync("child-named");
        await iain.Colleague.Looks("concerns-asking");
        await iain.Presses("Sign, and ask another adviser");
        await iain.Page.Locator(".desk-package", new() { HasText = "One signature is not enough." }).WaitForAsync();
        Assert.Equal(0, await iain.Page.Locator("button:text-is('Make the package')").CountAsync());
        await iain.Colleague.Looks("concerns-waiting");
        await iain.Presses("Put it back");

        // The other sees the same words, and not before they are uncovered.
        await sorcha.Page.Locator("#desk-queue", new() { HasText = "A hand-over is open" }).WaitForAsync();
        await sorcha.Takes();
        await sorcha.Presses("I have read them: sign");
        await Says(sorcha, "Uncover message 1 first.");
        await sorcha.Uncovers();
        await sorcha.Colleague.Looks("concerns-agreeing");
        await sorcha.Presses("I have read them: sign");
        await sorcha.Page.Locator("button:text-is('Make the package')").WaitForAsync();
        await sorcha.Presses("Take the flag down");
        await Says(sorcha, "A hand-over is open. Close it first.");
        var saving = sorcha.Page.WaitForDownloadAsync();
        await sorcha.Presses("Make the package");
        var saved = await saving;
        var package = Path.Combine(world.Place.Root, "package.zip");
        await saved.SaveAsAsync(package);
        var passphrase = await sorcha.Page.Locator("#desk-package-passphrase").InnerTextAsync();
        await sorcha.Colleague.Looks("concerns-made");
        Assert.Matches("^cairn-evidence-[0-9a-f]+\\.zip$", saved.SuggestedFilename);

        // On another machine: with the passphrase and the desk's signers, and nothing else of this one.
        await world.Command.Run("evidence", "export", "--out", Path.Combine(world.Place.Root, "signers.txt"), "--rehearse", "--data", world.Place.Data);
        using var elsewhere = new Place();
        var other = new CairnCommand(elsewhere, null);
        var (exit, output, _) = await other.Ends([("CAIRN_PASSPHRASE", passphrase)], "evidence", "verify", package, "--signers", Path.Combine(world.Place.Root, "signers.txt"));
        Assert.Equal(0, exit);
        Assert.Equal(["conversation.html", "conversation.json", "statement.txt"], Lines(output, "item").Select(l => l[1]));
        Assert.All(Lines(output, "item"), l => Assert.Equal("ok", l[^1]));
        Assert.Equal(["Iain", "Sorcha"], Lines(output, "signature").Select(l => l[1]));
        // What verify prints is what an adviser reads out when they are asked by telephone.
        await sorcha.Page.Locator("summary", new() { HasText = "Members of the desk" }).ClickAsync();
        var spoken = (await sorcha.Page.Locator("#desk-signers li").AllInnerTextsAsync()).Order(StringComparer.Ordinal);
        Assert.Equal(Lines(output, "signature").Select(l => $"{l[1]} {l[2]}"), spoken);
        await sorcha.Colleague.Looks("concerns-signers");
        Assert.Equal(1, (await other.Ends([("CAIRN_PASSPHRASE", "7777-7777-7777-7777-7777-7777")], "evidence", "verify", package)).Exit);
        Report.Line($"{engine}: {string.Join("; ", output.Trim().Split('\n').Select(l => l.Replace('\t', ' ')))}");

        // Closed, the flag comes down, and what the child deletes then is gone.
        await sorcha.Presses("It is handed over: close it");
        await sorcha.Page.Locator("#desk-package-reason").WaitForAsync();
        await sorcha.Presses("Take the flag down");
        await sorcha.Page.Locator("#desk-reason").WaitForAsync();
        await seeker.Presses("delete");
        await seeker.Presses("delete-yes");
        Assert.Equal("It is deleted", await child.Heading());
        await sorcha.Page.Locator(".desk-empty").WaitForAsync();

        Assert.Empty(sorcha.Colleague.Violations.Concat(iain.Colleague.Violations));
        Assert.Empty(sorcha.Colleague.Complaints.Concat(iain.Colleague.Complaints));
        File.Delete(package);
        var (found, files) = await world.Holding(cairn.Said, ["half a blorptang", "a zint", "Nation: Scotland", passphrase]);
        Assert.Empty(found);
        Report.Line($"{engine}: no word of what was told in {files} files");
        await world.Command.Run("audit", "verify", "--data", world.Place.Data);
    }

    private static IEnumerable<string[]> Lines(string output, string kind) => output.Split('\n').Select(l => l.Split('\t')).Where(l => l[0] == kind);

    private static Task Says(Adviser adviser, string sentence) => adviser.Page.Locator("#desk-said", new() { HasText = sentence }).WaitForAsync();

    private async Task<Adviser> Sits(World world, RunningCairn cairn, string name, string role, string passphrase) =>
        new(await Colleague.Joins(stage, world.Command, cairn.Address, name, role, Pictures), passphrase, "/console/concerns");
}
