using Cairn.Foundation.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cairn.Say.Packs.Publishing;

/// <summary>Notices what another process or node published.</summary>
internal sealed partial class PackWatch(PublishedPacks packs, Database database, TimeProvider time, ILogger<PackWatch> log) : BackgroundService
{
    private readonly DatabaseWatch watch = new(database, time, PackStore.Channel);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        watch.Run(packs.Reload, reason => LogFailing(log, reason), () => LogAgain(log), stoppingToken);

    [LoggerMessage(LogLevel.Warning, "Cairn cannot see whether something else was published. {Reason} What is on the site stays.")]
    private static partial void LogFailing(ILogger log, string reason);

    [LoggerMessage(LogLevel.Information, "Cairn sees again what is published.")]
    private static partial void LogAgain(ILogger log);
}
