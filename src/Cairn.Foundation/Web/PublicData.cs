using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Cairn.Foundation.Web;

public static class PublicData
{
    /// <summary>Lets pages of any origin read the answer. Only for what is public and the same for everyone.</summary>
    public static RouteHandlerBuilder ForAnyOrigin(this RouteHandlerBuilder route) =>
        route.AddEndpointFilter((context, next) =>
        {
            context.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
            return next(context);
        });

    /// <summary>Lets pages of other sites show the answer, as an image or behind a link. What is not there stays ours.</summary>
    public static RouteHandlerBuilder ForOtherSites(this RouteHandlerBuilder route) =>
        route.AddEndpointFilter(async (context, next) =>
        {
            var answer = await next(context);
            if (answer is not IStatusCodeHttpResult { StatusCode: >= 400 })
                context.HttpContext.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            return answer;
        });
}

/// <summary>An answer that browsers save under a name.</summary>
/// <param name="name">File name; plain ASCII and neutral, since it stays in a list of downloads.</param>
public sealed class Saved(ReadyBytes bytes, string name) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        return bytes.ExecuteAsync(httpContext);
    }
}
