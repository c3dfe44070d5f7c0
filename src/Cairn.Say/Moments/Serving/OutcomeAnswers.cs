using System.Security.Cryptography;
using System.Text;
using Cairn.Foundation.Web;
using Cairn.Know.Moments;
using Cairn.Moment.Decisions;
using Cairn.Say.Moments.Platforms;
using Microsoft.AspNetCore.Http;

namespace Cairn.Say.Moments.Serving;

/// <summary><c>POST /api/v1/outcomes</c>: what happened after a message.</summary>
/// <remarks>A receipt that is forged, too old or of another campaign gets one same refusal and takes one same way: its signature is compared in constant time over all of it,
/// then a stand-in goes through the very statements that a good receipt goes through, in the same transaction as its neighbours, where a condition keeps it from being
/// written. So neither the answer nor the clock says what was wrong with it.</remarks>
internal sealed class OutcomeAnswers(PlatformGate gate, MomentsOnAir moments, MomentLedger ledger, TimeProvider time)
{
    /// <summary>Bytes of an outcome.</summary>
    public const int LargestBody = 1024;

    private const int HashLength = 32;

    public async Task Answer(HttpContext http) => await (await Take(http)).ExecuteAsync(http);

    private async Task<IResult> Take(HttpContext http)
    {
        if (!gate.Admits(http, PlatformScope.Moments, out _, out var refusal))
            return refusal;
        if (JsonBody.RefuseType(http.Request) is { } type)
            return type;
        using var body = new PooledBody();
        if (!await body.Read(http, LargestBody))
            return TypedResults.Problem($"An outcome is at most {LargestBody} bytes long.", statusCode: StatusCodes.Status413PayloadTooLarge);
        if (OutcomeJson.Read(body.Bytes, out var text, out var outcome) is { } bad)
            return TypedResults.Problem(bad, statusCode: StatusCodes.Status400BadRequest);
        if (moments.Current is not { } served)
            return MomentAnswers.Unpublished;

        var hour = (int)(time.GetUtcNow().ToUnixTimeSeconds() / 3600);
        var good = served.Decider.TryReadReceipt(Encoding.UTF8.GetBytes(text), out var receipt);
        var told = good ? Good(receipt!, outcome, hour) : StandIn(served, outcome, hour);
        try
        {
            var counted = await ledger.Tell(told).WaitAsync(http.RequestAborted);
            return counted ? TypedResults.StatusCode(StatusCodes.Status202Accepted)
                : good ? TypedResults.Problem("The outcome of this message has been told already; it counts once.", statusCode: StatusCodes.Status409Conflict)
                : TypedResults.Problem("This is not a receipt that is good here now. A receipt is good for two hours after its message was shown.", statusCode: StatusCodes.Status422UnprocessableEntity);
        }
        catch (LedgerAwayException)
        {
            return ComeAgain(http);
        }
    }

    /// <summary>The database does not take counts: nothing was lost, and what is told again counts once.</summary>
    public static IResult ComeAgain(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "5";
        return TypedResults.Problem("This could not be written down now. Send it again; it will count once.", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static ToldOutcome Good(Receipt receipt, MomentOutcome outcome, int hour) => new(
        SHA256.HashData(Convert.FromHexString(receipt.Id)),
        receipt.Minute / 60,
        ServerCounter.KeyOf(new(MomentEvent.Outcome, hour, receipt.Revision, receipt.Arm, receipt.Surface, receipt.Look, receipt.Language, outcome)),
        Good: true);

    private static ToldOutcome StandIn(ServedMoments served, MomentOutcome outcome, int hour) => new(
        SHA256.HashData(RandomNumberGenerator.GetBytes(HashLength)),
        hour,
        ServerCounter.KeyOf(new(MomentEvent.Outcome, hour, served.Bundle.Revision, served.Bundle.Content.Arms[0].Id, MomentSurface.Search, 1, served.Bundle.Content.Languages[0], outcome)),
        Good: false);
}
