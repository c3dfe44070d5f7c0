using Cairn.Foundation.Storage;
using Cairn.Help.Helpline.Threads;
using Cairn.Help.Sealing;
using Cairn.Staff.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cairn.Help.Helpline.Adviser;

/// <summary>What the seeker's side must know of a desk.</summary>
/// <param name="Open">What a conversation is sealed to.</param>
/// <param name="Members">How many advisers hold the latest key.</param>
/// <param name="OpenedHour">When an adviser was last there, counted from 1970.</param>
internal sealed record DeskState(OpenDesk Open, int Members, long OpenedHour);

/// <summary>Reads the desks' state when it changes, on every node, and rings the bell there.</summary>
internal sealed partial class DeskWatch(Lines lines, DeskBell bell, IDbContextFactory<HelpDb> databases, StaffBook staff, Database database, TimeProvider time, ILogger<DeskWatch> log) : BackgroundService
{
    private readonly DatabaseWatch watch = new(database, time, DeskBell.Channel);

    /// <exception cref="StorageException">The database holds something else than a key.</exception>
    public async Task Reload(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        foreach (var line in lines.All)
            line.Use(await Read(db, staff, line.DeskNumber, cancel));
        // On SQLite whoever writes is in this process and rings by himself.
        if (database is Database.Postgres)
            bell.Ring();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => watch.Run(Reload, reason => LogFailing(log, reason), () => LogAgain(log), stoppingToken);

    internal static async Task<DeskState?> Read(HelpDb db, StaffBook staff, int number, CancellationToken cancel)
    {
        if (await db.Desks.AsNoTracking().SingleOrDefaultAsync(d => d.Desk == number, cancel) is not { } desk)
            return null;
        var key = await db.DeskKeys.AsNoTracking().SingleAsync(k => k.Desk == number && k.Generation == desk.Generation, cancel);
        // Who has left the staff cannot come in any more, and is no second pair of eyes.
        var people = await staff.ById(cancel);
        var members = (await db.DeskBoxes.Where(b => b.Desk == number && b.Generation == desk.Generation).Select(b => b.Member).ToListAsync(cancel)).Count(people.ContainsKey);
        return new(new(number, desk.Generation, Import(key.Public), Import(desk.RecoveryPublic)), members, desk.OpenedHour);
    }

    private static PublicKey Import(byte[] bytes) => PublicKey.Read(bytes)
        ?? throw new StorageException("A key of the helpline's desk in the database is damaged. Restore the database from its backup.");

    [LoggerMessage(LogLevel.Warning, "Cairn cannot see whether the helpline's desk is open. {Reason} What was known of it stays.")]
    private static partial void LogFailing(ILogger log, string reason);

    [LoggerMessage(LogLevel.Information, "Cairn sees the helpline's desk again.")]
    private static partial void LogAgain(ILogger log);
}
