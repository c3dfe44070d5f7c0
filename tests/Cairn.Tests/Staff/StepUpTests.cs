using System.Net;
using Cairn.Staff.Roles;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Staff;

/// <summary>Before a dangerous act the member shows again that it is them, and loses nothing.</summary>
public sealed class StepUpTests
{
    [Fact]
    public async Task Five_minutes_after_signing_in_a_dangerous_form_is_kept_while_the_member_shows_that_it_is_them()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));
        await using var cairn = await RunningCairn.Start(time: clock);
        var ada = await WithCodes.Joins(cairn, "ada", Role.Administrator);
        using var browser = Colleague.Nobody(cairn);
        await ada.SignsIn(browser, ada.Code(clock.GetUtcNow()));
        clock.Advance(TimeSpan.FromMinutes(6));
        (string, string)[] form = [("name", "morag"), ("called", "Morag <Reid>"), ("role", "editor"), ("role", "adviser")];

        var asked = await browser.Posts("/console/staff/invite", form);
        var wrong = await browser.Posts("/console/confirm", [("confirm-path", "/console/staff/invite"), ("confirm-code", "000000"), .. form]);
        var right = await browser.Posts("/console/confirm", [("confirm-path", "/console/staff/invite"), ("confirm-code", ada.Code(clock.GetUtcNow())), .. form]);
        var done = await browser.Posts("/console/staff/invite", form);

        var page = await asked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Show that it is you", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Morag &lt;Reid&gt;\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"adviser\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("value=\"Morag &lt;Reid&gt;\"", await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.TemporaryRedirect, "/console/staff/invite"), (right.StatusCode, right.Headers.Location!.ToString()));
        Assert.Contains("The invitation is ready", await done.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    [InlineData("/en")]
    public async Task A_forged_way_on_leads_to_the_consoles_first_page(string path)
    {
        await using var cairn = await RunningCairn.Start();
        var ada = await WithCodes.Joins(cairn, "ada", Role.Editor);
        using var browser = await Colleague.SignsIn(cairn, "ada", Role.Editor);

        var answer = await browser.Posts("/console/confirm", ("confirm-path", path), ("confirm-code", ada.Code(DateTimeOffset.UtcNow)));

        Assert.Equal("/console", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_session_ends_after_an_hour_unused_and_after_twelve_hours_in_any_case()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));
        await using var cairn = await RunningCairn.Start(time: clock);
        using var idle = await Colleague.SignsIn(cairn, "ada", Role.Editor);
        using var busy = await Colleague.SignsIn(cairn, "bea", Role.Editor);
        var seen = new List<HttpStatusCode>();

        for (var minutes = 0; minutes <= 12 * 60; minutes += 50)
        {
            seen.Add((await busy.Gets("/console")).StatusCode);
            clock.Advance(TimeSpan.FromMinutes(50));
        }

        Assert.All(seen, s => Assert.Equal(HttpStatusCode.OK, s));
        Assert.Equal(HttpStatusCode.SeeOther, (await busy.Gets("/console")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await idle.Gets("/console")).StatusCode);
    }
}
