using System.Diagnostics;
using Npgsql;

namespace Cairn.EndToEnd.Storage;

/// <summary>A new, empty database on the server that <c>CAIRN_TEST_POSTGRES</c> names, or on the throw-away one of <c>eng/postgres-for-tests</c>.</summary>
internal sealed class TestPostgres : IAsyncDisposable
{
    private static readonly Lazy<string> Server = new(FindServer);

    private readonly string name = "e2e_" + Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(6));

    private TestPostgres() =>
        Connection = new NpgsqlConnectionStringBuilder(Server.Value) { Database = name, Pooling = false }.ConnectionString;

    /// <summary>What <c>CAIRN_DATABASE</c> is set to.</summary>
    public string Connection { get; }

    public static async Task<TestPostgres> Create()
    {
        var database = new TestPostgres();
        await OnServer($"CREATE DATABASE {database.name}");
        return database;
    }

    /// <summary>Everything in it, as text.</summary>
    public async Task<string> Dump()
    {
        var at = new NpgsqlConnectionStringBuilder(Connection);
        var start = new ProcessStartInfo("pg_dump") { ArgumentList = { "-h", at.Host!, "-p", $"{at.Port}", "-U", at.Username!, "--inserts", name }, RedirectStandardOutput = true };
        start.Environment["PGPASSWORD"] = at.Password;
        using var dump = Process.Start(start)!;
        var text = await dump.StandardOutput.ReadToEndAsync();
        await dump.WaitForExitAsync();
        Assert.Equal(0, dump.ExitCode);
        return text;
    }

    public async Task<long> Number(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync() => await OnServer($"DROP DATABASE {name} WITH (FORCE)");

    private static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server.Value) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string FindServer()
    {
        if (Environment.GetEnvironmentVariable("CAIRN_TEST_POSTGRES") is { Length: > 0 } named)
            return named;

        using var start = Process.Start(new ProcessStartInfo(Path.Combine(Checkout.Root, "eng", "postgres-for-tests"), "start") { RedirectStandardOutput = true })!;
        var line = start.StandardOutput.ReadLine();
        start.WaitForExit();
        return start.ExitCode == 0 && line is { Length: > 0 } ? line.Trim() : throw new InvalidOperationException("No PostgreSQL could be started for the tests: ./eng/postgres-for-tests start");
    }
}
