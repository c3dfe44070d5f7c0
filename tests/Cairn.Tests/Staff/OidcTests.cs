using System.Net;
using Cairn.Staff.Roles;
using Cairn.Staff.SignIn;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Staff;

/// <summary>Through the organisation's own sign-in service, in one browser, following its redirects by hand.</summary>
public sealed class OidcTests
{
    [Fact]
    public async Task An_account_lets_in_the_member_who_linked_it_and_nobody_before()
    {
        await using var service = await SignInService.Start();
        await using var cairn = await With(service);
        using var morag = await Colleague.SignsIn(cairn, "morag", Role.Editor);
        using var later = Colleague.Nobody(cairn);

        var before = await Through(service, later, await later.Posts("/console/oidc/start"));
        var linked = await Through(service, morag, await morag.Posts("/console/oidc/link"));
        var after = await Through(service, later, await later.Posts("/console/oidc/start", ("then", "/console/packs")));

        Assert.Equal(HttpStatusCode.Forbidden, before.StatusCode);
        Assert.Equal((HttpStatusCode.OK, "0; url=/console/account"), (linked.StatusCode, linked.Headers.GetValues("Refresh").Single()));
        Assert.Equal((HttpStatusCode.OK, "0; url=/console/packs"), (after.StatusCode, after.Headers.GetValues("Refresh").Single()));
        Assert.Contains("Hello, Morag", await later.Reads("/console"), StringComparison.Ordinal);
        Assert.All(after.Headers.GetValues("Set-Cookie").Where(c => c.StartsWith("cairn-session=", StringComparison.Ordinal)), c => Assert.Contains("path=/console; samesite=strict; httponly", c, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_organisations_word_is_not_enough_for_a_dangerous_act()
    {
        await using var service = await SignInService.Start();
        await using var cairn = await With(service);
        using var ada = await Colleague.SignsIn(cairn, "ada", Role.Administrator);
        await Through(service, ada, await ada.Posts("/console/oidc/link"));
        using var later = Colleague.Nobody(cairn);
        await Through(service, later, await later.Posts("/console/oidc/start"));

        var answer = await later.Posts("/console/staff/invite", ("name", "morag"), ("called", "Morag"), ("role", "editor"));

        Assert.Contains("Show that it is you", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_was_begun_before_a_sign_out_everywhere_is_not_made()
    {
        await using var service = await SignInService.Start();
        await using var cairn = await With(service);
        using var morag = await Colleague.SignsIn(cairn, "morag", Role.Editor);
        var asked = await morag.Posts("/console/oidc/link");
        await morag.Posts("/console/account/sign-out-everywhere");

        var answer = await Through(service, morag, asked);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task Somebody_elses_account_at_the_same_service_lets_nobody_in()
    {
        await using var service = await SignInService.Start();
        await using var cairn = await With(service);
        using var morag = await Colleague.SignsIn(cairn, "morag", Role.Editor);
        await Through(service, morag, await morag.Posts("/console/oidc/link"));
        using var stranger = Colleague.Nobody(cairn);
        service.Account = "account-2";

        var answer = await Through(service, stranger, await stranger.Posts("/console/oidc/start"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await stranger.Gets("/console")).StatusCode);
    }

    [Fact]
    public async Task An_answer_that_was_asked_for_in_another_browser_is_refused()
    {
        await using var service = await SignInService.Start();
        await using var cairn = await With(service);
        using var attacker = await Colleague.SignsIn(cairn, "mallory", Role.Analyst);
        await Through(service, attacker, await attacker.Posts("/console/oidc/link"));
        using var victim = Colleague.Nobody(cairn);
        var asked = await attacker.Posts("/console/oidc/start");
        var back = await Back(asked);

        var planted = await victim.Gets(back);

        Assert.Equal(HttpStatusCode.BadRequest, planted.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await victim.Gets("/console")).StatusCode);
    }

    [Fact]
    public async Task Without_a_service_the_routes_are_not_there_and_the_page_does_not_offer_it()
    {
        await using var cairn = await RunningCairn.Start();
        using var somebody = Colleague.Nobody(cairn);

        var start = await somebody.Posts("/console/oidc/start");
        var back = await somebody.Gets("/console/oidc/back?code=blorptang&state=blorptang");

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], new[] { start.StatusCode, back.StatusCode });
        Assert.DoesNotContain("/console/oidc", await somebody.Reads("/console/sign-in"), StringComparison.Ordinal);
    }

    private static Task<RunningCairn> With(SignInService service) =>
        RunningCairn.Start(instead: services => services.AddSingleton(new OidcDoor(service.Authority, "cairn", "a secret between two", "The Trust")));

    /// <summary>From the page that forwards to the service, through it, and back to us.</summary>
    private static async Task<HttpResponseMessage> Through(SignInService service, Colleague browser, HttpResponseMessage forwarding)
    {
        var answer = await browser.Gets(await Back(forwarding));
        Assert.StartsWith(service.Authority.AbsoluteUri, forwarding.Headers.GetValues("Refresh").Single()["0; url=".Length..], StringComparison.Ordinal);
        return answer;
    }

    private static async Task<string> Back(HttpResponseMessage forwarding)
    {
        Assert.Equal(HttpStatusCode.OK, forwarding.StatusCode);
        using var there = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var passed = await there.GetAsync(forwarding.Headers.GetValues("Refresh").Single()["0; url=".Length..], TestContext.Current.CancellationToken);
        return passed.Headers.Location!.PathAndQuery;
    }
}
