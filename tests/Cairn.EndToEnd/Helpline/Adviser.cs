using Cairn.EndToEnd.Staff;
using Microsoft.Playwright;

namespace Cairn.EndToEnd.Helpline;

/// <summary>What an adviser does at the desk, in a browser.</summary>
internal sealed class Adviser(Colleague colleague, string passphrase, string desk = "/console/desk") : IAsyncDisposable
{
    public Colleague Colleague => colleague;

    public IPage Page => colleague.Page;

    public Task Opens() => colleague.Goes(desk);

    /// <summary>The adviser's own keys, made in this browser.</summary>
    public async Task MakesKeys()
    {
        await Opens();
        await Page.Locator("#desk-passphrase").FillAsync(passphrase);
        await Page.Locator("#desk-again").FillAsync(passphrase);
        await Presses("Make my keys");
        await Page.Locator("h2:text-is('Make your keys')").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    public async Task Unlocks()
    {
        await Opens();
        await Page.Locator("#desk-passphrase").FillAsync(passphrase);
        await Presses("Open the desk");
        await Page.Locator("h2:text-is('Open the desk')").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>The ceremony of a supervisor, with the paper typed back.</summary>
    /// <returns>What stands on the paper.</returns>
    public async Task<IReadOnlyList<string>> MakesTheDesk()
    {
        await Presses("Go on");
        var groups = await Page.Locator(".desk-paper li").AllInnerTextsAsync();
        var asked = (await Page.Locator("label[for=desk-group]").InnerTextAsync()).Split(' ')[2];
        await colleague.Looks("desk-ceremony");
        await Page.Locator("#desk-group").FillAsync(groups[int.Parse(asked, System.Globalization.CultureInfo.InvariantCulture) - 1]);
        await Presses("It is on paper: make the desk");
        await Done("make");
        return groups;
    }

    public async Task Adds(string called)
    {
        await Page.Locator("summary", new() { HasText = "Members of the desk" }).ClickAsync();
        await Presses("Add " + called);
        await Done("add");
    }

    public async Task TakesOff(string called)
    {
        await Page.Locator("summary", new() { HasText = "Members of the desk" }).ClickAsync();
        await Presses($"Take {called} off the desk");
        await Done("remove");
    }

    /// <summary>Makes keys anew because the old ones cannot be opened any more.</summary>
    public async Task LosesThePassphrase()
    {
        await Opens();
        await Page.Locator("summary", new() { HasText = "I have lost it" }).ClickAsync();
        await Presses("Make new keys");
        await Page.Locator("#desk-passphrase").FillAsync(passphrase);
        await Page.Locator("#desk-again").FillAsync(passphrase);
        await Presses("Make my keys");
        await Page.Locator("h2:text-is('You are not on the desk yet')").WaitForAsync();
    }

    public async Task AsksForRecovery(IReadOnlyList<string> paper)
    {
        await Page.Locator("summary", new() { HasText = "Nobody can open the desk any more" }).ClickAsync();
        await Page.Locator("#desk-paper").FillAsync(string.Join(' ', paper.Skip(1)));
        await Presses("Ask to open the desk with the paper");
        await Page.Locator("[role=alert]:text('A letter is wrong')").WaitForAsync();
        await Page.Locator("#desk-paper").FillAsync(string.Join(' ', paper).ToLowerInvariant());
        await Presses("Ask to open the desk with the paper");
        await Done("recover");
    }

    public async Task OpensWithThePaper(IReadOnlyList<string> paper)
    {
        await Unlocks();
        await Page.Locator("#desk-recovery").WaitForAsync();
        await colleague.Looks("desk-recovery-agreed");
        await Page.Locator("#desk-paper").FillAsync(string.Join('-', paper));
        await Presses("Open them");
        await Page.Locator("#desk-recovery").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>Takes the only conversation that waits.</summary>
    public async Task Takes()
    {
        await Page.Locator("#desk-queue button", new() { HasText = "Take" }).First.ClickAsync();
        await Page.Locator("#desk-heading").WaitForAsync();
    }

    public async Task Uncovers()
    {
        while (await Page.Locator(".desk-cover").CountAsync() > 0)
            await Page.Locator(".desk-cover").First.ClickAsync();
    }

    public async Task<IReadOnlyList<string>> Reads() => await Page.Locator(".desk-thread .desk-words").AllTextContentsAsync();

    public async Task Replies(string text)
    {
        var before = await Page.Locator(".desk-thread li").CountAsync();
        await Page.Locator("#desk-reply").FillAsync(text);
        await Presses("Send the reply");
        await Page.Locator(".desk-thread li").Nth(before).WaitForAsync();
    }

    public async Task HandsOver(string note)
    {
        await Page.Locator("#desk-note").FillAsync(note);
        await Page.Locator("button:text-is('Hand over')").ClickAsync();
        await Page.Locator(".desk-empty").WaitForAsync();
    }

    public Task Presses(string button) => Page.Locator($"button:text-is(\"{button}\")").ClickAsync();

    public ValueTask DisposeAsync() => colleague.DisposeAsync();

    // A change of the desk may first be asked who does it.
    private async Task Done(string act)
    {
        await Page.WaitForLoadStateAsync();
        if (await Page.Locator("h1").InnerTextAsync() is "Is it you?" || await Page.Locator("input[name=confirm-path]").CountAsync() > 0)
            await Page.Locator("[data-passkey-button]").ClickAsync();
        await Page.WaitForURLAsync(u => u.EndsWith($"{desk}?done={act}", StringComparison.Ordinal));
        await Unlocks();
    }
}
