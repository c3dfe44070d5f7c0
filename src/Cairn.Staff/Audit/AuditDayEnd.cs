using Cairn.Foundation.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cairn.Staff.Audit;

/// <summary>Signs the end of the record each day, also on a day on which nobody did anything: rows cut off later are missed however quiet it was.</summary>
internal sealed partial class AuditDayEnd(AuditTrail audit, TimeProvider time, ILogger<AuditDayEnd> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await audit.SignToday(stoppingToken);
            }
            catch (StorageException away)
            {
                LogLate(log, away.Message);
            }

            await Task.Delay(UntilTomorrow(), time, stoppingToken);
        }
    }

    private TimeSpan UntilTomorrow() => TimeSpan.FromDays(1) - time.GetUtcNow().TimeOfDay + TimeSpan.FromSeconds(1);

    [LoggerMessage(LogLevel.Warning, "The end of the audit was not signed today; the next act of staff signs it: {Reason}")]
    private static partial void LogLate(ILogger log, string reason);
}
