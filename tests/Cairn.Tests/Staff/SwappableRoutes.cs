using Cairn.Staff.Roles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Cairn.Tests.Staff;

/// <summary>The program's routes, of which one at a time can be given another check: what would happen if somebody got it wrong.</summary>
internal sealed class SwappableRoutes : EndpointDataSource
{
    private readonly List<Endpoint> written;
    private List<Endpoint> now;
    private CancellationTokenSource changed = new();

    private SwappableRoutes(List<Endpoint> written) => now = this.written = written;

    public override IReadOnlyList<Endpoint> Endpoints => now;

    /// <summary>The console's routes as they were written.</summary>
    public IEnumerable<RouteEndpoint> Console => written.OfType<RouteEndpoint>().Where(r => r.RoutePattern.RawText!.StartsWith("/console", StringComparison.Ordinal));

    public static SwappableRoutes In(WebApplication app)
    {
        var sources = ((IEndpointRouteBuilder)app).DataSources;
        var routes = new SwappableRoutes([.. sources.SelectMany(s => s.Endpoints)]);
        sources.Clear();
        sources.Add(routes);
        return routes;
    }

    /// <param name="route">Null puts everything back as it was written.</param>
    public void Loosen(RouteEndpoint? route, Permission? check = null)
    {
        now = route is null ? written : [.. written.Select(e => e == route ? With(route, check!) : e)];
        var before = changed;
        changed = new();
        before.Cancel();
    }

    public override IChangeToken GetChangeToken() => new CancellationChangeToken(changed.Token);

    private static Endpoint With(RouteEndpoint route, Permission check)
    {
        var loosened = new RouteEndpointBuilder(route.RequestDelegate, route.RoutePattern, route.Order) { DisplayName = route.DisplayName };
        foreach (var metadata in route.Metadata.Where(m => m is not Needs))
            loosened.Metadata.Add(metadata);
        loosened.Metadata.Add(new Needs(check));
        return loosened.Build();
    }
}
