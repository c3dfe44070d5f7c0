using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cairn.Foundation.Web;

/// <summary>Which page, in which language, in which of its variants. All three come from closed lists, never from what a visitor typed.</summary>
/// <param name="Variant">For example the chosen filters of <c>find-help</c>; empty when there is one form only.</param>
public readonly record struct PageKey(string Page, string Language, string Variant = "");

/// <summary>Draws public pages from Razor components and keeps them as bytes. A page is the same for everyone, so it is drawn at most once a
/// minute and language ("open now" changes with the minute), compressed only when it changed, and dropped when another revision goes on the air.</summary>
public sealed class DrawnPages(IServiceProvider services, ILoggerFactory logs, TimeProvider time)
{
    // More keys than any campaign has; reached only by a mistake, and then the pages are drawn without being kept.
    private const int MostKept = 4000;

    private readonly ConcurrentDictionary<PageKey, Kept> kept = new();
    private int generation;

    /// <summary>The page's bytes; <paramref name="model"/> is called only when it must be drawn.</summary>
    /// <typeparam name="TPage">A component with one parameter named <c>Model</c>.</typeparam>
    public async ValueTask<IResult> Draw<TPage>(PageKey key, Func<object> model, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        var minute = time.GetUtcNow().ToUnixTimeSeconds() / 60;
        if (kept.TryGetValue(key, out var page) && page.Minute == minute)
            return page.Bytes;

        var asked = Volatile.Read(ref generation);
        var html = Encoding.UTF8.GetBytes("<!DOCTYPE html>\n" + await Html<TPage>(new Dictionary<string, object?> { ["Model"] = model() }));
        var fresh = new ReadyBytes(html, "text/html; charset=utf-8", ReadyBytes.Revalidate, status);
        if (page is not null && page.Bytes.Hash == fresh.Hash)
            fresh = page.Bytes;
        if (asked == Volatile.Read(ref generation) && kept.Count < MostKept)
            kept[key] = new(minute, fresh);
        return fresh;
    }

    /// <summary>A component as HTML text, for a page that is not the same for everyone and for tests.</summary>
    public async Task<string> Html<TPage>(IDictionary<string, object?> parameters)
        where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }

    /// <summary>Forgets every page; called after a swap.</summary>
    public void Clear()
    {
        Interlocked.Increment(ref generation);
        kept.Clear();
    }

    private sealed record Kept(long Minute, ReadyBytes Bytes);
}
