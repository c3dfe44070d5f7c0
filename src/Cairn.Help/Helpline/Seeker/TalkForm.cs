using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace Cairn.Help.Helpline.Seeker;

/// <summary>
/// A form as it was posted, read into rented memory that is wiped, and never bound to a string. What is too long, no form, or no UTF-8 is refused before anything is done with it.
/// </summary>
internal sealed class TalkForm : IDisposable
{
    /// <summary>Largest body in bytes, form-encoded: 16,000 letters of four bytes take 192,000.</summary>
    public const int LargestBody = 256 * 1024;

    private const int MostFields = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly List<(Range Name, Range Value)> fields = [];
    private byte[] rented = [];
    private int length;

    private TalkForm()
    {
    }

    /// <returns>The form, or the status it is refused with.</returns>
    /// <exception cref="BadHttpRequestException">It did not come in time, or broke off.</exception>
    public static async ValueTask<(TalkForm? Form, int Refused)> Read(HttpContext http)
    {
        if (http.Request.ContentType is not { } type || !type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return (null, StatusCodes.Status415UnsupportedMediaType);
        if (http.Request.ContentLength > LargestBody)
            return (null, StatusCodes.Status413PayloadTooLarge);
        var form = new TalkForm();
        var refused = StatusCodes.Status400BadRequest;
        try
        {
            if (!await form.Take(http))
                refused = StatusCodes.Status413PayloadTooLarge;
            else if (form.Parse())
                return (form, 0);
        }
        catch
        {
            form.Dispose();
            throw;
        }

        form.Dispose();
        return (null, refused);
    }

    /// <summary>The value of a field, empty when there is none.</summary>
    public ReadOnlyMemory<byte> this[ReadOnlySpan<byte> name]
    {
        get
        {
            foreach (var (field, value) in fields)
            {
                if (rented.AsSpan(field).SequenceEqual(name))
                    return rented.AsMemory(value);
            }

            return default;
        }
    }

    /// <summary>A word from a list of ours.</summary>
    public bool Says(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => this[name].Span.SequenceEqual(value);

    public void Dispose()
    {
        if (rented.Length > 0)
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        (rented, length) = ([], 0);
        fields.Clear();
    }

    private async ValueTask<bool> Take(HttpContext http)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(Patience);
        var body = http.Request.BodyReader;
        rented = ArrayPool<byte>.Shared.Rent((int)Math.Min(http.Request.ContentLength ?? 16 * 1024, LargestBody));
        try
        {
            while (true)
            {
                var read = await body.ReadAsync(patience.Token);
                if (length + read.Buffer.Length > LargestBody)
                    return false;
                Keep(read.Buffer);
                body.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                    return true;
            }
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            throw new BadHttpRequestException("The body did not come.", StatusCodes.Status408RequestTimeout);
        }
    }

    private void Keep(in ReadOnlySequence<byte> more)
    {
        var needed = length + (int)more.Length;
        if (needed > rented.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, 2 * rented.Length));
            rented.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
            rented = larger;
        }

        more.CopyTo(rented.AsSpan(length));
        length = needed;
    }

    // Decoded where it stands: it only gets shorter.
    private bool Parse()
    {
        var (from, to) = (0, 0);
        while (from < length)
        {
            if (fields.Count == MostFields)
                return false;
            var and = rented.AsSpan(from, length - from).IndexOf((byte)'&');
            var end = and < 0 ? length : from + and;
            var equals = rented.AsSpan(from, end - from).IndexOf((byte)'=');
            var split = equals < 0 ? end : from + equals;
            var name = to;
            if (!Decode(from, split, ref to))
                return false;
            var value = to;
            if (split < end && !Decode(split + 1, end, ref to))
                return false;
            fields.Add((name..value, value..to));
            from = end + 1;
        }

        rented.AsSpan(to, length - to).Clear();
        length = to;
        return Utf8.IsValid(rented.AsSpan(0, length));
    }

    private bool Decode(int from, int end, ref int to)
    {
        while (from < end)
        {
            var b = rented[from++];
            if (b == '+')
                b = (byte)' ';
            else if (b == '%')
            {
                if (from + 2 > end || !Utf8Parser.TryParse(rented.AsSpan(from, 2), out byte hex, out var used, 'x') || used != 2)
                    return false;
                (b, from) = (hex, from + 2);
                // Lines end as everywhere else; browsers send two letters.
                if (b == '\r')
                    continue;
                if (b == 0)
                    return false;
            }

            rented[to++] = b;
        }

        return true;
    }
}
