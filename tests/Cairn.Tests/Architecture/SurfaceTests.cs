using Cairn.Foundation.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Architecture;

public sealed class SurfaceTests
{
    [Fact]
    public async Task Every_route_hangs_on_exactly_one_surface()
    {
        await using var cairn = await RunningCairn.Start();

        var routes = cairn.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();

        Assert.True(routes.Count > 10);
        Assert.All(routes, r => Assert.Single(r.Metadata.GetOrderedMetadata<Surface>()));
        Assert.All(routes, r => Assert.Equal(
            r.RoutePattern.RawText!.TrimStart('/').Split('/')[0] switch { "api" => Surface.Api, "console" => Surface.Console, _ => Surface.Site },
            r.Metadata.GetMetadata<Surface>()));
    }

    [Fact]
    public async Task Every_route_of_the_console_says_what_it_needs()
    {
        await using var cairn = await RunningCairn.Start();

        var routes = cairn.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(r => r.Metadata.GetMetadata<Surface>() == Surface.Console).ToList();

        Assert.NotEmpty(routes);
        Assert.All(routes, r => Assert.Single(r.Metadata.GetOrderedMetadata<Cairn.Staff.Roles.Needs>()));
    }
}
