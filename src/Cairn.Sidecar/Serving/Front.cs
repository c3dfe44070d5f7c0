namespace Cairn.Sidecar.Serving;

/// <summary>The four addresses, and a plain word for everything else.</summary>
internal sealed class Front
{
    private readonly Answering answering;
    private readonly MomentRoute moments;
    private readonly OutcomeRoute outcomes;
    private readonly MetricsPage metrics;

    public Front(Answering answering) =>
        (this.answering, moments, outcomes, metrics) = (answering, new(answering.Bundles, answering.Tallies), new(answering), new(answering));

    public Task Answer(HttpContext http)
    {
        try
        {
            var answer = Choose(http);
            return answer.IsCompletedSuccessfully ? answer : Settle(http, answer);
        }
        catch (Exception e)
        {
            return Fail(http, e);
        }
    }

    private Task Choose(HttpContext http) => http.Request.Path.Value switch
    {
        "/api/v1/moments" => Posted(http) ? moments.Answer(http) : Not(http, "POST"),
        "/api/v1/outcomes" => Posted(http) ? outcomes.Answer(http) : Not(http, "POST"),
        "/healthz" => Got(http) ? HealthPage.Answer(http, answering) : Not(http, "GET"),
        "/metrics" => Got(http) ? metrics.Answer(http) : Not(http, "GET"),
        _ => Refuse(http, 404, "A sidecar answers at /api/v1/moments, /api/v1/outcomes, /healthz and /metrics."),
    };

    private static bool Posted(HttpContext http) => HttpMethods.IsPost(http.Request.Method);

    private static bool Got(HttpContext http) => HttpMethods.IsGet(http.Request.Method);

    private Task Not(HttpContext http, string method)
    {
        http.Response.Headers.Allow = method;
        return Refuse(http, 405, $"This address takes {method}.");
    }

    private Task Refuse(HttpContext http, int status, string sentence)
    {
        answering.Tallies.Refused(status);
        return Replies.Problem(http.Response, status, sentence);
    }

    private async Task Settle(HttpContext http, Task answer)
    {
        try
        {
            await answer;
        }
        catch (Exception e)
        {
            await Fail(http, e);
        }
    }

    /// <summary>A body over the server's own cap, one that never came, or a fault of ours. What was sent is not looked at again, and the exception is told to nobody: it
    /// might repeat it.</summary>
    private Task Fail(HttpContext http, Exception e)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return Task.CompletedTask;
        }

        http.Response.Clear();
        return e switch
        {
            BadHttpRequestException { StatusCode: 413 } => Refuse(http, 413, "The body is too large."),
            BadHttpRequestException bad => Refuse(http, bad.StatusCode, "The request is not whole."),
            _ => Refuse(http, 500, "This is a fault of the program, not of the question."),
        };
    }
}
