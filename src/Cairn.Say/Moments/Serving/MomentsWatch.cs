using Microsoft.Extensions.Hosting;

namespace Cairn.Say.Moments.Serving;

/// <summary>Looks four times a second whether moments must be answered from something new: a retired number must not be offered for longer than it takes to hear of it.</summary>
internal sealed class MomentsWatch(MomentsOnAir moments, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.25);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            moments.Refresh();
    }
}
