using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;

namespace Cairn.EndToEnd.Sidecar;

/// <summary>The sidecar and its server die at random while platforms ask, tell outcomes and counts travel.</summary>
public sealed class KillDrillTests
{
    [Fact]
    public Task Over_twenty_kills_of_either_side_no_count_is_lost_and_none_counts_twice() => Drill(kills: 20);

    [Fact, Trait("Category", "Nightly")]
    public Task Over_two_hundred_and_fifty_kills_no_count_is_lost_and_none_counts_twice() => Drill(kills: 250);

    private static async Task Drill(int kills)
    {
        await using var world = await SidecarWorld.Start();
        using var end = new CancellationTokenSource();
        var platforms = Enumerable.Range(0, 4).Select(_ => new Platform(world.SidecarAddress)).ToArray();
        await platforms[0].UntilAnswered(TimeSpan.FromSeconds(30));
        var asking = platforms.Select(p => Task.Run(() => p.AskUntil(end.Token))).ToArray();
        var (sidecars, servers) = (0, 0);

        for (var kill = 0; kill < kills; kill++)
        {
            await Task.Delay(RandomNumberGenerator.GetInt32(50, 900));
            if (RandomNumberGenerator.GetInt32(3) > 0)
            {
                sidecars++;
                await world.Sidecar.DisposeAsync();
                world.LaunchSidecar();
                await world.Sidecar.Ready();
            }
            else
            {
                servers++;
                await world.Server.DisposeAsync();
                await world.StartServer();
            }
        }

        await end.CancelAsync();
        await Task.WhenAll(asking);
        await Settle(world);
        Assert.Equal(0, await world.Sidecar.Stop());
        Assert.Equal(0, await world.Server.Stop());

        var acknowledged = platforms.Sum(p => p.Acknowledged);
        var uncertain = platforms.Sum(p => p.Uncertain);
        var told = platforms.Sum(p => p.Told);
        var (counted, outcomes) = (world.Counted("exposure"), world.Counted("outcome"));
        Report.Line($"{kills} kills ({sidecars} of the sidecar, {servers} of the server): {acknowledged} messages acknowledged, {uncertain} in flight at a kill, {counted} counted; {told} outcomes told, {outcomes} counted");
        Assert.InRange(counted, acknowledged, acknowledged + uncertain);
        Assert.Equal(told, outcomes);
        Assert.True(acknowledged > kills, "Hardly anything was asked, so nothing was tried.");
    }

    /// <summary>Until everything that was counted has been taken.</summary>
    private static async Task Settle(SidecarWorld world)
    {
        var patience = Stopwatch.StartNew();
        string[] waiting;
        do
        {
            await Task.Delay(300);
            waiting = Directory.GetFiles(Path.Combine(world.State, "counts"), "*.json");
        }
        while (waiting.Length > 0 && patience.Elapsed < TimeSpan.FromSeconds(60));
        Assert.Empty(waiting);
    }

    /// <summary>Asks one question after the other. A question without an answer may have counted or not; an outcome is told until there is an answer.</summary>
    private sealed class Platform(Uri address)
    {
        private readonly HttpClient http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(10) };

        public long Acknowledged { get; private set; }

        public long Uncertain { get; private set; }

        public long Told { get; private set; }

        public async Task UntilAnswered(TimeSpan patience)
        {
            var clock = Stopwatch.StartNew();
            while (await Ask() is null)
            {
                Assert.True(clock.Elapsed < patience, "No bundle came.");
                await Task.Delay(100);
            }
        }

        public async Task AskUntil(CancellationToken end)
        {
            for (var number = 0; !end.IsCancellationRequested; number++)
            {
                var receipt = await Ask();
                // Both sides need a processor to start again.
                if (number % 10 == 0)
                    await Task.Delay(5, CancellationToken.None);
                if (receipt is null)
                    await Task.Delay(20, CancellationToken.None);
                else if (number % 5 == 0)
                    await Tell(receipt);
            }
        }

        private async Task<string?> Ask()
        {
            try
            {
                using var answer = await Post("/api/v1/moments", """{"surface":"search","signal":"term","language":"en-GB"}""");
                if (answer.StatusCode != HttpStatusCode.OK)
                    return null;
                var said = System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
                Acknowledged++;
                return (string?)said["receipt"];
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                // Refused connections count nothing, and being generous with them would hide a double count.
                if (e is not HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError })
                    Uncertain++;
                return null;
            }
        }

        private async Task Tell(string receipt)
        {
            while (true)
            {
                try
                {
                    using var answer = await Post("/api/v1/outcomes", $$"""{"receipt":"{{receipt}}","outcome":"help"}""");
                    Assert.True(answer.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.Conflict or HttpStatusCode.ServiceUnavailable, $"An outcome was answered with {answer.StatusCode}.");
                    if (answer.StatusCode != HttpStatusCode.ServiceUnavailable)
                    {
                        Told++;
                        return;
                    }
                }
                catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
                {
                    await Task.Delay(20);
                }
            }
        }

        private Task<HttpResponseMessage> Post(string path, string body) => http.PostAsync(path, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
    }
}
