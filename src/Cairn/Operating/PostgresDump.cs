using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Cairn.Foundation.Storage;
using Npgsql;

namespace Cairn.Operating;

/// <summary>PostgreSQL's own tools, run for one backup: they know its format best.</summary>
internal static class PostgresDump
{
    public const string FileName = "postgresql.dump";

    /// <summary>The whole database at one moment, in PostgreSQL's custom format.</summary>
    public static Task Make(Database.Postgres database, string folder, CancellationToken cancel) =>
        Run("pg_dump", database, ["--format=custom", "--no-owner", "--no-privileges", "--file", Path.Combine(folder, FileName)], cancel);

    /// <summary>In one transaction: all of it or nothing.</summary>
    public static Task Restore(Database.Postgres database, string folder, CancellationToken cancel) => Run(
        "pg_restore",
        database,
        ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", "--dbname", Name(database), Path.Combine(folder, FileName)],
        cancel);

    /// <exception cref="StorageException">A module's tables are there already.</exception>
    public static async Task RefuseWhenFull(Database.Postgres database, IReadOnlyList<string> modules, CancellationToken cancel)
    {
        try
        {
            await using var connection = new NpgsqlConnection(database.Connection);
            await connection.OpenAsync(cancel);
            await using var count = new NpgsqlCommand("SELECT count(*) FROM pg_namespace WHERE nspname = ANY ($1)", connection) { Parameters = { new() { Value = modules.ToArray() } } };
            if ((long)(await count.ExecuteScalarAsync(cancel))! > 0)
                throw new StorageException("The database in CAIRN_DATABASE holds Cairn's tables already. Restore into a new, empty one, made for example with createdb.");
        }
        catch (NpgsqlException e) when (StorageFault.Explain(e, database) is { } explained)
        {
            throw explained;
        }
    }

    private static async Task Run(string tool, Database.Postgres database, string[] words, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(tool, words) { RedirectStandardError = true };
        foreach (var (name, value) in Environment(database))
            start.Environment[name] = value;

        using var process = Start(start, tool);
        string said;
        try
        {
            said = await process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }

        if (process.ExitCode != 0)
            throw new StorageException($"{tool} could not do it: {said.Trim().ReplaceLineEndings(" ")}");
    }

    private static Process Start(ProcessStartInfo start, string tool)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new StorageException($"'{tool}' is not on this machine's PATH. Install PostgreSQL's client programs (on Debian: apt-get install postgresql-client) and try again.", e);
        }
    }

    /// <summary>Never as words of the command, which other accounts of the machine can read.</summary>
    private static Dictionary<string, string> Environment(Database.Postgres database)
    {
        var at = new NpgsqlConnectionStringBuilder(database.Connection);
        // libpq keeps a list of ports beside the list of hosts.
        var servers = at.Host!.Split(',').Select(h => PortOf(h) is { } port ? (Host: h[..^(port.Length + 1)], Port: port) : (Host: h, Port: at.Port.ToString(CultureInfo.InvariantCulture))).ToList();
        var said = new Dictionary<string, string>
        {
            ["PGHOST"] = string.Join(',', servers.Select(s => s.Host)),
            ["PGPORT"] = string.Join(',', servers.Select(s => s.Port)),
            ["PGDATABASE"] = Name(database),
            // libpq writes the modes with a hyphen: verify-full.
            ["PGSSLMODE"] = at.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var mode => mode.ToString().ToLowerInvariant() },
        };
        Add("PGTARGETSESSIONATTRS", servers.Count > 1 ? at.TargetSessionAttributes?.ToLowerInvariant() : null);
        Add("PGUSER", at.Username);
        Add("PGPASSWORD", at.Password);
        Add("PGPASSFILE", at.Passfile);
        Add("PGSSLROOTCERT", at.RootCertificate);
        Add("PGSSLCERT", at.SslCertificate);
        Add("PGSSLKEY", at.SslKey);
        return said;

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                said[name] = value;
        }
    }

    // A socket's folder has none, and the colons of a bare IPv6 address are its own.
    private static string? PortOf(string host) =>
        host.LastIndexOf(':') is var colon and >= 0 && !host.StartsWith('/') && (host.IndexOf(':') == colon || host[colon - 1] == ']') ? host[(colon + 1)..] : null;

    private static string Name(Database.Postgres database)
    {
        var at = new NpgsqlConnectionStringBuilder(database.Connection);
        return at.Database ?? at.Username ?? "postgres";
    }
}
