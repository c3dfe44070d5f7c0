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

    /// <summary>From <c>"message":</c> up to the opening quote of the receipt.</summary>
    public static byte[] Middle(MomentMessage message, IReadOnlyList<MomentWay> ways, int look, string notice)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Letters))
        {
            json.WriteStartObject();
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
            json.WriteNumber("look", look);
            json.WriteString("notice", notice);
            json.WriteString("receipt", "");
            json.WriteEndObject();
        }

        // Without the brace it began with, and without the quote and the brace it ended with.
        return stream.ToArray()[1..^2];
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
