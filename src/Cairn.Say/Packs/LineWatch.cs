using Microsoft.Extensions.Hosting;

namespace Cairn.Say.Packs;

/// <summary>The helpline opens and closes by the clock and by who is at its desk: every page leads there only while it is open.</summary>
internal sealed class LineWatch(OnAir onAir, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                onAir.PutAgainIfLineChanged();
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }
}
