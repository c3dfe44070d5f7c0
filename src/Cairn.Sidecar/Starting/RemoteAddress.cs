using System.Net;

namespace Cairn.Sidecar.Starting;

/// <summary>An address of the campaign's server. Over http only on this machine: a token and a bundle do not travel in the clear.</summary>
internal static class RemoteAddress
{
    public static bool IsOne(string text) => text.Contains("://", StringComparison.Ordinal);

    /// <param name="path">Where the API is when the address names no path.</param>
    /// <exception cref="SidecarException">Not an address, or one that is not safe to use.</exception>
    public static Uri Parse(string option, string text, string path)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            throw new SidecarException($"{option} takes an https address such as https://campaign.example, with neither a name, a query nor a fragment in it.");
        if (address.Scheme == "http" && !IsThisMachine(address))
            throw new SidecarException($"{option} is reached over http, where anybody on the way reads the token and changes what comes. Use https.");
        return address.AbsolutePath == "/" ? new Uri(address, path) : address;
    }

    private static bool IsThisMachine(Uri address) =>
        address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
