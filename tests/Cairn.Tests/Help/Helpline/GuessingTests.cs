using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Cairn.Help.Sealing;

namespace Cairn.Tests.Help.Helpline;

/// <summary>Row 10 of the test table: strangers guess codes as fast as they are answered, while others talk.</summary>
public sealed class GuessingTests
{
    private const int Guessers = 64, Talking = 4;
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(300);

    // CAIRN_GUESSING_SECONDS shortens the drill for whoever works on it.
    private static readonly TimeSpan Duration = int.TryParse(Environment.GetEnvironmentVariable("CAIRN_GUESSING_SECONDS"), out var seconds) ? TimeSpan.FromSeconds(seconds) : TimeSpan.FromMinutes(10);

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory, EachDatabase, Trait("Category", "Nightly")]
    public async Task Row_10_while_sixty_four_guess_codes_others_are_answered_within_a_third_of_a_second_and_nobody_is_locked_out(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var cairn = CairnProcess.Serve(database, Checkout.Campaign, null, "--rehearse");
        using var http = new HttpClient { BaseAddress = await cairn.Ready() };
        var begun = await http.Talk("send", ("text", "blorptang"), ("submission", PostedTalk.NewSubmission()));
        var guesses = 0L;
        using var over = new CancellationTokenSource(Duration);

        var guessing = Enumerable.Range(0, Guessers).Select(_ => Task.Run(async () =>
        {
            while (!over.IsCancellationRequested)
            {
                Assert.Equal(HttpStatusCode.UnprocessableEntity, await Guess(http));
                Interlocked.Increment(ref guesses);
            }
        })).ToList();
        var times = await Task.WhenAll(Enumerable.Range(0, Talking).Select(i => Talk(http, i, over.Token)));
        await Task.WhenAll(guessing);
        var opened = await http.Talk("open", ("code", begun.Code));

        var all = times.SelectMany(t => t).Order().ToList();
        var p99 = all[(int)(all.Count * 0.99)];
        Console.WriteLine($"> Row 10: {engine}: {guesses} guesses by {Guessers} in {Duration.TotalMinutes:F1} min; {all.Count} steps of others, half within {all[all.Count / 2].TotalMilliseconds:F0} ms, 99 of 100 within {p99.TotalMilliseconds:F0} ms; the right code opens");
        Assert.Equal((HttpStatusCode.OK, "Your conversation"), (opened.Status, opened.Heading));
        Assert.True(p99 < Longest, $"99 of 100 steps of others took up to {p99.TotalMilliseconds:F0} ms.");
    }

    // A sound code that nobody has: one with a slip would be refused before it is looked for.
    private static async Task<HttpStatusCode> Guess(HttpClient http)
    {
        var digits = new byte[SeekerCode.Digits];
        SeekerCode.From(RandomNumberGenerator.GetBytes(16)).WriteDigits(digits);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("step", "open"), KeyValuePair.Create("code", Encoding.ASCII.GetString(digits))]);
        using var answer = await http.PostAsync("/en/talk", form, Stop);
        return answer.StatusCode;
    }

    // Twice a second, a message and a look for a reply in turn; a conversation is left before it is full.
    private static async Task<List<TimeSpan>> Talk(HttpClient http, int who, CancellationToken over)
    {
        List<TimeSpan> times = [];
        while (!over.IsCancellationRequested)
        {
            var begun = await http.Talk("send", ("text", $"blorptang {who}"), ("submission", PostedTalk.NewSubmission()));
            var thread = await http.Talk("kept", ("token", begun.Token), ("group", begun.Group));
            for (var i = 0; i < 30 && !over.IsCancellationRequested; i++)
            {
                var from = Stopwatch.GetTimestamp();
                thread = i % 2 == 0
                    ? await http.Talk("more", ("token", thread.Token), ("text", $"zintel {i}"), ("submission", PostedTalk.NewSubmission()))
                    : await http.Talk("check", ("token", thread.Token));
                times.Add(Stopwatch.GetElapsedTime(from));
                Assert.Equal((HttpStatusCode.OK, "Your conversation"), (thread.Status, thread.Heading));
                await Task.Delay(500, Stop);
            }
        }

        return times;
    }
}
