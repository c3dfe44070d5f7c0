using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Cairn.Moment.Decisions;
using Cairn.Sidecar.Starting;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Cairn.Sidecar.Serving;

/// <summary>Kestrel and nothing around it: no host, no configuration, no log.</summary>
internal sealed class SidecarServer : IAsyncDisposable
{
    private const UnixFileMode SocketMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;
    private static readonly TimeSpan LastAnswers = TimeSpan.FromSeconds(5);

    private readonly ListenAddress listen;
    private readonly Front front;
    private readonly KestrelServer kestrel;
    private readonly TaskCompletionSource told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<PosixSignalRegistration> signals = [];

    public SidecarServer(ListenAddress listen, Answering answering)
    {
        this.listen = listen;
        front = new(answering);
        var options = new KestrelServerOptions();
        Limit(options);
        kestrel = new(Options.Create(options), Transport.Make(), NullLoggerFactory.Instance);
    }

    public string Address => listen is ListenAddress.Tcp
        ? kestrel.Features.Get<IServerAddressesFeature>()!.Addresses.First()
        : listen.ToString();

    /// <exception cref="SidecarException">Nobody can listen there.</exception>
    public async Task Start(CancellationToken cancel)
    {
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGQUIT, PosixSignal.SIGTERM])
            signals.Add(PosixSignalRegistration.Create(signal, Told));
        if (listen is ListenAddress.UnixSocket socket)
            await MakeWay(socket.Path);
        try
        {
            await kestrel.StartAsync(new Requests(front.Answer), cancel);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new SidecarException($"Another program listens on {listen} already. Choose another with --listen.", e);
        }
        catch (Exception e) when (e is SocketException or IOException or AddressInUseException)
        {
            throw new SidecarException($"This account cannot listen on {listen}{Why(e)}. Choose another with --listen.", e);
        }

        if (listen is ListenAddress.UnixSocket { Path: var path } && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, SocketMode);
    }

    /// <summary>Until this process is told to end.</summary>
    public async Task Ended(CancellationToken cancel) => await told.Task.WaitAsync(cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    public async ValueTask DisposeAsync()
    {
        using (var patience = new CancellationTokenSource(LastAnswers))
            await kestrel.StopAsync(patience.Token);
        kestrel.Dispose();
        foreach (var signal in signals)
            signal.Dispose();
    }

    private void Told(PosixSignalContext signal)
    {
        signal.Cancel = true;
        told.TrySetResult();
    }

    private void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MomentWire.LargestBatch;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.MaxRequestLineSize = 2 * 1024;
        kestrel.Limits.MaxConcurrentConnections = 4096;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(10);
        if (listen is ListenAddress.Tcp { Point: var point })
            kestrel.Listen(point, l => l.Protocols = HttpProtocols.Http1);
        else if (listen is ListenAddress.UnixSocket { Path: var path })
            kestrel.ListenUnixSocket(path, l => l.Protocols = HttpProtocols.Http1);
    }

    /// <summary>A socket that a killed sidecar left behind is removed; one that somebody answers on, or a file that is no socket, is not.</summary>
    private static async Task MakeWay(string path)
    {
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            throw new SidecarException($"The directory of {path} is not there. Make it, or choose another path for --listen.");
        if (!File.Exists(path))
            return;
        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await probe.ConnectAsync(new UnixDomainSocketEndPoint(path));
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused && !IsOrdinaryFile(path))
        {
            File.Delete(path);
            return;
        }
        catch (SocketException)
        {
            throw new SidecarException($"{path} is there and is no socket of a sidecar. Choose another path for --listen.");
        }

        throw new SidecarException($"Another program listens on unix:{path} already. Choose another with --listen.");
    }

    // A file can be opened, a socket cannot.
    private static bool IsOrdinaryFile(string path)
    {
        try
        {
            using var file = File.OpenHandle(path);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static string Why(Exception e) => (e as SocketException ?? e.InnerException as SocketException)?.SocketErrorCode switch
    {
        SocketError.AccessDenied => ": it may not",
        SocketError.AddressNotAvailable => ": this machine has no such address",
        _ => "",
    };
}
