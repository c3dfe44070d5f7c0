using System.Collections.Concurrent;
using Cairn.Foundation.Storage;
using Cairn.Help;
using Cairn.Help.Directory;
using Cairn.Help.Directory.Desk;
using Cairn.Staff.Roles;
using Cairn.Tests.Staff;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cairn.Tests.Help.Directory.Desk;

/// <summary>The promise of the notes' signatures: whoever can write to the database alone puts no number on the air and back on none.</summary>
public sealed class SignedNotesTests
{
    private const string Columns = "number, service, field, act, value, source, how, checked_on, by, called, expires_on, at, signature";

    /// <summary>What somebody could do to the second of three notes.</summary>
    public static TheoryData<string, string> Changed { get; } = new()
    {
        { "service", "'two'" }, { "field", "'textphone'" }, { "act", "'restored'" }, { "value", "'0000 555 666'" }, { "source", "'https://other.example/'" },
        { "source", "NULL" }, { "how", "'read'" }, { "checked_on", "'2026-11-25'" }, { "by", "'rory'" }, { "called", "'Rory'" }, { "expires_on", "NULL" },
        { "at", "at + 1" }, { "signature", "(SELECT signature FROM help_field_note WHERE number = 1)" },
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_row_that_only_the_database_wrote_refuses_the_list_and_every_later_note(Engine engine)
    {
        var (database, program) = await TestDatabase.Ready(engine);
        await using var _ = database;
        var store = program.GetRequiredService<NoteStore>();
        await store.Add(NoteOf.Changed("one", "phone", "0000 555 002"), NoteOf.Morag, Cancel);
        await database.Sql("help", Copy(1, to: 2));

        var refused = await Assert.ThrowsAnyAsync<StorageException>(() => store.UnlessStillAt(1, Cancel));
        var later = await Assert.ThrowsAnyAsync<StorageException>(() => store.Add(NoteOf.Retired("one", "phone", "0000 555 002"), NoteOf.Morag, Cancel));

        Assert.Contains("Note 2 ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("restore a backup", refused.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(refused.Message, later.Message);
        Assert.DoesNotContain("0000 555", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2L, Convert.ToInt64(await database.Sql("help", "SELECT count(*) FROM help_field_note"), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory, MemberData(nameof(Changed))]
    public async Task A_note_that_was_changed_in_any_column_is_found_out(string column, string to)
    {
        var (database, store) = await ThreeNotes();
        await using var _ = database;
        await database.Sql("help", "DROP TRIGGER help_field_note_no_update");
        await database.Sql("help", $"UPDATE help_field_note SET {column} = {to} WHERE number = 2");

        var refused = await Assert.ThrowsAnyAsync<StorageException>(() => store.UnlessStillAt(0, Cancel));

        Assert.Contains("Note 2 ", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_note_that_was_taken_out_is_missed(int number)
    {
        var (database, store) = await ThreeNotes();
        await using var _ = database;
        await database.Sql("help", "DROP TRIGGER help_field_note_no_delete");
        await database.Sql("help", $"DELETE FROM help_field_note WHERE number = {number}");

        var refused = await Assert.ThrowsAnyAsync<StorageException>(() => store.UnlessStillAt(0, Cancel));

        Assert.Contains($"Note {number} ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_runs_misses_notes_that_were_cut_off_at_the_end()
    {
        var (database, store) = await ThreeNotes();
        await using var _ = database;
        await database.Sql("help", "DROP TRIGGER help_field_note_no_delete");
        await database.Sql("help", "DELETE FROM help_field_note WHERE number = 3");

        var read = await Assert.ThrowsAnyAsync<StorageException>(() => store.UnlessStillAt(3, Cancel));
        var added = await Assert.ThrowsAnyAsync<StorageException>(() => store.Add(NoteOf.Retired("one", "phone", "0000 555 003"), NoteOf.Morag, Cancel));

        Assert.Contains("Note 3 ", read.Message, StringComparison.Ordinal);
        Assert.Equal(read.Message, added.Message);
    }

    [Fact]
    public async Task Another_keyring_does_not_vouch_for_the_notes_and_a_second_node_with_this_one_does()
    {
        var (database, _) = await ThreeNotes();
        await using var __ = database;
        var second = database.Program().GetRequiredService<NoteStore>();
        var stranger = database.Program(more: s => s.AddSingleton(new Keyring(Path.Combine(database.Directory, "other")))).GetRequiredService<NoteStore>();

        var seen = await second.UnlessStillAt(0, Cancel);

        Assert.Equal(3, seen!.Last);
        await Assert.ThrowsAnyAsync<StorageException>(() => stranger.UnlessStillAt(0, Cancel));
    }

    [Fact]
    public async Task A_running_server_keeps_the_last_good_notes_says_so_once_and_does_not_start_again()
    {
        await using var database = await TestDatabase.Empty(Engine.Sqlite);
        var log = new Heard();
        await using (var cairn = await RunningCairn.On(database, instead: s => s.AddSingleton<ILoggerProvider>(log)))
        {
            using var morag = await Colleague.SignsIn(cairn, "morag", Role.Editor);
            await morag.Posts("/console/directory/childline/phone/change", Change("0808 157 0001"));

            await database.Sql("help", Copy(1, to: 2));
            for (var i = 0; i < 100 && log.Errors.IsEmpty; i++)
                await Task.Delay(50, Cancel);
            await Task.Delay(TimeSpan.FromSeconds(2.5), Cancel);

            var page = await cairn.Http.GetStringAsync("/en/young-people", Cancel);
            var error = Assert.Single(log.Errors);
            Assert.Contains("tel:08081570001", page, StringComparison.Ordinal);
            Assert.DoesNotContain("0000555666", page.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Contains("Note 2 ", error, StringComparison.Ordinal);
            Assert.DoesNotContain("0000 555", error, StringComparison.Ordinal);
            await Assert.ThrowsAnyAsync<StorageException>(() => HelpModule.AsTheyStand(cairn.Services, Given.Services(), Cancel));
        }

        var refused = await Assert.ThrowsAnyAsync<StorageException>(() => RunningCairn.On(database));

        Assert.Contains("Note 2 ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_is_retired_but_could_not_be_read_back_is_not_said_to_be_off_every_page()
    {
        await using var database = await TestDatabase.Empty(Engine.Sqlite);
        await using var cairn = await RunningCairn.On(database);
        using var morag = await Colleague.SignsIn(cairn, "morag", Role.Editor);
        // Stands in for a database that goes away between the writing and the reading.
        await database.Sql("help", $"CREATE TRIGGER away AFTER INSERT ON help_field_note WHEN NEW.number = 1 BEGIN {Copy(1, to: 2)}; END");

        var answer = await morag.Posts("/console/directory/childline/phone/retire");
        var said = await morag.Reads(answer.Headers.Location!.OriginalString);

        Assert.DoesNotContain("The number is off every page", said, StringComparison.Ordinal);
        Assert.Contains("It is kept", said, StringComparison.Ordinal);
        Assert.Contains("as soon as the database answers", said, StringComparison.Ordinal);
        Assert.Contains("tel:08001111", await cairn.Http.GetStringAsync("/en/young-people", Cancel), StringComparison.Ordinal);
    }

    private static async Task<(TestDatabase Database, NoteStore Store)> ThreeNotes()
    {
        var (database, program) = await TestDatabase.Ready(Engine.Sqlite);
        var store = program.GetRequiredService<NoteStore>();
        foreach (var number in new[] { "0000 555 001", "0000 555 002", "0000 555 003" })
            await store.Add(NoteOf.Changed("one", "phone", number), NoteOf.Morag, Cancel);
        return (database, store);
    }

    private static string Copy(int number, int to) =>
        $"INSERT INTO help_field_note ({Columns}) SELECT {Columns.Replace("number,", to + ",", StringComparison.Ordinal).Replace("value", "'0000 555 666'", StringComparison.Ordinal)} FROM help_field_note WHERE number = {number}";

    private static (string, string)[] Change(string number) =>
        [("value", number), ("source", "https://www.childline.org.uk/get-support/"), ("how", "called"), ("day", Today()), ("expires", "")];

    private static string Today() => NodaTime.Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()).InZone(Zones.London).Date.ToString("uuuu-MM-dd", null);

    /// <summary>The errors that the desk's own sentences log.</summary>
    private sealed class Heard : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Errors { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                Errors.Enqueue(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }
}
