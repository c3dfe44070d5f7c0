using System.Diagnostics;
using System.Text;

namespace Cairn.EndToEnd.Moments;

/// <summary>A program of ours as a process of its own, from the line it prints when it is ready.</summary>
internal sealed class ProgramAtWork : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process process;
    private readonly StringBuilder said = new();
    private readonly TaskCompletionSource<string> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ProgramAtWork(string program, string folder, IEnumerable<string> words, IReadOnlyDictionary<string, string> settings, string readyWords)
    {
        var start = new ProcessStartInfo(program, words) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data, readyWords);
        process.ErrorDataReceived += (_, line) => Hear(line.Data, readyWords);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"{Path.GetFileName(program)} ended before it was ready:\n{Said}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Everything it wrote so far.</summary>
    public string Said
    {
        get
        {
            lock (said)
                return said.ToString();
        }
    }

    /// <summary>What follows the words it prints when it is ready, up to a blank or a comma.</summary>
    public Task<string> Ready => ready.Task.WaitAsync(Patience);

    public static async Task<ProgramAtWork> Start(string program, string folder, IEnumerable<string> words, IReadOnlyDictionary<string, string> settings, string readyWords)
    {
        var started = new ProgramAtWork(program, folder, words, settings, readyWords);
        try
        {
            await started.Ready;
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a command to its end and gives back what it printed for programs.</summary>
    public static async Task<string> Run(string program, string folder, IReadOnlyDictionary<string, string> settings, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, people) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', words)}: {await people}");
        return await output;
    }

    public async ValueTask DisposeAsync()
    {
        _ = ready.Task.Exception;
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Hear(string? line, string readyWords)
    {
        if (line is null)
            return;
        lock (said)
            said.AppendLine(line);
        if (line.StartsWith(readyWords, StringComparison.Ordinal))
            ready.TrySetResult(line[readyWords.Length..].Split(' ', ',')[0].TrimEnd('/'));
    }
}
