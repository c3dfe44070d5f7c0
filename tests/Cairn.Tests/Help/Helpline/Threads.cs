using System.Security.Cryptography;
using System.Text;
using Cairn.Foundation.Storage;
using Cairn.Help;
using Cairn.Help.Helpline.Threads;
using Cairn.Help.Sealing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cairn.Tests.Help.Helpline;

/// <summary>Conversations on a database of a test's own, with a desk whose key the test holds.</summary>
internal sealed class Threads : IAsyncDisposable
{
    private readonly SealedWriter writer;

    private bool owns = true;

    private Threads(TestDatabase database, IServiceProvider program)
    {
        (Database, Program) = (database, program);
        DeskKey = SecretKey.Random();
        writer = program.GetRequiredService<SealedWriter>();
    }

    public TestDatabase Database { get; }

    public IServiceProvider Program { get; }

    public SecretKey DeskKey { get; }

    public OpenDesk Desk => new(1, 1, DeskKey.PublicKey, null);

    public Conversations Conversations => Program.GetRequiredService<Conversations>();

    public ThreadReader Reader => Program.GetRequiredService<ThreadReader>();

    public static async Task<Threads> On(Engine engine, TimeProvider? time = null)
    {
        var database = await TestDatabase.Empty(engine);
        return await On(database, time);
    }

    /// <summary>One more program on the same database and keyring.</summary>
    public static async Task<Threads> Beside(Threads first)
    {
        var beside = await On(first.Database);
        beside.owns = false;
        return beside;
    }

    private static async Task<Threads> On(TestDatabase database, TimeProvider? time = null)
    {
        var program = database.Program(time, s => s.AddConversations());
        await program.GetRequiredService<Migrator>().MigrateAsync(TestContext.Current.CancellationToken);
        var threads = new Threads(database, program);
        await ((IHostedService)threads.writer).StartAsync(CancellationToken.None);
        return threads;
    }

    public static Written Written(string text, byte[]? submission = null) => new(submission ?? RandomNumberGenerator.GetBytes(16), Encoding.UTF8.GetBytes(text), "en", "myself");

    public async Task<(SeekerCode Code, Session Session)> Begin(string text, byte[]? submission = null)
    {
        var session = await Conversations.Begin(Written(text, submission), Desk, "automatic"u8.ToArray(), TestContext.Current.CancellationToken);
        return (session!.Code!.Value, session);
    }

    /// <summary>What a stay reads; null when the conversation is gone.</summary>
    public async Task<(IReadOnlyList<string?> Texts, bool Whole)?> Read(Session session)
    {
        using var thread = await Conversations.Read(session, TestContext.Current.CancellationToken);
        return thread is null ? null : ([.. thread.Messages.Select(Text)], thread.Whole);
    }

    /// <summary>What the desk reads with its own key.</summary>
    public async Task<IReadOnlyList<string?>> DeskReads(Session session)
    {
        var stored = (await Reader.ById(session.Conversation, TestContext.Current.CancellationToken))!;
        var cover = Program.GetRequiredService<EpochKeys>().Of(stored.Conversation.Epoch)!;
        using var keys = ConversationKeys.Open(stored, BoxKind.Desk, DeskKey, cover)!;
        using var thread = OpenedThread.Of(stored, keys);
        return [.. thread.Messages.Select(Text)];
    }

    public async ValueTask DisposeAsync()
    {
        await ((IHostedService)writer).StopAsync(CancellationToken.None);
        DeskKey.Dispose();
        if (owns)
            await Database.DisposeAsync();
    }

    private static string? Text(OpenedMessage message) => message.Record is { } record && MessageRecord.TryRead(record.Span, out var read) ? Encoding.UTF8.GetString(read.Text) : null;
}
