using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cairn.Foundation.Web;

/// <summary>The places a route can hang on; each keeps promises that are set here and nowhere else.</summary>
/// <param name="Site">Public pages: no cookie, no script, no account, nothing from elsewhere. Hang pages with <see cref="SurfaceRoutes.MapPage"/>.</param>
/// <param name="Console">Pages of staff under <c>/console</c>: signed in, antiforgery on every form, every act recorded. Each route says what it needs.</param>
/// <param name="Api">JSON for machines under <c>/api/v1</c>: no cookie, problem+json errors, readable from any origin.</param>
public sealed record Surfaces(RouteGroupBuilder Site, RouteGroupBuilder Console, RouteGroupBuilder Api)
{
    public static Surfaces On(IEndpointRouteBuilder routes)
    {
        var site = routes.MapGroup("");
        site.WithMetadata(Surface.Site);
        var console = routes.MapGroup(ConsolePath);
        console.WithMetadata(Surface.Console);
        // The console's gate checks the token of every form before any route runs; the framework's own check would come after it.
        console.DisableAntiforgery();
        var api = routes.MapGroup("/api/v1");
        api.WithMetadata(Surface.Api);
        return new(site, console, api);
    }

    /// <summary>Where the console is. Its cookies are sent there and nowhere else.</summary>
    public const string ConsolePath = "/console";

    public static bool IsConsole(HttpRequest request) => request.Path.StartsWithSegments(ConsolePath);
}

/// <summary>Marks an endpoint with its surface; every endpoint has exactly one.</summary>
public sealed record Surface(string Name)
{
    public static Surface Site { get; } = new("site");
    public static Surface Console { get; } = new("console");
    public static Surface Api { get; } = new("api");
}

public static class SurfaceRoutes
{
    private static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps GET and HEAD.</summary>
    public static RouteHandlerBuilder MapPage(this RouteGroupBuilder surface, string pattern, Delegate handler) =>
        surface.MapMethods(pattern, GetAndHead, handler);
}
