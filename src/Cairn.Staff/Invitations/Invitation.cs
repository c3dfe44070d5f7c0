using Cairn.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Staff.Invitations;

/// <summary>A link that lets one person in, once.</summary>
[Kept("Links that let a member of staff in once: the first set-up, and invitations.", Until = "Deleted when used, or a day after they end.")]
internal sealed class Invitation
{
    [Kept("SHA-256 of the link's random number, which only the link holds.")]
    public required string Id { get; init; }

    [Kept("The sign-in name it is for; nothing for the first set-up, where it is chosen.")]
    public string? For { get; init; }

    [Kept("The name people use.")]
    public string? Called { get; init; }

    [Kept("Roles the member will have, separated by spaces.")]
    public required string RoleWords { get; init; }

    [Kept("Who made it: a member of staff, or how; their links end when they leave.")]
    public required string MadeBy { get; init; }

    [Kept("When it was made, in milliseconds since 1970.")]
    public long MadeAt { get; init; }

    [Kept("When it ends, in milliseconds since 1970.")]
    public long EndsAt { get; init; }

    public static void Configure(EntityTypeBuilder<Invitation> row)
    {
        row.ToTable("staff_invitation");
        row.HasKey(r => r.Id);
    }
}
