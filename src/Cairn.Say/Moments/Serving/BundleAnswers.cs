using System.Globalization;
using Cairn.Say.Moments.Platforms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Primitives;

namespace Cairn.Say.Moments.Serving;

/// <summary><c>GET /api/v1/bundles/current</c>: the signed bundle. Who has it already may wait for the next one; waiting holds a connection and no thread.</summary>
internal sealed class BundleAnswers(PlatformGate gate, MomentsOnAir moments, IHostApplicationLifetime life, TimeProvider time)
{
    public const int LongestWait = 120;

    public async Task Answer(HttpContext http)
    {
        if (!gate.Admits(http, PlatformScope.Bundles, out _, out var refusal))
        {
            await refusal.ExecuteAsync(http);
            return;
        }

        var wait = WaitAsked(http.Request.Headers["Prefer"]);
        if (wait > 0)
            http.Response.Headers["Preference-Applied"] = $"wait={wait}";
        await (await Current(http, TimeSpan.FromSeconds(wait))).ExecuteAsync(http);
    }

    private async Task<IResult> Current(HttpContext http, TimeSpan wait)
    {
        if (moments.Current is not { } served)
            return MomentAnswers.Unpublished;
        if (wait > TimeSpan.Zero && IsKnown(http, served))
        {
            // A server that stops answers those who wait, at once.
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
            await served.Replaced.WaitAsync(wait, time, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            // The token may have been revoked meanwhile.
            if (gate.Known(http) is null)
                return PlatformGate.NoToken(http);
            served = moments.Current ?? served;
        }

        http.Response.Headers.ETag = served.ETag;
        http.Response.Headers.CacheControl = "private, no-cache";
        return IsKnown(http, served) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Bytes(served.File.Value, "application/octet-stream");
    }

    private static bool IsKnown(HttpContext http, ServedMoments served)
    {
        foreach (var value in http.Request.Headers.IfNoneMatch)
        {
            foreach (var tag in (value ?? "").Split(',', StringSplitOptions.TrimEntries))
            {
                if (tag == "*" || tag == served.ETag || tag == "W/" + served.ETag)
                    return true;
            }
        }

        return false;
    }

    /// <summary>Seconds of <c>Prefer: wait=60</c>, at most <see cref="LongestWait"/>; 0 when there is no such preference or it is not a number, as one may pass over a preference.</summary>
    private static int WaitAsked(StringValues prefer)
    {
        foreach (var value in prefer)
        {
            foreach (var preference in (value ?? "").Split(',', StringSplitOptions.TrimEntries))
            {
                var parts = preference.Split(';')[0].Split('=', 2, StringSplitOptions.TrimEntries);
                if (parts is ["wait", var seconds] && int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                    return Math.Min(number, LongestWait);
            }
        }

        return 0;
    }
}
