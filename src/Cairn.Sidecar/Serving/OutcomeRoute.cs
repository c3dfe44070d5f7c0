using Cairn.Moment.Decisions;
using Cairn.Sidecar.Outcomes;

namespace Cairn.Sidecar.Serving;

/// <summary><c>POST /api/v1/outcomes</c>: what happened after a message, once for each receipt.</summary>
internal sealed class OutcomeRoute(Answering answering)
{
    public async Task Answer(HttpContext http)
    {
        if (!Body.IsJson(http.Request))
        {
            await Refuse(http.Response, 415, "Send JSON in UTF-8, as application/json.");
            return;
        }

        var read = await Body.Read(http.Request.BodyReader, OutcomeJson.Largest);
        string? problem = null;
        byte[] receipt = [];
        MomentOutcome outcome = default;
        var tooLarge = read.Buffer.Length > OutcomeJson.Largest;
        if (!tooLarge)
        {
            problem = OutcomeJson.Read(Body.Whole(read.Buffer, out var rented), out receipt, out outcome);
            Body.Return(rented);
        }

        http.Request.BodyReader.AdvanceTo(read.Buffer.End);
        await (tooLarge ? Refuse(http.Response, 413, $"An outcome is at most {OutcomeJson.Largest} bytes long.")
            : problem is not null ? Refuse(http.Response, 400, problem)
            : Tell(http.Response, receipt, outcome));
    }

    private Task Tell(HttpResponse response, byte[] text, MomentOutcome outcome)
    {
        if (answering.Bundles.InForce is not { } now)
            return Refuse(response, 503, "No bundle is in force yet. Tell it again soon.");
        if (!now.Decider.TryReadReceipt(text, out var receipt))
            return Refuse(response, 422, "The receipt is not one of this place, or older than two hours.");
        var hour = (int)(answering.Time.GetUtcNow().ToUnixTimeSeconds() / 3600);
        var count = new MomentCount(MomentEvent.Outcome, hour, receipt.Revision, receipt.Arm, receipt.Surface, receipt.Look, receipt.Language, outcome);
        var telling = answering.Told.Tell(receipt, before => Count(count, before));
        answering.Tallies.Told(telling);
        switch (telling)
        {
            case Telling.Counted:
                response.StatusCode = 202;
                response.ContentLength = 0;
                return Task.CompletedTask;
            case Telling.ToldBefore:
                return Refuse(response, 409, "The outcome of this receipt was told already.");
            default:
                response.Headers.RetryAfter = "60";
                return Refuse(response, 503, "It cannot be kept now. Tell it again in a minute.");
        }
    }

    private bool Count(in MomentCount count, Action<long, int> before)
    {
        if (answering.Keeper is { } keeper)
            return keeper.TryCount(count, before);
        before(0, 0);
        return true;
    }

    private Task Refuse(HttpResponse response, int status, string sentence)
    {
        answering.Tallies.Refused(status);
        return Replies.Problem(response, status, sentence);
    }
}
