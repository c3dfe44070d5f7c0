using System.Net;
using Cairn.Moment.Decisions;
using Cairn.Sidecar.Outcomes;

namespace Cairn.Tests.Sidecar;

public sealed class OutcomeTests
{
    [Fact]
    public async Task An_outcome_counts_once_also_over_a_restart()
    {
        await using var receiver = await SmallReceiver.Start();
        await using var sidecar = new SmallSidecar();
        await sidecar.Start(sidecar.Options with { Report = receiver.Address.ToString() });
        var receipt = await sidecar.Shown();

        Assert.Equal(HttpStatusCode.Accepted, (await sidecar.Tell(receipt, "help")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await sidecar.Tell(receipt, "help")).StatusCode);
        await sidecar.Restart();
        Assert.Equal(HttpStatusCode.Conflict, (await sidecar.Tell(receipt, "stopped")).StatusCode);
        await sidecar.Minute();

        var outcome = Assert.Single(receiver.Taken.SelectMany(r => r.Counts), c => c.Event == "outcome");
        Assert.Equal(("help", 1L), (outcome.Outcome, outcome.Count));
        Assert.Equal(1, receiver.Counted("exposure"));
    }

    [Fact]
    public async Task A_receipt_told_by_many_at_once_counts_once()
    {
        await using var sidecar = await new SmallSidecar().Start();
        var receipt = await sidecar.Shown();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => sidecar.Tell(receipt)));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Accepted);
        Assert.Equal(19, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task A_receipt_that_is_too_old_forged_or_of_another_sidecar_counts_nothing()
    {
        await using var other = await new SmallSidecar().Start();
        await using var sidecar = await new SmallSidecar().Start();
        var receipt = await sidecar.Shown();
        var forged = receipt[..^4] + (receipt[^4] == 'A' ? "B" : "A") + receipt[^3..];

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sidecar.Tell(forged)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sidecar.Tell(await other.Shown())).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sidecar.Tell("blorptang")).StatusCode);
        sidecar.Time.Advance(TimeSpan.FromMinutes(121));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sidecar.Tell(receipt)).StatusCode);
    }

    [Theory]
    [InlineData("""{"receipt":"x"}""", 400)]
    [InlineData("""{"receipt":"x","outcome":"blorptang"}""", 400)]
    [InlineData("""{"receipt":1,"outcome":"help"}""", 400)]
    [InlineData("""{"receipt":"x","receipt":"x","outcome":"help"}""", 400)]
    [InlineData("""{"receipt":"x","outcome":"help","who":"x"}""", 400)]
    [InlineData("""{"receipt":"x","outcome":"help"}{}""", 400)]
    [InlineData("blorptang", 400)]
    public async Task An_outcome_that_is_not_made_as_promised_is_refused(string body, int status)
    {
        await using var sidecar = await new SmallSidecar().Start();

        Assert.Equal(status, (int)(await sidecar.Post("/api/v1/outcomes", body)).StatusCode);
        Assert.Equal(413, (int)(await sidecar.Post("/api/v1/outcomes", new string(' ', 1025))).StatusCode);
        Assert.Equal(415, (int)(await sidecar.Post("/api/v1/outcomes", body, "text/plain")).StatusCode);
    }

    [Fact]
    public void Receipts_are_forgotten_after_three_hours_and_room_is_made()
    {
        var folder = Directory.CreateTempSubdirectory("cairn-told-");
        using var told = new ToldReceipts(folder.FullName, most: 2);
        var at = 100;
        Receipt Made(string id, int hour) => new(id, hour * 60, MomentSurface.Search, 1, "", "en", "one");
        static bool Count(Action<long, int> before)
        {
            before(1, 1);
            return true;
        }

        Assert.Equal(Telling.Counted, told.Tell(Made("a", at), Count));
        Assert.Equal(Telling.Counted, told.Tell(Made("b", at + 1), Count));
        Assert.Equal(Telling.NoRoom, told.Tell(Made("c", at + 1), Count));
        Assert.Equal(Telling.ToldBefore, told.Tell(Made("a", at), Count));
        told.Forget(at + 3);
        Assert.Equal(Telling.Counted, told.Tell(Made("c", at + 1), Count));
        Assert.Single(folder.GetFiles());
        using var again = new ToldReceipts(folder.FullName);
        Assert.Equal(Telling.ToldBefore, again.Tell(Made("b", at + 1), Count));
        Assert.Equal(2, again.Counted[(1, 1)]);
        folder.Delete(recursive: true);
    }
}
