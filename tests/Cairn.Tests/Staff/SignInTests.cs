using System.Diagnostics;
using System.Net;
using Cairn.Staff;
using Cairn.Staff.Roles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Staff;

/// <summary>The way in by passphrase and code: nobody is told what was wrong, nobody can lock somebody else out.</summary>
public sealed class SignInTests
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task The_right_passphrase_and_code_let_in_and_a_code_is_good_once()
    {
        var clock = new FakeTimeProvider(Clock.GetUtcNow());
        await using var cairn = await RunningCairn.Start(time: clock);
        var ada = await WithCodes.Joins(cairn, "ada", Role.Editor);
        using var browser = Colleague.Nobody(cairn);

        var first = await ada.SignsIn(browser, ada.Code(clock.GetUtcNow()));
        using var another = Colleague.Nobody(cairn);
        var again = await ada.SignsIn(another, ada.Code(clock.GetUtcNow()));
        clock.Advance(TimeSpan.FromSeconds(30));
        var next = await ada.SignsIn(another, ada.Code(clock.GetUtcNow()));

        Assert.Equal("/console", first.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.True(WithCodes.IsIn(next));
    }

    [Fact]
    public async Task The_same_answer_for_a_name_nobody_has_a_wrong_passphrase_and_a_wrong_code()
    {
        await using var cairn = await RunningCairn.Start(time: new FakeTimeProvider(Clock.GetUtcNow()));
        var ada = await WithCodes.Joins(cairn, "ada", Role.Editor);
        using var browser = Colleague.Nobody(cairn);
        var nobody = ada with { Name = "abe" };

        var answers = new[]
        {
            await nobody.SignsIn(browser, "123456"),
            await ada.SignsIn(browser, ada.Code(Clock.GetUtcNow()), passphrase: "another four words entirely"),
            await ada.SignsIn(browser, "123456"),
            await ada.SignsIn(browser, "AAAAA-BBBBB"),
        };

        var pages = await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.StatusCode));
        Assert.Single(pages.Select(p => WithoutTokens(p).Replace("abe", "ada", StringComparison.Ordinal)).Distinct());
    }

    [Fact]
    public async Task A_hundred_wrong_passphrases_do_not_keep_the_right_one_out()
    {
        var clock = new FakeTimeProvider(Clock.GetUtcNow());
        await using var cairn = await RunningCairn.Start(time: clock);
        var ada = await WithCodes.Joins(cairn, "ada", Role.Editor);
        using var stranger = Colleague.Nobody(cairn);
        using var browser = Colleague.Nobody(cairn);
        var token = await stranger.Token();
        for (var i = 0; i < 100; i++)
        {
            using var refused = await stranger.PostsWithToken("/console/sign-in", token, ("name", "ada"), ("passphrase", $"wrong words number {i}"), ("code", "123456"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }

        var right = await ada.SignsIn(browser, ada.Code(clock.GetUtcNow()));

        Assert.True(WithCodes.IsIn(right));
        Assert.Equal(0, (await Member(cairn, "ada")).AccessFailedCount);
    }

    [Fact]
    public async Task Ten_wrong_codes_behind_the_right_passphrase_close_the_codes_but_not_the_recovery_codes()
    {
        var clock = new FakeTimeProvider(Clock.GetUtcNow());
        await using var cairn = await RunningCairn.Start(time: clock);
        var ada = await WithCodes.Joins(cairn, "ada", Role.Editor);
        using var browser = Colleague.Nobody(cairn);
        var wrong = ada.Code(clock.GetUtcNow().AddDays(1));
        for (var i = 0; i < 10; i++)
            Assert.False(WithCodes.IsIn(await ada.SignsIn(browser, wrong)));

        var code = await ada.SignsIn(browser, ada.Code(clock.GetUtcNow()));
        var recovery = await ada.SignsIn(browser, ada.RecoveryCodes[0]);

        Assert.False(WithCodes.IsIn(code));
        Assert.True(WithCodes.IsIn(recovery));
        await using var db = await Database(cairn);
        Assert.Single(await db.Audit.Where(a => a.Act == "sign-in.codes-closed" && a.Subject == "ada").ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_recovery_code_is_good_once_even_when_sent_twice_at_once()
    {
        await using var cairn = await RunningCairn.Start();
        var ada = await WithCodes.Joins(cairn, "ada", Role.Editor);
        using var one = Colleague.Nobody(cairn);
        using var two = Colleague.Nobody(cairn);
        var tokens = (await one.Token(), await two.Token());

        var answers = await Task.WhenAll(Send(one, tokens.Item1), Send(two, tokens.Item2));

        Assert.Single(answers, WithCodes.IsIn);

        Task<HttpResponseMessage> Send(Colleague browser, string token) =>
            browser.PostsWithToken("/console/sign-in", token, ("name", "ada"), ("passphrase", ada.Passphrase), ("code", ada.RecoveryCodes[0]));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/console")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("/console//elsewhere.example")]
    [InlineData("/console/../en")]
    [InlineData("/console/%2e%2e/leave")]
    [InlineData("/consoleelsewhere")]
    [InlineData("/en")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/console\r\nSet-Cookie: a=b")]
    [InlineData("")]
    public async Task After_signing_in_nobody_is_sent_to_another_place(string then)
    {
        await using var cairn = await RunningCairn.Start();
        var ada = await WithCodes.Joins(cairn, "ada", Role.Editor);
        using var browser = Colleague.Nobody(cairn);

        var answer = await ada.SignsIn(browser, ada.Code(DateTimeOffset.UtcNow), then: then);

        Assert.Equal("/console", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_page_that_was_asked_for_is_shown_after_signing_in()
    {
        await using var cairn = await RunningCairn.Start();
        var ada = await WithCodes.Joins(cairn, "ada", Role.Supervisor);
        using var browser = Colleague.Nobody(cairn);

        var asked = await browser.Gets("/console/audit?before=5");
        var answer = await ada.SignsIn(browser, ada.Code(DateTimeOffset.UtcNow), then: Uri.UnescapeDataString(asked.Headers.Location!.ToString().Split("then=")[1]));

        Assert.Equal("/console/audit?before=5", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task While_passphrases_are_flooded_the_site_goes_on_and_the_rest_is_told_to_wait()
    {
        await using var cairn = await RunningCairn.Start();
        using var stranger = Colleague.Nobody(cairn);
        var token = await stranger.Token();

        var flood = Enumerable.Range(0, 60).Select(_ => stranger.PostsWithToken("/console/sign-in", token, ("name", "ada"), ("passphrase", "wrong words again and again"), ("code", "123456"))).ToList();
        var watch = Stopwatch.StartNew();
        var page = await cairn.Http.GetAsync("/en", TestContext.Current.CancellationToken);
        var waited = watch.Elapsed;
        var answers = await Task.WhenAll(flood);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.All(answers, a => Assert.Contains(a.StatusCode, new[] { HttpStatusCode.UnprocessableEntity, HttpStatusCode.ServiceUnavailable }));
        Assert.Contains(answers, a => a.StatusCode == HttpStatusCode.ServiceUnavailable);
        Assert.True(waited < TimeSpan.FromSeconds(5), $"The home page took {waited}.");
    }

    private static string WithoutTokens(string page) => System.Text.RegularExpressions.Regex.Replace(page, "name=\"form-token\" value=\"[^\"]*\"", "");

    private static async Task<StaffDb> Database(RunningCairn cairn) =>
        await cairn.Services.GetRequiredService<IDbContextFactory<StaffDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);

    private static async Task<Cairn.Staff.Members.StaffMember> Member(RunningCairn cairn, string name)
    {
        await using var db = await Database(cairn);
        return await db.Members.SingleAsync(m => m.UserName == name, TestContext.Current.CancellationToken);
    }
}
