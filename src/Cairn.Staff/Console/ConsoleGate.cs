using Cairn.Foundation.Web;
using Cairn.Staff.Roles;
using Cairn.Staff.Sessions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Cairn.Staff.Console;

/// <summary>Stands before every route of the console. In this order: is the host ours, may anybody or only staff come in, may this person, is it still them, is the form ours.</summary>
internal sealed class ConsoleGate(RequestDelegate next, IAntiforgery antiforgery, ConsoleAddress address, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext http, SessionBook sessions, ConsolePages pages)
    {
        if (!Surfaces.IsConsole(http.Request))
        {
            await next(http);
            return;
        }

        address.PutSchemeRight(http.Request);
        if (!address.Admits(http.Request))
        {
            await Answer(http, pages.Say(http, "Not at this address", "The console is opened at the campaign's own address, or at localhost.", StatusCodes.Status421MisdirectedRequest));
            return;
        }

        var endpoint = http.GetEndpoint();
        await sessions.Find(http);
        if (endpoint is null)
        {
            await next(http);
            return;
        }

        // A route that says nothing is closed to everybody.
        if (endpoint.Metadata.GetMetadata<Needs>()?.Permission is not { } needed)
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var member = http.Features.Get<SignedIn>();
        if (!needed.ForAnyone && member is null)
        {
            await Answer(http, Task.FromResult<IResult>(new SeeOther(SignInPath(http))));
            return;
        }

        if (member is not null && !member.May(needed))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (!IsRead(http.Request) && !await IsOurForm(http))
        {
            await Answer(http, pages.Say(
                http, "This form has grown old", "It was opened before you signed in, or on another page. Nothing was changed. Go back, load the page again and send it once more.", StatusCodes.Status400BadRequest));
            return;
        }

        if (needed.Dangerous && !IsRead(http.Request) && !StepUp.IsFresh(member!, time))
        {
            await Answer(http, StepUp.Ask(http, pages));
            return;
        }

        await next(http);
    }

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>The browser says that the form came from this site, and the form holds the token that goes with the cookie.</summary>
    private async Task<bool> IsOurForm(HttpContext http)
    {
        KeepInMemory(http);
        return SameOrigin.Holds(http.Request) && await antiforgery.IsRequestValidAsync(http);
    }

    // The framework would write a file longer than 64 kB into the temporary directory, where what a refused one says could be found.
    private static void KeepInMemory(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is { } most and <= int.MaxValue)
            http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MemoryBufferThreshold = (int)most, MultipartBodyLengthLimit = most }));
    }

    private static string SignInPath(HttpContext http) =>
        IsRead(http.Request) ? "/console/sign-in?then=" + Uri.EscapeDataString(http.Request.Path + http.Request.QueryString) : "/console/sign-in";

    private static async Task Answer(HttpContext http, Task<IResult> result) => await (await result).ExecuteAsync(http);
}

/// <summary>303: go there with GET, whatever this request was.</summary>
public sealed class SeeOther(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
