using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Cairn.Bench.Helpline;

/// <summary>One connection that is kept alive, and little else: the client shares the cores with the server it measures.</summary>
internal sealed class Wire(int port) : IDisposable
{
    private byte[] room = new byte[64 * 1024];
    private Socket? socket;
    private int head;

    public int Status { get; private set; }

    /// <summary>Bytes of the last answer, its head included.</summary>
    public int Length { get; private set; }

    public ReadOnlySpan<byte> Body => room.AsSpan(head, Length - head);

    /// <summary>Sends one request and reads the whole answer; on a fault the next request opens a new connection.</summary>
    public void Ask(ReadOnlySpan<byte> request)
    {
        try
        {
            socket ??= Open();
            while (request.Length > 0)
                request = request[socket.Send(request)..];
            Read();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Ends the connection without its usual farewell: that would keep the port busy for a minute, and a flood has more connections than there are ports.</summary>
    public void Dispose()
    {
        if (socket is not null)
            socket.LingerState = new LingerOption(true, 0);
        socket?.Dispose();
        socket = null;
    }

    public Socket Open()
    {
        var made = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 30_000, SendTimeout = 30_000 };
        made.Connect(IPAddress.Loopback, port);
        return made;
    }

    private void Read()
    {
        (head, Length) = (0, 0);
        var whole = -1;
        while (whole < 0 || Length < whole)
        {
            if (Length == room.Length)
                Array.Resize(ref room, 2 * room.Length);
            var got = socket!.Receive(room.AsSpan(Length));
            if (got == 0)
                throw new IOException("The server closed the connection.");
            Length += got;
            if (whole >= 0 || room.AsSpan(0, Length).IndexOf("\r\n\r\n"u8) is not (>= 0 and var end))
                continue;
            head = end + 4;
            var said = Encoding.ASCII.GetString(room, 0, end);
            var at = said.IndexOf("\r\nContent-Length: ", StringComparison.OrdinalIgnoreCase);
            whole = head + (at < 0 ? 0 : int.Parse(said[(at + 18)..].Split('\r')[0]));
            Status = int.Parse(said.AsSpan(9, 3));
        }
    }
}
