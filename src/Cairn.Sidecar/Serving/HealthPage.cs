using System.Buffers;
using System.Text.Json;

namespace Cairn.Sidecar.Serving;

/// <summary><c>GET /healthz</c>: 503 only while nothing can be answered. A sidecar whose bundle ran out goes on answering, and taking it away would leave people without.</summary>
internal static class HealthPage
{
    public static Task Answer(HttpContext http, Answering answering)
    {
        var now = answering.Bundles.InForce;
        var state = now is null ? "no bundle"
            : now.Bundle.Expires <= answering.Time.GetUtcNow() ? "stale"
            : now.Entries is null ? "no list"
            : "ok";
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("state", state);
            if (now is not null)
            {
                json.WriteStartObject("bundle");
                json.WriteString("campaign", now.Bundle.Campaign);
                json.WriteString("tag", now.Bundle.Tag);
                json.WriteString("revision", now.Bundle.Revision);
                json.WriteString("issued", now.Bundle.Issued);
                json.WriteString("expires", now.Bundle.Expires);
                json.WriteEndObject();
            }

            if (now?.Entries is { } entries)
                json.WriteNumber("terms", entries);
            if (answering.Keeper is { } keeper)
            {
                json.WriteNumber("unsent", keeper.Pile.Count);
                json.WriteNumber("lost", keeper.Lost);
            }

            if (answering.Reporter is { Last: { } last })
                json.WriteString("lastReport", last);
            json.WriteStartArray("troubles");
            foreach (var trouble in answering.Notes.Troubles)
                json.WriteStringValue(trouble);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Replies.Json(http.Response, bytes.WrittenSpan, now is null ? 503 : 200);
    }
}
