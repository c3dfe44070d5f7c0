using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cairn.Foundation.Storage;

/// <summary>Where rows are kept: SQLite, one file a module, or PostgreSQL, one schema a module.</summary>
public abstract record Database
{
    private Database()
    {
    }

    /// <summary>What the environment of this program asks for.</summary>
    public static Database FromEnvironment(string dataDirectory) => Choose(Environment.GetEnvironmentVariable("CAIRN_DATABASE"), dataDirectory);

    /// <summary>PostgreSQL when <c>CAIRN_DATABASE</c> names one, SQLite in the data directory otherwise.</summary>
    /// <param name="cairnDatabase">The value of <c>CAIRN_DATABASE</c>, or null.</param>
    /// <exception cref="StorageException">The value is no Npgsql connection string.</exception>
    public static Database Choose(string? cairnDatabase, string dataDirectory) =>
        string.IsNullOrWhiteSpace(cairnDatabase) ? new Sqlite(Path.GetFullPath(dataDirectory)) : Postgres.Parse(cairnDatabase);

    /// <summary>Points a context at this database. The module's name is its file's or its schema's name.</summary>
    public abstract void Configure(DbContextOptionsBuilder options, string module, Durability durability);

    /// <param name="Directory">Holds <c>say.db</c>, <c>know.db</c> and so on.</param>
    public sealed record Sqlite(string Directory) : Database
    {
        public string FileOf(string module) => Path.Combine(Directory, module + ".db");

        public override void Configure(DbContextOptionsBuilder options, string module, Durability durability) => options
            .UseSqlite(
                new SqliteConnectionStringBuilder { DataSource = FileOf(module), DefaultTimeout = SqlitePragmas.BusySeconds }.ToString(),
                sqlite => sqlite.MigrationsAssembly("Cairn.Migrations.Sqlite"))
            .AddInterceptors(SqlitePragmas.For(durability))
            .UseSnakeCaseNamingConvention();
    }

    /// <param name="Connection">Npgsql's connection string; it may hold a password, so it is never printed.</param>
    public sealed record Postgres(string Connection) : Database
    {
        /// <summary>True when it names a primary and its standbys.</summary>
        internal bool HasSeveralHosts => new NpgsqlConnectionStringBuilder(Connection).Host!.Contains(',', StringComparison.Ordinal);

        internal static Postgres Parse(string text)
        {
            try
            {
                var connection = new NpgsqlConnectionStringBuilder(text);
                if (string.IsNullOrWhiteSpace(connection.Host))
                    throw new ArgumentException("no host");
                connection.ApplicationName ??= "cairn";
                return new Postgres(connection.ConnectionString);
            }
            catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException)
            {
                throw new StorageException(
                    "CAIRN_DATABASE is not a PostgreSQL connection string. Write it as Host=db.example;Database=cairn;Username=cairn;Password=…, or unset it to use SQLite.", e);
            }
        }

        public override void Configure(DbContextOptionsBuilder options, string module, Durability durability) => options
            .UseNpgsql(Connection, postgres => postgres
                .MigrationsAssembly("Cairn.Migrations.Postgres")
                .MigrationsHistoryTable("__EFMigrationsHistory", module))
            .UseSnakeCaseNamingConvention();

        public override string ToString() => "PostgreSQL";
    }
}

/// <summary>What a power cut may take. A killed process loses nothing committed either way.</summary>
public enum Durability
{
    /// <summary>Every commit reaches the disk before it is acknowledged.</summary>
    Full,

    /// <summary>The last moments may be lost, as is fit for counts; the file is never damaged.</summary>
    Normal,
}
