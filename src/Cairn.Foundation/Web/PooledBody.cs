using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace Cairn.Foundation.Web;

/// <summary>Reads a body into one pooled piece of memory, which is wiped afterwards. What is too long is refused before more of it is read.</summary>
public sealed class PooledBody : IDisposable
{
    // These routes have no other limit of time: all else they do takes none.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private byte[] rented = [];
    private int length;

    public ReadOnlySpan<byte> Bytes => rented.AsSpan(0, length);

    /// <summary>The same, to be changed where it stands.</summary>
    public Memory<byte> Memory => rented.AsMemory(0, length);

    /// <param name="largest">In bytes.</param>
    /// <param name="largestFor">How long a body may be that begins so; null when that does not matter.</param>
    /// <returns>False when it is longer; nothing more is read then, and the answer says that the connection ends with it.</returns>
    /// <exception cref="BadHttpRequestException">It did not come in time, or broke off.</exception>
    public async ValueTask<bool> Read(HttpContext http, int largest, BodyLimit? largestFor = null)
    {
        if (await TryRead(http, largest, largestFor))
            return true;
        // Or the next request would be sent behind the rest of this one, into a connection that is being closed.
        http.Response.Headers.Connection = "close";
        return false;
    }

    private async ValueTask<bool> TryRead(HttpContext http, int largest, BodyLimit? largestFor)
    {
        var said = http.Request.ContentLength ?? 0;
        if (said > largest)
            return false;
        var body = http.Request.BodyReader;
        if (!body.TryRead(out var read))
            read = await Wait(http, body);
        while (true)
        {
            if (length + read.Buffer.Length > largest)
                return false;
            Keep(read.Buffer);
            body.AdvanceTo(read.Buffer.End);
            if (largestFor is not null && Math.Max(length, said) > largestFor(Bytes))
                return false;
            if (read.IsCompleted)
                return true;
            if (!body.TryRead(out read))
                read = await Wait(http, body);
        }
    }

    public void Dispose()
    {
        if (rented.Length > 0)
            WipedMemory.Return(rented, length);
        (rented, length) = ([], 0);
    }

    private static async ValueTask<ReadResult> Wait(HttpContext http, PipeReader body)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            return await body.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            throw new BadHttpRequestException("The body did not come.", StatusCodes.Status408RequestTimeout);
        }
    }

    private void Keep(in ReadOnlySequence<byte> more)
    {
        var needed = length + (int)more.Length;
        if (rented.Length < needed)
        {
            var larger = WipedMemory.Rent(Math.Max(needed, 2 * length));
            Bytes.CopyTo(larger);
            if (rented.Length > 0)
                WipedMemory.Return(rented, length);
            rented = larger;
        }

        more.CopyTo(rented.AsSpan(length));
        length = needed;
    }
}

/// <summary>How many bytes a body may have that begins so.</summary>
public delegate int BodyLimit(ReadOnlySpan<byte> begins);
