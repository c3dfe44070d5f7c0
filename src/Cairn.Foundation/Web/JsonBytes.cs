using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cairn.Foundation.Web;

/// <summary>JSON built by hand, for formats whose member names are not ours; needs no reflection.</summary>
public static class JsonBytes
{
    // Safe because the answer is never put into a page: letters stay letters.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>UTF-8 and indented. Members that are null are left out, except those named in <paramref name="keep"/>.</summary>
    public static byte[] Of(JsonObject root, params string[] keep)
    {
        LeaveOutNulls(root, keep);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Readable))
            root.WriteTo(writer);
        return stream.ToArray();
    }

    private static void LeaveOutNulls(JsonNode? node, string[] keep)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
                LeaveOutNulls(item, keep);
        }

        if (node is not JsonObject members)
            return;
        foreach (var empty in members.Where(m => m.Value is null && !keep.Contains(m.Key)).Select(m => m.Key).ToList())
            members.Remove(empty);
        foreach (var member in members)
            LeaveOutNulls(member.Value, keep);
    }
}
