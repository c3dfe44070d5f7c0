using System.Globalization;
using System.Text;
using Cairn.Sidecar.Outcomes;

namespace Cairn.Sidecar.Serving;

/// <summary><c>GET /metrics</c> in the text form of Prometheus. Labels come from lists that are closed; none comes from a question or a person.</summary>
internal sealed class MetricsPage(Answering answering)
{
    private const string Type = "text/plain; version=0.0.4; charset=utf-8";
    private readonly long started = answering.Time.GetUtcNow().ToUnixTimeSeconds();

    public Task Answer(HttpContext http)
    {
        var text = new StringBuilder();
        var tallies = answering.Tallies;
        Family(text, "cairn_sidecar_questions_total", "counter", "Questions answered.", ("", tallies.Questions));
        Family(text, "cairn_sidecar_shown_total", "counter", "Messages shown, by what the list or the signal asked for.", ("action=\"warn\"", tallies.Warned), ("action=\"block\"", tallies.Blocked));
        Family(text, "cairn_sidecar_outcomes_total", "counter", "Outcomes told.", ("result=\"counted\"", tallies.Of(Telling.Counted)), ("result=\"told_before\"", tallies.Of(Telling.ToldBefore)), ("result=\"no_room\"", tallies.Of(Telling.NoRoom)));
        Family(text, "cairn_sidecar_refused_total", "counter", "Requests refused, by status.", [.. tallies.Refusals.Select(r => ($"status=\"{r.Status}\"", r.Count))]);
        if (answering.Bundles.InForce is { } now)
        {
            var age = answering.Time.GetUtcNow().ToUnixTimeSeconds() - now.Bundle.Issued.ToUnixTimeSeconds();
            Family(text, "cairn_sidecar_bundle_age_seconds", "gauge", "Since the bundle in force was made.", ("", age));
            Family(text, "cairn_sidecar_bundle_expires_timestamp_seconds", "gauge", "When the bundle in force runs out.", ("", now.Bundle.Expires.ToUnixTimeSeconds()));
            Family(text, "cairn_sidecar_terms", "gauge", "Entries of the list; 0 without one.", ("", now.Entries ?? 0));
        }

        if (answering.Keeper is { } keeper)
        {
            Family(text, "cairn_sidecar_batches_unsent", "gauge", "Finished batches of counts that wait for the server.", ("", keeper.Pile.Count));
            Family(text, "cairn_sidecar_batches_refused_total", "counter", "Batches the server will never take, set aside.", ("", answering.Reporter!.Refused));
            Family(text, "cairn_sidecar_counts_lost_total", "counter", "Counts that could not be kept, because the disk or the pile was full.", ("", keeper.Lost));
        }

        Family(text, "process_start_time_seconds", "gauge", "When this process started.", ("", started));
        return Replies.Text(http.Response, Encoding.UTF8.GetBytes(text.ToString()), Type);
    }

    private static void Family(StringBuilder text, string name, string type, string help, params IReadOnlyList<(string Labels, long Value)> rows)
    {
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");
        foreach (var (labels, value) in rows)
            text.Append(name).Append(labels.Length == 0 ? "" : "{" + labels + "}").Append(CultureInfo.InvariantCulture, $" {value}\n");
    }
}
