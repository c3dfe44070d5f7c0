using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cairn.Moment.Decisions;

/// <summary>The JSON of an answer, in the order that <c>POST /api/v1/moments</c> promises.</summary>
internal static class AnswerJson
{
    // Machines read it; letters stay letters. Whoever puts it into a page encodes it there.
    private static readonly JsonWriterOptions Letters = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlySpan<byte> Nothing => "{\"show\":false}"u8;

    public static ReadOnlySpan<byte> Warn => "{\"show\":true,\"action\":\"warn\","u8;

    public static ReadOnlySpan<byte> Block => "{\"show\":true,\"action\":\"block\","u8;

    public static ReadOnlySpan<byte> End => "\"}"u8;

    /// <summary>From <c>"message":</c> up to where the look follows.</summary>
    public static byte[] Head(MomentMessage message, IReadOnlyList<MomentWay> ways) => Members(json =>
    {
        json.WriteStartObject("message");
        json.WriteString("id", message.Id);
        json.WriteString("arm", message.Arm);
        json.WriteString("language", message.Language);
        json.WriteString("heading", message.Heading);
        json.WriteStartArray("body");
        foreach (var paragraph in message.Body)
            json.WriteStringValue(paragraph);
        json.WriteEndArray();
        if (message.Demonstration is not null)
            json.WriteString("demonstration", message.Demonstration);
        json.WriteEndObject();
        json.WriteStartArray("ways");
        foreach (var way in ways)
            Write(json, way);
        json.WriteEndArray();
    });

    /// <summary>From the look, with the comma before it, up to the opening quote of the receipt.</summary>
    public static byte[] Rest(int look, string notice)
    {
        var members = Members(json =>
        {
            json.WriteNumber("look", look);
            json.WriteString("notice", notice);
            json.WriteString("receipt", "");
        });
        return [(byte)',', .. members[..^1]];
    }

    // An object without its braces.
    private static byte[] Members(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Letters))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return stream.ToArray()[1..^1];
    }

    private static void Write(Utf8JsonWriter json, MomentWay way)
    {
        json.WriteStartObject();
        json.WriteString("kind", way.Kind);
        json.WriteString("label", way.Label);
        json.WriteString("href", way.Href);
        if (way.For is not null)
            json.WriteString("for", way.For);
        if (way.Open)
            json.WriteBoolean("open", true);
        if (way.Note is not null)
            json.WriteString("note", way.Note);
        json.WriteEndObject();
    }
}
