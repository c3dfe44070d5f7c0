using System.Globalization;
using System.Net;

namespace Cairn.Sidecar.Starting;

/// <summary>Where platforms' own programs ask: an address of this machine, or a Unix socket.</summary>
internal abstract record ListenAddress
{
    public const string Usual = "127.0.0.1:5090";

    private ListenAddress()
    {
    }

    /// <param name="openToNetwork">The operator said that others may ask, too.</param>
    /// <exception cref="SidecarException">Not an address, or one that others reach.</exception>
    public static ListenAddress Parse(string text, bool openToNetwork)
    {
        if (text.StartsWith("unix:", StringComparison.Ordinal))
        {
            var path = Path.GetFullPath(text["unix:".Length..] is { Length: > 0 } given ? given : throw Wrong());
            return path.Length <= 100 ? new UnixSocket(path) : throw new SidecarException("The path of a Unix socket is at most 100 characters long. Choose a shorter one for --listen.");
        }

        var host = text.StartsWith("localhost:", StringComparison.OrdinalIgnoreCase) ? "127.0.0.1" + text["localhost".Length..] : text;
        // Without its port an address would mean port 0.
        var colon = host.LastIndexOf(':');
        if (colon < 0 || !int.TryParse(host[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out _) || !IPEndPoint.TryParse(host, out var point) || point.ToString() != host)
            throw Wrong();
        return openToNetwork || IPAddress.IsLoopback(point.Address)
            ? new Tcp(point)
            : throw new SidecarException($"{text} can be reached from other machines, and whoever asks there needs no token. Listen on 127.0.0.1, or say --open-to-network if a firewall stands before it.");
    }

    private static SidecarException Wrong() => new($"--listen takes an address with its port such as {Usual}, or unix: and a path.");

    internal sealed record Tcp(IPEndPoint Point) : ListenAddress
    {
        public override string ToString() => $"http://{Point}";
    }

    internal sealed record UnixSocket(string Path) : ListenAddress
    {
        public override string ToString() => $"unix:{Path}";
    }
}
