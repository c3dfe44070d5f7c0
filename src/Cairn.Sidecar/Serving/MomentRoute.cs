using System.Buffers;
using Cairn.Moment.Decisions;
using Cairn.Sidecar.Bundles;

namespace Cairn.Sidecar.Serving;

/// <summary><c>POST /api/v1/moments</c>: the one road that has to be quick. Nothing of a question is kept or said anywhere.</summary>
internal sealed class MomentRoute(CurrentBundle bundles, Tallies tallies)
{
    // An answer is a kilobyte, that of a whole array a hundred.
    private const int Usual = 4 * 1024;
    private const int LargestKept = 256 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? room;

    public Task Answer(HttpContext http)
    {
        if (!Body.IsJson(http.Request))
            return Refuse(http.Response, 415, "Send JSON in UTF-8, as application/json.");
        if (http.Request.ContentLength > MomentWire.LargestBatch)
            return Refuse(http.Response, 413, $"An array of questions is at most {MomentWire.LargestBatch} bytes long.");
        var reading = Body.Read(http.Request.BodyReader, MomentWire.LargestBatch);
        return reading.IsCompletedSuccessfully ? Answer(http, reading.Result.Buffer) : Late(http, reading);
    }

    private async Task Late(HttpContext http, ValueTask<System.IO.Pipelines.ReadResult> reading) => await Answer(http, (await reading).Buffer);

    private Task Answer(HttpContext http, in ReadOnlySequence<byte> body)
    {
        if (bundles.InForce is not { } now)
        {
            http.Request.BodyReader.AdvanceTo(body.End);
            return Refuse(http.Response, 503, "No bundle is in force yet. Ask again soon.");
        }

        var answer = room ??= new(Usual);
        answer.ResetWrittenCount();
        var whole = Body.Whole(body, out var rented);
        var result = MomentWire.Answer(whole, now.Decider, answer);
        Body.Return(rented);
        http.Request.BodyReader.AdvanceTo(body.End);
        if (result.Problem is { } problem)
            return Refuse(http.Response, result.Status, problem);
        Count(answer.WrittenSpan);
        var sent = Replies.Json(http.Response, answer.WrittenSpan);
        if (answer.Capacity > LargestKept)
            room = null;
        return sent;
    }

    private Task Refuse(HttpResponse response, int status, string sentence)
    {
        tallies.Refused(status);
        return Replies.Problem(response, status, sentence);
    }

    // No text of a message can hold these: there a quote is written with a stroke before it.
    private void Count(ReadOnlySpan<byte> answer)
    {
        int asked = 0, warnings = 0, blocks = 0;
        for (var rest = answer[0] == (byte)'[' ? answer[1..] : answer; rest.StartsWith("{\"show\":"u8); asked++)
        {
            if (rest.StartsWith("{\"show\":true,\"action\":\"warn\""u8))
                warnings++;
            else if (rest.StartsWith("{\"show\":true,\"action\":\"block\""u8))
                blocks++;
            var next = rest.IndexOf(",{\"show\":"u8);
            rest = next < 0 ? default : rest[(next + 1)..];
        }

        tallies.Answered(asked, warnings, blocks);
    }
}
