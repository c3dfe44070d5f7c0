using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Abstractions;
using Microsoft.AspNetCore.Http.Features;

namespace Cairn.Sidecar.Serving;

/// <summary>Gives each request to <paramref name="answer"/>. A connection has one object for all its requests.</summary>
internal sealed class Requests(RequestDelegate answer) : IHttpApplication<DefaultHttpContext>
{
    public DefaultHttpContext CreateContext(IFeatureCollection contextFeatures)
    {
        if (contextFeatures is not IHostContextContainer<DefaultHttpContext> connection)
            return new(contextFeatures);
        if (connection.HostContext is not { } http)
            return connection.HostContext = new(contextFeatures);
        http.Initialize(contextFeatures);
        return http;
    }

    public Task ProcessRequestAsync(DefaultHttpContext context) => answer(context);

    public void DisposeContext(DefaultHttpContext context, Exception? exception) => context.Uninitialize();
}
