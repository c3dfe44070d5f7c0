using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Cairn.EndToEnd.Sidecar;

/// <summary>The real sidecar as a process of its own.</summary>
internal sealed class RunningSidecar : IAsyncDisposable
{
    private const string ReadyWords = "Cairn sidecar is ready at ";
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);

    private readonly Process process;
    private readonly StringBuilder said = new();
    private readonly TaskCompletionSource<string> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningSidecar(string folder, IEnumerable<string> words, string? token)
    {
        if (!File.Exists(Checkout.Sidecar))
            throw new FileNotFoundException($"Build the sidecar first: {Checkout.Sidecar} is not there.");
        var start = new ProcessStartInfo(Checkout.Sidecar, words) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CAIRN_SIDECAR_TOKEN"] = token;
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The sidecar ended with {process.ExitCode} before it was ready:\n{Said}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Said
    {
        get
        {
            lock (said)
                return said.ToString();
        }
    }

    public static RunningSidecar Launch(string folder, string? token, params string[] words) => new(folder, words, token);

    /// <summary>Ends by itself; its exit code and what it said.</summary>
    public static async Task<(int Exit, string Said)> Run(string folder, params string[] words)
    {
        await using var sidecar = new RunningSidecar(folder, words, null);
        await sidecar.process.WaitForExitAsync().WaitAsync(LongestStart);
        // Until the end of what it said was heard.
        sidecar.process.WaitForExit();
        _ = sidecar.ready.Task.Exception;
        return (sidecar.process.ExitCode, sidecar.Said);
    }

    /// <summary>A port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Where it answers.</summary>
    public Task<string> Ready() => ready.Task.WaitAsync(LongestStart);

    /// <summary><c>kill -9</c>.</summary>
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
            ready.TrySetResult(line[ReadyWords.Length..].Trim());
    }
}
