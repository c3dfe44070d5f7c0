using System.Net.Sockets;

namespace Cairn.Bench.Helpline;

/// <summary>Sockets that never finish what they say: half of them a head, half a body, one byte every few seconds. Whoever is closed comes back.</summary>
internal sealed class SlowSockets(int port, int count)
{
    private const double SecondsBetweenBytes = 3;
    private const int Turns = 30;

    private readonly Socket?[] sockets = new Socket?[count];
    private readonly Wire wire = new(port);

    public ManualResetEventSlim AllOpen { get; } = new();

    public int LeastOpen { get; private set; } = int.MaxValue;

    public int ClosedByServer { get; private set; }

    /// <summary>A connection that was not taken.</summary>
    public int Refused { get; private set; }

    public void Hold(CancellationToken over)
    {
        for (var turn = 0; !over.IsCancellationRequested; turn = (turn + 1) % Turns)
        {
            var begun = DateTime.UtcNow;
            for (var i = turn; i < count; i += Turns)
                sockets[i] = Tend(sockets[i], i % 2 == 0);
            if (turn == Turns - 1)
                AllOpen.Set();
            if (AllOpen.IsSet)
                LeastOpen = Math.Min(LeastOpen, sockets.Count(s => s is not null));
            var rest = TimeSpan.FromSeconds(SecondsBetweenBytes / Turns) - (DateTime.UtcNow - begun);
            if (rest > TimeSpan.Zero)
                Thread.Sleep(rest);
        }

        foreach (var socket in sockets)
            socket?.Dispose();
    }

    private Socket? Tend(Socket? socket, bool head)
    {
        try
        {
            // Something to read is a refusal or the end: nothing that was asked for is whole.
            if (socket is not null && !socket.Poll(0, SelectMode.SelectRead))
            {
                socket.Send("a"u8);
                return socket;
            }
        }
        catch (SocketException)
        {
            // Closed meanwhile.
        }

        if (socket is not null)
        {
            ClosedByServer++;
            socket.LingerState = new LingerOption(true, 0);
            socket.Dispose();
        }

        try
        {
            var fresh = wire.Open();
            fresh.Send(head
                ? "POST /en/talk HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Blorptang: "u8
                : "POST /en/talk HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 2000\r\n\r\nstep=send&text="u8);
            return fresh;
        }
        catch (SocketException)
        {
            Refused++;
            return null;
        }
    }
}
