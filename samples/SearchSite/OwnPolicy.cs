namespace SearchSite;

/// <summary>A policy as strict as a site can have: its own files and nothing else, no script in a page, no markup made by script.</summary>
internal static class OwnPolicy
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'";

    public static Task Set(HttpContext http, RequestDelegate next)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        // The page holds what somebody searched for.
        http.Response.Headers.CacheControl = "no-store";
        return next(http);
    }
}
