using Microsoft.AspNetCore.Http;

namespace Cairn.Foundation.Web;

/// <summary>Whether a post came from a page of this site: <c>docs/decisions/0004-posts-without-a-cookie.md</c>.</summary>
public static class SameOrigin
{
    public static bool Holds(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        if (site.Count > 0)
            return site is ["same-origin"] or ["none"];

        // Behind a proxy the scheme we see is not the browser's, so the host alone is compared.
        var origin = request.Headers.Origin;
        return origin.Count == 0 || (origin is [{ } said] && Uri.TryCreate(said, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
    }
}
