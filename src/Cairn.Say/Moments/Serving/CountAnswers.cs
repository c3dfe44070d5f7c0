using System.Text.Json;
using Cairn.Foundation.Web;
using Cairn.Know.Moments;
using Cairn.Moment.Counting;
using Cairn.Say.Moments.Platforms;
using Microsoft.AspNetCore.Http;

namespace Cairn.Say.Moments.Serving;

/// <summary><c>POST /api/v1/counts</c>: what a sidecar counted. The same node and sequence of a platform count once, however often and to whichever node they are sent.</summary>
internal sealed class CountAnswers(PlatformGate gate, MomentsOnAir moments, MomentLedger ledger, TimeProvider time)
{
    public async Task Answer(HttpContext http) => await (await Take(http)).ExecuteAsync(http);

    private async Task<IResult> Take(HttpContext http)
    {
        if (!gate.Admits(http, PlatformScope.Counts, out var platform, out var refusal))
            return refusal;
        if (JsonBody.RefuseType(http.Request) is { } type)
            return type;
        using var body = new PooledBody();
        if (!await body.Read(http, CountReport.LargestBody))
            return TypedResults.Problem($"A report is at most {CountReport.LargestBody} bytes long.", statusCode: StatusCodes.Status413PayloadTooLarge);
        if (Parse(body.Bytes) is not { } report)
            return TypedResults.Problem("The body is not a report as this address takes it.", statusCode: StatusCodes.Status400BadRequest);

        var hour = (int)(time.GetUtcNow().ToUnixTimeSeconds() / 3600);
        if (CountRules.Check(report, report.Revision is { } revision ? moments.Known(revision) : null, hour, out var keys) is var (status, sentence))
            return TypedResults.Problem(sentence, statusCode: status);
        try
        {
            return await ledger.Take(new(platform.Name, report.Node, report.Sequence, keys)).WaitAsync(http.RequestAborted) == Taken.TooFarBack
                ? TypedResults.Problem("The sequence lies more than 64 behind this node's newest, so that nobody knows any more whether it counted. It was not counted now.", statusCode: StatusCodes.Status409Conflict)
                : TypedResults.StatusCode(StatusCodes.Status202Accepted);
        }
        catch (LedgerAwayException)
        {
            return OutcomeAnswers.ComeAgain(http);
        }
    }

    private static CountReport? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, CountJson.Default.CountReport);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not JSON, not as promised, or a text that is not UTF-8.
            return null;
        }
    }
}
