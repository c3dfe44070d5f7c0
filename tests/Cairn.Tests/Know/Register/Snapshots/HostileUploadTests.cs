using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Cairn.Foundation.Storage;
using Cairn.Know.Register.Snapshots;
using Cairn.Operating.Register;
using Cairn.Staff.Keys;
using Cairn.Staff.Roles;
using Cairn.Tests.Know.Register.Tables.Identifying;
using Cairn.Tests.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Know.Register.Snapshots;

/// <summary>A file about people leaves nothing behind: not in an answer, not in a log at any level, not in a file of the database, not in the temporary directory. Everybody in it is invented.</summary>
public sealed class HostileUploadTests
{
    // In bytes that mean something else, three letters come up by chance.
    private const int LongEnough = 6;

    private const string Named = "Tangwell.csv";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_refused_in_the_console_is_in_no_answer_no_log_and_no_file_of_the_database()
    {
        await using var database = await TestDatabase.Empty(Engine.Sqlite);
        using var logs = new EveryLogLine();
        await using (var cairn = await RunningCairn.On(database, instead: logs.Of))
        {
            using var analyst = await Colleague.SignsIn(cairn, "una", Role.Analyst);
            var token = await analyst.Token();
            foreach (var (about, file) in HostileFiles.All())
            {
                using var answer = await analyst.PostsFile("/console/register", token, file, Named, Form("quandril"));
                Assert.Equal((about, HttpStatusCode.UnprocessableEntity), (about, answer.StatusCode));
                var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Stop)).Body!.TextContent;
                Assert.Contains("Nothing of it is kept.", page, StringComparison.Ordinal);
                Nothing(page, about);
            }

            Assert.Empty(await cairn.Services.GetRequiredService<SnapshotBook>().All(Stop));
            // What is read in is found in the database: the search below finds what is there.
            using var harmless = await analyst.PostsFile("/console/register", token, "Division,Number\nFife,30\nTayside,40\n"u8.ToArray(), "counts.csv", Form("vexomarl"));
            Assert.Equal(HttpStatusCode.SeeOther, harmless.StatusCode);
            Assert.Contains(Files(database.Directory), f => Holds(f.Bytes, "vexomarl"));
            NothingIn(database.Directory);
        }

        NothingIn(database.Directory);
        Assert.DoesNotContain(Files(database.Directory), f => Holds(f.Bytes, "quandril"));
        Assert.True(logs.Count > 1000, "Hardly anything was logged: there was nothing to look through.");
        Assert.Contains("Debug", logs.Said, StringComparison.Ordinal);
        Nothing(logs.Said, "the logs");
        Assert.DoesNotContain("quandril", logs.Said, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_the_command_refuses_is_in_nothing_it_says_and_in_no_file_of_the_database()
    {
        await using var database = await TestDatabase.Empty(Engine.Sqlite);
        await using (await RunningCairn.On(database))
        {
        }

        using var logs = new EveryLogLine();
        var apart = Directory.CreateTempSubdirectory("cairn-hostile-");
        try
        {
            var command = RegisterCommands.Build(TimeProvider.System, services =>
            {
                services.AddSingleton(new Keyring(database.KeyringDirectory));
                logs.Of(services);
            });
            var path = Path.Combine(apart.FullName, "counts");
            foreach (var (about, file) in HostileFiles.All())
            {
                await File.WriteAllBytesAsync(path, file, Stop);
                using var output = new StringWriter();
                using var people = new StringWriter();
                var exit = await command.Parse(["import", path, "--as-of", "2026-03-31", "--source", "Invented", "--by-group", "--data", database.Directory]).InvokeAsync(new() { Output = output, Error = people }, Stop);

                Assert.Equal((about, 1, ""), (about, exit, output.ToString()));
                Assert.StartsWith("The file was not read in. Nothing of it is kept.", people.ToString(), StringComparison.Ordinal);
                Nothing(people.ToString(), about);
            }

            await File.WriteAllBytesAsync(path, HostileFiles.All().First(f => f.About == "names under an innocent heading").File, Stop);
            var (code, printed, said) = await CairnProcess.Run(database, "register", "import", path, "--as-of", "2026-03-31", "--source", "Invented", "--data", database.Directory);
            Assert.Equal((1, ""), (code, printed));
            Nothing(said, "the program");
        }
        finally
        {
            apart.Delete(recursive: true);
        }

        NothingIn(database.Directory);
        Nothing(logs.Said, "the logs");
        Assert.True(logs.Count > 100, "Hardly anything was logged: there was nothing to look through.");
    }

    [Fact]
    public async Task A_large_file_stays_in_memory_whether_it_is_refused_or_not()
    {
        await using var database = await TestDatabase.Empty(Engine.Sqlite);
        using var analyst = await SignedInBefore(database);
        var temporary = Directory.CreateTempSubdirectory("cairn-temporary-");
        try
        {
            var made = new ConcurrentQueue<string>();
            using var watch = new FileSystemWatcher(temporary.FullName) { EnableRaisingEvents = true, InternalBufferSize = 64 * 1024 };
            watch.Created += (_, e) => made.Enqueue(e.Name!);
            var said = "";
            await using (var cairn = CairnProcess.Serve(database, Checkout.Campaign, new Dictionary<string, string> { ["ASPNETCORE_TEMP"] = temporary.FullName, ["TMPDIR"] = temporary.FullName }))
            {
                using var there = analyst.SameCookies(await cairn.Ready());
                var token = await there.Token();
                var people = new StringBuilder("Area,Number\n");
                while (people.Length < 19 * 1024 * 1024)
                    people.Append("Zindle Plimble").Append(' ', 200).Append(",3\n");
                using var refused = await there.PostsFile("/console/register", token, Encoding.UTF8.GetBytes(people.ToString()), Named, Form("quandril"));
                Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
                // As a spreadsheet program writes a table that somebody once scrolled far below.
                var counts = new StringBuilder("Division,Number\nFife,300\nTayside,400\n");
                for (var row = 0; row < 150_000; row++)
                    counts.Append(',', 120).Append('\n');
                using var read = await there.PostsFile("/console/register", token, Encoding.UTF8.GetBytes(counts.ToString()), "counts.csv", Form("vexomarl"));
                Assert.Equal(HttpStatusCode.SeeOther, read.StatusCode);
                said = cairn.Said;
            }

            // The runtime's own doors for debuggers, and the folder into which a campaign is unpacked to be read; nothing else.
            Assert.DoesNotContain(made, f => !f.StartsWith("dotnet-diagnostic-", StringComparison.Ordinal) && !f.StartsWith("clr-debug-pipe-", StringComparison.Ordinal) && !f.StartsWith("cairn-", StringComparison.Ordinal));
            NothingIn(temporary.FullName);
            Nothing(said, "the program");
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    // The keyring and the sessions are the same for the process that is started next.
    private static async Task<Colleague> SignedInBefore(TestDatabase database)
    {
        await using var cairn = await RunningCairn.On(database);
        return await Colleague.SignsIn(cairn, "una", Role.Analyst);
    }

    private static (string, string)[] Form(string title) =>
    [
        ("series", "register"), ("title", title), ("as_of", "2026-03-31"), ("source", "Invented for a test"), ("address", ""), ("publisher", "Nobody"),
        ("base", "people on the register on that day"), ("definition", "Invented counts."), ("mapping", ""), ("demonstration", "yes"), ("by_group", ""),
    ];

    private static void Nothing(string text, string where) =>
        Assert.All(HostileFiles.People, secret => Assert.False(Regex.IsMatch(text, $@"(?<![\w-]){Regex.Escape(secret)}(?![\w-])", RegexOptions.IgnoreCase), $"'{secret}' is in {where}."));

    private static void NothingIn(string directory) =>
        Assert.All(Files(directory), f => Assert.DoesNotContain(HostileFiles.People.Where(p => p.Length >= LongEnough), p => Holds(f.Bytes, p)));

    private static List<(string Name, byte[] Bytes)> Files(string directory)
    {
        var files = new List<(string, byte[])>();
        // The doors for debuggers that a killed program leaves are sockets and pipes, and hold nothing.
        foreach (var name in Directory.GetFiles(directory, "*", SearchOption.AllDirectories).Where(f => !Path.GetFileName(f).StartsWith("dotnet-diagnostic-", StringComparison.Ordinal) && !Path.GetFileName(f).StartsWith("clr-debug-pipe-", StringComparison.Ordinal)))
        {
            using var stream = new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            files.Add((name, bytes.ToArray()));
        }

        return files;
    }

    private static bool Holds(byte[] bytes, string secret) =>
        Encoding.Latin1.GetString(bytes).Contains(secret, StringComparison.OrdinalIgnoreCase) || Encoding.Unicode.GetString(bytes).Contains(secret, StringComparison.OrdinalIgnoreCase);
}
