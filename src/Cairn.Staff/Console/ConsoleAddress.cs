using Microsoft.AspNetCore.Http;

namespace Cairn.Staff.Console;

/// <summary>Where the console may be opened: at <c>CAIRN_ADDRESS</c>, and on the machine itself. Passkeys belong to a host name, so another name would not do.</summary>
/// <param name="Public">The campaign's one public address, or null while there is none.</param>
public sealed record ConsoleAddress(Uri? Public)
{
    private static readonly string[] Own = ["localhost", "127.0.0.1", "[::1]"];

    public static ConsoleAddress FromEnvironment() =>
        new(Uri.TryCreate(Environment.GetEnvironmentVariable("CAIRN_ADDRESS"), UriKind.Absolute, out var address) ? address : null);

    /// <summary>True when browsers reach the console over https, so that its cookies may travel over nothing else.</summary>
    public bool IsSecure => Public?.Scheme == Uri.UriSchemeHttps;

    public bool Admits(HttpRequest request) => AdmitsHost(request.Host.Host);

    public bool AdmitsHost(string host) => Own.Contains(host, StringComparer.OrdinalIgnoreCase) || string.Equals(Public?.Host, host, StringComparison.OrdinalIgnoreCase);
}
