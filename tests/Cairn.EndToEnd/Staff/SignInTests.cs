using Cairn.EndToEnd.Storage;
using OtpNet;

namespace Cairn.EndToEnd.Staff;

/// <summary>The whole of signing in, by keyboard, in a real browser with a device that holds passkeys.</summary>
public sealed class SignInTests(Stage stage)
{
    private const string Passphrase = "seven quiet stones by the water";

    [Theory, MemberData(nameof(EachEngine.Names), MemberType = typeof(EachEngine))]
    public async Task The_first_administrator_sets_up_signs_in_every_way_and_invites_an_editor(string engine)
    {
        await using var world = await World.On(engine);
        await using var cairn = await world.Start();
        var link = (await cairn.SetUpLink()).AbsoluteUri;
        var address = new Uri(link).GetLeftPart(UriPartial.Authority);
        await using var ada = await Colleague.SitsDown(stage, address, Path.Combine(Checkout.Root, ".build", "pictures", "console"));

        // Set-up link and passkey.
        await ada.Goes(link);
        await ada.Looks("set-up");
        await ada.Types("#called", "Ada Brown");
        await ada.Types("#name", "ada");
        await ada.Presses("[data-passkey-button]", "/console");
        Assert.Equal("Hello, Ada Brown", await ada.Heading());
        await ada.Looks("today");

        // A passphrase and codes beside it.
        await ada.Presses("nav a[href='/console/account']", "/console/account");
        await ada.TabsTo("summary");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.Looks("account");
        var seed = new Totp(Base32Encoding.ToBytes((await ada.Page.Locator(".console-seed").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal)));
        await ada.Types("#passphrase", Passphrase);
        await ada.Types("#code", seed.ComputeTotp());
        await ada.Presses("form[action='/console/account/codes'] button", "/console/account/codes");
        var recovery = await ada.Page.Locator(".console-codes code").AllInnerTextsAsync();
        Assert.Equal(10, recovery.Distinct().Count());
        await ada.Looks("recovery-codes");
        await ada.Presses("main a.console-button", "/console/account");

        // The link is used up.
        await ada.Goes(link);
        Assert.Equal("This link is not good any more", await ada.Heading());

        // Out, and in by passkey, after a stranger has tried a hundred passphrases on the same account.
        await SignsOut(ada);
        await TriesAHundredPassphrases(address);
        await ada.Looks("sign-in");
        await ada.Presses("[data-passkey-button]", "/console");
        Assert.Equal("Hello, Ada Brown", await ada.Heading());

        // Out, and in by code; the same code is not good twice.
        await SignsOut(ada);
        var code = seed.ComputeTotp(DateTime.UtcNow.AddSeconds(30));
        await SignsInWith(ada, code, arrivesAt: "/console");
        await SignsOut(ada);
        await SignsInWith(ada, code, arrivesAt: "/console/sign-in");
        Assert.Contains("did not fit together", await ada.Page.Locator("[role=alert]").First.InnerTextAsync(), StringComparison.Ordinal);
        await ada.Looks("sign-in-refused");

        // In by recovery code, once.
        await SignsInWith(ada, recovery[0], arrivesAt: "/console/account");
        Assert.Contains("9 of your recovery codes are left", await ada.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await SignsOut(ada);
        await SignsInWith(ada, recovery[0], arrivesAt: "/console/sign-in");
        await SignsInWith(ada, recovery[1], arrivesAt: "/console/account");

        // An invitation, answered in another browser with another device.
        await ada.Goes("/console/staff");
        await ada.Looks("staff");
        await ada.Types("#called", "Morag Reid");
        await ada.Types("#name", "morag");
        await ada.TabsTo("#role-editor");
        await ada.Page.Keyboard.PressAsync("Space");
        await ada.Presses("form[action='/console/staff/invite'] button", "/console/staff/invite");
        await ada.Looks("invited");
        var invitation = await ada.Page.Locator("#link").InputValueAsync();
        await using var morag = await Colleague.SitsDown(stage, address, Path.Combine(Checkout.Root, ".build", "pictures", "console"), width: 390);
        await morag.Goes(invitation);
        await morag.Looks("invitation-phone");
        await morag.Presses("[data-passkey-button]", "/console");
        Assert.Equal("Hello, Morag Reid", await morag.Heading());
        await morag.Looks("today-phone");
        await ada.Goes("/console/audit");
        await ada.Looks("audit");

        Assert.Empty(ada.Violations.Concat(morag.Violations));
        // The browser writes a line for an answer that is an error, which a refusal is; nothing of ours may be blocked.
        Assert.DoesNotContain(ada.Complaints.Concat(morag.Complaints), c => !c.Contains("Failed to load resource", StringComparison.Ordinal));
        Report.Line($"{engine}: set-up, passkey, code, recovery code and invitation by keyboard; axe found {ada.Violations.Count + morag.Violations.Count} violations");
    }

    private static async Task TriesAHundredPassphrases(string address)
    {
        using var stranger = new HttpClient { BaseAddress = new Uri(address) };
        var page = await stranger.GetStringAsync("/console/sign-in");
        var token = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page).QuerySelector("input[name=form-token]")!.GetAttribute("value")!;
        for (var i = 0; i < 100; i++)
        {
            using var form = new FormUrlEncodedContent([new("form-token", token), new("name", "ada"), new("passphrase", $"wrong words number {i}"), new("code", "123456")]);
            using var answer = await stranger.PostAsync("/console/sign-in", form);
            Assert.Equal(422, (int)answer.StatusCode);
        }
    }

    private static async Task SignsOut(Colleague who)
    {
        await who.Goes("/console");
        await who.Presses("form[action='/console/sign-out'] button", "/console/sign-in");
    }

    private static async Task SignsInWith(Colleague who, string code, string arrivesAt)
    {
        await who.Goes("/console/sign-in");
        await who.Types("#name", "ada");
        await who.Types("#passphrase", Passphrase);
        await who.Types("#code", code);
        await who.TabsTo("form[action='/console/sign-in'] button");
        await who.Page.Keyboard.PressAsync("Enter");
        await who.Page.WaitForFunctionAsync("([path]) => location.pathname === path && document.readyState === 'complete' && (path !== '/console/sign-in' || document.querySelector('#problem'))", new[] { arrivesAt });
    }
}
