using Cairn.Foundation.Storage;
using Cairn.Foundation.Web;

namespace Cairn.Serving;

/// <summary>The outermost step of every request: sets the promised headers, turns a failure into a page that still shows the ways to help (or into
/// problem+json for machines), and writes nothing about the request anywhere.</summary>
internal sealed class Answers(RequestDelegate next, Database database, ILogger<Answers> log, Func<HttpContext, int, Task> drawErrorPage)
{
    public Task InvokeAsync(HttpContext http)
    {
        SecurityHeaders.Set(http);
        var answering = next(http);
        // The common case: an answer that was written without waiting, and was not an error.
        return answering.IsCompletedSuccessfully && http.Response.StatusCode < 400 ? Task.CompletedTask : Finish(http, answering);
    }

    private async Task Finish(HttpContext http, Task answering)
    {
        try
        {
            await answering;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (BadHttpRequestException bad)
        {
            // Its message may quote the request: only its status is used.
            Restart(http, bad.StatusCode);
        }
        catch (Exception failure) when (database is Database.Postgres && StorageFault.Explain(failure, database) is { } away)
        {
            // While another server takes over, whoever spreads requests over nodes should not take this one for broken.
            log.LogError("A request could not be answered. {Reason}", away.Message);
            Restart(http, StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception failure)
        {
            // The type and the place are ours; the message may hold what somebody sent, and is left out.
            log.LogError("A request failed with {Failure} at {Place}.", failure.GetType().FullName, failure.StackTrace?.Split('\n')[0].Trim());
            Restart(http, StatusCodes.Status500InternalServerError);
        }

        if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
            await WriteError(http);
    }

    private static void Restart(HttpContext http, int status)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        SecurityHeaders.Set(http);
        http.Response.StatusCode = status;
    }

    private Task WriteError(HttpContext http)
    {
        var status = http.Response.StatusCode;
        return http.Request.Path.StartsWithSegments("/api")
            ? TypedResults.Problem(statusCode: status).ExecuteAsync(http)
            : drawErrorPage(http, status);
    }
}
