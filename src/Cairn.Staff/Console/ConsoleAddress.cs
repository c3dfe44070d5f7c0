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

    /// <summary>True when browsers reach the console over https, so that its cookies may travel over nothing else.</summary>
    public bool IsSecure => Public?.Scheme == Uri.UriSchemeHttps;

    public bool Admits(HttpRequest request) => AdmitsHost(request.Host.Host);

    public bool AdmitsHost(string host) => Own.Contains(host, StringComparer.OrdinalIgnoreCase) || string.Equals(Public?.Host, host, StringComparison.OrdinalIgnoreCase);
}
