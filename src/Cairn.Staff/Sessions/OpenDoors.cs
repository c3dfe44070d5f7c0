using Microsoft.EntityFrameworkCore;

namespace Cairn.Staff.Sessions;

/// <summary>Every session and every link there is.</summary>
internal sealed class OpenDoors(IDbContextFactory<StaffDb> databases)
{
    /// <summary>Signs everybody out and makes every link void.</summary>
    public async Task CloseAll(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Sessions.ExecuteDeleteAsync(cancel);
        await db.Invitations.ExecuteDeleteAsync(cancel);
    }
}
