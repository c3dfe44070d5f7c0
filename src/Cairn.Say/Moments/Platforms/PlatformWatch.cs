using Cairn.Foundation.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cairn.Say.Moments.Platforms;

/// <summary>Notices within a second that a token was made or revoked by a command or another node.</summary>
internal sealed partial class PlatformWatch(GoodTokens tokens, Database database, TimeProvider time, ILogger<PlatformWatch> log) : BackgroundService
{
    private readonly DatabaseWatch watch = new(database, time, PlatformStore.Channel);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        watch.Run(tokens.Reload, reason => LogFailing(log, reason), () => LogAgain(log), stoppingToken);

    [LoggerMessage(LogLevel.Warning, "Cairn cannot see whether a platform's token was revoked. {Reason} The tokens known so far stay good.")]
    private static partial void LogFailing(ILogger log, string reason);

    [LoggerMessage(LogLevel.Information, "Cairn sees again which tokens of platforms are good.")]
    private static partial void LogAgain(ILogger log);
}
