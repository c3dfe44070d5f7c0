using Cairn.Foundation.Storage;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Foundation.Storage;

public sealed class DatabaseWatchTests
{
    [Fact]
    public async Task A_database_that_is_away_is_told_once_and_asked_again_until_it_is_back()
    {
        var time = new FakeTimeProvider();
        var watch = new DatabaseWatch(new Database.Sqlite("nowhere"), time, "cairn_test");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var (asked, told, again) = (0, new List<string>(), 0);

        var running = watch.Run(
            _ => ++asked is 2 or 3 ? throw new StorageException("It is away.") : Task.CompletedTask,
            told.Add,
            () => again++,
            stop.Token);
        for (var i = 0; i < 200 && asked < 5; i++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await stop.CancelAsync();
        await running;
        Assert.True(asked >= 5);
        Assert.Equal(["It is away."], told);
        Assert.Equal(1, again);
    }
}
