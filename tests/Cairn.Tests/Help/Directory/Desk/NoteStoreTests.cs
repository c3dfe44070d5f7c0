using Cairn.Foundation.Storage;
using Cairn.Help.Directory.Desk;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Help.Directory.Desk;

public sealed class NoteStoreTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task What_was_said_comes_back_as_it_was_said(Engine engine)
    {
        var (database, program) = await TestDatabase.Ready(engine);
        await using var _ = database;
        var store = program.GetRequiredService<NoteStore>();

        await store.Add(NoteOf.Changed("one", "phone", "0000 555 002"), NoteOf.Morag, Cancel);
        await store.Add(NoteOf.Retired("one", "phone", "0000 555 002"), NoteOf.Morag, Cancel);
        var notes = (await store.UnlessStillAt(0, Cancel))!;

        var changed = notes.All[0];
        Assert.Equal([1, 2], notes.All.Select(n => n.Number));
        Assert.Equal(("one", "phone", "changed", "0000 555 002", "called"), (changed.Service, changed.Field, changed.Act, changed.Value, changed.How));
        Assert.Equal(("https://changed.example/contact", "morag", "Morag Editor"), (changed.Source, changed.By, changed.Called));
        Assert.Equal((NoteOf.Later, NoteOf.NewExpiry), (changed.Day, changed.Expiry));
        Assert.Equal((null, null, null), (notes.All[1].Source, notes.All[1].How, notes.All[1].Expiry));
        Assert.Null(await store.UnlessStillAt(2, Cancel));
    }

    [Theory, EachDatabase]
    public async Task The_database_refuses_to_change_or_delete_what_was_said(Engine engine)
    {
        var (database, program) = await TestDatabase.Ready(engine);
        await using var _ = database;
        await program.GetRequiredService<NoteStore>().Add(NoteOf.Retired("one", "phone", "0000 555 001"), NoteOf.Morag, Cancel);
        string[] attempts =
        [
            "UPDATE help_field_note SET act = 'restored'",
            "DELETE FROM help_field_note",
            engine == Engine.Sqlite
                ? "INSERT OR REPLACE INTO help_field_note SELECT number, service, field, 'restored', value, source, how, checked_on, by, called, expires_on, at, signature FROM help_field_note"
                : "TRUNCATE help_field_note",
        ];

        foreach (var attempt in attempts)
        {
            var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => database.Sql("help", attempt));
            Assert.Contains("is never changed", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal("retired", (await program.GetRequiredService<NoteStore>().UnlessStillAt(0, Cancel))!.All.Single().Act);
    }

    [Theory, EachDatabase]
    public async Task Nodes_that_speak_at_once_are_all_heard_in_order(Engine engine)
    {
        var (database, program) = await TestDatabase.Ready(engine);
        await using var _ = database;
        var stores = new[] { program, database.Program(), database.Program() }.Select(p => p.GetRequiredService<NoteStore>()).ToList();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => stores[i % 3].Add(NoteOf.Retired("one", "phone", $"0000 555 {i:000}"), NoteOf.Morag, Cancel), Cancel)));

        var notes = (await stores[0].UnlessStillAt(0, Cancel))!.All;
        Assert.Equal(Enumerable.Range(1, 12).Select(i => (long)i), notes.Select(n => n.Number));
        Assert.Equal(12, notes.Select(n => n.Value).Distinct().Count());
    }

    [Fact]
    public async Task A_database_that_is_away_is_told_in_one_sentence()
    {
        await using var database = await TestDatabase.Empty(Engine.Sqlite);
        var store = database.Program().GetRequiredService<NoteStore>();
        System.IO.Directory.Delete(database.Directory);

        await Assert.ThrowsAsync<StorageException>(() => store.Add(NoteOf.Retired("one", "phone", "0000 555 001"), NoteOf.Morag, Cancel));

        System.IO.Directory.CreateDirectory(database.Directory);
    }
}
