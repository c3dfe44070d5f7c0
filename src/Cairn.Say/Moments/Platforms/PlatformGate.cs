using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Cairn.Say.Moments.Platforms;

/// <summary>Lets platforms in: who shows a good token of the right scope and has not asked too often. Nothing of what was sent is repeated.</summary>
internal sealed class PlatformGate(GoodTokens tokens)
{
    /// <param name="refusal">What to answer when nobody is let in.</param>
    public bool Admits(HttpContext http, PlatformScope scope, [NotNullWhen(true)] out Platform? platform, [NotNullWhen(false)] out IResult? refusal)
    {
        platform = Known(http);
        if (platform is null)
            refusal = NoToken(http);
        else if (!platform.Scopes.HasFlag(scope))
            refusal = NotThis(http, scope);
        else if (!platform.TryAsk(out var retryAfter))
            refusal = TooOften(http, retryAfter);
        else
            refusal = null;
        return refusal is null;
    }

    /// <summary>The platform whose token was shown, if it is good at this moment.</summary>
    public Platform? Known(HttpContext http) => PlatformToken.Read(http.Request.Headers.Authorization) is { } hash ? tokens.Find(hash) : null;

    public static IResult NoToken(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer realm=\"cairn\"";
        return Problem(StatusCodes.Status401Unauthorized, "This address takes a platform's token, and the one that was sent, if any, is not good. An operator makes one with: cairn platform add NAME");
    }

    private static IResult NotThis(HttpContext http, PlatformScope scope)
    {
        http.Response.Headers.WWWAuthenticate = $"Bearer realm=\"cairn\", error=\"insufficient_scope\", scope=\"{scope.Text()}\"";
        return Problem(StatusCodes.Status403Forbidden, $"This token is good, but not for this address: it takes one with the scope {scope.Text()}.");
    }

    private static IResult TooOften(HttpContext http, int retryAfter)
    {
        http.Response.Headers.RetryAfter = retryAfter.ToString(CultureInfo.InvariantCulture);
        return Problem(StatusCodes.Status429TooManyRequests, "This token has been used too often in the last seconds. Wait as long as Retry-After says, ask in arrays, or run a sidecar.");
    }

    private static IResult Problem(int status, string sentence) => TypedResults.Problem(sentence, statusCode: status);
}
