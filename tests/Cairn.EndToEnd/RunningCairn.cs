using System.Diagnostics;
using System.Text;

namespace Cairn.EndToEnd;

/// <summary>The folders one server writes to.</summary>
internal sealed class Place : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cairn-e2e-");

    public string Root => folder.FullName;

    public string Data => Path.Combine(Root, "data");

    public string Keyring => Path.Combine(Root, "keyring");

    public void Dispose() => folder.Delete(recursive: true);
}

/// <summary>The real program as a process of its own, on a free port of this machine.</summary>
internal sealed class RunningCairn : IAsyncDisposable
{
    private const string ReadyWords = "Cairn is ready at ";
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(180);

    private readonly Process process;
    private readonly StringBuilder said = new();
    private readonly TaskCompletionSource<Uri> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningCairn(Process process) => this.process = process;

    /// <summary>Scheme, host and port, without a path.</summary>
    public Uri Address { get; private set; } = null!;

    public int ProcessId => process.Id;

    /// <summary>Everything it wrote on stdout and stderr so far.</summary>
    public string Said
    {
        get
        {
            lock (said)
                return said.ToString();
        }
    }

    /// <param name="settings">More of its environment.</param>
    /// <param name="more">More of its words; a campaign among them stands instead of the bundled one.</param>
    public static async Task<RunningCairn> Start(Place place, string? database = null, IReadOnlyDictionary<string, string>? settings = null, params string[] more)
    {
        var cairn = Launch(place, database, settings: settings, more: more);
        await cairn.Ready();
        return cairn;
    }

    /// <summary>Starts it without waiting for the first answer.</summary>
    /// <param name="keyring">The directory that all nodes mount; null for one beside the data.</param>
    /// <param name="urls">Where it listens; by default on a free port.</param>
    public static RunningCairn Launch(
        Place place, string? database = null, string? keyring = null, string urls = "http://127.0.0.1:0", IReadOnlyDictionary<string, string>? settings = null, params string[] more)
    {
        if (!File.Exists(Checkout.Program))
            throw new FileNotFoundException($"Build the program first: {Checkout.Program} is not there.");

        var start = new ProcessStartInfo(Checkout.Program)
        {
            ArgumentList = { "serve", "--urls", urls, "--data", place.Data, "--drafts" },
            WorkingDirectory = place.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in more.Contains("--campaign") ? more : [.. more, "--campaign", Checkout.Campaign])
            start.ArgumentList.Add(word);
        start.Environment["CAIRN_KEYRING"] = keyring ?? place.Keyring;
        start.Environment.Remove("CAIRN_DATABASE");
        if (database is not null)
            start.Environment["CAIRN_DATABASE"] = database;
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        var cairn = new RunningCairn(new Process { StartInfo = start, EnableRaisingEvents = true });
        cairn.process.OutputDataReceived += (_, line) => cairn.Hear(line.Data);
        cairn.process.ErrorDataReceived += (_, line) => cairn.Hear(line.Data);
        cairn.process.Exited += (_, _) => cairn.ready.TrySetException(new InvalidOperationException($"Cairn ended with {cairn.process.ExitCode} before it was ready:\n{cairn.Said}"));
        cairn.process.Start();
        cairn.process.BeginOutputReadLine();
        cairn.process.BeginErrorReadLine();
        return cairn;
    }

    public async Task Ready()
    {
        try
        {
            Address = new Uri((await ready.Task.WaitAsync(LongestStart)).GetLeftPart(UriPartial.Authority));
        }
        catch (TimeoutException)
        {
            await Kill();
            throw new TimeoutException($"Cairn was not ready after {LongestStart.TotalSeconds} s:\n{Said}");
        }
    }

    /// <summary>The link for the first administrator, which is printed after the address.</summary>
    public async Task<Uri> SetUpLink()
    {
        const string Words = "Set up the console, once and within an hour, at ";
        for (var tries = 0; tries < 100; tries++)
        {
            if (Said.Split('\n').FirstOrDefault(l => l.StartsWith(Words, StringComparison.Ordinal)) is { } line)
                return new Uri(line[Words.Length..].Trim());
            await Task.Delay(100);
        }

        throw new TimeoutException($"No set-up link was printed:\n{Said}");
    }

    /// <summary><c>kill -9</c>: it cannot write a last word.</summary>
    public async Task Kill()
    {
        _ = ready.Task.Exception;
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary><c>kill -TERM</c>, as a service manager does. Returns the exit code.</summary>
    public async Task<int> Stop()
    {
        using (var term = Process.Start("kill", ["-TERM", $"{process.Id}"]))
            await term.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (said)
            said.AppendLine(line);
        if (line.StartsWith(ReadyWords, StringComparison.Ordinal))
            ready.TrySetResult(new Uri(line[ReadyWords.Length..].Trim()));
    }
}
