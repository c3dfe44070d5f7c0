using System.Diagnostics;
using System.Text;

namespace Cairn.Tests;

/// <summary>The real program in a process of its own, on a test's database and keyring; it can be killed as the operating system would.</summary>
internal sealed class CairnProcess : IAsyncDisposable
{
    /// <summary>What its backups of a keyring are sealed under.</summary>
    public const string Passphrase = "four blorptang words here";

    /// <summary>What starts the program. As it is published it starts in half the time of the one beside the tests; <c>./check</c> names it.</summary>
    public static readonly IReadOnlyList<string> Command = Environment.GetEnvironmentVariable("CAIRN_PUBLISHED") is { Length: > 0 } published
        ? [published]
        : ["dotnet", Path.Combine(AppContext.BaseDirectory, "cairn.dll")];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder people = new();
    private readonly TaskCompletionSource<Uri> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private CairnProcess(TestDatabase database, string[] words, string? address = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(Command[0], [.. Command.Skip(1), .. words])
        {
            WorkingDirectory = database.Directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["CAIRN_DATABASE"] = database.CairnDatabase, ["CAIRN_KEYRING"] = database.KeyringDirectory, ["CAIRN_PASSPHRASE"] = Passphrase },
        };
        start.Environment["CAIRN_ADDRESS"] = address;
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(people, line.Data);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"cairn ended before it was ready. {people}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Ends with the program; what it said to programs, to people, and its exit code.</summary>
    public static Task<(int Exit, string Output, string People)> Run(TestDatabase database, params string[] words) => RunAt(null, database, words);

    /// <param name="address">The value of <c>CAIRN_ADDRESS</c>, or null for none.</param>
    public static Task<(int Exit, string Output, string People)> RunAt(string? address, TestDatabase database, params string[] words) => Run(new CairnProcess(database, words, address));

    /// <param name="passphrase">What the program is given instead of <see cref="Passphrase"/>.</param>
    public static Task<(int Exit, string Output, string People)> RunWith(string passphrase, TestDatabase database, params string[] words) =>
        Run(new CairnProcess(database, words, environment: new Dictionary<string, string> { ["CAIRN_PASSPHRASE"] = passphrase }));

    private static async Task<(int Exit, string Output, string People)> Run(CairnProcess started)
    {
        await using var run = started;
        await run.process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return (run.process.ExitCode, run.output.ToString(), run.people.ToString());
    }

    /// <summary>A server on a free port, perhaps not ready yet.</summary>
    public static CairnProcess Serve(TestDatabase database, string campaign, IReadOnlyDictionary<string, string>? environment = null, params string[] more) =>
        new(database, ["serve", "--urls", "http://127.0.0.1:0", "--data", database.Directory, "--campaign", campaign, .. more], environment: environment);

    /// <summary>Everything it has said so far, to programs and to people.</summary>
    public string Said
    {
        get
        {
            lock (output)
            {
                lock (people)
                    return output.ToString() + people;
            }
        }
    }

    public int Id => process.Id;

    /// <summary>The address it printed.</summary>
    public Task<Uri> Ready() => ready.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);

    /// <summary><c>kill -9</c>: no last word, no last write.</summary>
    public async Task Kill()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await Kill();
        // Nobody may wait for the address of a program that has ended.
        _ = ready.Task.Exception;
        process.Dispose();
    }

    private void Keep(StringBuilder kept, string? line)
    {
        if (line is null)
            return;
        lock (kept)
            kept.Append(line).Append('\n');
        const string Said = "Cairn is ready at ";
        if (line.StartsWith(Said, StringComparison.Ordinal))
            ready.TrySetResult(new Uri(line[Said.Length..]));
    }
}
