using Cairn.Foundation.Storage;
using Cairn.Staff.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Staff.Sessions;

/// <summary>One browser in which a member of staff is signed in. Ending it here ends it everywhere, whatever cookie somebody still holds.</summary>
[Kept("Where staff are signed in now. No address and no browser is written down.", Until = "Until signed out, 60 minutes idle or 12 hours; then deleted.")]
internal sealed class StaffSession
{
    [Kept("SHA-256 of the session's random number, which only the cookie holds.")]
    public required string Id { get; init; }

    [Kept("Whose it is.")]
    public required string Member { get; init; }

    [Kept("passkey, codes, recovery, oidc or invitation.")]
    public required string Way { get; init; }

    [Kept("When it began, in milliseconds since 1970.")]
    public long StartedAt { get; init; }

    [Kept("When it was last used, to the minute.")]
    public long SeenAt { get; set; }

    [Kept("When the member last showed that it is them.")]
    public long ConfirmedAt { get; set; }

    public static void Configure(EntityTypeBuilder<StaffSession> row)
    {
        row.ToTable("staff_session");
        row.HasKey(r => r.Id);
        row.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.Member).OnDelete(DeleteBehavior.Cascade);
    }
}
