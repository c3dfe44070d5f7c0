using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Npgsql;

namespace Cairn.Tests.Help.Helpline;

/// <summary>Row 26 of the test table: whom the program speaks to while people write. The kernel is asked, not the program.</summary>
public sealed partial class EgressTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory, EachDatabase, Trait("Category", "Nightly")]
    public async Task Row_26_a_conversation_makes_the_program_speak_to_its_database_and_to_nobody_else(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        var trace = Path.Combine(Path.GetTempPath(), $"cairn-trace-{Guid.NewGuid():N}");
        using var cairn = Traced(database, trace);
        var address = await Ready(cairn);
        using (var http = new HttpClient { BaseAddress = address })
        {
            var begun = await http.Talk("send", ("text", "blorptang http://blorptang-sink.invalid/ //blorptang-sink.invalid/a"), ("submission", PostedTalk.NewSubmission()));
            var thread = await http.Talk("kept", ("token", begun.Token), ("group", begun.Group));
            for (var i = 0; i < 20; i++)
            {
                thread = await http.Talk("more", ("token", thread.Token), ("text", $"zintel {i} https://blorptang-sink.invalid/{i}"), ("submission", PostedTalk.NewSubmission()));
                Assert.Equal(HttpStatusCode.OK, thread.Status);
                thread = await http.Talk("check", ("token", thread.Token));
            }

            Assert.Equal(HttpStatusCode.OK, (await http.Talk("open", ("code", begun.Code))).Status);
            foreach (var path in new[] { "/en", "/en/talk", "/en/find-help", "/en/figures", "/console/sign-in" })
                await http.GetAsync(path, Stop);
            Assert.Equal(HttpStatusCode.OK, (await http.Posted("/leave", ("language", "en"), ("token", thread.Token))).Status);
        }

        // What it does once a minute is done by then.
        await Task.Delay(TimeSpan.FromSeconds(65), Stop);
        cairn.Kill(entireProcessTree: true);
        await cairn.WaitForExitAsync(Stop);

        var lines = await File.ReadAllLinesAsync(trace, Stop);
        File.Delete(trace);
        var reached = lines.Select(l => Address().Match(l)).Where(m => m.Success).Select(m => $"{m.Groups["host"].Value}:{m.Groups["port"].Value}").ToList();
        // A cache of names that is there would ask in the program's place; it also tells who an account is, so being looked for alone means nothing.
        var names = lines.Where(l => l.Contains("nscd", StringComparison.Ordinal) && !l.Contains("= -1 ENOENT", StringComparison.Ordinal) && !l.Contains("= -1 ECONNREFUSED", StringComparison.Ordinal)).ToList();
        var allowed = engine == Engine.Sqlite ? [] : new[] { $"{new NpgsqlConnectionStringBuilder(database.CairnDatabase).Host}:{new NpgsqlConnectionStringBuilder(database.CairnDatabase).Port}" };
        Assert.Contains(lines, l => l.Contains("bind(", StringComparison.Ordinal));
        Assert.DoesNotContain(reached, r => !allowed.Contains(r));
        Assert.Empty(names);
        Assert.True(engine == Engine.Sqlite || reached.Count > 0, "The connections to the database were not seen, so others would not have been either.");
        Console.WriteLine($"> Row 26: {engine}: {reached.Count} connections to the database, 0 to anybody else, 0 names asked for");
    }

    private static Process Traced(TestDatabase database, string trace)
    {
        var start = new ProcessStartInfo("strace", [
            "-f", "-qq", "--seccomp-bpf", "-e", "trace=connect,sendto,sendmsg,sendmmsg,bind", "-e", "signal=none", "-o", trace, .. CairnProcess.Command,
            "serve", "--urls", "http://127.0.0.1:0", "--data", database.Directory, "--campaign", Checkout.Campaign, "--rehearse",
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["CAIRN_DATABASE"] = database.CairnDatabase, ["CAIRN_KEYRING"] = database.KeyringDirectory },
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Fail("strace is not installed: nobody watches the program.");
            throw;
        }
    }

    private static async Task<Uri> Ready(Process cairn)
    {
        var people = cairn.StandardError.ReadToEndAsync(Stop);
        while (await cairn.StandardOutput.ReadLineAsync(Stop) is { } line)
        {
            if (line.StartsWith("Cairn is ready at ", StringComparison.Ordinal))
                return new Uri(line["Cairn is ready at ".Length..]);
        }

        var said = await people;
        if (said.Contains("ptrace", StringComparison.OrdinalIgnoreCase))
            Assert.Fail($"A program may not be watched here: {said.Trim()}");
        throw new InvalidOperationException(said);
    }

    // connect(21, {sa_family=AF_INET, sin_port=htons(5432), sin_addr=inet_addr("127.0.0.1")}, 16) = 0, and what is sent without connecting.
    [GeneratedRegex("""(connect|sendto|sendmsg|sendmmsg)\(.*sin6?_port=htons\((?<port>\d+)\).*(inet_addr\("|inet_pton\(AF_INET6, ")(?<host>[^"]+)""")]
    private static partial Regex Address();
}
