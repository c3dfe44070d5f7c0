using System.Text;

namespace Cairn.Tests.Sidecar;

public sealed class ReportTests
{
    [Fact]
    public async Task Once_a_minute_what_was_counted_is_sent_with_the_token_and_then_forgotten()
    {
        await using var receiver = await SmallReceiver.Start();
        await using var sidecar = await Reporting(receiver);
        await sidecar.Ask();
        await sidecar.Ask();

        await sidecar.Minute();
        await sidecar.Minute();

        var report = Assert.Single(receiver.Taken);
        Assert.Equal((1L, 32), (report.Sequence, report.Node.Length));
        Assert.Equal(2, receiver.Counted("exposure"));
        Assert.Contains("POST /api/v1/counts Bearer blorptang-token  ", receiver.Asked);
        Assert.Equal(0, (int?)(await sidecar.Health())["unsent"]);
        Assert.NotNull((await sidecar.Health())["lastReport"]);
    }

    [Fact]
    public async Task A_server_that_is_away_for_an_hour_hears_everything_afterwards()
    {
        await using var receiver = await SmallReceiver.Start();
        await using var sidecar = await Reporting(receiver);
        receiver.ReportStatus = 503;
        for (var minute = 0; minute < 60; minute++)
        {
            Assert.Equal(200, (int)(await sidecar.Ask()).StatusCode);
            await sidecar.Minute();
        }

        Assert.Empty(receiver.Taken);
        Assert.InRange((int)(await sidecar.Health())["unsent"]!, 1, 3);
        receiver.ReportStatus = 202;
        await sidecar.Minute();
        await sidecar.Minute();

        Assert.Equal(60, receiver.Counted("exposure"));
        // Said once, and once that it is over.
        Assert.Equal(2, sidecar.People.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task A_lost_acknowledgement_makes_nothing_count_twice()
    {
        await using var receiver = await SmallReceiver.Start();
        await using var sidecar = await Reporting(receiver);
        await sidecar.Ask();
        receiver.LosesAnswers = true;
        await sidecar.Minute();
        await sidecar.Ask();
        await sidecar.Minute();
        receiver.LosesAnswers = false;
        await sidecar.Minute();
        await sidecar.Minute();

        Assert.True(receiver.Reports > receiver.Taken.Count);
        Assert.Equal(2, receiver.Counted("exposure"));
    }

    [Fact]
    public async Task A_batch_the_server_will_never_take_does_not_stand_in_the_way()
    {
        await using var receiver = await SmallReceiver.Start();
        await using var sidecar = await Reporting(receiver);
        await sidecar.Ask();
        receiver.ReportStatus = 422;
        await sidecar.Minute();
        receiver.ReportStatus = 202;
        await sidecar.Ask();
        await sidecar.Minute();

        Assert.Equal(1, receiver.Counted("exposure"));
        Assert.Contains("\ncairn_sidecar_batches_refused_total 1\n", await sidecar.Metrics(), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(sidecar.State, "counts"), "*.refused"));
    }

    [Fact]
    public async Task A_message_after_a_message_is_a_follow_on_of_the_first()
    {
        await using var receiver = await SmallReceiver.Start();
        await using var sidecar = await Reporting(receiver);
        var receipt = await sidecar.Shown();

        await sidecar.Ask(SmallSidecar.Signal[..^1] + $",\"after\":\"{receipt}\"}}");

        await sidecar.Minute();
        Assert.Equal((2, 1), (receiver.Counted("exposure"), receiver.Counted("follow-on")));
    }

    [Fact]
    public async Task Without_somebody_to_tell_nothing_is_kept()
    {
        await using var sidecar = await new SmallSidecar().Start();
        await sidecar.Ask();

        await sidecar.Minute();

        Assert.Empty(Directory.GetFiles(Path.Combine(sidecar.State, "counts")));
        Assert.Contains("\ncairn_sidecar_questions_total 1\n", await sidecar.Metrics(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_marked_question_is_found_nowhere()
    {
        await using var receiver = await SmallReceiver.Start();
        await using var sidecar = await Reporting(receiver);
        const string Mark = "snorfle";
        await sidecar.Ask($$"""{"surface":"search","text":"{{Mark}}","language":"en"}""");
        await sidecar.Ask($$"""{"surface":"search","signal":"term","text":"{{Mark}}","language":"en-{{Mark}}","nation":"{{Mark[..6]}}"}""");
        await sidecar.Ask($$"""{"surface":"search","signal":"term","text":"{{Mark}}","language":"en"}""");
        await sidecar.Ask($$"""[{"surface":"search","signal":"term","text":"{{Mark}}","language":"en"},{"surface":"{{Mark}}"}]""");
        await sidecar.Ask($$"""{"surface":"search","text":"{{Mark}}"}""", "text/" + Mark);
        await sidecar.Tell(Mark);
        await sidecar.Http.GetAsync($"/{Mark}?{Mark}={Mark}", SmallSidecar.Cancel);
        await sidecar.Minute();

        Assert.Equal(2, receiver.Counted("exposure"));
        var kept = Directory.GetFiles(sidecar.State, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "lock").Select(f => Encoding.Latin1.GetString(File.ReadAllBytes(f)));
        var said = kept.Concat([sidecar.People.ToString(), await sidecar.Metrics(), (await sidecar.Health()).ToJsonString(), .. receiver.Asked]);
        Assert.All(said, s => Assert.DoesNotContain(Mark, s, StringComparison.OrdinalIgnoreCase));
    }

    private static Task<SmallSidecar> Reporting(SmallReceiver receiver)
    {
        var sidecar = new SmallSidecar();
        return sidecar.Start(sidecar.Options with { Report = receiver.Address.ToString(), Token = "blorptang-token" });
    }
}
