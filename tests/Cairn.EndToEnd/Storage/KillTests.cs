using System.Diagnostics;
using System.Security.Cryptography;

namespace Cairn.EndToEnd.Storage;

/// <summary>A program that dies at the worst moment, and many that start at the same one.</summary>
public sealed class KillTests
{
    [Theory, MemberData(nameof(EachEngine.Names), MemberType = typeof(EachEngine))]
    public async Task A_kill_while_pages_are_viewed_loses_no_more_than_the_last_second_of_counts(string engine)
    {
        await using var world = await World.On(engine);
        await using var cairn = await world.Start();
        using var visitor = new Visitor(cairn.Address);
        var answered = new List<TimeSpan>();
        var clock = Stopwatch.StartNew();

        // Long enough that there are views old enough to tell, however slowly the first ones are answered on a busy machine.
        while (clock.Elapsed < TimeSpan.FromSeconds(4) || (Settled(answered, clock.Elapsed) <= 20 && clock.Elapsed < TimeSpan.FromMinutes(1)))
        {
            await visitor.Get("/en");
            answered.Add(clock.Elapsed);
        }

        var died = clock.Elapsed;
        await cairn.Kill();

        var settled = Settled(answered, died);
        var counted = await world.CountedViews();
        Assert.InRange(counted, settled, answered.Count);
        Assert.True(settled > 20, $"Only {settled} views were old enough to tell.");
        Assert.All(world.Integrity(), said => Assert.Equal("ok", said));
        await using var again = await world.Start();
        using var next = new Visitor(again.Address);
        Assert.Equal(200, (await next.Get("/en")).Status);
        await again.Stop();
        Assert.Equal(counted + 1, await world.CountedViews());
        Report.Line($"{engine}: killed after {answered.Count} views, {counted} were counted, the last second held {answered.Count(a => a > died - TimeSpan.FromSeconds(1))}");
    }

    [Theory, MemberData(nameof(EachEngine.Names), MemberType = typeof(EachEngine))]
    public Task A_program_killed_inside_its_first_migration_starts_again(string engine) => KilledWhileStarting(engine, times: 8);

    [Theory, MemberData(nameof(EachEngine.Names), MemberType = typeof(EachEngine)), Trait("Category", "Nightly")]
    public Task A_program_killed_a_hundred_times_while_it_starts_starts_again(string engine) => KilledWhileStarting(engine, times: 100);

    [Theory, MemberData(nameof(EachEngine.Names), MemberType = typeof(EachEngine))]
    public async Task A_program_told_to_stop_writes_its_last_counts(string engine)
    {
        await using var world = await World.On(engine);
        await using var cairn = await world.Start();
        using var visitor = new Visitor(cairn.Address);
        for (var view = 0; view < 25; view++)
            await visitor.Get("/en/parents");

        var code = await cairn.Stop();

        Assert.Equal(0, code);
        Assert.Equal(25, await world.CountedViews());
    }

    [Fact]
    public async Task Three_programs_that_start_at_once_on_one_PostgreSQL_all_come_up()
    {
        await using var world = await World.On("PostgreSQL");
        using var second = new Place();
        using var third = new Place();

        await using var one = world.Launch();
        await using var two = world.LaunchElsewhere(second);
        await using var three = world.LaunchElsewhere(third);
        await Task.WhenAll(one.Ready(), two.Ready(), three.Ready());

        foreach (var cairn in new[] { one, two, three })
        {
            using var visitor = new Visitor(cairn.Address);
            Assert.Equal(200, (await visitor.Get("/en")).Status);
            Assert.Equal(200, (await visitor.Get("/healthz/ready")).Status);
            await cairn.Stop();
        }

        Assert.Equal(3, await world.CountedViews());
    }

    // A second between two writes, and what a busy machine needs to do one.
    private static int Settled(List<TimeSpan> answered, TimeSpan died) => answered.Count(a => a < died - TimeSpan.FromSeconds(1.5));

    private static async Task KilledWhileStarting(string engine, int times)
    {
        var whole = await AnUndisturbedStart(engine);
        var stuck = new List<string>();
        var early = 0;

        for (var time = 0; time < times; time++)
        {
            await using var world = await World.On(engine);
            // Spread over the whole start, so that some fall into each step of it.
            var moment = whole * (RandomNumberGenerator.GetInt32(50, 1100) / 1000.0);
            await using (var first = world.Launch())
            {
                await Task.Delay(moment);
                early += first.Said.Contains("ready", StringComparison.Ordinal) ? 0 : 1;
                await first.Kill();
            }

            try
            {
                await using var again = await world.Start();
                using var visitor = new Visitor(again.Address);
                Assert.Equal(200, (await visitor.Get("/en")).Status);
                Assert.All(world.Integrity(), said => Assert.Equal("ok", said));
            }
            catch (Exception failure) when (failure is TimeoutException or InvalidOperationException)
            {
                stuck.Add($"killed after {moment.TotalMilliseconds:F0} of {whole.TotalMilliseconds:F0} ms: {failure.Message}");
            }
        }

        Report.Line($"{engine}: {times} kills within the first {whole.TotalMilliseconds * 1.1:F0} ms, {early} before it was ready; all started again");
        Assert.Empty(stuck);
        Assert.True(early > 0, "No kill came before the program was ready, so nothing was tried.");
    }

    private static async Task<TimeSpan> AnUndisturbedStart(string engine)
    {
        await using var world = await World.On(engine);
        var clock = Stopwatch.StartNew();
        await using var cairn = await world.Start();
        return clock.Elapsed;
    }
}
