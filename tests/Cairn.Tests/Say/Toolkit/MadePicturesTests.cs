using Cairn.Say.Toolkit;

namespace Cairn.Tests.Say.Toolkit;

public sealed class MadePicturesTests
{
    [Fact]
    public async Task Two_who_ask_for_one_picture_wait_for_the_same_drawing()
    {
        using var turns = new DrawingTurns();
        using var ready = new ManualResetEventSlim();
        var pictures = new MadePictures(turns, 1000);
        var drawn = 0;
        byte[] Draw()
        {
            ready.Wait(TestContext.Current.CancellationToken);
            Interlocked.Increment(ref drawn);
            return [1];
        }

        var asked = Enumerable.Range(0, 20).Select(_ => pictures.Of("one", "image/png", Draw)).ToList();
        ready.Set();
        var answers = await Task.WhenAll(asked);

        Assert.Equal(1, drawn);
        Assert.All(answers, a => Assert.Same(answers[0], a));
    }

    [Fact]
    public async Task No_more_than_the_limit_is_kept_and_what_was_not_asked_for_longest_goes_first()
    {
        using var turns = new DrawingTurns();
        var pictures = new MadePictures(turns, 300);
        var drawn = new List<string>();
        Task Ask(string name) => pictures.Of(name, "image/png", () => { drawn.Add(name); return new byte[100]; });

        foreach (var name in new[] { "a", "b", "c", "a", "d" })
            await Ask(name);
        foreach (var name in new[] { "a", "c", "d", "b" })
            await Ask(name);

        Assert.Equal(["a", "b", "c", "d", "b"], drawn);
        Assert.Equal(300, pictures.Bytes);
    }

    [Fact]
    public async Task A_picture_that_could_not_be_drawn_is_tried_again()
    {
        using var turns = new DrawingTurns();
        var pictures = new MadePictures(turns, 300);

        await Assert.ThrowsAsync<InvalidOperationException>(() => pictures.Of("a", "image/png", () => throw new InvalidOperationException()));
        var made = await pictures.Of("a", "image/png", () => [1]);

        Assert.NotNull(made);
        Assert.Equal(1, pictures.Bytes);
    }

    [Fact]
    public async Task At_most_two_are_drawn_at_once()
    {
        using var turns = new DrawingTurns();
        var pictures = new MadePictures(turns, 1000);
        var (now, most) = (0, 0);
        var lockOn = new Lock();
        byte[] Draw()
        {
            lock (lockOn)
                most = Math.Max(most, ++now);
            Thread.Sleep(5);
            lock (lockOn)
                now--;
            return [1];
        }

        await Task.WhenAll(Enumerable.Range(0, 12).Select(n => pictures.Of($"{n}", "image/png", Draw)));

        Assert.InRange(most, 1, 2);
    }
}
