using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Cairn.Sidecar.Serving;

/// <summary>Kestrel's sockets on <see cref="PinnedMemory"/>, without a container of services: to build one takes a fifth of the start.</summary>
/// <remarks>The pool is handed over where <c>UseSockets</c> asks its services for one; there is no other door for it.</remarks>
internal sealed class Transport : IWebHostBuilder, IServiceProvider
{
    private readonly ServiceCollection services = [];

    private Transport()
    {
    }

    public static IConnectionListenerFactory Make()
    {
        var transport = new Transport();
        transport.UseSockets();
        var options = new SocketTransportOptions();
        foreach (var service in transport.services)
        {
            if (service.ServiceType == typeof(IConfigureOptions<SocketTransportOptions>))
                ((IConfigureOptions<SocketTransportOptions>)service.ImplementationFactory!(transport)).Configure(options);
        }

        return new SocketTransportFactory(Options.Create(options), NullLoggerFactory.Instance);
    }

    public object? GetService(Type serviceType) => serviceType == typeof(IMemoryPoolFactory<byte>) ? new PinnedMemory.Factory() : null;

    public IWebHostBuilder ConfigureServices(Action<IServiceCollection> configureServices)
    {
        configureServices(services);
        return this;
    }

    public IWebHostBuilder ConfigureServices(Action<WebHostBuilderContext, IServiceCollection> configureServices) => throw new NotSupportedException();

    public IWebHostBuilder ConfigureAppConfiguration(Action<WebHostBuilderContext, IConfigurationBuilder> configureDelegate) => throw new NotSupportedException();

    public string? GetSetting(string key) => null;

    public IWebHostBuilder UseSetting(string key, string? value) => this;

#pragma warning disable ASPDEPR008 // The interface asks for it.
    public IWebHost Build() => throw new NotSupportedException();
#pragma warning restore ASPDEPR008
}
