using Cairn.Foundation.Web;
using Cairn.Staff.Roles;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Cairn.Staff.Console;

/// <summary>Draws pages of the console: never kept, never compressed, for one person.</summary>
public sealed class ConsolePages(DrawnPages drawn, Assets assets, Frames frames, IAntiforgery antiforgery)
{
    private static readonly Dictionary<string, string> NoColours = [];

    private readonly Lazy<string> stylesheet = new(() => assets.Stylesheet(rightToLeft: false, NoColours));

    /// <typeparam name="TPage">A component with the parameters <c>Frame</c> (<see cref="ConsoleFrame"/>) and <c>Model</c>.</typeparam>
    /// <param name="notice">One sentence about what has just been done, drawn on top and read out first.</param>
    public async Task<IResult> Show<TPage>(HttpContext http, object model, string? notice = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        var html = await drawn.Html<TPage>(new Dictionary<string, object?> { ["Frame"] = FrameFor(http, notice), ["Model"] = model });
        return TypedResults.Text("<!DOCTYPE html>\n" + html, "text/html; charset=utf-8", statusCode: status);
    }

    /// <summary>A page that says one thing: why something was refused, or that it is not there.</summary>
    public Task<IResult> Say(HttpContext http, string heading, string sentence, int status) =>
        Show<SentencePage>(http, new Sentence(heading, sentence), status: status);

    private ConsoleFrame FrameFor(HttpContext http, string? notice) => new(
        http.Features.Get<SignedIn>(),
        antiforgery.GetAndStoreTokens(http).RequestToken!,
        http.Request.Path.Value ?? "",
        stylesheet.Value,
        assets.PathOf(Assets.ConsoleSheet),
        assets.PathOf("console.js"),
        assets.PathOf("icon.svg"),
        frames.Reference?.CampaignName ?? "Cairn",
        frames.Reference?.Demonstration ?? false,
        notice);
}

public sealed record Sentence(string Heading, string Text);
