using Cairn.Foundation.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cairn.Help.Directory.Desk;

/// <summary>Notices what the desk said on another node or in another process.</summary>
internal sealed partial class NoteWatch(NotesOnAir notes, Database database, TimeProvider time, ILogger<NoteWatch> log) : BackgroundService
{
    private readonly DatabaseWatch watch = new(database, time, NoteStore.Channel);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        watch.Run(notes.Reload, reason => LogFailing(log, reason), () => LogAgain(log), stoppingToken);

    [LoggerMessage(LogLevel.Warning, "Cairn cannot see whether a number was retired or a service changed. {Reason} What is on the site stays.")]
    private static partial void LogFailing(ILogger log, string reason);

    [LoggerMessage(LogLevel.Information, "Cairn sees again what the directory desk says.")]
    private static partial void LogAgain(ILogger log);
}
