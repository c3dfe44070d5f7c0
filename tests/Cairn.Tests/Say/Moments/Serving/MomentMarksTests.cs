using System.Buffers.Text;
using System.Text;
using Cairn.Moment.Terms;
using Npgsql;

namespace Cairn.Tests.Say.Moments.Serving;

/// <summary>Platforms that send marked text, marked receipts and marked mistakes, and a search for the marks in everything that was written.</summary>
public sealed class MomentMarksTests
{
    private const string Mark = "zwiblorptang";
    private const string Entry = "quonkvestibule";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Nothing_that_was_asked_matched_or_proven_is_found_anywhere_afterwards(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        var temporary = Directory.CreateDirectory(Path.Combine(database.Directory, "temporary")).FullName;
        var (list, key) = Sealed(database.Directory);
        await using var server = CairnProcess.Serve(database, Checkout.Campaign, new Dictionary<string, string> { ["CAIRN_TERMS"] = list, ["CAIRN_TERMS_KEY"] = key, ["TMPDIR"] = temporary });
        using var http = new HttpClient { BaseAddress = await server.Ready() };
        var token = (await CairnProcess.Run(database, "platform", "add", "a-platform", "--data", database.Directory)).Output.Trim();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        await Known(http);

        var matched = await Post(http, "moments", $$"""{"surface":"search","text":"{{Mark}} {{Entry}}","language":"en"}""");
        var receipt = System.Text.Json.JsonDocument.Parse(matched).RootElement.GetProperty("receipt").GetString()!;
        await Post(http, "moments", $$"""[{"surface":"search","text":"{{Mark}}","language":"en"},{"surface":"search","signal":"term","language":"en","after":"{{receipt}}"}]""");
        foreach (var wrong in Mistakes(receipt))
        {
            foreach (var path in new[] { "moments", "outcomes", "counts", $"moments?text={Mark}", $"bundles/{Mark}" })
                await Post(http, path, wrong);
        }

        await Post(http, "outcomes", $$"""{"receipt":"{{receipt}}","outcome":"stopped"}""");
        await Post(http, "outcomes", $$"""{"receipt":"{{receipt}}","outcome":"stopped"}""");
        await http.GetAsync(new Uri($"/api/v1/moments?text={Mark}&receipt={receipt}", UriKind.Relative), Cancel);
        await Task.Delay(2500, Cancel);
        await server.Kill();

        Assert.NotEqual(DBNull.Value, await database.Sql("know", "SELECT sum(count) FROM know_moments WHERE event = 'outcome'"));
        File.Delete(key);
        var written = Directory.GetFiles(database.Directory, "*", SearchOption.AllDirectories);
        var everything = written.Select(f => (Where: f, Bytes: File.ReadAllBytes(f)))
            .Append((Where: "what it said", Bytes: Encoding.UTF8.GetBytes(server.Said)))
            .Append((Where: "the tables", Bytes: Encoding.UTF8.GetBytes(await Tables(database))));
        string[] marks = [Mark, Entry, receipt, token, .. Parts(receipt)];
        Assert.Empty(everything.SelectMany(e => marks.Where(m => Holds(e.Bytes, m)).Select(m => $"{e.Where} holds {m}")));
        Console.Out.WriteLine($"> {engine}: no mark of a question, an entry, a receipt or a token in {written.Length} files, every table and {server.Said.Split('\n').Length} lines of log");
    }

    private static IEnumerable<string> Mistakes(string receipt) =>
    [
        Mark,
        $$"""{"{{Mark}}":1}""",
        $$"""{"surface":"{{Mark}}","language":"en"}""",
        $$"""{"surface":"search","text":"{{Mark}}","language":"{{Mark}}"}""",
        $$"""{"surface":"search","text":"{{string.Concat(Enumerable.Repeat(Mark, 400))}}","language":"en"}""",
        $$"""{"receipt":"{{receipt[..^1]}}","outcome":"{{Mark}}"}""",
        $$"""{"receipt":"{{Mark}}","outcome":"stopped"}""",
        $$"""{"node":"{{Mark}}","sequence":0,"revision":"{{Mark}}","hour":1,"counts":[]}""",
        $$"""{"node":"a","sequence":1,"revision":"{{new string('0', 64)}}","hour":1,"counts":[{"event":"{{Mark}}","arm":"{{Mark}}","surface":"search","look":1,"language":"en","count":1}]}""",
    ];

    /// <summary>A receipt's random number, as bytes of any kind would show it.</summary>
    private static IEnumerable<string> Parts(string receipt)
    {
        var id = Base64Url.DecodeFromChars(receipt)[1..17];
        return [Convert.ToHexStringLower(id), Convert.ToBase64String(id), Encoding.Latin1.GetString(id)];
    }

    private static bool Holds(byte[] bytes, string mark) =>
        new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.Latin1 }.Any(e =>
            bytes.AsSpan().IndexOf(e.GetBytes(mark)) >= 0 || bytes.AsSpan().IndexOf(e.GetBytes(mark.ToUpperInvariant())) >= 0);

    private static (string List, string Key) Sealed(string folder)
    {
        var key = TermKey.Make();
        var (list, file) = (Path.Combine(folder, "list.sealed"), Path.Combine(folder, "terms.key"));
        key.Write(file);
        using var output = File.Create(list);
        TermSealer.Seal(new MemoryStream(Encoding.UTF8.GetBytes(Entry + "\n")), key, output);
        return (list, file);
    }

    private static async Task Known(HttpClient http)
    {
        while ((await http.GetAsync(new Uri("/api/v1/bundles/current", UriKind.Relative), Cancel)).StatusCode == System.Net.HttpStatusCode.Unauthorized)
            await Task.Delay(100, Cancel);
    }

    private static async Task<string> Post(HttpClient http, string path, string body)
    {
        using var answer = await http.PostAsync(new Uri("/api/v1/" + path, UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"), Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.DoesNotContain(Mark, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Entry, text, StringComparison.Ordinal);
        return text;
    }

    /// <summary>Every row of every table as text; on SQLite the files have been read already.</summary>
    private static async Task<string> Tables(TestDatabase database)
    {
        if (database.Database is not Cairn.Foundation.Storage.Database.Postgres postgres)
            return "";
        await using var connection = new NpgsqlConnection(postgres.Connection + ";Pooling=false");
        await connection.OpenAsync(Cancel);
        var tables = new List<string>();
        await using (var ask = new NpgsqlCommand("SELECT table_schema || '.' || quote_ident(table_name) FROM information_schema.tables WHERE table_schema IN ('say', 'help', 'know', 'staff')", connection))
        await using (var rows = await ask.ExecuteReaderAsync(Cancel))
        {
            while (await rows.ReadAsync(Cancel))
                tables.Add(rows.GetString(0));
        }

        Assert.Contains("know.know_receipts", tables);
        var text = new StringBuilder();
        foreach (var table in tables)
        {
            await using var ask = new NpgsqlCommand($"SELECT t::text FROM {table} AS t", connection);
            await using var rows = await ask.ExecuteReaderAsync(Cancel);
            while (await rows.ReadAsync(Cancel))
                text.AppendLine(rows.GetString(0));
        }

        return text.ToString();
    }
}
