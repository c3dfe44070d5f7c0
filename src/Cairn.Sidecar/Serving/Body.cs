using System.Buffers;
using System.IO.Pipelines;

namespace Cairn.Sidecar.Serving;

/// <summary>Reads bodies whole and within their cap.</summary>
internal static class Body
{
    private const string Json = "application/json";

    /// <summary>JSON, in UTF-8 if it says so at all. A page in a browser cannot send it to another host without asking first, and that is refused.</summary>
    public static bool IsJson(HttpRequest request)
    {
        var type = request.ContentType.AsSpan();
        if (!type.StartsWith(Json, StringComparison.OrdinalIgnoreCase))
            return false;
        var rest = type[Json.Length..].Trim();
        return rest.IsEmpty || (rest[0] == ';' && rest[1..].Trim() is var parameter && (parameter.Equals("charset=utf-8", StringComparison.OrdinalIgnoreCase) || parameter.Equals("charset=\"utf-8\"", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Whole, or cut off one step after <paramref name="largest"/> bytes. The reader must be advanced by the caller.</summary>
    public static ValueTask<ReadResult> Read(PipeReader reader, int largest)
    {
        var reading = reader.ReadAsync();
        return reading.IsCompletedSuccessfully && reading.Result.IsCompleted ? reading : More(reader, reading, largest);
    }

    /// <summary>One piece of memory; <paramref name="rented"/> must be given back when it is not null.</summary>
    public static ReadOnlySpan<byte> Whole(in ReadOnlySequence<byte> body, out byte[]? rented)
    {
        rented = null;
        if (body.IsSingleSegment)
            return body.FirstSpan;
        rented = ArrayPool<byte>.Shared.Rent((int)body.Length);
        body.CopyTo(rented);
        return rented.AsSpan(0, (int)body.Length);
    }

    public static void Return(byte[]? rented)
    {
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
    }

    private static async ValueTask<ReadResult> More(PipeReader reader, ValueTask<ReadResult> reading, int largest)
    {
        while (true)
        {
            var read = await reading;
            if (read.IsCompleted || read.IsCanceled || read.Buffer.Length > largest)
                return read;
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            reading = reader.ReadAsync();
        }
    }
}
