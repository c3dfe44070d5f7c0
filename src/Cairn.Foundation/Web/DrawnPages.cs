using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Cairn.Foundation.Web;

/// <summary>Which page, in which language, in which of its variants. All three come from closed lists, never from what a visitor typed.</summary>
/// <param name="Variant">For example the chosen filters of <c>find-help</c>; empty when there is one form only.</param>
public readonly record struct PageKey(string Page, string Language, string Variant = "");

/// <param name="Path">The page's own address, without a query and written in the one right way: from a closed list, like the page's key.</param>
/// <param name="Seen">What its endpoint would do besides drawing: count.</param>
public sealed record Shortcut(string Path, Action<HttpRequest> Seen);

/// <summary>Draws public pages from Razor components and keeps them as bytes. A page is the same for everyone, so it is drawn at most once a
/// minute and language ("open now" changes with the minute), compressed only when it changed, and dropped when another revision goes on the air.</summary>
public sealed class DrawnPages(IServiceProvider services, ILoggerFactory logs, TimeProvider time)
{
    // More keys than any campaign has; reached only by a mistake, and then the pages are drawn without being kept.
    private const int MostKept = 4000;
    private const string HtmlType = "text/html; charset=utf-8";

    // A campaign has thousands of notices and shows a few of them: what somebody asks for one after the other must not fill the memory, nor push pages out.
    private const int MostNoticesKept = 500;

    private readonly ConcurrentDictionary<PageKey, Kept> kept = new();
    private readonly ConcurrentDictionary<PageKey, Kept> keptOfMany = new();
    private readonly ConcurrentDictionary<string, PageKey> shortcuts = new(StringComparer.Ordinal);
    private int generation;

    /// <summary>The page's bytes; <paramref name="model"/> is called only when it must be drawn.</summary>
    /// <typeparam name="TPage">A component with one parameter named <c>Model</c>.</typeparam>
    /// <param name="shortcut">Where <see cref="TryAnswer"/> may give the page out without asking its endpoint, or null.</param>
    public async ValueTask<IResult> Draw<TPage>(PageKey key, Func<object> model, int status = StatusCodes.Status200OK, Shortcut? shortcut = null)
        where TPage : IComponent
    {
        var minute = Minute();
        var asked = Volatile.Read(ref generation);
        if (kept.TryGetValue(key, out var page) && page.Minute == minute && page.Generation == asked)
            return page.Bytes;

        var fresh = new ReadyBytes(await Document<TPage>(model), HtmlType, ReadyBytes.Revalidate, status);
        if (page is not null && page.Bytes.Hash == fresh.Hash)
            fresh = page.Bytes;
        if (asked == Volatile.Read(ref generation) && kept.Count < MostKept)
        {
            kept[key] = new(minute, asked, fresh, shortcut?.Seen);
            if (shortcut is not null)
                shortcuts[shortcut.Path] = key;
        }

        return fresh;
    }

    /// <summary>A page of which there are thousands. Those that are asked for are kept apart from the pages of the campaign and while there is room; the others are drawn
    /// each time, and not compressed.</summary>
    /// <typeparam name="TPage">A component with one parameter named <c>Model</c>.</typeparam>
    public async ValueTask<IResult> DrawOneOfMany<TPage>(PageKey key, Func<object> model)
        where TPage : IComponent
    {
        var minute = Minute();
        var asked = Volatile.Read(ref generation);
        if (keptOfMany.TryGetValue(key, out var page) && page.Minute == minute && page.Generation == asked)
            return page.Bytes;

        var html = await Document<TPage>(model);
        if (page is null && keptOfMany.Count >= MostNoticesKept)
            ForgetOlderThan(minute);
        var room = page is not null || keptOfMany.Count < MostNoticesKept;
        var fresh = new ReadyBytes(html, HtmlType, ReadyBytes.Revalidate, compress: room);
        if (page is not null && page.Bytes.Hash == fresh.Hash)
            fresh = page.Bytes;
        if (room && asked == Volatile.Read(ref generation))
            keptOfMany[key] = new(minute, asked, fresh, null);
        return fresh;
    }

    /// <summary>Answers at once with a page that was drawn in this minute. Most requests end here; the rest go on to their endpoint, which draws the page.</summary>
    public bool TryAnswer(HttpContext http, [NotNullWhen(true)] out Task? answering)
    {
        answering = null;
        var request = http.Request;
        if (request.QueryString.HasValue
            || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            || !shortcuts.TryGetValue(request.Path.Value!, out var key)
            || !kept.TryGetValue(key, out var page)
            || page.Minute != Minute()
            || page.Generation != Volatile.Read(ref generation))
            return false;

        page.Seen?.Invoke(request);
        answering = page.Bytes.ExecuteAsync(http);
        return true;
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
        keptOfMany.Clear();
    }

    private async Task<byte[]> Document<TPage>(Func<object> model)
        where TPage : IComponent => Encoding.UTF8.GetBytes("<!DOCTYPE html>\n" + await Html<TPage>(new Dictionary<string, object?> { ["Model"] = model() }));

    private void ForgetOlderThan(long minute)
    {
        foreach (var (key, page) in keptOfMany)
        {
            if (page.Minute < minute)
                keptOfMany.TryRemove(new(key, page));
        }
    }

    private long Minute() => time.GetUtcNow().ToUnixTimeSeconds() / 60;

    /// <param name="Generation">How often everything had been forgotten when it was asked for: what was drawn from the snapshot before is not given out after the swap, however late it is done.</param>
    private sealed record Kept(long Minute, int Generation, ReadyBytes Bytes, Action<HttpRequest>? Seen);
}
