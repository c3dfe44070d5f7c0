using System.Buffers;
using System.Text.Json;
using Cairn.Moment.Decisions;

namespace Cairn.Sidecar.Counting;

/// <summary>The body of <c>POST /api/v1/counts</c>.</summary>
internal static class CountReportJson
{
    public static byte[] Write(string node, long sequence, string revision, int hour, IEnumerable<(CountKey Key, long Count)> counts)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("node", node);
            json.WriteNumber("sequence", sequence);
            json.WriteString("revision", revision);
            json.WriteNumber("hour", hour);
            json.WriteStartArray("counts");
            foreach (var (key, count) in counts)
                Write(json, key, count);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, CountKey key, long count)
    {
        json.WriteStartObject();
        json.WriteString("event", key.Event switch { MomentEvent.Exposure => "exposure", MomentEvent.Outcome => "outcome", _ => "follow-on" });
        json.WriteString("arm", key.Arm);
        json.WriteString("surface", Lower(key.Surface.ToString()));
        json.WriteNumber("look", key.Look);
        json.WriteString("language", key.Language);
        if (key.Outcome is { } outcome)
            json.WriteString("outcome", Lower(outcome.ToString()));
        json.WriteNumber("count", count);
        json.WriteEndObject();
    }

    private static string Lower(string name) => name.ToLowerInvariant();
}
