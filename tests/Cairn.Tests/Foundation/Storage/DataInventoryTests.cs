using Cairn.Foundation.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Cairn.Tests.Foundation.Storage;

/// <summary>Holds the promise of the privacy page: what is not in the inventory is not kept, and nothing in it is about a visitor.</summary>
public sealed class DataInventoryTests
{
    /// <summary>Parts of names that a column about a person would have.</summary>
    private static readonly HashSet<string> Personal =
    [
        "ip", "addr", "address", "email", "mail", "cookie", "agent", "session", "visitor", "visit", "user", "phone", "tel", "telephone", "mobile", "device",
        "fingerprint", "referrer", "referer", "query", "search", "name", "firstname", "lastname", "surname", "nickname", "birth", "birthday", "age", "gender", "sex",
        "location", "latitude", "longitude", "lat", "lon", "postcode", "zip", "city", "street", "person", "client", "host", "browser", "language_tag", "token", "uid", "uuid", "guid",
    ];

    /// <summary>Staff who publish, answer and decide are named, on purpose; a visitor never is.</summary>
    private static readonly HashSet<string> Staff =
    [
        "say_act.by", "say_revision.published_by", "say_approval.approved_by", "help_field_note.by", "know_snapshot.read_by", "know_snapshot.submitted_by", "know_snapshot.decided_by",
        "staff_member.user_name", "staff_member.normalized_user_name", "staff_passkey.user_id", "staff_login.user_id", "staff_login.provider_display_name",
        "staff_token.user_id", "staff_token.name", "staff_invitation.made_by",
    ];

    [Fact]
    public async Task The_inventory_in_the_documents_is_that_of_the_program()
    {
        var file = Path.Combine(Cairn.Tests.Say.Packs.Given.TheRepository(), "docs", "data-inventory.md");
        var inventory = (await Inventory(Engine.Sqlite)).ToString();

        if (Environment.GetEnvironmentVariable("CAIRN_WRITE_DOCS") == "1")
            await File.WriteAllTextAsync(file, inventory, TestContext.Current.CancellationToken);

        Assert.True(inventory == await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), "docs/data-inventory.md is out of date. Run the tests with CAIRN_WRITE_DOCS=1 and read the difference.");
    }

    [Fact]
    public async Task Every_table_and_column_has_a_reason()
    {
        var inventory = await Inventory(Engine.Sqlite);

        Assert.All(inventory.Tables, t => Assert.True(t is { Why.Length: > 10, Until.Length: > 10 }, $"{t.Name} needs [Kept(why, Until = …)]"));
        Assert.All(inventory.Tables.SelectMany(t => t.Columns.Select(c => (t, c))), x => Assert.True(x.c.Why is { Length: > 5 }, $"{x.t.Name}.{x.c.Name} needs [Kept(why)]"));
    }

    [Fact]
    public async Task No_column_looks_like_a_person()
    {
        var inventory = await Inventory(Engine.Sqlite);

        var suspects = inventory.Tables.SelectMany(t => t.Columns.Select(c => $"{t.Name}.{c.Name}")).Where(LooksLikeAPerson);

        Assert.Empty(suspects);
    }

    [Theory]
    [InlineData("know_tally.ip", true)]
    [InlineData("know_tally.user_agent", true)]
    [InlineData("know_tally.client_address", true)]
    [InlineData("know_tally.session_id", true)]
    [InlineData("know_tally.by", true)]
    [InlineData("know_tally.page", false)]
    [InlineData("say_act.by", false)]
    public void The_guard_knows_what_a_person_looks_like(string column, bool person) => Assert.Equal(person, LooksLikeAPerson(column));

    [Theory, EachDatabase]
    public async Task The_database_itself_has_nothing_that_the_inventory_does_not_list(Engine engine)
    {
        var (database, _) = await TestDatabase.Ready(engine);
        await using var __ = database;

        var there = await Columns(database);

        var listed = (await Inventory(engine)).Tables.SelectMany(t => t.Columns.Select(c => $"{t.Name}.{c.Name}"));
        Assert.Equal(listed.Order(StringComparer.Ordinal), there.Order(StringComparer.Ordinal));
    }

    private static bool LooksLikeAPerson(string column)
    {
        var name = column.Split('.')[1];
        return name.Split('_').Any(part => Personal.Contains(part) || part == "by") && !Staff.Contains(column);
    }

    private static async Task<DataInventory> Inventory(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        var program = database.Program();
        var contexts = program.GetServices<StoredModule>().Select(m => m.Open(program)).ToList();
        var inventory = DataInventory.Of(contexts);
        contexts.ForEach(c => c.Dispose());
        return inventory;
    }

    private static async Task<List<string>> Columns(TestDatabase database)
    {
        var columns = new List<string>();
        if (database.Database is Database.Postgres postgres)
        {
            await Read(new NpgsqlConnection(postgres.Connection), """
                SELECT table_name || '.' || column_name FROM information_schema.columns
                WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_name <> '__EFMigrationsHistory'
                """);
            return columns;
        }

        foreach (var module in new[] { "say", "help", "know", "staff" })
        {
            await Read(new SqliteConnection($"Data Source={((Database.Sqlite)database.Database).FileOf(module)};Pooling=False"), """
                SELECT t.name || '.' || c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c
                WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\'
                """);
        }

        return columns;

        async Task Read(System.Data.Common.DbConnection connection, string sql)
        {
            await using var _ = connection;
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                columns.Add(rows.GetString(0));
        }
    }
}
