using System.Net;
using Cairn.Staff.Console;
using Cairn.Staff.Roles;
using Cairn.Staff.Sessions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cairn.Tests.Staff;

/// <summary>Cookies, forged forms, planted sessions.</summary>
public sealed class CookieTests
{
    [Theory]
    [InlineData(null, "http", "localhost", false)]
    [InlineData(null, "https", "localhost", true)]
    [InlineData("https://campaign.example", "http", "localhost", false)]
    [InlineData("https://campaign.example", "http", "campaign.example", true)]
    [InlineData("https://campaign.example", "https", "campaign.example", true)]
    public async Task Every_cookie_stays_under_the_console_is_closed_to_scripts_and_secure_where_browsers_use_https(string? address, string scheme, string host, bool secure)
    {
        await using var cairn = await RunningCairn.Start(address: address);
        var request = new DefaultHttpContext { Request = { Scheme = scheme, Host = new HostString(host) } };
        ConsoleAddress.Of(address).PutSchemeRight(request.Request);
        var schemes = cairn.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>();
        var oidc = cairn.Services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get("cairn-oidc");

        var strict = new[] { SessionBook.Scheme, IdentityConstants.TwoFactorUserIdScheme, IdentityConstants.ExternalScheme }.Select(s => schemes.Get(s).Cookie)
            .Append(cairn.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie).ToList();
        // These two must survive the sign-in service's redirect back; they hold no session.
        var lax = new[] { oidc.CorrelationCookie, oidc.NonceCookie };

        Assert.All(strict, c => Assert.Equal(SameSiteMode.Strict, c.SameSite));
        Assert.All(lax, c => Assert.Equal(SameSiteMode.Lax, c.SameSite));
        Assert.All(strict.Concat(lax).Select(c => c.Build(request)), c => Assert.Equal((true, secure), (c.HttpOnly, c.Secure)));
        Assert.All(strict.Concat(lax), c => Assert.Equal("/console", c.Path));
    }

    [Fact]
    public async Task The_cookies_that_are_really_set_say_so()
    {
        await using var cairn = await RunningCairn.Start();
        var ada = await WithCodes.Joins(cairn, "ada", Role.Editor);
        using var browser = Colleague.Nobody(cairn);

        var page = await browser.Gets("/console/sign-in");
        var signedIn = await ada.SignsIn(browser, ada.Code(DateTimeOffset.UtcNow));

        var cookies = page.Headers.GetValues("Set-Cookie").Concat(signedIn.Headers.GetValues("Set-Cookie")).ToList();
        Assert.Equal(2, cookies.Count);
        Assert.All(cookies, c => Assert.Contains("path=/console; samesite=strict; httponly", c, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, c => Assert.DoesNotContain("domain=", c, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task No_page_of_the_site_sets_a_cookie_even_for_somebody_who_is_signed_in()
    {
        await using var cairn = await RunningCairn.Start();
        using var ada = await Colleague.SignsIn(cairn, "ada", Role.Editor);

        var page = await ada.Gets("/en");

        Assert.False(page.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_form_without_the_token_with_an_old_one_or_with_another_persons_is_refused()
    {
        await using var cairn = await RunningCairn.Start();
        var codes = await WithCodes.Joins(cairn, "ada", Role.Administrator);
        using var ada = Colleague.Nobody(cairn);
        using var other = await Colleague.SignsIn(cairn, "bea", Role.Administrator);
        var before = await ada.Token();
        await codes.SignsIn(ada, codes.Code(DateTimeOffset.UtcNow));
        (string, string)[] form = [("name", "morag"), ("called", "Morag"), ("role", "editor")];

        var answers = new[]
        {
            await ada.PostsWithToken("/console/staff/invite", null, form),
            await ada.PostsWithToken("/console/staff/invite", "blorptang", form),
            await ada.PostsWithToken("/console/staff/invite", before, form),
            await ada.PostsWithToken("/console/staff/invite", await other.Token(), form),
        };

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.BadRequest, a.StatusCode));
        Assert.DoesNotContain("not answered yet", await other.Reads("/console/staff"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    public async Task A_form_from_another_site_is_refused_even_with_the_right_token(string header, string value)
    {
        await using var cairn = await RunningCairn.Start();
        using var ada = await Colleague.SignsIn(cairn, "ada", Role.Administrator);

        var answer = await ada.PostsFrom("/console/account/sign-out-everywhere", await ada.Token(), header, value);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ada.Gets("/console/account")).StatusCode);
    }

    [Fact]
    public async Task A_session_planted_in_a_browser_is_not_the_one_that_signing_in_begins()
    {
        await using var cairn = await RunningCairn.Start();
        var codes = await WithCodes.Joins(cairn, "ada", Role.Editor);
        using var attacker = await Colleague.SignsIn(cairn, "mallory", Role.Analyst);
        using var victim = attacker.SameCookies(cairn);

        await codes.SignsIn(victim, codes.Code(DateTimeOffset.UtcNow));

        Assert.Contains("Hello, ada", await victim.Reads("/console"), StringComparison.Ordinal);
        // The planted number means nothing afterwards.
        Assert.Equal(HttpStatusCode.SeeOther, (await attacker.Gets("/console")).StatusCode);
    }

    [Fact]
    public async Task A_cookie_kept_from_before_signing_out_is_worth_nothing()
    {
        await using var cairn = await RunningCairn.Start();
        using var ada = await Colleague.SignsIn(cairn, "ada", Role.Editor);
        using var thief = ada.SameCookies(cairn);

        await ada.Posts("/console/sign-out");

        Assert.Equal(HttpStatusCode.SeeOther, (await thief.Gets("/console")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_browser_at_once()
    {
        await using var cairn = await RunningCairn.Start();
        using var here = await Colleague.SignsIn(cairn, "ada", Role.Editor);
        using var there = await Colleague.SignsIn(cairn, "ada", Role.Editor);

        await here.Posts("/console/account/sign-out-everywhere");

        Assert.Equal(HttpStatusCode.SeeOther, (await here.Gets("/console")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await there.Gets("/console")).StatusCode);
    }

    [Fact]
    public async Task The_console_is_not_opened_under_a_name_that_is_not_the_campaigns()
    {
        await using var cairn = await RunningCairn.Start(address: "https://campaign.example");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/console/sign-in") { Headers = { Host = "elsewhere.example" } };
        using var ours = new HttpRequestMessage(HttpMethod.Get, "/console/sign-in") { Headers = { Host = "campaign.example" } };

        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await cairn.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
        var answer = await cairn.Http.SendAsync(ours, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("; secure;", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Every_answer_of_the_console_is_kept_nowhere_and_carries_its_own_policy()
    {
        await using var cairn = await RunningCairn.Start();
        using var ada = await Colleague.SignsIn(cairn, "ada", Role.Editor);
        var answers = new[]
        {
            await ada.Gets("/console"), await ada.Gets("/console/staff"), await ada.Gets("/console/nothing"), await ada.PostsWithToken("/console/sign-out", null), await ada.Gets("/console/sign-in"),
        };

        Assert.Equal([200, 403, 404, 400, 303], answers.Select(a => (int)a.StatusCode));
        Assert.All(answers, a => Assert.Contains("no-store", a.Headers.CacheControl!.ToString(), StringComparison.Ordinal));
        Assert.All(answers, a => Assert.EndsWith("script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'", a.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal));
        Assert.All(answers, a => Assert.Contains("publickey-credentials-get=(self)", a.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal));
        Assert.All(answers, a => Assert.False(a.Content.Headers.ContentEncoding.Count > 0));
    }
}
