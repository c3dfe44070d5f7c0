using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace Cairn.Sidecar.Serving;

/// <summary>Writes answers: always whole, with their length.</summary>
internal static class Replies
{
    private static readonly StringValues JsonType = "application/json";
    private static readonly StringValues ProblemType = "application/problem+json";
    private static readonly StringValues NoStore = "no-store";

    public static Task Json(HttpResponse response, ReadOnlySpan<byte> body, int status = 200) => Send(response, status, JsonType, body);

    public static Task Text(HttpResponse response, ReadOnlySpan<byte> body, string type) => Send(response, 200, type, body);

    /// <summary>As RFC 9457 has it. The sentence repeats nothing of what was sent.</summary>
    public static Task Problem(HttpResponse response, int status, string sentence)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("title", Title(status));
            json.WriteNumber("status", status);
            json.WriteString("detail", sentence);
            json.WriteEndObject();
        }

        return Send(response, status, ProblemType, bytes.WrittenSpan);
    }

    private static Task Send(HttpResponse response, int status, StringValues type, ReadOnlySpan<byte> body)
    {
        response.StatusCode = status;
        response.Headers.ContentType = type;
        response.Headers.CacheControl = NoStore;
        response.ContentLength = body.Length;
        response.BodyWriter.Write(body);
        // Sent when the request is done with.
        return Task.CompletedTask;
    }

    private static string Title(int status) => status switch
    {
        400 => "Not understood",
        404 => "Nothing is here",
        405 => "Not this method",
        409 => "Told already",
        413 => "Too large",
        415 => "Not JSON",
        422 => "Cannot be answered here",
        503 => "Not now",
        _ => "Failed",
    };
}
