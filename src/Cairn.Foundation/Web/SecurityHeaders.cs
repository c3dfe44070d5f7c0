using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Cairn.Foundation.Web;

/// <summary>The headers every answer carries, whatever its route and status. Their list is a promise: <c>docs/architecture.md</c>, Headers.</summary>
public static class SecurityHeaders
{
    private static readonly StringValues SitePolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly StringValues ConsolePolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
        + "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'";

    // Never no-referrer: the browser would then send "Origin: null" with our own forms.
    private static readonly StringValues SameOrigin = "same-origin";
    private static readonly StringValues CrossOrigin = "cross-origin";
    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues Transport = "max-age=63072000; includeSubDomains";

    private static readonly string[] Features =
    [
        "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media", "fullscreen", "gamepad",
        "geolocation", "gyroscope", "hid", "identity-credentials-get", "idle-detection", "magnetometer", "microphone",
        "midi", "payment", "picture-in-picture", "publickey-credentials-create", "publickey-credentials-get", "screen-wake-lock", "serial", "storage-access", "usb",
        "xr-spatial-tracking",
    ];

    private static readonly StringValues NoFeatures = string.Join(", ", Features.Select(f => f + "=()"));
    private static readonly StringValues PasskeysOnly =
        string.Join(", ", Features.Select(f => f + (f.StartsWith("publickey-credentials-", StringComparison.Ordinal) ? "=(self)" : "=()")));

    /// <summary>The API and its description: a page of any origin may load what is public there.</summary>
    private static bool IsForPrograms(HttpRequest request) => request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/openapi");

    public static void Set(HttpContext http)
    {
        var headers = http.Response.Headers;
        var console = Surfaces.IsConsole(http.Request);
        headers.ContentSecurityPolicy = console ? ConsolePolicy : SitePolicy;
        headers["Referrer-Policy"] = SameOrigin;
        headers.XContentTypeOptions = NoSniff;
        headers["Cross-Origin-Opener-Policy"] = SameOrigin;
        headers["Cross-Origin-Resource-Policy"] = IsForOthers(http.Request) ? CrossOrigin : SameOrigin;
        headers["Permissions-Policy"] = console ? PasskeysOnly : NoFeatures;
        if (console)
            headers.CacheControl = "no-store";
        if (http.Request.IsHttps)
            headers.StrictTransportSecurity = Transport;
    }

    private static bool IsForOthers(HttpRequest request) => IsForPrograms(request) || request.Path.Equals(Assets.ElementPath, StringComparison.Ordinal);
}
