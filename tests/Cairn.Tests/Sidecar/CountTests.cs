using Cairn.Moment.Decisions;
using Cairn.Sidecar.Counting;
using Cairn.Sidecar.Starting;
using Cairn.Tests.Moment;

namespace Cairn.Tests.Sidecar;

public sealed class CountTests : IDisposable
{
    private const int Hour = 490_000;
    private static readonly Dictionary<(long, int), int> NothingTold = [];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cairn-counts-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Threads_that_count_while_batches_are_finished_lose_nothing_and_count_nothing_twice()
    {
        using var keeper = Keeper();
        const int Each = 40_000;

        var counting = Enumerable.Range(0, 4).Select(t => Task.Run(() =>
        {
            for (var i = 0; i < Each; i++)
                // Half of the threads fill whole batches.
                keeper.Add(Count($"arm-{i % (t % 2 == 0 ? 7 : 5000)}", hour: Hour + (i / (Each / 2))));
        })).ToArray();
        var sum = 0L;
        while (!Task.WhenAll(counting).IsCompleted)
        {
            keeper.Turn(Hour);
            sum += Drain(keeper);
        }

        await Task.WhenAll(counting);
        keeper.FinishAll();
        sum += Drain(keeper);

        Assert.Equal(4 * Each, sum);
        Assert.Equal(0, keeper.Lost);
    }

    [Fact]
    public void What_was_counted_is_there_after_a_kill_at_any_step()
    {
        // Never disposed, as after a kill: what lies in the folder is what the operating system has.
        var killed = Keeper();
        for (var i = 0; i < 5; i++)
            killed.Add(Count("one"));

        using var next = Keeper();

        Assert.Equal(5, Drain(next));
        using var third = Keeper();
        Assert.Equal(0, Drain(third));
    }

    [Fact]
    public void A_kill_between_the_finished_batch_and_the_end_of_the_growing_one_counts_once()
    {
        var killed = Keeper();
        killed.Add(Count("one"));
        var growing = Directory.GetFiles(folder.FullName, "*.counts").Single();
        var copy = File.ReadAllBytes(growing);
        killed.FinishAll();
        File.WriteAllBytes(growing, copy);

        using var next = Keeper();

        Assert.Equal(1, Drain(next));
        Assert.Empty(Directory.GetFiles(folder.FullName, "*.counts"));
    }

    [Fact]
    public void The_record_of_a_told_receipt_decides_whether_its_outcome_was_counted()
    {
        var killed = Keeper();
        (long Batch, int Slot) where = default;
        // Killed after the record and before the count.
        Assert.Throws<TimeoutException>(() => killed.TryCount(Count("one") with { Event = MomentEvent.Outcome, Outcome = MomentOutcome.Help }, (batch, slot) =>
        {
            where = (batch, slot);
            throw new TimeoutException();
        }));

        using var next = new CountKeeper(folder.FullName, "n", new Dictionary<(long, int), int> { [where] = 1 }, new(TextWriter.Null));

        Assert.Equal(1, Drain(next));
    }

    [Fact]
    public void A_sequence_is_never_given_twice_also_when_everything_was_acknowledged_in_between()
    {
        var given = new List<long>();
        for (var start = 0; start < 4; start++)
        {
            using var keeper = Keeper();
            keeper.Add(Count("one"));
            keeper.FinishAll();
            while (keeper.Pile.Oldest is { } sequence)
            {
                given.Add(sequence);
                keeper.Pile.Remove(sequence);
            }
        }

        Assert.Equal([1, 2, 3, 4], given);
    }

    [Fact]
    public void While_something_waits_a_batch_grows_until_its_hour_is_over()
    {
        using var keeper = Keeper();
        for (var minute = 0; minute < 180; minute++)
        {
            keeper.Add(Count("one", Hour + minute / 60));
            keeper.Turn(Hour + minute / 60);
        }

        Assert.InRange(keeper.Pile.Count, 3, 4);
        keeper.FinishAll();
        Assert.Equal(180, Drain(keeper));
    }

    [Fact]
    public void More_kinds_of_counts_than_a_batch_holds_begin_another()
    {
        using var keeper = Keeper();

        for (var kind = 0; kind < CountFile.MostSlots + 10; kind++)
            keeper.Add(Count($"arm-{kind}"));

        keeper.FinishAll();
        Assert.Equal(2, keeper.Pile.Count);
        Assert.Equal(CountFile.MostSlots + 10, Drain(keeper));
    }

    [Fact]
    public void On_a_full_disk_what_has_room_goes_on_and_what_has_none_is_counted_as_lost()
    {
        var said = new StringWriter();
        using var keeper = new CountKeeper(folder.FullName, "n", NothingTold, new(said));
        keeper.Add(Count("one"));
        keeper.Turn(Hour);
        keeper.Add(Count("one"));
        keeper.Turn(Hour);
        // The room that was made beforehand serves for one more hour. A directory where the next file would be: nothing can be made any more.
        keeper.Add(Count("one", Hour + 1));
        Directory.CreateDirectory(Path.Combine(folder.FullName, "spare"));
        keeper.Turn(Hour + 1);
        keeper.Add(Count("one", Hour + 1));
        Assert.Equal(0, keeper.Lost);

        keeper.Add(Count("one", Hour + 2));

        Assert.Equal(1, keeper.Lost);
        Assert.Contains("what is counted now is lost", said.ToString(), StringComparison.Ordinal);
        Directory.Delete(Path.Combine(folder.FullName, "spare"));
        keeper.Turn(Hour + 2);
        keeper.Add(Count("one", Hour + 2));
        keeper.FinishAll();
        Assert.Equal(5, Drain(keeper));
    }

    private CountKeeper Keeper() => new(folder.FullName, "n", NothingTold, new(TextWriter.Null));

    private static MomentCount Count(string arm, int hour = Hour) => new(MomentEvent.Exposure, hour, SmallBundle.Revision, arm, MomentSurface.Search, 1, "en");

    private static long Drain(CountKeeper keeper)
    {
        var sum = 0L;
        while (keeper.Pile.Oldest is { } sequence)
        {
            sum += System.Text.Json.JsonSerializer.Deserialize(keeper.Pile.Read(sequence), Cairn.Moment.Counting.CountJson.Default.CountReport)!.Counts.Sum(c => c.Count);
            keeper.Pile.Remove(sequence);
        }

        return sum;
    }
}
