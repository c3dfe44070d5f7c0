using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace Cairn.Tests;

/// <summary>Two PostgreSQL servers of a test's own: a primary, and a standby that has everything before the primary acknowledges it. Both are gone afterwards.</summary>
internal sealed class PostgresPair : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string Programs = Found();

    private readonly string folder;
    private readonly int primaryPort = FreePort();
    private readonly int standbyPort = FreePort();
    private readonly StringBuilder said = new();

    private Process? primary;
    private Process? standby;

    private PostgresPair(string folder) => this.folder = folder;

    // PostgreSQL refuses to run as root, so root lends it another account.
    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>Names both servers, and wants whichever takes writes.</summary>
    /// <param name="more">Further settings, each ended with a semicolon.</param>
    public string Connection(string more = "") =>
        $"Host=127.0.0.1:{primaryPort},127.0.0.1:{standbyPort};Target Session Attributes=primary;{more}Username=cairn;Database=postgres";

    public static async Task<PostgresPair> Start()
    {
        var pair = new PostgresPair(Directory.CreateTempSubdirectory("cairn-pair-").FullName);
        try
        {
            if (IsRoot)
                await Run("chown", "postgres", pair.folder);
            await RunLent("initdb", "-D", pair.Folder("primary"), "-U", "cairn", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8");
            pair.primary = await pair.Server("primary", pair.primaryPort);
            await RunLent("pg_basebackup", "-D", pair.Folder("standby"), "-R", "-c", "fast", "-h", "127.0.0.1", "-p", Text(pair.primaryPort), "-U", "cairn");
            pair.standby = await pair.Server("standby", pair.standbyPort);
            // Only now, so that the standby has no such setting: it would wait for a standby of its own after it was promoted.
            await Ask(pair.primaryPort, "ALTER SYSTEM SET synchronous_standby_names = '*'");
            await Ask(pair.primaryPort, "SELECT pg_reload_conf()");
            await pair.IsInStep();
            return pair;
        }
        catch
        {
            await pair.DisposeAsync();
            throw;
        }
    }

    /// <summary><c>kill -9</c> of the primary and of everything it started.</summary>
    public Task KillPrimary() => Kill(primary!);

    public Task KillStandby() => Kill(standby!);

    /// <summary>Returns when the standby has everything again.</summary>
    public async Task StartStandby()
    {
        standby!.Dispose();
        standby = await Server("standby", standbyPort);
        await IsInStep();
    }

    /// <summary>Returns when the standby takes writes.</summary>
    public async Task PromoteStandby() => Assert.Equal(true, await Ask(standbyPort, "SELECT pg_promote(true, 60)"));

    public async ValueTask DisposeAsync()
    {
        foreach (var server in new[] { primary, standby }.OfType<Process>())
        {
            await Kill(server);
            server.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    // Debian keeps most of them off the PATH, perhaps of several versions.
    private static string Found() =>
        (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(d => Path.Combine(d, "bin")) : [])
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb"))) ?? throw new InvalidOperationException("PostgreSQL is not installed. On Debian: apt-get install postgresql-15");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<object?> Ask(int port, string sql)
    {
        await using var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={port};Username=cairn;Database=postgres;Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 90 };
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    private static async Task Until(Func<Task<bool>> isSo, StringBuilder said)
    {
        for (var started = Stopwatch.GetTimestamp(); ; await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            try
            {
                if (await isSo())
                    return;
            }
            catch (NpgsqlException)
            {
                // Not yet.
            }

            lock (said)
                Assert.True(Stopwatch.GetElapsedTime(started) < Patience, $"PostgreSQL was not ready in time. {said}");
        }
    }

    private static async Task Kill(Process process)
    {
        if (process.HasExited)
            return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    private static Task RunLent(string tool, params string[] words)
    {
        var (program, before) = Lent(tool);
        return Run(program, [.. before, .. words]);
    }

    private static (string Program, string[] Words) Lent(string tool)
    {
        var program = Path.Combine(Programs, tool);
        return IsRoot ? ("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", "--inh-caps=-all", program]) : (program, []);
    }

    private static ProcessStartInfo Begun(string program, IEnumerable<string> words) =>
        new(program, words) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/", Environment = { ["LC_ALL"] = "C.UTF-8", ["HOME"] = "/tmp" } };

    private static async Task Run(string program, params string[] words)
    {
        using var process = Process.Start(Begun(program, words))!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var people = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await output;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', words)}: {people}");
    }

    private Task IsInStep() => Until(async () => await Ask(primaryPort, "SELECT sync_state FROM pg_stat_replication") is "sync", said);

    private string Folder(string name) => Path.Combine(folder, name);

    private async Task<Process> Server(string name, int port)
    {
        var (program, before) = Lent("postgres");
        var process = new Process
        {
            StartInfo = Begun(program, [.. before, "-D", Folder(name), "-p", Text(port), .. Settings($"unix_socket_directories={folder}", "listen_addresses=127.0.0.1", "max_connections=200", "shared_buffers=64MB")]),
        };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await Until(async () => await Ask(port, "SELECT 1") is 1, said);
        return process;
    }

    private static IEnumerable<string> Settings(params string[] settings) => settings.SelectMany(s => new[] { "-c", s });

    private void Keep(string? line)
    {
        lock (said)
            said.AppendLine(line);
    }
}
