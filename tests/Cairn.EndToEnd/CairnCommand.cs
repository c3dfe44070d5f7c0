using System.Diagnostics;

namespace Cairn.EndToEnd;

/// <summary>The program as an operator calls it, beside a running server.</summary>
/// <param name="Connection">Of PostgreSQL, or null for SQLite.</param>
internal sealed record CairnCommand(Place Place, string? Connection)
{
    /// <summary>What a command printed for programs.</summary>
    public async Task<string> Run(params string[] words)
    {
        var (exit, output, people) = await Ends([], words);
        Assert.True(exit == 0, $"cairn {string.Join(' ', words)} ended with {exit}: {people}");
        return output;
    }

    /// <summary>How a command ended, what it printed for programs, and what it said to people.</summary>
    /// <param name="variables">Of its environment.</param>
    public async Task<(int Exit, string Output, string People)> Ends(IReadOnlyList<(string Name, string Value)> variables, params string[] words)
    {
        var start = new ProcessStartInfo(Checkout.Program, words) { WorkingDirectory = Place.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CAIRN_KEYRING"] = Place.Keyring;
        start.Environment.Remove("CAIRN_DATABASE");
        if (Connection is not null)
            start.Environment["CAIRN_DATABASE"] = Connection;
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var people = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await people);
    }
}
