using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Cairn.Tests.Moment;

namespace Cairn.Tests.Sidecar;

public sealed class AnsweringTests
{
    public static TheoryData<string, string, int> Refused => new()
    {
        { "not JSON", "blorptang", 400 },
        { "nothing", "", 400 },
        { "an unknown member", """{"surface":"search","signal":"term","language":"en","who":"blorptang"}""", 400 },
        { "bad UTF-8", "{\"surface\":\"search\",\"text\":\"\udc00\",\"language\":\"en\"}", 422 },
        { "text without a list", """{"surface":"search","text":"blorptang","language":"en"}""", 422 },
        { "neither text nor signal", """{"surface":"search","language":"en"}""", 422 },
        { "over 4 kB", $$"""{"surface":"search","language":"en","text":"{{new string('b', 4096)}}"}""", 413 },
        { "over 256 kB", $"[{new string(' ', 262_144)}]", 413 },
        { "a hundred and one questions", $"[{string.Join(',', Enumerable.Repeat(SmallSidecar.Signal, 101))}]", 413 },
        { "an empty array", "[]", 400 },
    };

    [Fact]
    public async Task A_signal_is_answered_with_a_message_and_its_ways_to_help()
    {
        await using var sidecar = await new SmallSidecar().Start();

        var answer = await sidecar.Ask();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.ToString());
        Assert.True(answer.Content.Headers.ContentLength > 0);
        var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync(SmallSidecar.Cancel))!;
        Assert.Equal("warn", (string?)said["action"]);
        Assert.Contains(said["ways"]!.AsArray(), w => (string?)w!["href"] == "tel:999");
    }

    [Fact]
    public async Task An_array_gets_an_array_and_each_is_counted()
    {
        await using var sidecar = await new SmallSidecar().Start();
        var link = SmallSidecar.Signal.Replace("\"term\"", "\"link\"", StringComparison.Ordinal);

        var answer = await sidecar.Ask($"[{SmallSidecar.Signal},{link},{SmallSidecar.Signal}]");

        Assert.Equal(3, JsonNode.Parse(await answer.Content.ReadAsStringAsync(SmallSidecar.Cancel))!.AsArray().Count);
        var metrics = await sidecar.Metrics();
        Assert.Contains("\ncairn_sidecar_questions_total 3\n", metrics, StringComparison.Ordinal);
        Assert.Contains("\ncairn_sidecar_shown_total{action=\"warn\"} 2\n", metrics, StringComparison.Ordinal);
        Assert.Contains("\ncairn_sidecar_shown_total{action=\"block\"} 1\n", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_comes_in_pieces_without_its_length_is_answered()
    {
        await using var sidecar = await new SmallSidecar().Start();
        using var body = new StreamContent(new InPieces(Encoding.UTF8.GetBytes(SmallSidecar.Signal))) { Headers = { ContentType = new("application/json") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/moments") { Content = body, Headers = { TransferEncodingChunked = true } };

        var answer = await sidecar.Http.SendAsync(request, SmallSidecar.Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory, MemberData(nameof(Refused))]
    public async Task What_cannot_be_answered_gets_a_sentence_that_repeats_nothing_and_counts_nothing(string what, string body, int status)
    {
        await using var receiver = await SmallReceiver.Start();
        await using var sidecar = new SmallSidecar();
        await sidecar.Start(sidecar.Options with { Report = receiver.Address.ToString() });

        var answer = await sidecar.Ask(body);

        Assert.Equal((what, status), (what, (int)answer.StatusCode));
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.ToString());
        var problem = await answer.Content.ReadAsStringAsync(SmallSidecar.Cancel);
        Assert.Equal(status, (int?)JsonNode.Parse(problem)!["status"]);
        Assert.DoesNotContain("blorptang", problem, StringComparison.Ordinal);
        await sidecar.Minute();
        Assert.Empty(receiver.Taken);
        Assert.Contains($"cairn_sidecar_refused_total{{status=\"{status}\"}} 1\n", await sidecar.Metrics(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_without_its_length_that_never_ends_is_cut_off_at_the_cap()
    {
        await using var sidecar = await new SmallSidecar().Start();
        using var socket = new TcpClient();
        await socket.ConnectAsync(sidecar.Http.BaseAddress!.Host, sidecar.Http.BaseAddress.Port, SmallSidecar.Cancel);
        var stream = socket.GetStream();
        await stream.WriteAsync("POST /api/v1/moments HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray(), SmallSidecar.Cancel);

        // One byte more than is taken, and no end: whoever went on writing might find the line closed before the answer is read.
        var body = "[" + new string(' ', 256 * 1024);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{body.Length:x}\r\n{body}\r\n"), SmallSidecar.Cancel);

        using var reader = new StreamReader(stream, Encoding.ASCII);
        Assert.Equal("HTTP/1.1 413", (await reader.ReadLineAsync(SmallSidecar.Cancel))?[..12]);
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("application/jsonp", 415)]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("application/json;charset=\"UTF-8\"", 200)]
    public async Task A_body_is_JSON_in_UTF_8(string type, int status)
    {
        await using var sidecar = await new SmallSidecar().Start();

        var answer = await sidecar.Ask(type: type);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/api/v1/moments", 405)]
    [InlineData("OPTIONS", "/api/v1/moments", 405)]
    [InlineData("POST", "/healthz", 405)]
    [InlineData("GET", "/", 404)]
    [InlineData("GET", "/api/v1/moments/blorptang", 404)]
    public async Task Every_other_address_and_method_gets_a_plain_word(string method, string path, int status)
    {
        await using var sidecar = await new SmallSidecar().Start();

        var answer = await sidecar.Http.SendAsync(new(new(method), path), SmallSidecar.Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.DoesNotContain("blorptang", await answer.Content.ReadAsStringAsync(SmallSidecar.Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Past_its_end_a_bundle_still_answers_without_open_now_and_health_says_stale()
    {
        await using var sidecar = await new SmallSidecar().Start();
        Assert.Contains("\"open\":true", await (await sidecar.Ask()).Content.ReadAsStringAsync(SmallSidecar.Cancel), StringComparison.Ordinal);

        sidecar.Time.Advance(TimeSpan.FromDays(15));

        var answer = JsonNode.Parse(await (await sidecar.Ask()).Content.ReadAsStringAsync(SmallSidecar.Cancel))!;
        var helpline = answer["ways"]!.AsArray().Single(w => (string?)w!["label"] == "Call the helpline");
        Assert.Null(helpline!["open"]);
        Assert.Equal("stale", (string?)(await sidecar.Health())["state"]);
    }

    [Fact]
    public async Task Health_says_what_is_in_force()
    {
        await using var sidecar = await new SmallSidecar().Start();

        var health = await sidecar.Health();

        Assert.Equal("no list", (string?)health["state"]);
        Assert.Equal(SmallBundle.Revision, (string?)health["bundle"]!["revision"]);
        Assert.Empty(health["troubles"]!.AsArray());
    }

    /// <summary>Gives its bytes a few thousand at a time, and after a while.</summary>
    private sealed class InPieces(byte[] all) : MemoryStream(all)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            return await base.ReadAsync(buffer[..Math.Min(buffer.Length, Math.Max(20, (int)Length / 50))], cancellationToken);
        }
    }
}
