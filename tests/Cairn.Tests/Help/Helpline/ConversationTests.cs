using System.Security.Cryptography;
using System.Text;
using Cairn.Help.Helpline.Threads;
using Cairn.Help.Sealing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Help.Helpline;

/// <summary>Rows 1, 3, 8, 9, 11, 28 and 30 of the test table, as far as the seeker's side goes.</summary>
public sealed class ConversationTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_seeker_writes_keeps_the_code_comes_back_and_writes_again_and_the_desk_reads_it(Engine engine)
    {
        await using var threads = await Threads.On(engine);
        var (code, begun) = await threads.Begin("blorptang");

        using var back = await threads.Conversations.Enter(code, Stop);
        await threads.Conversations.Add(back!, Threads.Written("zintel"), Stop);

        Assert.Equal(["blorptang", "automatic", "zintel"], (await threads.Read(back!))!.Value.Texts);
        Assert.Equal(["blorptang", "automatic", "zintel"], await threads.DeskReads(begun));
        using var thread = await threads.Conversations.Read(back!, Stop);
        Assert.Equal(2, thread!.Opened.Count);
    }

    [Theory, EachDatabase]
    public async Task Row_8_a_form_that_is_sent_ten_times_at_once_is_kept_once_and_answers_with_one_code(Engine engine)
    {
        await using var threads = await Threads.On(engine);
        var submission = RandomNumberGenerator.GetBytes(16);

        var begun = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => threads.Begin("blorptang", submission)));
        var more = RandomNumberGenerator.GetBytes(16);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => threads.Conversations.Add(begun[0].Session, Threads.Written("zintel", more), Stop)));

        Assert.Single(begun.Select(b => b.Code).Distinct());
        Assert.Equal(["blorptang", "automatic", "zintel"], (await threads.Read(begun[0].Session))!.Value.Texts);
        Assert.Equal(1L, Convert.ToInt64(await threads.Database.Sql("help", "SELECT COUNT(*) FROM help_conversation")));
    }

    [Theory, EachDatabase]
    public async Task Other_words_in_the_same_form_are_a_second_message_and_none_is_lost(Engine engine)
    {
        await using var threads = await Threads.On(engine);
        var submission = RandomNumberGenerator.GetBytes(16);

        await threads.Begin("blorptang", submission);
        var (_, session) = await threads.Begin("quandril", submission);

        Assert.Equal(["blorptang", "automatic", "quandril"], (await threads.Read(session))!.Value.Texts);
    }

    [Theory, EachDatabase]
    public async Task A_form_leads_back_to_its_code_for_an_hour_or_two_and_begins_nothing_anew_while_it_is_remembered(Engine engine)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 27, 10, 59, 0, TimeSpan.Zero));
        await using var threads = await Threads.On(engine, time);
        var submission = RandomNumberGenerator.GetBytes(16);
        var (code, session) = await threads.Begin("blorptang", submission);

        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(code, (await threads.Begin("blorptang", submission)).Code);
        time.Advance(TimeSpan.FromHours(2));
        Assert.Null(await threads.Conversations.Begin(Threads.Written("blorptang", submission), threads.Desk, [], Stop));
        await threads.Conversations.Delete(session, Stop);
        time.Advance(TimeSpan.FromDays(29));
        await Purge(threads, time).Run(Stop);
        foreach (var words in new[] { "blorptang", "zintel" })
            Assert.Null(await threads.Conversations.Begin(Threads.Written(words, submission), threads.Desk, [], Stop));

        Assert.Equal(0L, Convert.ToInt64(await threads.Database.Sql("help", "SELECT COUNT(*) FROM help_conversation")));
    }

    [Theory, EachDatabase]
    public async Task Thirty_days_after_its_last_message_a_conversation_is_gone_and_a_flagged_one_is_not(Engine engine)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 27, 10, 0, 0, TimeSpan.Zero));
        await using var threads = await Threads.On(engine, time);
        var (_, plain) = await threads.Begin("blorptang");
        var (_, flagged) = await threads.Begin("quandril");
        await threads.Database.Sql("help", $"UPDATE help_conversation SET state = 1 WHERE id = {Id(threads, flagged)}");

        time.Advance(TimeSpan.FromDays(30));
        await Purge(threads, time).Run(Stop);
        Assert.NotNull(await threads.Read(plain));
        time.Advance(TimeSpan.FromHours(1));
        await Purge(threads, time).Run(Stop);

        Assert.Null(await threads.Reader.ById(plain.Conversation, Stop));
        Assert.NotNull(await threads.Reader.ById(flagged.Conversation, Stop));
    }

    [Theory, EachDatabase]
    public async Task Conversations_that_are_deleted_while_people_write_into_them_leave_no_message_behind(Engine engine)
    {
        await using var here = await Threads.On(engine);
        await using var there = await Threads.Beside(here);
        for (var i = 0; i < 10; i++)
        {
            var (_, session) = await here.Begin("blorptang");
            await Task.WhenAll(
                here.Conversations.Add(session, Threads.Written("zintel"), Stop), there.Conversations.Delete(session, Stop),
                there.Conversations.Add(session, Threads.Written("quandril"), Stop));
        }

        foreach (var table in new[] { "help_conversation", "help_message", "help_wrap" })
            Assert.Equal(0L, Convert.ToInt64(await here.Database.Sql("help", $"SELECT COUNT(*) FROM {table}")));
    }

    [Theory, EachDatabase]
    public async Task A_form_that_is_sent_again_shows_no_code_once_it_was_kept_or_the_conversation_deleted(Engine engine)
    {
        await using var threads = await Threads.On(engine);
        var (kept, deleted) = (RandomNumberGenerator.GetBytes(16), RandomNumberGenerator.GetBytes(16));
        var (_, first) = await threads.Begin("blorptang", kept);
        var (_, second) = await threads.Begin("zintel", deleted);

        await threads.Conversations.CodeKept(first, Stop);
        await threads.Conversations.Delete(second, Stop);

        Assert.Null(await threads.Conversations.Begin(Threads.Written("blorptang", kept), threads.Desk, [], Stop));
        Assert.Null(await threads.Conversations.Begin(Threads.Written("zintel", deleted), threads.Desk, [], Stop));
        Assert.Equal(1L, Convert.ToInt64(await threads.Database.Sql("help", "SELECT COUNT(*) FROM help_conversation")));
    }

    [Theory, EachDatabase]
    public async Task Twenty_who_write_into_one_conversation_at_once_are_all_kept_without_a_gap(Engine engine)
    {
        await using var threads = await Threads.On(engine);
        var (_, session) = await threads.Begin("blorptang");

        foreach (var few in Enumerable.Range(0, 20).Chunk(4))
            await Task.WhenAll(few.Select(i => threads.Conversations.Add(session, Threads.Written($"zintel {i}"), Stop)));

        var (texts, whole) = (await threads.Read(session))!.Value;
        Assert.True(whole);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"zintel {i}").Order(StringComparer.Ordinal), texts.Skip(2).Order(StringComparer.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task Row_9_swapped_reordered_dropped_and_doubled_messages_are_flagged_and_open_nowhere_else(Engine engine)
    {
        await using var threads = await Threads.On(engine);
        var (_, one) = await threads.Begin("blorptang");
        var (code, two) = await threads.Begin("quandril");
        foreach (var text in new[] { "zintel", "fostung" })
            await threads.Conversations.Add(one, Threads.Written(text), Stop);
        var (a, b) = (Id(threads, one), Id(threads, two));

        // Two messages change places.
        await Sql($"UPDATE help_message SET sequence = 99 WHERE conversation = {a} AND sequence = 3");
        await Sql($"UPDATE help_message SET sequence = 3 WHERE conversation = {a} AND sequence = 4");
        await Sql($"UPDATE help_message SET sequence = 4 WHERE conversation = {a} AND sequence = 99");
        var swapped = (await threads.Read(one))!.Value;
        Assert.Equal((false, "blorptang", null, null), (swapped.Whole, swapped.Texts[0], swapped.Texts[2], swapped.Texts[3]));

        // One in the middle is taken away.
        await Sql($"DELETE FROM help_message WHERE conversation = {a} AND sequence = 3");
        Assert.False((await threads.Read(one))!.Value.Whole);

        // One is put into another conversation, one stands there twice.
        await Sql($"INSERT INTO help_message SELECT {b}, 3, sender, hour, generation, nonce, sealed FROM help_message WHERE conversation = {a} AND sequence = 1");
        await Sql($"INSERT INTO help_message SELECT {b}, 4, sender, hour, generation, nonce, sealed FROM help_message WHERE conversation = {b} AND sequence = 1");
        var moved = (await threads.Read(two))!.Value;
        Assert.Equal((false, null, null), (moved.Whole, moved.Texts[2], moved.Texts[3]));

        // The key of one does not open the other.
        await Sql($"DELETE FROM help_wrap WHERE conversation = {b}");
        await Sql($"INSERT INTO help_wrap (conversation, kind, generation, desk_generation, box) SELECT {b}, kind, generation, desk_generation, box FROM help_wrap WHERE conversation = {a}");
        Assert.Null(await threads.Conversations.Enter(code, Stop));

        Task Sql(string sql) => threads.Database.Sql("help", sql);
    }

    [Theory, EachDatabase]
    public async Task Row_11_with_the_database_alone_nobody_can_tell_whether_a_code_exists(Engine engine)
    {
        await using var threads = await Threads.On(engine);
        var (code, _) = await threads.Begin("blorptang");
        var stored = (byte[])(await threads.Database.Sql("help", "SELECT lookup FROM help_conversation"))!;
        var secret = new byte[SeekerCode.SecretBytes];
        code.WriteSecret(secret);

        // Whatever can be made of the code without the keyring: itself, its hashes, and the design's own steps with another site's key.
        using var folder = new Stranger();
        var (lookup, seed) = (new byte[16], new byte[32]);
        SeekerKeys.Derive(code, folder.Site, lookup, seed);
        byte[][] guesses =
        [
            secret, SHA256.HashData(secret), SHA512.HashData(secret), HMACSHA256.HashData(Array.Empty<byte>(), secret), lookup, seed,
            HKDF.DeriveKey(HashAlgorithmName.SHA512, secret, 64, [], Encoding.ASCII.GetBytes("cairn/code/v1")),
        ];

        Assert.All(guesses, g => Assert.NotEqual(stored, g[..Math.Min(16, g.Length)]));
        // And with the keyring it does: the test could have seen it.
        SeekerKeys.Derive(code, threads.Program.GetRequiredService<SiteKeys>(), lookup, seed);
        Assert.Equal(stored, lookup);
        // No box opens without the week's key either, not even for the person's own.
        using var holder = SecretKey.From(seed);
        var box = (byte[])(await threads.Database.Sql("help", "SELECT box FROM help_wrap WHERE kind = 1"))!;
        Assert.Null(SealedBox.Open(holder, box, SealContext.OfWrap(new byte[16], 1, BoxKind.Seeker)));
    }

    [Theory, EachDatabase]
    public async Task Row_3_nothing_finer_than_an_hour_is_kept(Engine engine)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 27, 10, 37, 41, TimeSpan.Zero));
        await using var threads = await Threads.On(engine, time);
        var (_, session) = await threads.Begin("blorptang");
        await threads.Conversations.Add(session, Threads.Written("zintel"), Stop);
        await threads.Conversations.Leave(session, Stop);

        var hour = time.GetUtcNow().ToUnixTimeSeconds() / 3600;
        foreach (var (table, column) in new[] { ("help_conversation", "hour"), ("help_message", "hour"), ("help_submission", "hour"), ("help_ended", "hour") })
            Assert.Equal(hour, Convert.ToInt64(await threads.Database.Sql("help", $"SELECT MAX({column}) FROM {table}")));
    }

    [Theory, EachDatabase]
    public async Task Row_28_when_a_weeks_key_is_gone_no_copy_of_its_conversations_opens(Engine engine)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 27, 10, 0, 0, TimeSpan.Zero));
        await using var threads = await Threads.On(engine, time);
        var (code, session) = await threads.Begin("blorptang");
        var purge = Purge(threads, time);

        time.Advance(TimeSpan.FromDays(30));
        await purge.Run(Stop);
        Assert.Equal("blorptang", (await threads.Read(session))!.Value.Texts[0]);

        // A copy of everything, as an old backup would be, next to a purge that only deletes keys.
        time.Advance(TimeSpan.FromDays(19));
        threads.Program.GetRequiredService<EpochKeys>().DeleteBefore(Epoch.Of(time.GetUtcNow()) - Conversations.RetentionWeeks);
        Assert.Null(await threads.Conversations.Enter(code, Stop));
        Assert.Null(await threads.Read(session));

        await purge.Run(Stop);
        foreach (var table in new[] { "help_conversation", "help_wrap", "help_message", "help_submission", "help_ended", "help_note", "help_lease", "help_flag", "help_package" })
            Assert.Equal(0L, Convert.ToInt64(await threads.Database.Sql("help", $"SELECT COUNT(*) FROM {table}")));
    }

    [Theory, EachDatabase]
    public async Task A_message_in_a_later_week_carries_the_whole_conversation_over_to_that_weeks_key(Engine engine)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 27, 10, 0, 0, TimeSpan.Zero));
        await using var threads = await Threads.On(engine, time);
        var (code, session) = await threads.Begin("blorptang");

        time.Advance(TimeSpan.FromDays(21));
        await threads.Conversations.Add(session, Threads.Written("zintel"), Stop);
        time.Advance(TimeSpan.FromDays(24));
        threads.Program.GetRequiredService<EpochKeys>().DeleteBefore(Epoch.Of(time.GetUtcNow()) - Conversations.RetentionWeeks);

        using var back = await threads.Conversations.Enter(code, Stop);
        Assert.Equal(["blorptang", "automatic", "zintel"], (await threads.Read(back!))!.Value.Texts);
        Assert.Equal(["blorptang", "automatic", "zintel"], await threads.DeskReads(back!));
    }

    [Theory, EachDatabase]
    public async Task Row_30_deleting_takes_everything_and_of_a_flagged_conversation_the_persons_way_in(Engine engine)
    {
        await using var threads = await Threads.On(engine);
        var (code, plain) = await threads.Begin("blorptang");
        var (flaggedCode, flagged) = await threads.Begin("quandril");
        // The same paper on another device, with the conversation's key in hand.
        using var elsewhere = await threads.Conversations.Enter(flaggedCode, Stop);
        Assert.NotNull(await threads.Read(elsewhere!));
        Assert.NotNull(await threads.Read(flagged));
        await threads.Database.Sql("help", $"UPDATE help_conversation SET state = 1 WHERE id = {Id(threads, flagged)}");

        await threads.Conversations.Delete(plain, Stop);
        await threads.Conversations.Delete(flagged, Stop);

        Assert.Null(await threads.Conversations.Enter(code, Stop));
        Assert.Null(await threads.Conversations.Enter(flaggedCode, Stop));
        Assert.Null(await threads.Read(plain));
        Assert.Null(await threads.Read(flagged));
        Assert.Null(await threads.Read(elsewhere!));
        Assert.Null(await threads.Conversations.Add(elsewhere!, Threads.Written("zintel"), Stop));
        Assert.Null(await threads.Reader.ById(plain.Conversation, Stop));
        Assert.Equal(["quandril", "automatic"], await threads.DeskReads(flagged));
        Assert.True(await threads.Reader.HasEnded(plain.Ended(), Stop));
    }

    [Theory, EachDatabase]
    public async Task Another_node_with_the_same_keyring_goes_on_where_this_one_stopped(Engine engine)
    {
        await using var here = await Threads.On(engine);
        var (code, session) = await here.Begin("blorptang");
        await using var there = await Threads.Beside(here);

        using var back = await there.Conversations.Enter(code, Stop);
        await there.Conversations.Add(session, Threads.Written("zintel"), Stop);

        Assert.Equal(["blorptang", "automatic", "zintel"], (await here.Read(back!))!.Value.Texts);
    }

    [Fact]
    public async Task On_sqlite_no_table_of_conversations_has_row_numbers_that_would_order_them()
    {
        await using var threads = await Threads.On(Engine.Sqlite);

        foreach (var table in new[] { "help_conversation", "help_wrap", "help_message", "help_submission", "help_ended", "help_note", "help_lease", "help_flag", "help_package" })
            Assert.EndsWith("WITHOUT ROWID", Assert.IsType<string>(await threads.Database.Sql("help", $"SELECT sql FROM sqlite_master WHERE name = '{table}'")), StringComparison.Ordinal);
    }

    private static ThreadPurge Purge(Threads threads, TimeProvider time) => new(
        threads.Program.GetRequiredService<SealedWriter>(), threads.Reader, threads.Program.GetRequiredService<EpochKeys>(), threads.Program.GetRequiredService<SessionKeys>(), time, NullLogger<ThreadPurge>.Instance);

    private static string Id(Threads threads, Session session) =>
        threads.Database.Database is Cairn.Foundation.Storage.Database.Postgres ? $"'\\x{Convert.ToHexStringLower(session.Conversation)}'::bytea" : $"x'{Convert.ToHexStringLower(session.Conversation)}'";

    /// <summary>Somebody without this site's keyring.</summary>
    private sealed class Stranger : IDisposable
    {
        private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("cairn-stranger-");

        public SiteKeys Site => new(new Cairn.Foundation.Storage.Keyring(Path.Combine(folder.FullName, "keyring")));

        public void Dispose() => folder.Delete(recursive: true);
    }
}
