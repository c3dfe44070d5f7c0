using System.Text.Encodings.Web;
using System.Text.Unicode;
using Cairn.Foundation.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Foundation.Web;

public sealed class DrawnPagesTests
{
    private static readonly PageKey Key = new("yourself", "en");

    private readonly FakeTimeProvider time = new(DateTimeOffset.UnixEpoch.AddYears(50));
    private readonly DrawnPages pages;
    private int drawings;

    public DrawnPagesTests()
    {
        var services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();
        pages = new(services, NullLoggerFactory.Instance, time);
    }

    [Fact]
    public async Task A_page_is_drawn_once_a_minute()
    {
        await Draw("hello");
        await Draw("hello");

        time.Advance(TimeSpan.FromMinutes(1));
        await Draw("hello");

        Assert.Equal(2, drawings);
    }

    [Fact]
    public async Task A_page_that_says_the_same_after_a_minute_keeps_its_bytes_and_its_tag()
    {
        var before = await Draw("hello");
        time.Advance(TimeSpan.FromMinutes(1));

        var after = await Draw("hello");

        Assert.Same(before, after);
    }

    [Fact]
    public async Task Another_edition_is_drawn_at_once()
    {
        var before = await Draw("hello");

        pages.Clear();
        var after = await Draw("good-bye");

        Assert.NotEqual(before.Hash, after.Hash);
    }

    [Fact]
    public async Task A_drawing_that_began_before_the_swap_is_not_kept_after_it()
    {
        await Draw("old words", whileDrawing: pages.Clear);

        var after = await Draw("new words");

        Assert.Equal(2, drawings);
        Assert.NotEqual((await Draw("new words", whileDrawing: () => Assert.Fail("It is kept."))).Hash, new ReadyBytes("old words"u8.ToArray(), "text/html", "no-cache").Hash);
        Assert.Same(after, await Draw("new words"));
    }

    [Fact]
    public async Task A_page_is_given_out_without_its_endpoint_within_its_minute_and_still_counted()
    {
        var seen = 0;
        await pages.Draw<Word>(Key, () => "hello", shortcut: new Shortcut("/en/yourself", _ => seen++));

        Assert.True(pages.TryAnswer(Asking("GET", "/en/yourself"), out var answering));
        await answering;
        Assert.True(pages.TryAnswer(Asking("HEAD", "/en/yourself"), out _));
        Assert.False(pages.TryAnswer(Asking("GET", "/en/yourself", "?who=parents"), out _));
        Assert.False(pages.TryAnswer(Asking("POST", "/en/yourself"), out _));
        Assert.False(pages.TryAnswer(Asking("GET", "/en/YOURSELF"), out _));
        Assert.Equal(2, seen);

        time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(pages.TryAnswer(Asking("GET", "/en/yourself"), out _));
        await pages.Draw<Word>(Key, () => "hello", shortcut: new Shortcut("/en/yourself", _ => seen++));
        pages.Clear();
        Assert.False(pages.TryAnswer(Asking("GET", "/en/yourself"), out _));
    }

    [Fact]
    public async Task Letters_of_every_script_stay_letters_and_markup_does_not_stay_markup()
    {
        var html = await pages.Html<Word>(new Dictionary<string, object?> { ["Model"] = "مدد <b>" });

        Assert.Equal("<p>مدد &lt;b&gt;</p>", html);
    }

    private async Task<ReadyBytes> Draw(string word, Action? whileDrawing = null) => (ReadyBytes)await pages.Draw<Word>(Key, () =>
    {
        drawings++;
        whileDrawing?.Invoke();
        return word;
    });

    private static DefaultHttpContext Asking(string method, string path, string query = "")
    {
        var http = new DefaultHttpContext();
        (http.Request.Method, http.Request.Path, http.Request.QueryString) = (method, path, new QueryString(query));
        return http;
    }

    private sealed class Word : ComponentBase
    {
        [Parameter] public object? Model { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "p");
            builder.AddContent(1, Model);
            builder.CloseElement();
        }
    }
}
