using System.Net;
using Cairn.Foundation.Storage;
using Cairn.Help.Helpline;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Help.Helpline;

/// <summary>Row 33 of the test table: one of three nodes dies while people write.</summary>
public sealed class NodeLostTests
{
    private const int People = 100, MessagesEach = 6, Nodes = 3;
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory, OnPostgres]
    public async Task Row_33_when_one_of_three_nodes_dies_every_page_goes_on_at_another_and_nobody_is_asked_for_the_code(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await database.Program().GetRequiredService<Migrator>().MigrateAsync(Stop);
        await using var dies = CairnProcess.Serve(database, Checkout.Campaign, null, "--rehearse");
        using var there = new HttpClient { BaseAddress = await Begun(database, dies.Ready) };
        await using var second = await Begun(database, () => Rehearsing(database));
        await using var third = await Begun(database, () => Rehearsing(database));
        HttpClient[] nodes = [there, second.Http, third.Http];
        var people = await Task.WhenAll(Enumerable.Range(0, People).Select(i => Person.Begins(i, nodes)));

        var told = 0;
        var writing = Task.WhenAll(people.Select(p => p.Writes(() => Interlocked.Increment(ref told))));
        while (Volatile.Read(ref told) < People)
            await Task.Delay(5, Stop);
        var before = Volatile.Read(ref told);
        await dies.Kill();
        await writing;

        Assert.Equal(0, people.Sum(p => p.AskedForTheCode));
        Assert.All(people, p => Assert.Equal(p.Wrote, p.Last.Messages.Where((_, at) => at != 1)));
        var moved = people.Count(p => p.Moved);
        Assert.True(moved > 0, "Nobody was at the node that died.");
        Console.WriteLine($"> Row 33: a node of {Nodes} killed after {before} of {People * MessagesEach} messages; {moved} of {People} people went on at another, 0 were asked for the code, no message lost or kept twice");
    }

    private static Task<RunningCairn> Rehearsing(TestDatabase database) => RunningCairn.On(database, instead: s => s.AddSingleton(new Rehearsal(true)));

    // A node forgets every rehearsal soon after its start, also those of other nodes: what people write must come later.
    private static async Task<T> Begun<T>(TestDatabase database, Func<Task<T>> start)
    {
        await database.Sql("help", """
            INSERT INTO help_conversation (id, lookup, seeker_public, opened, desk, generation, epoch, state, code_kept, hour, purge_week)
            VALUES ('\x00000000000000000000000000000000', '\x00000000000000000000000000000000', '\x00', '\x00', 0, 1, 0, 0, 0, 0, 0)
            """);
        var started = await start();
        while (Convert.ToInt64(await database.Sql("help", "SELECT COUNT(*) FROM help_conversation")) > 0)
            await Task.Delay(20, Stop);
        return started;
    }

    private sealed class Person(int number, HttpClient[] nodes)
    {
        private int node = number % Nodes;

        public TalkAnswer Last { get; private set; } = null!;

        public List<string> Wrote { get; } = [];

        public bool Moved { get; private set; }

        public int AskedForTheCode { get; private set; }

        public static async Task<Person> Begins(int number, HttpClient[] nodes)
        {
            var person = new Person(number, nodes);
            person.Wrote.Add($"blorptang {number}");
            var code = await nodes[person.node].Talk("send", ("text", person.Wrote[0]), ("submission", PostedTalk.NewSubmission()));
            person.Last = await nodes[person.node].Talk("kept", ("token", code.Token), ("group", code.Group));
            Assert.Equal("Your conversation", person.Last.Heading);
            return person;
        }

        // A page whose node is gone is sent again as it is, which the one who sends it cannot tell from a first time.
        public async Task Writes(Action told)
        {
            for (var message = 1; message <= MessagesEach; message++)
            {
                var (words, submission) = ($"zintel {number} {message}", PostedTalk.NewSubmission());
                Last = await Sent(words, submission);
                Wrote.Add(words);
                AskedForTheCode += Last.Heading == "Your conversation" ? 0 : 1;
                Assert.Equal(HttpStatusCode.OK, Last.Status);
                told();
            }
        }

        private async Task<TalkAnswer> Sent(string words, string submission)
        {
            while (true)
            {
                try
                {
                    return await nodes[node].Talk("more", ("token", Last.Token), ("text", words), ("submission", submission));
                }
                catch (Exception e) when (e is HttpRequestException or IOException && node == 0)
                {
                    (node, Moved) = (1 + number % (Nodes - 1), true);
                }
            }
        }
    }
}
