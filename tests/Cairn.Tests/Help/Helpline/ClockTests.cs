using System.Net;
using Cairn.Help.Helpline;
using Cairn.Help.Helpline.Threads;
using Cairn.Help.Sealing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Help.Helpline;

/// <summary>Row 32 of the test table: clocks are set wrong, put right, and changed twice a year.</summary>
public sealed class ClockTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Row_32_a_clock_that_is_a_day_ahead_or_behind_for_a_while_purges_nothing_before_its_time(Engine engine)
    {
        var begun = new DateTimeOffset(2026, 11, 27, 10, 0, 0, TimeSpan.Zero);
        var time = new FakeTimeProvider(begun);
        await using var threads = await Threads.On(engine, time);
        var purge = Purge(threads, time);
        var (code, session) = await threads.Begin("blorptang");

        // In every week of its life the clock jumps a day ahead, a message comes at that time, then it is two days behind that, then right again.
        List<string> written = ["blorptang", "automatic"];
        for (var week = 0; week < 4; week++)
        {
            foreach (var wrong in new[] { Day, -Day })
            {
                time.AdjustTime(begun + week * 7 * Day + wrong);
                await purge.Run(Stop);
                written.Add($"zintel {week} {wrong.Days}");
                using var added = await threads.Conversations.Add(session, Threads.Written(written[^1]), Stop);
                Assert.NotNull(added);
            }

            time.AdjustTime(begun + week * 7 * Day + TimeSpan.FromHours(1));
            await purge.Run(Stop);
            using var back = await threads.Conversations.Enter(code, Stop);
            var (texts, whole) = (await threads.Read(back!))!.Value;
            Assert.True(whole);
            Assert.Equal(written, texts);
        }

        // The last message came in a minute that was called a day later than it was. From there it has its thirty days, seen from whatever clock, and no more.
        var last = begun + 21 * Day + Day;
        foreach (var (at, there) in new[] { (last + 28 * Day, true), (last + 29 * Day, true), (last + 28 * Day, true), (last + 30 * Day, true), (last + 30 * Day + TimeSpan.FromHours(1), false) })
        {
            time.AdjustTime(at);
            await purge.Run(Stop);
            Assert.Equal(there, await threads.Reader.ById(session.Conversation, Stop) is not null);
            if (there)
                Assert.Equal(written, (await threads.Read(session))!.Value.Texts);
        }
    }

    [Theory]
    [InlineData("2027-03-01T00:59:00Z")]
    [InlineData("2026-10-01T00:59:00Z")]
    [InlineData("2028-02-29T23:59:00Z")]
    [InlineData("2028-01-31T12:00:00Z")]
    public async Task Row_32_thirty_days_are_thirty_days_over_a_change_of_the_hour_and_over_a_leap_day(string at)
    {
        var begun = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        var time = InLondon(begun);
        await using var threads = await Threads.On(Engine.Sqlite, time);
        var purge = Purge(threads, time);
        var (_, session) = await threads.Begin("blorptang");

        time.AdjustTime(begun + 30 * Day);
        await purge.Run(Stop);
        Assert.Equal("blorptang", (await threads.Read(session))!.Value.Texts[0]);
        time.AdjustTime(begun + 30 * Day + TimeSpan.FromHours(1));
        await purge.Run(Stop);

        Assert.Null(await threads.Reader.ById(session.Conversation, Stop));
    }

    [Fact]
    public async Task Row_32_no_page_is_stuck_when_the_clock_jumps_and_none_ends_when_the_hour_changes()
    {
        var begun = new DateTimeOffset(2026, 11, 27, 10, 50, 0, TimeSpan.Zero);
        var time = InLondon(begun);
        await using var cairn = await RunningCairn.Start(time: time, instead: s => s.AddSingleton(new Rehearsal(true)));
        var seeker = new SeekerByHand(cairn);
        await seeker.Writes("blorptang");
        var code = seeker.Code;
        await seeker.KeepsTheCode();

        // A page of before the jump asks for the code, at most, and from there it goes on: by reading, writing and leaving.
        foreach (var jump in new[] { Day, -Day, -Day, Day, TimeSpan.FromHours(3), TimeSpan.FromHours(-3) })
        {
            time.AdjustTime(time.GetUtcNow() + jump);
            await seeker.Step("check");
            if (seeker.Heading != "Your conversation")
            {
                seeker.MustBe(HttpStatusCode.OK, "Open your conversation");
                await seeker.Step("open", ("code", code));
            }

            seeker.MustBe(HttpStatusCode.OK, "Your conversation");
            await seeker.Step("more", ("text", $"zintel {jump.TotalHours}"));
            seeker.MustBe(HttpStatusCode.OK, "Your conversation");
            Assert.Equal($"zintel {jump.TotalHours}", seeker.Messages[^1]);
        }

        Assert.Equal(8, seeker.Messages.Count);
        Assert.Empty(seeker.Page.QuerySelectorAll("main .problem"));
        foreach (var change in new[] { "2027-03-28T00:50:00Z", "2027-10-31T00:50:00Z", "2028-02-28T23:50:00Z" })
        {
            time.AdjustTime(DateTimeOffset.Parse(change, System.Globalization.CultureInfo.InvariantCulture));
            await seeker.Writes("quandril");
            await seeker.KeepsTheCode();
            foreach (var (minutes, heading) in new[] { (20, "Your conversation"), (29, "Your conversation"), (31, "Open your conversation") })
            {
                time.AdjustTime(time.GetUtcNow().AddMinutes(minutes));
                await seeker.Step("check");
                seeker.MustBe(HttpStatusCode.OK, heading);
            }
        }

        time.AdjustTime(new DateTimeOffset(2028, 2, 29, 23, 59, 0, TimeSpan.Zero));
        await seeker.Writes("fostung");
        await seeker.KeepsTheCode();
        Assert.Contains("29 February 2028", seeker.Html, StringComparison.Ordinal);
    }

    private static FakeTimeProvider InLondon(DateTimeOffset at)
    {
        var time = new FakeTimeProvider(at);
        time.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
        return time;
    }

    private static ThreadPurge Purge(Threads threads, TimeProvider time) => new(
        threads.Program.GetRequiredService<SealedWriter>(), threads.Reader, threads.Program.GetRequiredService<EpochKeys>(), threads.Program.GetRequiredService<SessionKeys>(), time, NullLogger<ThreadPurge>.Instance);
}
