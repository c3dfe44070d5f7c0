using Cairn.Foundation.Storage;
using Cairn.Staff.Roles;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Staff.Members;

/// <summary>One person on the staff. What Identity offers and Cairn does not need (e-mail, telephone, lock-out) has no column.</summary>
[Kept("The people who write, approve and answer. Never a visitor.", Until = "Kept after they leave, without any way to sign in, because histories name them.")]
internal sealed class StaffMember : IdentityUser<string>
{
    [Kept("Random; ties the member's rows together.")]
    public override string Id { get; set; } = "";

    [Kept("Sign-in name: lower case, never given to somebody else.")]
    public override string? UserName { get; set; }

    [Kept("The same in upper case, for look-ups by the sign-in library.")]
    public override string? NormalizedUserName { get; set; }

    [Kept("The name people use; shown to colleagues and beside what the member confirmed.")]
    public required string Called { get; set; }

    [Kept("Roles, separated by spaces.")]
    public required string RoleWords { get; set; }

    [Kept("Hash of the passphrase (PBKDF2, SHA-512), or nothing.")]
    public override string? PasswordHash { get; set; }

    [Kept("Changes with every change of the ways to sign in.")]
    public override string? SecurityStamp { get; set; }

    [Kept("Refuses two changes at once.")]
    public override string? ConcurrencyStamp { get; set; }

    [Kept("How many wrong codes in a row followed the right passphrase; closes that way in at ten.")]
    public override int AccessFailedCount { get; set; }

    [Kept("When the member joined, in milliseconds since 1970.")]
    public long JoinedAt { get; set; }

    [Kept("When the member was removed, in milliseconds since 1970, or nothing.")]
    public long? RemovedAt { get; set; }

    public IReadOnlyList<Role> Roles
    {
        get => [.. RoleWords.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => Role.Parse(w, null))];
        set => RoleWords = string.Join(' ', Role.All.Where(value.Contains));
    }

    public static void Configure(EntityTypeBuilder<StaffMember> row)
    {
        row.ToTable("staff_member");
        row.HasKey(r => r.Id);
        row.HasIndex(r => r.NormalizedUserName).IsUnique();
        row.Property(r => r.ConcurrencyStamp).IsConcurrencyToken();
        row.Ignore(r => r.Roles);
        row.Ignore(r => r.Email).Ignore(r => r.NormalizedEmail).Ignore(r => r.EmailConfirmed).Ignore(r => r.PhoneNumber).Ignore(r => r.PhoneNumberConfirmed);
        row.Ignore(r => r.TwoFactorEnabled).Ignore(r => r.LockoutEnd).Ignore(r => r.LockoutEnabled);
    }
}
