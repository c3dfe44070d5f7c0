using System.Text;
using Microsoft.Data.Sqlite;

namespace Cairn.EndToEnd.Storage;

/// <summary>Where one program, or several, keep what they write: folders of their own, and a database on either engine.</summary>
internal sealed class World : IAsyncDisposable
{
    private const string Views = "SELECT COALESCE(SUM(count), 0) FROM {0}know_tally WHERE event = 'view'";

    private readonly TestPostgres? postgres;

    private World(TestPostgres? postgres) => this.postgres = postgres;

    public Place Place { get; } = new();

    public static async Task<World> On(string engine)
    {
        var world = new World(engine == "PostgreSQL" ? await TestPostgres.Create() : null);
        // As an operator mounts it for all nodes: on PostgreSQL no server makes the keyring's directory.
        if (world.postgres is not null)
        {
            var keyring = Directory.CreateDirectory(world.Place.Keyring);
            if (!OperatingSystem.IsWindows())
                keyring.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        return world;
    }

    public Task<RunningCairn> Start(params string[] more) => RunningCairn.Start(Place, postgres?.Connection, more: more);

    /// <summary>The commands, on the same database.</summary>
    public CairnCommand Command => new(Place, postgres?.Connection);

    public RunningCairn Launch() => RunningCairn.Launch(Place, postgres?.Connection);

    /// <summary>Another computer that shares nothing but the database and the mounted keyring: a node with a keyring of its own is refused.</summary>
    public RunningCairn LaunchElsewhere(Place place) => RunningCairn.Launch(place, postgres!.Connection, Place.Keyring);

    /// <summary>Views that reached the database.</summary>
    public async Task<long> CountedViews()
    {
        if (postgres is not null)
            return await postgres.Number(string.Format(System.Globalization.CultureInfo.InvariantCulture, Views, "know."));
        return Convert.ToInt64(Ask("know", string.Format(System.Globalization.CultureInfo.InvariantCulture, Views, "")), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>What each database file says of itself; <c>ok</c> and nothing else when it is whole.</summary>
    public IReadOnlyList<string> Integrity() => postgres is not null
        ? []
        : [.. Directory.GetFiles(Place.Data, "*.db").Select(Path.GetFileNameWithoutExtension).Select(f => $"{Ask(f!, "PRAGMA integrity_check")}").Distinct()];

    /// <summary>Where in everything that was written one of these stands, in whatever letters.</summary>
    /// <param name="said">What the program said, to programs and to people.</param>
    public async Task<(IReadOnlyList<string> Found, int Files)> Holding(string said, IReadOnlyList<string> traces)
    {
        var written = Directory.GetFiles(Place.Root, "*", SearchOption.AllDirectories);
        Assert.NotEmpty(written);
        return ([.. written.SelectMany(file => Found(file, File.ReadAllBytes(file))), .. Found("what it said", Encoding.UTF8.GetBytes(said)), .. Found("the dump", Encoding.UTF8.GetBytes(await Dump()))], written.Length);

        IEnumerable<string> Found(string where, byte[] bytes) =>
            from trace in traces
            from encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode }
            where bytes.AsSpan().IndexOf(encoding.GetBytes(trace)) >= 0 || bytes.AsSpan().IndexOf(encoding.GetBytes(trace.ToUpperInvariant())) >= 0
            select $"{where} holds {trace}";
    }

    public async Task<string> Dump() => postgres is null ? "" : await postgres.Dump();

    public async ValueTask DisposeAsync()
    {
        if (postgres is not null)
            await postgres.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Place.Dispose();
    }

    private object? Ask(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Place.Data, file + ".db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}

/// <summary>Rows of a theory: both engines.</summary>
public static class EachEngine
{
    public static TheoryData<string> Names => ["SQLite", "PostgreSQL"];
}
