using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace Cairn.Tests.Help.Helpline;

/// <summary>Row 34 of the test table: every step of a conversation meets every fault, and what the program says about it says nothing of the person.</summary>
public sealed partial class LogsUnderFailureTests
{
    private const int LeastPoints = 50;
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private static readonly string[] Tables = ["help_conversation", "help_wrap", "help_message", "help_submission", "help_ended"];

    private readonly HashSet<string> canaries = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Fault, string Step, int Status)> points = [];

    [Theory, EachDatabase]
    public async Task Row_34_whatever_fails_while_somebody_writes_the_logs_hold_none_of_it(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        var said = "";
        await using (var cairn = CairnProcess.Serve(database, Checkout.Campaign, null, "--rehearse"))
        {
            using var http = new HttpClient { BaseAddress = await cairn.Ready() };
            foreach (var fault in Faults(engine))
                await EachStep(database, http, fault);
            await Cancelled(http);
            await Malformed(http);
            await StoredValues(database);
            said = cairn.Said;
        }

        await using (var cairn = CairnProcess.Serve(database, Checkout.Campaign, null, "--rehearse"))
        {
            using var http = new HttpClient { BaseAddress = await cairn.Ready() };
            await WithoutKeys(database, http);
            said += cairn.Said;
        }

        var failed = points.Where(p => p.Status is >= 500 or 0).ToList();
        Assert.True(failed.Count >= LeastPoints, $"Only {failed.Count} of {points.Count} points failed.");
        Assert.True(said.Split('\n').Count(l => l.Contains(" error: ", StringComparison.Ordinal)) >= LeastPoints / 2, "The failures were hardly said: there was nothing to look through.");
        // 503 keeps the words in the box; 500 would have lost them.
        Assert.DoesNotContain(points, p => p.Status == 500);
        Assert.DoesNotContain(canaries, c => said.Contains(c, StringComparison.OrdinalIgnoreCase));
        // Said once, to whoever starts the program.
        said = string.Join('\n', said.Split('\n').Where(l => !l.Contains("/console/set-up/", StringComparison.Ordinal)));
        Assert.Empty(LongValue().Matches(said).Select(m => m.Value));
        Assert.Empty(ShownParameter().Matches(said).Select(m => m.Value));
        Console.WriteLine($"> Row 34: {engine}: {points.Count} points of {points.Select(p => p.Fault).Distinct().Count()} faults, {failed.Count} failed; 0 of {canaries.Count} canaries and 0 parameter values in {said.Split('\n').Length} lines of log");
    }

    // Statements are from somebody with access to the database while the program runs.
    private static IEnumerable<Fault> Faults(Engine engine)
    {
        foreach (var table in Tables)
            yield return new($"{table} is gone", $"ALTER TABLE {table} RENAME TO {table}_gone", $"ALTER TABLE {table}_gone RENAME TO {table}");
        foreach (var (table, column, value) in new[]
                 {
                     ("help_message", "sealed", "00"), ("help_message", "nonce", ""), ("help_wrap", "box", "01"), ("help_wrap", "box", ""), ("help_conversation", "opened", "ff"), ("help_conversation", "seeker_public", ""),
                 })
            yield return new($"{table}.{column} is '{value}'", $"UPDATE {table} SET {column} = {(engine == Engine.Sqlite ? $"x'{value}'" : $"'\\x{value}'")}");
        foreach (var (table, column) in new[] { ("help_message", "sender"), ("help_message", "generation"), ("help_message", "sequence"), ("help_conversation", "epoch"), ("help_conversation", "generation") })
            yield return new($"{table}.{column} is out of order", $"UPDATE {table} SET {column} = {column} + 77");
        foreach (var (table, values) in new[] { ("help_message", "NEW.sealed"), ("help_wrap", "NEW.box"), ("help_submission", "NEW.hash"), ("help_ended", "NEW.hash") })
        {
            // A trigger that says what it was given: an engine's own words may quote a value.
            yield return engine == Engine.Sqlite
                ? new($"{table} refuses", $"CREATE TRIGGER refuses BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'quandril'); END", "DROP TRIGGER refuses")
                : new(
                    $"{table} refuses",
                    $"CREATE FUNCTION refuses() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'quandril %', encode({values}, 'hex'); END $$; CREATE TRIGGER refuses BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION refuses()",
                    "DROP FUNCTION refuses CASCADE");
        }

        if (engine == Engine.Sqlite)
            yield break;
        yield return new("a column is gone", "ALTER TABLE help_message RENAME COLUMN sealed TO opened", "ALTER TABLE help_message RENAME COLUMN opened TO sealed");
        yield return new("the user has no right", "REVOKE ALL ON help_message FROM CURRENT_USER", "GRANT ALL ON help_message TO CURRENT_USER");
    }

    private async Task EachStep(TestDatabase database, HttpClient http, Fault fault)
    {
        var begun = await Begin(http);
        await database.Sql("help", fault.Cause);
        await Steps(fault.Name, begun, http);
        if (fault.Mend is { } mend)
            await database.Sql("help", mend);
        else
            await database.Sql("help", "DELETE FROM help_conversation");
    }

    private async Task<Begun> Begin(HttpClient http)
    {
        var (words, submission) = (Canary(), Kept(PostedTalk.NewSubmission()));
        var code = await http.Talk("send", ("text", words), ("submission", submission));
        Assert.Equal(HttpStatusCode.OK, code.Status);
        var thread = await http.Talk("kept", ("token", code.Token), ("group", code.Group));
        Assert.Equal(HttpStatusCode.OK, thread.Status);
        foreach (var digits in code.Page.QuerySelectorAll(".code dd").Select(d => d.TextContent))
        {
            Kept(digits.Trim());
            Kept(digits.Replace(" ", "", StringComparison.Ordinal).Trim());
        }

        Kept(code.Code);
        return new(Kept(code.Token), code.Group, code.Code, Kept(thread.Token));
    }

    private async Task Steps(string fault, Begun begun, HttpClient http)
    {
        foreach (var (step, path, fields) in Fields(begun))
        {
            var words = fields.FirstOrDefault(f => f.Name == "text").Value;
            var answer = await http.Posted(path, fields);
            points.Add((fault, step, (int)answer.Status));
            if (answer.Status == HttpStatusCode.ServiceUnavailable && step is "send" or "more" or "check")
                Assert.Equal((fault, step, words), (fault, step, answer.Box));
        }
    }

    private (string Step, string Path, (string Name, string Value)[] Fields)[] Fields(Begun begun)
    {
        return
        [
            Talk("send", ("text", Canary()), ("submission", Kept(PostedTalk.NewSubmission())), ("worry", "myself")),
            Talk("open", ("code", begun.Code)),
            Talk("kept", ("token", begun.CodeToken), ("group", Canary())),
            Talk("kept", ("token", begun.CodeToken), ("group", begun.Group)),
            Talk("more", ("token", begun.Token), ("text", Canary()), ("submission", Kept(PostedTalk.NewSubmission()))),
            Talk("check", ("token", begun.Token), ("text", Canary())),
            Talk("delete", ("token", begun.Token)),
            ("leave", "/leave", [("language", "en"), ("token", begun.Token)]),
            Talk("delete-yes", ("token", begun.Token)),
        ];

        static (string, string, (string, string)[]) Talk(string step, params (string, string)[] fields) => (step, "/en/talk", [("step", step), .. fields]);
    }

    // The person is gone in the middle of it, or before the answer came.
    private async Task Cancelled(HttpClient http)
    {
        foreach (var whole in new[] { true, false })
        {
            var begun = await Begin(http);
            foreach (var (step, path, fields) in Fields(begun))
            {
                using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
                var body = await form.ReadAsByteArrayAsync(Stop);
                using var socket = new TcpClient();
                await socket.ConnectAsync(http.BaseAddress!.Host, http.BaseAddress.Port, Stop);
                await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n"), Stop);
                await socket.GetStream().WriteAsync(whole ? body : body.AsMemory(0, body.Length - 4), Stop);
                // Torn off, not ended.
                socket.LingerState = new LingerOption(true, 0);
                points.Add((whole ? "gone before the answer" : "gone in the middle", step, 0));
            }
        }
    }

    private async Task Malformed(HttpClient http)
    {
        foreach (var (type, body) in new[]
                 {
                     ("application/x-www-form-urlencoded", $"step=send&text={Canary()}%"), ("application/x-www-form-urlencoded", $"step=send&text={Canary()}%ff"),
                     ("application/x-www-form-urlencoded", $"step=open&code={Canary()}"), ("application/x-www-form-urlencoded", $"step=more&token={Canary()}&text={Canary()}"),
                     ("application/x-www-form-urlencoded", $"{Canary()}={Canary()}&step={Canary()}"), ("application/json", $"{{\"text\":\"{Canary()}\"}}"),
                     ("application/x-www-form-urlencoded", $"step=send&text={Canary()}{new string('a', 300_000)}"),
                 })
        {
            using var content = new StringContent(body, Encoding.ASCII, type);
            using var answer = await http.PostAsync("/en/talk", content, Stop);
            points.Add(("malformed", type, (int)answer.StatusCode));
        }
    }

    // The keys are damaged or gone under a program that has not read them yet; the database goes at last.
    private async Task WithoutKeys(TestDatabase database, HttpClient http)
    {
        var hour = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 3600;
        foreach (var name in new[] { $"session-{hour}.key", $"session-{hour + 1}.key" })
            await Damage(database, name, "zintel"u8.ToArray());
        await Steps("the hour's key is damaged", new(Kept(new string('A', 200)), Canary(), "7KM2-7KM2-7KM2-7KM2-7KM2", Kept(new string('B', 200))), http);
        foreach (var name in new[] { $"session-{hour}.key", $"session-{hour + 1}.key" })
            File.Delete(Path.Combine(database.KeyringDirectory, name));

        var begun = await Begin(http);
        await TakeAway(database);
        await Steps("the database is gone", begun, http);
    }

    private static async Task Damage(TestDatabase database, string name, byte[] bytes)
    {
        var path = Path.Combine(database.KeyringDirectory, name);
        await File.WriteAllBytesAsync(path, bytes, Stop);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static async Task TakeAway(TestDatabase database)
    {
        if (database.Database is Cairn.Foundation.Storage.Database.Sqlite sqlite)
        {
            // Whatever is opened from here on is no database.
            await database.Sql("help", "PRAGMA wal_checkpoint(TRUNCATE)");
            await File.WriteAllBytesAsync(sqlite.FileOf("help"), Enumerable.Repeat((byte)'z', 65_536).ToArray(), Stop);
            return;
        }

        var name = new NpgsqlConnectionStringBuilder(database.CairnDatabase).Database;
        await using var server = new NpgsqlConnection(TestDatabase.PostgresServer);
        await server.OpenAsync(Stop);
        await using var taken = new NpgsqlCommand($"ALTER DATABASE {name} ALLOW_CONNECTIONS false; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'", server);
        await taken.ExecuteNonQueryAsync(Stop);
    }

    // What was given to the database as a parameter, as far as it was kept.
    private async Task StoredValues(TestDatabase database)
    {
        foreach (var (table, column) in new[] { ("help_conversation", "id"), ("help_conversation", "lookup"), ("help_message", "nonce"), ("help_submission", "hash"), ("help_ended", "hash"), ("help_wrap", "box") })
        {
            var all = database.Database is Cairn.Foundation.Storage.Database.Sqlite
                ? $"SELECT group_concat(hex({column})) FROM {table} WHERE length({column}) >= 12"
                : $"SELECT string_agg(encode({column}, 'hex'), ',') FROM {table} WHERE length({column}) >= 12";
            foreach (var hex in ((await database.Sql("help", all)) as string ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                Kept(hex[..24]);
                Kept(Convert.ToBase64String(Convert.FromHexString(hex))[..16]);
            }
        }
    }

    private string Canary() => Kept("blorptang" + PostedTalk.NewSubmission()[..12]);

    private string Kept(string canary)
    {
        canaries.Add(canary);
        return canary;
    }

    // Hexadecimal or base64 of a dozen bytes and more.
    [GeneratedRegex("[0-9A-Fa-f]{24,}|[A-Za-z0-9+_-]{48,}")]
    private static partial Regex LongValue();

    // The framework shows a parameter as '?' when it may not show its value.
    [GeneratedRegex(@"Parameters=\[[^\]]*='(?!\?')[^\]]*")]
    private static partial Regex ShownParameter();

    private sealed record Fault(string Name, string Cause, string? Mend = null);

    private sealed record Begun(string CodeToken, string Group, string Code, string Token);
}
