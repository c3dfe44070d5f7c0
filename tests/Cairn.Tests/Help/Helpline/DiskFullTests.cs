using System.Diagnostics;
using System.Net;

namespace Cairn.Tests.Help.Helpline;

/// <summary>Row 6 of the test table: the disk is full, and then it is not.</summary>
public sealed class DiskFullTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact, Trait("Category", "Nightly")]
    public async Task Row_6_on_a_full_disk_what_was_written_is_read_what_is_written_stays_in_the_box_and_it_goes_on_by_itself()
    {
        await using var database = await TestDatabase.Empty(Engine.Sqlite);
        if (await Shell("mount", "-t", "tmpfs", "-o", "size=64m,mode=700", "cairn-small", database.Directory) is { } refused)
            Assert.Fail($"A small disk cannot be mounted here: {refused}");
        try
        {
            await using var cairn = CairnProcess.Serve(database, Checkout.Campaign, null, "--rehearse");
            using var http = new HttpClient { BaseAddress = await cairn.Ready() };
            var begun = await http.Talk("send", ("text", "blorptang"), ("submission", PostedTalk.NewSubmission()));
            var thread = await http.Talk("kept", ("token", begun.Token), ("group", begun.Group));
            var filler = Path.Combine(database.Directory, "filler");
            Fill(filler);

            // What the log of the database still had room for is kept; then nothing more is.
            var (kept, unsent, submission) = (0, thread, "");
            for (; kept < 2_000; kept++)
            {
                submission = PostedTalk.NewSubmission();
                unsent = await http.Talk("more", ("token", thread.Token), ("text", $"zintel {kept}"), ("submission", submission));
                if (unsent.Status != HttpStatusCode.OK)
                    break;
            }

            Assert.Equal((HttpStatusCode.ServiceUnavailable, $"zintel {kept}"), (unsent.Status, unsent.Box));
            Assert.Contains("not sent", unsent.Page.QuerySelector(".problem")!.TextContent, StringComparison.OrdinalIgnoreCase);
            var another = await http.Talk("send", ("text", "quandril"), ("submission", PostedTalk.NewSubmission()));
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "quandril"), (another.Status, another.Box));
            foreach (var read in new[] { await http.Talk("check", ("token", thread.Token)), await http.Talk("open", ("code", begun.Code)) })
            {
                Assert.Equal((HttpStatusCode.OK, "Your conversation"), (read.Status, read.Heading));
                Assert.Equal(kept + 2, read.Messages.Count);
            }

            foreach (var path in new[] { "/en", "/en/talk", "/en/find-help" })
                Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(path, Stop)).StatusCode);

            File.Delete(filler);
            var sent = await http.Talk("more", ("token", unsent.Token), ("text", unsent.Box), ("submission", submission));
            Assert.Equal(HttpStatusCode.OK, sent.Status);
            Assert.Equal(["blorptang", .. Enumerable.Range(0, kept + 1).Select(i => $"zintel {i}")], sent.Messages.Where((_, at) => at != 1));
            Assert.Equal(HttpStatusCode.OK, (await http.Talk("send", ("text", "quandril"), ("submission", PostedTalk.NewSubmission()))).Status);
            await cairn.Kill();
            foreach (var module in new[] { "help", "know", "say", "staff" })
                Assert.Equal("ok", await database.Sql(module, "PRAGMA integrity_check"));
            Console.WriteLine($"> Row 6: {kept} messages fitted on a full disk of 64 MiB, the next stayed in its box; both ways to read went on, and after space was made it was kept once without a restart");
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            await Shell("umount", "-l", database.Directory);
        }
    }

    private static void Fill(string path)
    {
        using var file = File.Create(path, 1);
        foreach (var size in new[] { 1 << 20, 1 << 12, 1 })
        {
            try
            {
                for (var bytes = new byte[size]; ;)
                    file.Write(bytes);
            }
            catch (IOException)
            {
                // Not one more of this size.
            }
        }
    }

    /// <returns>Null when it was done, otherwise what was said.</returns>
    private static async Task<string?> Shell(string command, params string[] words)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, words) { RedirectStandardError = true })!;
            var said = await process.StandardError.ReadToEndAsync(Stop);
            await process.WaitForExitAsync(Stop);
            return process.ExitCode == 0 ? null : said.Trim();
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return missing.Message;
        }
    }
}
