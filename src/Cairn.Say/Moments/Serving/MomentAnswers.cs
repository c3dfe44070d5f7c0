using Cairn.Foundation.Web;
using Cairn.Moment.Decisions;
using Cairn.Say.Moments.Platforms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Cairn.Say.Moments.Serving;

/// <summary><c>POST /api/v1/moments</c>: does this moment need a warning? What was asked is in pooled memory until it is answered, and nowhere afterwards.</summary>
internal sealed class MomentAnswers(PlatformGate gate, MomentsOnAir moments)
{
    private static readonly StringValues Json = "application/json";
    private static readonly StringValues NotKept = "no-store";
    private static readonly BodyLimit Limit = LargestFor;

    public Task Answer(HttpContext http)
    {
        if (!gate.Admits(http, PlatformScope.Moments, out _, out var refusal))
            return refusal.ExecuteAsync(http);
        return JsonBody.RefuseType(http.Request) is { } type ? type.ExecuteAsync(http) : ReadAndAnswer(http);
    }

    private async Task ReadAndAnswer(HttpContext http)
    {
        using var body = new PooledBody();
        if (!await body.Read(http, MomentWire.LargestBatch, Limit))
        {
            await TooLong.ExecuteAsync(http);
            return;
        }

        if (moments.Current is not { } served)
        {
            await Unpublished.ExecuteAsync(http);
            return;
        }

        using var answer = new AnswerBuffer();
        var result = MomentWire.Answer(body.Bytes, served.Decider, answer);
        if (result.Status != StatusCodes.Status200OK)
        {
            await TypedResults.Problem(result.Problem, statusCode: result.Status).ExecuteAsync(http);
            return;
        }

        var response = http.Response;
        response.Headers.ContentType = Json;
        response.Headers.CacheControl = NotKept;
        response.ContentLength = answer.Written.Length;
        // Headers and body go out in one piece.
        await response.Body.WriteAsync(answer.Written);
    }

    /// <summary>Nothing has been published, or no bundle could be made of it yet.</summary>
    public static IResult Unpublished => TypedResults.Problem("No campaign is published here yet, so there is no message to show. Ask again later.", statusCode: StatusCodes.Status503ServiceUnavailable);

    private static IResult TooLong => TypedResults.Problem(
        $"A question is at most {MomentWire.LargestQuestion} bytes long, an array of questions {MomentWire.LargestBatch}.", statusCode: StatusCodes.Status413PayloadTooLarge);

    private static int LargestFor(ReadOnlySpan<byte> begins)
    {
        var at = begins.IndexOfAnyExcept(" \t\r\n"u8);
        if (at < 0)
            return begins.Length > MomentWire.LargestQuestion ? MomentWire.LargestQuestion : MomentWire.LargestBatch;
        return begins[at] == (byte)'[' ? MomentWire.LargestBatch : MomentWire.LargestQuestion;
    }
}
