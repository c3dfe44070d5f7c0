using System.Net.Sockets;
using System.Text;

namespace Cairn.Tests.Say.Moments.Serving;

public sealed class MomentRouteTests(MomentRouteTests.Platform at) : IClassFixture<MomentRouteTests.Platform>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, int> Wrong => new()
    {
        { "not JSON", "blorptang", 400 },
        { "cut short", """{"surface":"search","signal":"term","language":"en""", 400 },
        { "something after it", APlatform.Term + "x", 400 },
        { "an unknown member", """{"surface":"search","signal":"term","language":"en","who":"blorptang"}""", 400 },
        { "a member twice", """{"surface":"search","surface":"page","signal":"term","language":"en"}""", 400 },
        { "a number for a text", """{"surface":"search","text":1,"language":"en"}""", 400 },
        { "a surface of its own", """{"surface":"blorptang","signal":"term","language":"en"}""", 400 },
        { "no surface", """{"signal":"term","language":"en"}""", 400 },
        { "no language", """{"surface":"search","signal":"term"}""", 400 },
        { "a language that is none", """{"surface":"search","signal":"term","language":"blorp tang"}""", 400 },
        { "an exposure below nothing", """{"surface":"search","signal":"term","language":"en","exposure":-1}""", 400 },
        { "an empty body", "", 400 },
        { "an empty array", "[]", 400 },
        { "neither text nor signal", """{"surface":"search","language":"en"}""", 422 },
        { "text where no list is loaded", """{"surface":"search","text":"blorptang","language":"en"}""", 422 },
        { "a question that is too long", $$"""{"surface":"search","text":"{{new string('x', 4096)}}","language":"en"}""", 413 },
        { "an array that is too long", $$"""[{"surface":"search","text":"{{new string('x', 256 * 1024)}}","language":"en"}]""", 413 },
        { "too many questions", "[" + string.Join(',', Enumerable.Repeat(APlatform.Term, 101)) + "]", 413 },
        { "blanks and nothing else", new string(' ', 5000), 413 },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task What_cannot_be_answered_is_refused_in_a_sentence_that_repeats_nothing(string what, string body, int status)
    {
        using var answer = await at.One.Post("moments", body);

        var refusal = await APlatform.Refusal(answer);
        Assert.Equal((what, status), (what, refusal.Status));
        Assert.NotEmpty(refusal.Sentence);
        Assert.DoesNotContain("blorptang", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData(null, 415)]
    [InlineData("application/json; charset=iso-8859-1", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("APPLICATION/JSON", 200)]
    public async Task A_body_is_JSON_by_its_name_or_refused(string? type, int status)
    {
        using var answer = await at.One.Post("moments", Encoding.UTF8.GetBytes(APlatform.Term), type);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Text_that_is_not_UTF_8_is_refused()
    {
        byte[] body = [.. """{"surface":"search","text":"blorp"""u8, 0xff, 0xfe, .. """tang","language":"en"}"""u8];

        using var answer = await at.One.Post("moments", body);

        Assert.Equal(400, (await APlatform.Refusal(answer)).Status);
    }

    [Fact]
    public async Task A_signal_is_answered_with_a_message_its_ways_and_a_receipt()
    {
        using var answer = await at.One.Post("moments", """{"surface":"search","signal":"hash","language":"en-GB","audience":"young","nation":"GB-SCT","exposure":3}""");
        var shown = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement;

        Assert.Equal((200, "application/json", true), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), answer.Headers.CacheControl?.NoStore));
        Assert.NotNull(answer.Content.Headers.ContentLength);
        Assert.Equal(("cross-origin", "nosniff"), (answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single(), answer.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal(["show", "action", "message", "ways", "look", "notice", "receipt"], shown.EnumerateObject().Select(m => m.Name));
        Assert.Equal(("block", 4, "en"), (shown.GetProperty("action").GetString(), shown.GetProperty("look").GetInt32(), shown.GetProperty("message").GetProperty("language").GetString()));
        Assert.NotEmpty(shown.GetProperty("ways").EnumerateArray());
        Assert.StartsWith("https://", shown.GetProperty("notice").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_array_is_answered_with_an_array_in_its_order()
    {
        var question = "[" + string.Join(',', Enumerable.Range(0, 100).Select(i => $$"""{"surface":"page","signal":"term","language":"en","exposure":{{i % 4}}}""")) + "]";

        var answers = await at.One.Asks(question);

        Assert.Equal(Enumerable.Range(0, 100).Select(i => (i % 4) + 1), answers.EnumerateArray().Select(a => a.GetProperty("look").GetInt32()));
        Assert.Equal(100, answers.EnumerateArray().Select(a => a.GetProperty("receipt").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task A_body_that_comes_in_crumbs_is_answered_and_one_that_grows_too_long_is_not_read_to_its_end()
    {
        var slowly = await Raw("Transfer-Encoding: chunked", async stream =>
        {
            foreach (var letter in APlatform.Term)
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"1\r\n{letter}\r\n"), Cancel);
            await stream.WriteAsync("0\r\n\r\n"u8.ToArray(), Cancel);
        });
        // Promises a gigabyte and sends a line of it: the answer comes all the same.
        var endless = await Raw("Content-Length: 1000000000", stream => stream.WriteAsync(Encoding.ASCII.GetBytes("""{"surface":"search","text":"blorptang"""), Cancel).AsTask());
        // A question promises what only an array may have.
        var question = await Raw("Content-Length: 200000", stream => stream.WriteAsync(Encoding.ASCII.GetBytes("""{"surface":"search","text":"blorptang"""), Cancel).AsTask());

        Assert.StartsWith("HTTP/1.1 200 ", slowly, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 413 ", endless, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 413 ", question, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_other_form_than_a_body()
    {
        using var got = await at.One.Http.GetAsync(new Uri("/api/v1/moments?surface=search&text=blorptang&language=en", UriKind.Relative), Cancel);

        Assert.Equal(405, (await APlatform.Refusal(got)).Status);
        Assert.DoesNotContain("blorptang", await got.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private async Task<string> Raw(string length, Func<NetworkStream, Task> send)
    {
        using var socket = new TcpClient();
        var address = at.One.Http.BaseAddress!;
        await socket.ConnectAsync(address.Host, address.Port, Cancel);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/v1/moments HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {at.One.Token}\r\nContent-Type: application/json\r\n{length}\r\n\r\n"), Cancel);
        await send(stream);
        var answer = new byte[16 * 1024];
        return Encoding.UTF8.GetString(answer, 0, await stream.ReadAsync(answer, Cancel));
    }

    /// <summary>A platform at a running program, for tests that change nothing.</summary>
    public sealed class Platform : IAsyncLifetime
    {
        private RunningCairn cairn = null!;

        internal APlatform One { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            cairn = await RunningCairn.Start();
            One = await APlatform.On(cairn);
        }

        public ValueTask DisposeAsync()
        {
            One.Dispose();
            return cairn.DisposeAsync();
        }
    }
}
