namespace Cairn.Staff.SignIn;

/// <summary>The organisation's own sign-in service (OpenID Connect), when one is configured.</summary>
/// <param name="Authority">Its https address, or null when there is none.</param>
/// <param name="ClientId">What it knows us as.</param>
/// <param name="ClientSecret">Never printed.</param>
/// <param name="Name">What people call it.</param>
internal sealed record OidcDoor(Uri? Authority, string ClientId, string? ClientSecret, string Name)
{
    /// <summary>What the button says, or null when there is none.</summary>
    public string? Label => Authority is null ? null : $"Sign in with {Name}";

    /// <summary><c>CAIRN_OIDC_AUTHORITY</c>, <c>_CLIENT_ID</c>, <c>_CLIENT_SECRET</c>, <c>_NAME</c>.</summary>
    public static OidcDoor FromEnvironment() => new(
        Uri.TryCreate(Environment.GetEnvironmentVariable("CAIRN_OIDC_AUTHORITY"), UriKind.Absolute, out var authority) ? authority : null,
        Environment.GetEnvironmentVariable("CAIRN_OIDC_CLIENT_ID") ?? "cairn",
        Environment.GetEnvironmentVariable("CAIRN_OIDC_CLIENT_SECRET"),
        Environment.GetEnvironmentVariable("CAIRN_OIDC_NAME") is { Length: > 0 } name ? name : "your organisation");
}
