using System.Buffers.Text;
using System.Text.Unicode;
using Cairn.Foundation.Web;
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

    private readonly List<(Range Name, Range Value)> fields = [];
    private readonly PooledBody body = new();

    private TalkForm()
    {
    }

    /// <returns>The form, or the status it is refused with.</returns>
    /// <exception cref="BadHttpRequestException">It did not come in time, or broke off.</exception>
    public static async ValueTask<(TalkForm? Form, int Refused)> Read(HttpContext http)
    {
        if (http.Request.ContentType is not { } type || !type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return (null, StatusCodes.Status415UnsupportedMediaType);
        var form = new TalkForm();
        var refused = StatusCodes.Status400BadRequest;
        try
        {
            if (!await form.body.Read(http, LargestBody))
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
                if (body.Bytes[field].SequenceEqual(name))
                    return body.Memory[value];
            }

            return default;
        }
    }

    /// <summary>A word from a list of ours.</summary>
    public bool Says(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => this[name].Span.SequenceEqual(value);

    public void Dispose()
    {
        body.Dispose();
        fields.Clear();
    }

    // Decoded where it stands: it only gets shorter.
    private bool Parse()
    {
        var bytes = body.Memory.Span;
        var (from, to) = (0, 0);
        while (from < bytes.Length)
        {
            if (fields.Count == MostFields)
                return false;
            var and = bytes[from..].IndexOf((byte)'&');
            var end = and < 0 ? bytes.Length : from + and;
            var equals = bytes[from..end].IndexOf((byte)'=');
            var split = equals < 0 ? end : from + equals;
            var name = to;
            if (!Decode(bytes, from, split, ref to))
                return false;
            var value = to;
            if (split < end && !Decode(bytes, split + 1, end, ref to))
                return false;
            if (!Utf8.IsValid(bytes[name..value]) || !Utf8.IsValid(bytes[value..to]))
                return false;
            fields.Add((name..value, value..to));
            from = end + 1;
        }

        bytes[to..].Clear();
        return true;
    }

    private static bool Decode(Span<byte> bytes, int from, int end, ref int to)
    {
        while (from < end)
        {
            var b = bytes[from++];
            if (b == '+')
                b = (byte)' ';
            else if (b == '%')
            {
                if (from + 2 > end || !Utf8Parser.TryParse(bytes.Slice(from, 2), out byte hex, out var used, 'x') || used != 2)
                    return false;
                (b, from) = (hex, from + 2);
                // Lines end as everywhere else; browsers send two letters.
                if (b == '\r')
                    continue;
            }

            if (b == 0)
                return false;
            bytes[to++] = b;
        }

        return true;
    }
}
