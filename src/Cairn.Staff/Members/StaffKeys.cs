using Cairn.Foundation.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Staff.Members;

[Kept("Passkeys of staff: public keys, of no use to a thief.", Until = "Until removed.")]
internal sealed class StaffPasskey : IdentityUserPasskey<string>
{
    [Kept("Whose it is.")]
    public override string UserId { get; set; } = "";

    [Kept("The passkey's own number.")]
    public override byte[] CredentialId { get; set; } = [];

    [Kept("Public key, name given to it, day it was added, use counter, and what the authenticator said of itself.")]
    public override IdentityPasskeyData Data { get; set; } = null!;

    public static void Configure(EntityTypeBuilder<StaffPasskey> row)
    {
        row.ToTable("staff_passkey");
        row.HasKey(r => r.CredentialId);
        row.Property(r => r.CredentialId).HasMaxLength(1024);
        row.OwnsOne(r => r.Data).ToJson();
        row.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

[Kept("Accounts at the organisation's own sign-in service (OpenID Connect) that were linked by their owner.", Until = "Until unlinked.")]
internal sealed class StaffLogin : IdentityUserLogin<string>
{
    [Kept("Which service.")]
    public override string LoginProvider { get; set; } = "";

    [Kept("The account's number there.")]
    public override string ProviderKey { get; set; } = "";

    [Kept("The service's name for people.")]
    public override string? ProviderDisplayName { get; set; }

    [Kept("Whose it is.")]
    public override string UserId { get; set; } = "";

    public static void Configure(EntityTypeBuilder<StaffLogin> row)
    {
        row.ToTable("staff_login");
        row.HasKey(r => new { r.LoginProvider, r.ProviderKey });
        row.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

[Kept("Secrets behind codes: each value is wrapped under a key of the keyring and means nothing without it.", Until = "Until the codes are removed.")]
internal sealed class StaffToken : IdentityUserToken<string>
{
    [Kept("Whose it is.")]
    public override string UserId { get; set; } = "";

    [Kept("Always Cairn itself.")]
    public override string LoginProvider { get; set; } = "";

    [Kept("Which secret: authenticator seed, recovery codes, last code used.")]
    public override string Name { get; set; } = "";

    [Kept("The secret, wrapped (AES-256-GCM).")]
    public override string? Value { get; set; }

    public static void Configure(EntityTypeBuilder<StaffToken> row)
    {
        row.ToTable("staff_token");
        row.HasKey(r => new { r.UserId, r.LoginProvider, r.Name });
        row.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>The library wants a type; there is no table, for Cairn keeps no claims.</summary>
internal sealed class StaffClaim : IdentityUserClaim<string>;
