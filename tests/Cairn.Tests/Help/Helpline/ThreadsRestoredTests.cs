using System.Diagnostics;
using System.Net;
using Cairn.Help.Helpline;
using Cairn.Help.Sealing;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Help.Helpline;

/// <summary>Row 27 of the test table: everything is lost but the two backups.</summary>
public sealed class ThreadsRestoredTests : IDisposable
{
    private const int InAConversation = 10, AtOnce = 16;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private readonly string safe = System.IO.Directory.CreateTempSubdirectory("cairn-safe-").FullName;

    public void Dispose() => System.IO.Directory.Delete(safe, recursive: true);

    [Theory, EachDatabase]
    public Task Row_27_a_thousand_messages_are_put_back_and_open_with_their_codes(Engine engine) => PutBack(engine, 1_000);

    [Theory, EachDatabase, Trait("Category", "Nightly")]
    public Task Row_27_a_hundred_thousand_messages_are_put_back_and_open_with_their_codes(Engine engine) => PutBack(engine, 100_000);

    private async Task PutBack(Engine engine, int messages)
    {
        var codes = await Lost(engine, messages / InAConversation);
        await using var empty = await TestDatabase.Empty(engine);
        var data = Path.Combine(empty.Directory, "data");

        var clock = Stopwatch.StartNew();
        await Done(empty, "keyring", "restore", Path.Combine(safe, "keyring"));
        await Done(empty, "restore", Path.Combine(safe, "copy.zip"), "--data", data);
        await using var cairn = await RunningCairn.At(data, empty.KeyringDirectory, empty.CairnDatabase, Checkout.Campaign, instead: s => s.AddSingleton(new Rehearsal(true)));
        var first = await cairn.Http.Talk("open", ("code", Shown(codes[0])));
        var took = clock.Elapsed;

        Assert.Equal(HttpStatusCode.OK, first.Status);
        await Parallel.ForEachAsync(codes.Index(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Stop }, async (code, _) =>
        {
            var page = await cairn.Http.Talk("open", ("code", Shown(code.Item)));
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal([$"blorptang {code.Index}", "automatic", .. Enumerable.Range(2, InAConversation - 2).Select(m => $"zintel {code.Index} {m}")], page.Messages);
            Assert.Empty(page.Page.QuerySelectorAll("main .problem"));
        });
        Assert.True(took < Longest, $"It took {took.TotalMinutes:F1} minutes.");
        Console.WriteLine($"> Row 27: {engine}: {messages} messages put back in {took.TotalSeconds:F1} s, until the first opened with its code; all {codes.Length} conversations open and are whole");
    }

    /// <summary>Writes, backs up both halves as the operating guide says, and loses the rest.</summary>
    private async Task<SeekerCode[]> Lost(Engine engine, int conversations)
    {
        await using var threads = await Threads.On(engine);
        var codes = new SeekerCode[conversations];
        await Parallel.ForEachAsync(Enumerable.Range(0, conversations), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Stop }, async (i, _) =>
        {
            var (code, session) = await threads.Begin($"blorptang {i}");
            using (session)
            {
                for (var m = 2; m < InAConversation; m++)
                {
                    using var added = await threads.Conversations.Add(session, Threads.Written($"zintel {i} {m}"), Stop);
                    Assert.NotNull(added);
                }
            }

            codes[i] = code;
        });
        // As every server does at its start: it notes which keyring is its own.
        await using (await RunningCairn.On(threads.Database))
        {
        }

        await Done(threads.Database, "backup", Path.Combine(safe, "copy.zip"), "--data", threads.Database.Directory);
        await Done(threads.Database, "keyring", "backup", Path.Combine(safe, "keyring"));
        return codes;
    }

    private static async Task Done(TestDatabase database, params string[] words)
    {
        var (exit, _, people) = await CairnProcess.Run(database, words);
        Assert.True(exit == 0, people);
    }

    private static string Shown(SeekerCode code)
    {
        Span<byte> digits = stackalloc byte[SeekerCode.Digits];
        code.WriteDigits(digits);
        return System.Text.Encoding.ASCII.GetString(digits);
    }
}
