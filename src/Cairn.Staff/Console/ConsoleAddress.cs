using Microsoft.AspNetCore.Http;

namespace Cairn.Staff.Console;

/// <summary>Where the console may be opened: at <c>CAIRN_ADDRESS</c>, and on the machine itself. Passkeys belong to a host name, so another name would not do.</summary>
/// <param name="Public">The campaign's one public address, or null while there is none.</param>
public sealed record ConsoleAddress(Uri? Public)
{
    private static readonly string[] Own = ["localhost", "127.0.0.1", "[::1]"];

    public static ConsoleAddress FromEnvironment() => Of(Environment.GetEnvironmentVariable("CAIRN_ADDRESS"));

    /// <param name="cairnAddress">The value of <c>CAIRN_ADDRESS</c>, or null.</param>
    public static ConsoleAddress Of(string? cairnAddress) =>
        new(Uri.TryCreate(cairnAddress, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address : null);

    /// <summary>A proxy that ends TLS hands requests on without it. At our own https address browsers speak https all the same: cookies must be marked so, and links made so.</summary>
    public void PutSchemeRight(HttpRequest request)
    {
        if (Public?.Scheme == Uri.UriSchemeHttps && string.Equals(Public.Host, request.Host.Host, StringComparison.OrdinalIgnoreCase))
            request.Scheme = Uri.UriSchemeHttps;
    }

    public bool Admits(HttpRequest request) => AdmitsHost(request.Host.Host);

    public bool AdmitsHost(string host) => Own.Contains(host, StringComparer.OrdinalIgnoreCase) || string.Equals(Public?.Host, host, StringComparison.OrdinalIgnoreCase);
}
