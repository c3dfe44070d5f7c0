using Cairn.Sidecar.Bundles;

namespace Cairn.Sidecar.Starting;

/// <summary>The words of the command, understood.</summary>
/// <param name="BundleAddress">Null when the bundle is a file.</param>
internal sealed record Settings(Uri? BundleAddress, BundleKeys Keys, ListenAddress Listen, Uri? Report)
{
    /// <exception cref="SidecarException">One of them cannot be used; says which.</exception>
    public static Settings Of(SidecarOptions options)
    {
        if (options.Token is { } token && token.Any(c => c is <= ' ' or > '~'))
            throw new SidecarException("The token holds a blank or a letter that no token has. Copy it again as it was shown.");
        return new(
            RemoteAddress.IsOne(options.Bundle) ? RemoteAddress.Parse("--bundle", options.Bundle, "/api/v1/bundles/current") : null,
            new(KeyFiles.Public(options.Key), options.TermsKey is { } key ? KeyFiles.Terms(key) : null),
            ListenAddress.Parse(options.Listen, options.OpenToNetwork),
            options.Report is { } report ? RemoteAddress.Parse("--report", report, "/api/v1/counts") : null);
    }
}
