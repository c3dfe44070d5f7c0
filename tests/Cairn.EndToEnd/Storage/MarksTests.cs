using System.Net;
using System.Text;

namespace Cairn.EndToEnd.Storage;

/// <summary>A visitor who is marked in every way that the network knows, and a search for the marks in everything the program wrote.</summary>
public sealed class MarksTests
{
    private const string Mark = "blorptang";
    private static readonly IPAddress MarkedAddress = IPAddress.Parse("127.0.0.77");

    private static readonly string[] Traces = [Mark, "127.0.0.77", "203.0.113.77", "2001:db8::77"];

    private static readonly (string Name, string Value)[] MarkedHeaders =
    [
        ("User-Agent", $"Mozilla/5.0 (X11; Linux x86_64) {Mark}-agent/1.0"),
        ("Referer", $"https://{Mark}.example/from"),
        ("Cookie", $"session={Mark}-cookie"),
        ("X-Forwarded-For", "203.0.113.77, 2001:db8::77"),
        ("Forwarded", "for=203.0.113.77;by=" + Mark),
        ("X-Real-IP", "203.0.113.77"),
        ("Accept-Language", $"en-GB, en;q=0.9, x-{Mark};q=0.1"),
        ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
        ("baggage", $"who={Mark}"),
        ("X-Request-Id", $"{Mark}-request"),
    ];

    [Theory, MemberData(nameof(EachEngine.Names), MemberType = typeof(EachEngine))]
    public async Task Nothing_the_program_wrote_holds_a_mark_of_its_visitor(string engine)
    {
        await using var world = await World.On(engine);
        await using var cairn = await world.Start("--rehearse");
        using var visitor = new Visitor(cairn.Address, from: MarkedAddress);

        foreach (var path in Addresses())
            await visitor.Get(path, MarkedHeaders);
        await visitor.Ask("POST", $"/en/find-help?{Mark}={Mark}", new StringContent(Mark), MarkedHeaders);
        await visitor.Ask("POST", "/console/sign-in", new FormUrlEncodedContent([new("name", Mark), new("passphrase", Mark), new("code", Mark), new("form-token", Mark)]), MarkedHeaders);
        await Conversation(visitor);
        await visitor.Ask(Mark.ToUpperInvariant(), "/en", headers: MarkedHeaders);
        await MalformedRequest(cairn.Address);
        await cairn.Stop();

        Assert.True(await world.CountedViews() > 0, "The visits were counted, so there was something to find.");
        var (found, files) = await world.Holding(cairn.Said, Traces);
        Assert.Empty(found);
        Report.Line($"{engine}: no mark in {files} files{(engine == "PostgreSQL" ? ", a dump" : "")} and {cairn.Said.Split('\n').Length} lines of log");
    }

    private static IEnumerable<string> Addresses() =>
    [
        .. PublicPages.PromisedAddresses().Select(a => $"{a}?{Mark}={Mark}-value"),
        .. Checkout.Placements.Select(p => $"/a/{p}?utm_source={Mark}"),
        $"/a/{Mark}",
        $"/?q={Mark}",
        $"/leave?{Mark}",
        $"/en/{Mark}",
        $"/{Mark}/find-help",
        $"/en/find-help?who={Mark}&nation={Mark}",
        $"/en/figures/{Mark}",
        $"/api/v1/figures/{Mark}",
        $"/assets/{Mark}.css",
        $"/console/{Mark}",
        $"/console/sign-in?then=/console/{Mark}",
        $"/console/set-up/{Mark}",
        $"/console/oidc/back?error={Mark}&error_description={Mark}&state={Mark}",
    ];

    // What a seeker writes, and what is refused of it, is a mark too.
    private static async Task Conversation(Visitor visitor)
    {
        Task<Answer> Post(string path, params (string Name, string Value)[] fields) =>
            visitor.Ask("POST", path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))), MarkedHeaders);
        var code = await Post("/en/talk", ("step", "send"), ("text", $"{Mark} {new string('a', 5000)}"), ("submission", new string('a', 32)), ("worry", Mark));
        Assert.Equal(200, code.Status);
        var token = System.Text.RegularExpressions.Regex.Match(code.Text, "name=\"token\" value=\"([^\"]+)\"").Groups[1].Value;
        Assert.NotEmpty(token);
        var more = await Post("/en/talk", ("step", "more"), ("token", token), ("text", Mark), ("submission", new string('b', 32)));
        Assert.Contains(Mark, more.Text, StringComparison.Ordinal);
        await Post("/en/talk", ("step", "send"), ("text", Mark + new string('a', 17_000)));
        await Post("/en/talk", ("step", "open"), ("code", Mark));
        // Somebody who tells, sends it, and makes a letter of it; and one who leaves it at a letter.
        foreach (var step in new[] { "ask", "review", "letter", "send" })
            Assert.Equal(200, (await Post("/en/report", ("step", step), ("who", "young"), ("text", $"{Mark} {new string('a', 5000)}"), ("whom", Mark), ("person", Mark), ("to", Mark), ("english", Mark), ("submission", new string('c', 32)))).Status);
        await Post("/en/report", ("step", "review"), ("who", Mark), ("text", Mark + new string('a', 17_000)));
        await Post("/leave", ("language", Mark), ("token", Mark));
        await Post("/leave", ("language", "en"), ("token", token));
    }

    private static async Task MalformedRequest(Uri address)
    {
        using var socket = new System.Net.Sockets.TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /{Mark} {Mark}\r\nHost: {Mark}\r\n\r\n"));
        _ = await socket.GetStream().ReadAsync(new byte[1024]);
    }
}
