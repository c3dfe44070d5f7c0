using Cairn.Foundation.Text;
using Cairn.Help.Directory;
using Cairn.Say.Packs.Publishing;
using NodaTime;

namespace Cairn.Tests.Say.Packs.Approval;

/// <summary>What a campaign needs before it is put on the air, and what a demonstration may not do to it.</summary>
public sealed class OnAirRulesTests : IDisposable
{
    private readonly TemporaryPack pack = Given.AConfirmedPack();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => pack.Dispose();

    [Theory, EachDatabase]
    public async Task A_service_that_nobody_confirmed_or_that_expired_is_named_and_nothing_is_approved(Engine engine)
    {
        await using var people = await PeopleAtWork.Start(engine);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        pack.With("services.yaml", File.ReadAllText(pack.PathOf("services.yaml"))
            .Replace($"0808 157 0123, state: verified, source: https://example.org/contact, verified_by: R. Caller, verified_on", "0808 157 0123, state: seen, source: https://example.org/contact, seen_on", StringComparison.Ordinal)
            .Replace($"116 123, state: verified, source: https://example.org/contact, verified_by: R. Caller, verified_on: {today.AddDays(-1):yyyy-MM-dd}, expires_on: {today.AddDays(365):yyyy-MM-dd}",
                "116 123, state: verified, source: https://example.org/contact, verified_by: R. Caller, verified_on: 2026-01-01, expires_on: 2026-05-01", StringComparison.Ordinal));
        var revision = await people.Hands(pack.Folder, "morag");

        var refused = await Assert.ThrowsAsync<PackRefusedException>(() => people.Approves("iain", revision));

        Assert.Contains("The helpline: phone is seen, not verified", refused.Message, StringComparison.Ordinal);
        Assert.Contains("The crisis line: phone expired on 2026-05-01", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["submitted by morag"], await people.History());
    }

    [Fact]
    public void A_field_is_expired_on_the_day_it_expires_whatever_grace_the_site_gives()
    {
        var list = new ServiceList([Service(FieldState.Verified, new LocalDate(2026, 5, 1))], new Dictionary<Nation, IReadOnlySet<LocalDate>>(), 30, HideDays: 90, Demonstration: false);

        var before = ServiceDoubt.Of(list, new LocalDate(2026, 4, 30));
        var on = ServiceDoubt.Of(list, new LocalDate(2026, 5, 1));

        Assert.Empty(before);
        Assert.Equal("Childline: phone expired on 2026-05-01", Assert.Single(on).ToString());
    }

    [Fact]
    public void Numbers_everybody_knows_and_what_is_historical_hold_nothing_up()
    {
        var services = new[]
        {
            Service(FieldState.Historical, null),
            Service(FieldState.Seen, null) with { Kind = ServiceKind.Emergency, Phone = Field("999", FieldState.Seen, null) },
            Service(FieldState.Seen, null) with { Kind = ServiceKind.Police, Phone = Field("101", FieldState.Unverified, null) },
        };

        var doubts = ServiceDoubt.Of(new(services, new Dictionary<Nation, IReadOnlySet<LocalDate>>(), 30, 0, false), new LocalDate(2026, 4, 30));

        Assert.Empty(doubts);
    }

    [Theory, EachDatabase]
    public async Task What_staff_confirmed_since_counts_at_the_moment_of_approval(Engine engine)
    {
        var confirmed = true;
        await using var people = await PeopleAtWork.Start(engine, PeopleAtWork.Address, (list, _) => Task.FromResult(
            confirmed ? list : list with { Services = [.. list.Services.Select(s => s.Id == "line" ? s with { Phone = s.Phone! with { State = FieldState.Seen } } : s)] }));
        var revision = await people.Hands(pack.Folder, "morag");

        confirmed = false;
        var refused = await Assert.ThrowsAsync<PackRefusedException>(() => people.Approves("iain", revision));
        confirmed = true;
        await people.Approves("iain", revision);

        Assert.Contains("The helpline: phone is seen", refused.Message, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Without_an_address_of_its_own_no_campaign_goes_on_the_air(Engine engine)
    {
        await using var people = await PeopleAtWork.Start(engine, address: null);
        var revision = await people.Hands(pack.Folder, "morag");

        var refused = await Assert.ThrowsAsync<PackRefusedException>(() => people.Approves("iain", revision));

        Assert.Contains("CAIRN_ADDRESS", refused.Message, StringComparison.Ordinal);
        Assert.Equal("waiting", await people.StateOf(revision));
    }

    [Theory, EachDatabase]
    public async Task A_demonstration_never_takes_the_place_of_a_campaign(Engine engine)
    {
        await using var people = await PeopleAtWork.Start(engine);
        var campaign = await people.Hands(pack.Folder, "morag");
        await people.Approves("iain", campaign);
        using var other = Given.APack();

        var refused = await Assert.ThrowsAsync<PackRefusedException>(() => people.Store.Publish(PackFiles.FromFolder(other.Folder), "other", asDemonstration: true, PackAct.ByCommand, Cancel));
        var same = await Assert.ThrowsAsync<PackRefusedException>(() => people.Store.Publish(PackFiles.FromFolder(pack.Folder), "small", asDemonstration: true, PackAct.ByCommand, Cancel));

        Assert.StartsWith("A campaign is on the air; a demonstration cannot take its place", refused.Message, StringComparison.Ordinal);
        Assert.StartsWith("A campaign is on the air", same.Message, StringComparison.Ordinal);
        Assert.Equal("in force", await people.StateOf(campaign));
    }

    [Theory, EachDatabase]
    public async Task A_demonstration_that_is_approved_becomes_the_campaign(Engine engine)
    {
        await using var people = await PeopleAtWork.Start(engine);
        var files = PackFiles.FromFolder(pack.Folder);
        await people.Store.Publish(files, "small", asDemonstration: true, PackAct.ByCommand, Cancel);
        var before = await people.Vault.Open(files.Revision, Cancel);

        await people.Submits("morag", files.Revision);
        await people.Approves("iain", files.Revision);

        Assert.True(before.Demonstration);
        Assert.False((await people.Vault.Open(files.Revision, Cancel)).Demonstration);
    }

    [Theory, EachDatabase]
    public async Task An_earlier_campaign_comes_back_by_an_approver_alone_and_only_while_it_is_fit(Engine engine)
    {
        var fit = true;
        await using var people = await PeopleAtWork.Start(engine, PeopleAtWork.Address, (list, _) => Task.FromResult(
            fit ? list : list with { Services = [.. list.Services.Select(s => s.Id == "line" ? s with { Phone = s.Phone! with { ExpiresOn = new LocalDate(2026, 1, 1) } } : s)] }));
        var first = await people.Hands(pack.Folder, "morag");
        await people.Approves("iain", first);
        var second = await people.Hands(pack.Append("campaign.yaml", "# second\n").Folder, "morag");
        await people.Approves("iain", second);

        var nobody = await Assert.ThrowsAsync<PackRefusedException>(() => people.Decisions.RollBack(first, Cairn.Say.Packs.Approval.Decider.CommandLine, Cancel));
        fit = false;
        var unfit = await Assert.ThrowsAsync<PackRefusedException>(() => people.RollsBack("una", first));
        fit = true;
        await people.RollsBack("una", first);

        Assert.Contains("--as", nobody.Message, StringComparison.Ordinal);
        Assert.Contains("expired on 2026-01-01", unfit.Message, StringComparison.Ordinal);
        Assert.Equal("in force", await people.StateOf(first));
        Assert.Equal("rolled back by una", (await people.History()).Last());
    }

    private static Service Service(FieldState state, LocalDate? expires) => new(
        "childline", ServiceKind.Helpline, [], [], Field("Childline", FieldState.Verified, null), null, Field("0800 1111", state, expires), null, null, null, null, null, null, null);

    private static Sourced<string> Field(string value, FieldState state, LocalDate? expires) =>
        new(value, state, new Uri("https://example.org/contact"), new LocalDate(2026, 1, 1), null, expires);
}
