using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Cairn.Foundation.Storage;
using Cairn.Help.Helpline.Adviser;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Help.Helpline;

/// <summary>Seekers and advisers who write on either of two nodes, and try the other when one does not answer.</summary>
public sealed partial class TwoNodesTests
{
    /// <summary>Who writes, and goes on at the other node with the same when one does not answer or does not keep it.</summary>
    private abstract class Writer(int number, int nodes)
    {
        protected int Node { get; private set; } = number % nodes;

        /// <summary>When a try failed, and how.</summary>
        public ConcurrentQueue<(long At, string How)> Failures { get; } = [];

        /// <summary>When something was acknowledged.</summary>
        public ConcurrentQueue<long> Told { get; } = [];

        public void Moves() => Node = (Node + 1) % nodes;

        /// <param name="tries">Null when it was acknowledged, else how it failed.</param>
        protected async Task Insists(Func<Task<string?>> tries)
        {
            while (true)
            {
                var how = await Said(tries);
                if (how is null)
                {
                    Told.Enqueue(Stopwatch.GetTimestamp());
                    return;
                }

                Failures.Enqueue((Stopwatch.GetTimestamp(), how));
                Moves();
                await Task.Delay(100, Stop);
            }
        }

        private static async Task<string?> Said(Func<Task<string?>> tries)
        {
            try
            {
                return await tries();
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException)
            {
                return "no answer";
            }
        }
    }

    private sealed class Seeker : Writer
    {
        private readonly int number;
        private readonly HttpClient[] http;
        private TalkAnswer last = null!;

        private Seeker(int number, Uri[] nodes) : base(number, nodes.Length) =>
            (this.number, http) = (number, [.. nodes.Select(n => new HttpClient { BaseAddress = n })]);

        public List<string> Wrote { get; } = [];

        public IReadOnlyList<string> Read => last.Messages;

        public static string First(int number) => $"zintel {number} 0";

        public static async Task<Seeker> Begins(int number, Uri[] nodes)
        {
            var seeker = new Seeker(number, nodes);
            seeker.Wrote.Add(First(number));
            var code = await seeker.http[seeker.Node].Talk("send", ("text", First(number)), ("submission", PostedTalk.NewSubmission()));
            seeker.last = await seeker.http[seeker.Node].Talk("kept", ("token", code.Token), ("group", code.Group));
            Assert.Equal("Your conversation", seeker.last.Heading);
            return seeker;
        }

        public async Task Writes()
        {
            var (words, submission) = ($"zintel {number} {Wrote.Count}", PostedTalk.NewSubmission());
            await Insists(async () =>
            {
                var answer = await http[Node].Talk("more", ("token", last.Token), ("text", words), ("submission", submission));
                if (answer.Status != HttpStatusCode.OK)
                    return $"{(int)answer.Status}";
                last = answer;
                return null;
            });
            Wrote.Add(words);
        }

        public async Task Checks(int node) => last = await http[node].Talk("check", ("token", last.Token));

        public async Task WritesOn(int node)
        {
            while (Node != node)
                Moves();
            await Writes();
        }
    }

    private sealed class Adviser(int number, AdviserByHand[] nodes) : Writer(number, nodes.Length)
    {
        public List<(byte[] Conversation, int Seeker, List<string> Wrote)> InHand { get; } = [];

        public AdviserByHand On(int node) => nodes[node];

        public async Task Takes()
        {
            var free = (await nodes[Node].Queue()).First(c => c["by"] is null);
            var id = Convert.FromBase64String((string)free["id"]!);
            Assert.Equal(HttpStatusCode.OK, await nodes[Node].Acts("claim", id));
            var first = (await nodes[Node].Reads(id))[0]!;
            InHand.Add((id, int.Parse(first.Split(' ')[1], CultureInfo.InvariantCulture), []));
        }

        public async Task Writes(int turn)
        {
            var (conversation, seeker, wrote) = InHand[turn % InHand.Count];
            var (words, submission) = ($"vank {seeker} {wrote.Count}", RandomNumberGenerator.GetBytes(16));
            await Insists(async () =>
            {
                var answer = await nodes[Node].Replies(conversation, words, submission);
                return answer == HttpStatusCode.OK ? null : $"{(int)answer}";
            });
            wrote.Add(words);
        }
    }

    /// <summary>Seekers and two advisers who write on both nodes until they are told to stop.</summary>
    private sealed class Load(Seeker[] seekers, Adviser[] advisers) : IAsyncDisposable
    {
        private readonly CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        private Task writing = Task.CompletedTask;

        // That somebody wrote meanwhile is no failure of the program.
        private IEnumerable<(long At, string How)> Failed => Writers.SelectMany(w => w.Failures).Where(f => f.How != "412");

        public int Failures => Failed.Count();

        public IEnumerable<string> Kinds => Failed.Select(f => f.How).Distinct();

        private IEnumerable<Writer> Writers => [.. seekers, .. advisers];

        public static async Task<Load> On(RunningCairn cairn, Uri[] nodes)
        {
            var (supervisor, adviser) = await AdviserByHand.TwoAt(cairn);
            Adviser[] advisers = [.. new[] { supervisor, adviser }.Select((a, i) => new Adviser(i, [.. nodes.Select(a.At)]))];
            List<Seeker> seekers = [];
            for (var i = 0; i < Seekers; i++)
            {
                seekers.Add(await Seeker.Begins(i, nodes));
                await advisers[i % 2].Takes();
            }

            return new([.. seekers], advisers);
        }

        public void Begins() => writing = Task.WhenAll([
            .. seekers.Select(s => Until(async _ => await s.Writes(), 150)),
            .. advisers.Select(a => Until(a.Writes, 60))]);

        public async Task Acknowledges(int messages)
        {
            while (Writers.Sum(w => w.Told.Count) < messages)
                await Task.Delay(5, Stop);
        }

        /// <summary>Until everybody was told since.</summary>
        public async Task Recovers(long since)
        {
            while (Writers.Any(w => w.Told.All(t => t < since)) && Stopwatch.GetElapsedTime(since) < TimeSpan.FromMinutes(2))
                await Task.Delay(50, Stop);
        }

        public async Task Ends()
        {
            await ending.CancelAsync();
            await writing.WaitAsync(TimeSpan.FromMinutes(2), Stop);
        }

        /// <summary>How long after a moment the last of them was told that something is kept.</summary>
        public TimeSpan Gap(long since) => Writers.Max(w => w.Told.Any(t => t >= since) ? Stopwatch.GetElapsedTime(since, w.Told.First(t => t >= since)) : TimeSpan.MaxValue);

        public TimeSpan LastFailure(long since) => Stopwatch.GetElapsedTime(since, Failed.Select(f => f.At).Append(since).Max());

        public string Said(long killed)
        {
            var kinds = Failed.GroupBy(f => f.How).OrderByDescending(g => g.Count()).Select(g => $"{g.Count()} x {g.Key}");
            return $"{Writers.Sum(w => w.Told.Count(t => t < killed))} messages acknowledged before, {Writers.Sum(w => w.Told.Count(t => t >= killed))} after, {Failures} tries failed ({string.Join(", ", kinds)})";
        }

        /// <summary>Each finds what was acknowledged, once, in its order, and nothing else.</summary>
        public async Task MustBeWhole(int node)
        {
            for (var i = 0; i < seekers.Length; i++)
            {
                var replies = advisers.SelectMany(a => a.InHand).Single(h => h.Seeker == i);
                await seekers[i].Checks(node);
                Assert.Equal(seekers[i].Wrote, seekers[i].Read.Where(m => m.StartsWith("zintel", StringComparison.Ordinal)));
                Assert.Equal(replies.Wrote, seekers[i].Read.Where(m => m.StartsWith("vank", StringComparison.Ordinal)));
                var read = await advisers.Single(a => a.InHand.Contains(replies)).On(node).Reads(replies.Conversation);
                Assert.Equal(seekers[i].Read.Count, read.Count);
                Assert.DoesNotContain(null, read);
            }
        }

        /// <summary>How long after it was sent on one node a message is with an adviser who waits at another.</summary>
        public async Task<TimeSpan> Live(int from, int to)
        {
            var there = advisers[0].On(to);
            var before = await there.Watches(null);
            var most = before.Conversations.Max(c => (int)c["messages"]!);
            var longest = advisers.SelectMany(a => a.InHand).Single(h => h.Conversation.SequenceEqual(Convert.FromBase64String((string)before.Conversations.MaxBy(c => (int)c["messages"]!)!["id"]!)));
            var arrives = Arrives(there, before.Version, most + 1);
            await Task.Delay(100, Stop);
            var sent = Stopwatch.GetTimestamp();
            await seekers[longest.Seeker].WritesOn(from);
            return Stopwatch.GetElapsedTime(sent, await arrives);
        }

        public async ValueTask DisposeAsync()
        {
            await Ends();
            ending.Dispose();
        }

        private async Task Until(Func<int, Task> writes, int pause)
        {
            for (var turn = 0; !ending.IsCancellationRequested; turn++)
            {
                await writes(turn);
                await Task.Delay(pause, Stop);
            }
        }
    }
}
