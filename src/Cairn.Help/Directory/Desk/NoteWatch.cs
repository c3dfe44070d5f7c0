using Cairn.Foundation.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cairn.Help.Directory.Desk;

/// <summary>Notices what the desk said on another node or in another process.</summary>
internal sealed partial class NoteWatch(NotesOnAir notes, Database database, TimeProvider time, ILogger<NoteWatch> log) : BackgroundService
{
    private readonly DatabaseWatch watch = new(database, time, NoteStore.Channel);

    private bool isRefusing;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        watch.Run(Reload, reason => LogFailing(log, reason), Again, stoppingToken);

    // The database answers, but not with what the desk wrote: that is no fault that passes, and a person must look.
    private async Task Reload(CancellationToken cancel)
    {
        try
        {
            await notes.Reload(cancel);
        }
        catch (NotesRefusedException refused)
        {
            if (!isRefusing)
                LogRefused(log, refused.Message);
            isRefusing = true;
            return;
        }

        if (isRefusing)
            LogAgain(log);
        isRefusing = false;
    }

    private void Again()
    {
        if (!isRefusing)
            LogAgain(log);
    }

    [LoggerMessage(LogLevel.Warning, "Cairn cannot see whether a number was retired or a service changed. {Reason} What is on the site stays.")]
    private static partial void LogFailing(ILogger log, string reason);

    [LoggerMessage(LogLevel.Error, "{Reason} Until then this server shows what the desk had said before, and nothing newer.")]
    private static partial void LogRefused(ILogger log, string reason);

    [LoggerMessage(LogLevel.Information, "Cairn sees again what the directory desk says.")]
    private static partial void LogAgain(ILogger log);
}
