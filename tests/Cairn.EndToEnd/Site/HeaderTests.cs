using System.Net.Http.Headers;

namespace Cairn.EndToEnd.Site;

/// <summary>What every answer promises, whatever was asked and however it ended.</summary>
public sealed class HeaderTests(Stage stage)
{
    private const string SitePolicy = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    [Fact]
    public async Task Every_answer_of_every_address_carries_every_promised_header()
    {
        var answers = (await stage.Pages).Answers.ToList();

        var broken = answers.SelectMany(Broken).ToList();

        Report.Line($"{answers.Count} answers carry every header, set no cookie and do not name the server");
        Assert.Empty(broken);
    }

    [Theory]
    [InlineData("HEAD", "/en", 200)]
    [InlineData("GET", "/", 302)]
    [InlineData("GET", "/leave", 303)]
    [InlineData("GET", "/en/no-such-page", 404)]
    [InlineData("GET", "/zz", 404)]
    [InlineData("GET", "/en/figures/no-such-figure", 404)]
    [InlineData("GET", "/api/v1/no-such-thing", 404)]
    [InlineData("GET", "/assets/no-such-file.css", 404)]
    [InlineData("POST", "/en", 405)]
    [InlineData("PUT", "/en/find-help", 405)]
    [InlineData("DELETE", "/api/v1/directory/services", 405)]
    [InlineData("TRACE", "/en", 405)]
    public async Task An_answer_that_is_not_a_page_carries_them_too(string method, string path, int status)
    {
        var answer = await stage.Visitor.Ask(method, path);

        Assert.Equal(status, answer.Status);
        Assert.Empty(Broken(answer));
    }

    [Fact]
    public async Task A_page_that_did_not_change_is_answered_with_304_and_every_header()
    {
        foreach (var path in PublicPages.PromisedAddresses())
        {
            var first = await stage.Visitor.Get(path);
            if (first.Header("ETag").Length == 0)
                continue;

            var again = await stage.Visitor.Get(path, ("If-None-Match", first.Header("ETag")));

            // A page is drawn again when the minute changes, and may then say something else.
            if (again.Status == 200 && again.Header("ETag") != first.Header("ETag"))
                again = await stage.Visitor.Get(path, ("If-None-Match", again.Header("ETag")));
            Assert.True(again.Status == 304, $"{again}");
            Assert.Empty(again.Body);
            Assert.Empty(Broken(again));
        }
    }

    [Fact]
    public async Task A_body_past_its_limit_is_refused_with_every_header()
    {
        var tooMuch = new ByteArrayContent(new byte[4 * 1024 * 1024]);
        tooMuch.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        var answer = await Sent(tooMuch);

        // No route of this site takes a body yet, so either reason is a right one; the program goes on.
        Assert.Contains(answer.Status, new[] { 405, 413 });
        Assert.Empty(Broken(answer));
        Assert.Equal(200, (await stage.Visitor.Get("/en")).Status);
    }

    [Theory]
    [InlineData("/en/find-help?who=blorptang")]
    [InlineData("/en/find-help?nation=blorptang&who=")]
    [InlineData("/en/find-help?who=%FF%FE")]
    [InlineData("/en/%00")]
    [InlineData("/en/..%2f..%2fetc")]
    [InlineData("/a/%3Cscript%3E")]
    [InlineData("/en/figures/%2e%2e")]
    public async Task Words_that_mean_nothing_are_answered_calmly_and_not_repeated(string path)
    {
        var answer = await stage.Visitor.Get(path);

        Assert.Contains(answer.Status, new[] { 200, 302, 303, 400, 404 });
        Assert.DoesNotContain("blorptang", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", answer.Text, StringComparison.Ordinal);
        // What the server refuses before it reads the request has no body, and nothing for a header to protect.
        if (answer.Status != 400 || answer.Body.Length > 0)
            Assert.Empty(Broken(answer));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_page_says_the_same_in_every_coding(string coding)
    {
        foreach (var path in new[] { "/en", "/ur/young-people", "/en/find-help" })
        {
            var packed = await stage.Visitor.Get(path, ("Accept-Encoding", coding));

            var plain = await stage.Visitor.Get(path);
            Assert.Equal(coding, packed.Header("Content-Encoding"));
            Assert.Contains("Accept-Encoding", packed.Header("Vary"), StringComparison.OrdinalIgnoreCase);
            if (packed.Header("ETag") == plain.Header("ETag"))
                Assert.Equal(plain.Text, Unpacked(packed, coding));
        }
    }

    private async Task<Answer> Sent(HttpContent content)
    {
        try
        {
            return await stage.Visitor.Ask("POST", "/en", content);
        }
        catch (HttpRequestException)
        {
            // The server may hang up on a body it will not read; asked politely it answers first.
            return await stage.Visitor.Ask("POST", "/en", content, ("Expect", "100-continue"));
        }
    }

    private static string Unpacked(Answer answer, string coding)
    {
        using var body = new MemoryStream(answer.Body);
        using Stream stream = coding == "br"
            ? new System.IO.Compression.BrotliStream(body, System.IO.Compression.CompressionMode.Decompress)
            : new System.IO.Compression.GZipStream(body, System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static IEnumerable<string> Broken(Answer answer)
    {
        var forOthers = answer.Path.StartsWith("/api/", StringComparison.Ordinal) || (answer.Path.Contains("/toolkit/", StringComparison.Ordinal) && answer.Status < 400);
        (string Name, string Value)[] promised =
        [
            ("Content-Security-Policy", SitePolicy),
            ("Referrer-Policy", "same-origin"),
            ("X-Content-Type-Options", "nosniff"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", forOthers ? "cross-origin" : "same-origin"),
        ];
        foreach (var (name, value) in promised.Where(p => answer.Header(p.Name) != p.Value))
            yield return $"{answer}: {name} is '{answer.Header(name)}' and not '{value}'";

        foreach (var feature in new[] { "camera", "geolocation", "microphone", "payment", "usb" }.Where(f => !answer.Header("Permissions-Policy").Contains(f + "=()", StringComparison.Ordinal)))
            yield return $"{answer}: Permissions-Policy leaves {feature} on";
        foreach (var never in new[] { "Set-Cookie", "Server", "X-Powered-By", "blazor-enhanced-nav", "Location-Hint", "Accept-CH", "NEL", "Report-To" }.Where(answer.Headers.ContainsKey))
            yield return $"{answer}: sends {never}: {answer.Header(never)}";
    }
}
