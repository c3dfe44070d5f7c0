using Cairn.Foundation.Storage;
using Cairn.Staff.Audit;
using Cairn.Staff.Keys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Staff.Audit;

/// <summary>What somebody can do who owns the database: take the guards away and write. The verifier names the row.</summary>
public sealed class AuditTamperTests
{
    private static readonly DateTimeOffset Monday = new(2031, 3, 3, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task The_database_refuses_to_change_or_delete_an_act(Engine engine)
    {
        var (database, program, _) = await SixActs(engine);
        await using var gone = database;
        string[] attempts = ["UPDATE staff_audit SET actor = 'x'", "DELETE FROM staff_audit", "DELETE FROM staff_audit WHERE number = 6"];

        foreach (var attempt in attempts)
        {
            var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => database.Sql("staff", attempt));
            Assert.Contains("is never changed", refused.Message, StringComparison.Ordinal);
        }

        Assert.Empty((await Verdict(program)).Problems);
    }

    [Theory, EachDatabase]
    public Task A_deleted_act_is_named(Engine engine) =>
        IsNamed(engine, "DELETE FROM staff_audit WHERE number = 3", "Row 3 is missing.");

    [Theory, EachDatabase]
    public Task An_altered_act_is_named(Engine engine) =>
        IsNamed(engine, "UPDATE staff_audit SET actor = 'somebody else' WHERE number = 4", "Row 4 was changed, or is not where it was written.");

    [Theory, EachDatabase]
    public Task An_act_moved_to_another_time_is_named(Engine engine) =>
        IsNamed(engine, "UPDATE staff_audit SET at = at + 1 WHERE number = 2", "Row 2 was changed, or is not where it was written.");

    [Theory, EachDatabase]
    public Task Acts_that_changed_places_are_named(Engine engine) => IsNamed(
        engine,
        "UPDATE staff_audit SET number = 99 WHERE number = 3; UPDATE staff_audit SET number = 3 WHERE number = 4; UPDATE staff_audit SET number = 4 WHERE number = 99",
        "Row 3 was changed, or is not where it was written.");

    [Theory, EachDatabase]
    public Task Acts_cut_off_at_the_end_are_named(Engine engine) =>
        IsNamed(engine, "DELETE FROM staff_audit WHERE number > 5", "Row 6 is missing: the signed end of 2031-03-04 names it.");

    // The thief deletes the signed end too; the keyring remembers that there was a day.
    [Theory, EachDatabase]
    public Task A_day_cut_off_with_its_signed_end_is_named(Engine engine) => IsNamed(
        engine,
        "DELETE FROM staff_audit WHERE number > 4; DELETE FROM staff_audit_head WHERE day = '2031-03-04'",
        "The signed end of 2031-03-04 is missing; the keyring remembers row 5 of that day.");

    [Theory, EachDatabase]
    public async Task A_quiet_day_is_signed_too(Engine engine)
    {
        var (database, program, time) = await SixActs(engine);
        await using var gone = database;
        time.Advance(TimeSpan.FromDays(1));

        await program.GetRequiredService<AuditTrail>().SignToday(Cancel);
        await program.GetRequiredService<AuditTrail>().SignToday(Cancel);

        Assert.Equal("2031-03-05", await database.Sql("staff", "SELECT day FROM staff_audit_head ORDER BY day DESC LIMIT 1"));
        Assert.Contains("audit-2031-03-05.head", new Keyring(database.KeyringDirectory).Names());
        var verdict = await Verdict(program);
        Assert.Empty(verdict.Problems);
        Assert.Equal(6, verdict.LastNumber);
    }

    [Theory, EachDatabase]
    public async Task A_record_without_acts_needs_no_signature(Engine engine)
    {
        var (database, program) = await TestDatabase.Ready(engine);
        await using var gone = database;

        await program.GetRequiredService<AuditTrail>().SignToday(Cancel);

        Assert.Equal(0L, Convert.ToInt64(await database.Sql("staff", "SELECT count(*) FROM staff_audit_head"), System.Globalization.CultureInfo.InvariantCulture));
    }

    // All of it, by SQL, and then the command: what an operator would see.
    [Theory, EachDatabase]
    public async Task The_command_says_so_and_ends_with_one(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using (await RunningCairn.On(database))
        {
        }

        var whole = await CairnProcess.Run(database, "audit", "verify", "--data", database.Directory);
        await Unguarded(database);
        await database.Sql("staff", "UPDATE staff_audit SET subject = 'x' WHERE number = 1");
        var touched = await CairnProcess.Run(database, "audit", "verify", "--data", database.Directory);

        Assert.Equal(0, whole.Exit);
        Assert.Matches("^[0-9]+ acts, whole; the last is row [0-9]+, hash [0-9a-f]{64}\n$", whole.Output);
        Assert.Equal(1, touched.Exit);
        Assert.Contains("Row 1 was changed", touched.Output, StringComparison.Ordinal);
    }

    private static async Task IsNamed(Engine engine, string attack, string sentence)
    {
        var (database, program, _) = await SixActs(engine);
        await using var gone = database;
        var before = await Verdict(program);
        await Unguarded(database);

        await database.Sql("staff", attack);

        Assert.Empty(before.Problems);
        Assert.Contains(sentence, (await Verdict(program)).Problems);
    }

    /// <summary>Four on Monday, two on Tuesday.</summary>
    private static async Task<(TestDatabase Database, IServiceProvider Program, FakeTimeProvider Time)> SixActs(Engine engine)
    {
        var time = new FakeTimeProvider(Monday);
        var (database, program) = await TestDatabase.Ready(engine, time);
        await program.GetRequiredService<KeyringCheck>().Ensure(Actor.Server, Cancel);
        var audit = program.GetRequiredService<AuditTrail>();
        for (var act = 2; act <= 6; act++)
        {
            if (act == 5)
                time.Advance(TimeSpan.FromDays(1));
            time.Advance(TimeSpan.FromMinutes(1));
            await audit.Record(Actor.CommandLine, Acts.PackDemonstration, $"blorptang {act}", Cancel);
        }

        return (database, program, time);
    }

    private static Task<AuditVerdict> Verdict(IServiceProvider program) => program.GetRequiredService<AuditTrail>().Verify(Cancel);

    private static async Task Unguarded(TestDatabase database)
    {
        if (database.Database is Database.Postgres)
        {
            await database.Sql("staff", "ALTER TABLE staff_audit DISABLE TRIGGER ALL");
            return;
        }

        while (await database.Sql("staff", "SELECT name FROM sqlite_master WHERE type = 'trigger' LIMIT 1") is string trigger)
            await database.Sql("staff", $"DROP TRIGGER {trigger}");
    }
}
