using System.CommandLine;
using Cairn.Sidecar.Starting;

namespace Cairn.Sidecar;

internal static class SidecarProgram
{
    public static async Task<int> Main(string[] words)
    {
        var parsed = SidecarCommand.Build(Run).Parse(words);
        if (parsed.Errors.Count == 0)
            // Signals are the server's affair: it finishes what it is answering.
            return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
        foreach (var error in parsed.Errors)
            Console.Error.WriteLine(error.Message);
        Console.Error.WriteLine("Run 'cairn-sidecar --help' to see the words it knows.");
        return 2;
    }

    private static async Task<int> Run(SidecarOptions options, CancellationToken cancel)
    {
        try
        {
            await using var sidecar = await RunningSidecar.Start(options, TimeProvider.System, Console.Error, cancel);
            Console.Out.WriteLine($"Cairn sidecar is ready at {sidecar.Address}");
            await sidecar.Ended(cancel);
            return 0;
        }
        catch (SidecarException e)
        {
            Console.Error.WriteLine($"cairn-sidecar: {e.Message}");
            return 1;
        }
    }
}
