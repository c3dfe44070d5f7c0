using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Cairn.Tests.Help.Helpline;

/// <summary>Row 4 of the test table: what somebody wrote does not stay in the program's memory.</summary>
public sealed partial class WordsInMemoryTests
{
    private const int Messages = 5;
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Row_4_a_minute_after_the_answer_no_copy_of_the_words_is_in_memory(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var cairn = CairnProcess.Serve(database, Checkout.Campaign, null, "--rehearse");
        var address = await cairn.Ready();
        var mark = $"blorptang{Guid.NewGuid():N}";
        // The test itself could see it: before anything is wiped a body that is still being sent stands in a block.
        using var open = await Half(address, mark);
        Assert.NotEqual(0, Copies(cairn.Id, mark));
        open.Dispose();

        for (var message = 0; message < Messages; message++)
        {
            Assert.Contains("200 OK", await Sent(address, "talk", "send", mark), StringComparison.Ordinal);
            // What somebody tells, looks through, sends, and makes a letter of.
            foreach (var step in new[] { "ask", "review", "letter", "send" })
                Assert.Contains("200 OK", await Sent(address, "report", step, mark), StringComparison.Ordinal);
        }

        await Task.Delay(TimeSpan.FromSeconds(1), Stop);
        var soon = Copies(cairn.Id, mark);
        await Task.Delay(TimeSpan.FromSeconds(59), Stop);
        var later = Copies(cairn.Id, mark);
        Console.WriteLine($"> Row 4: {engine}: {soon} copies after 1 s, {later} after 60 s");
        Assert.Equal(0, later);
    }

    [Fact]
    public async Task Row_4_a_letter_made_on_a_closed_line_leaves_nothing_in_memory_nor_in_any_file()
    {
        await using var database = await TestDatabase.Empty(Engine.Sqlite);
        await using var cairn = CairnProcess.Serve(database, Checkout.Campaign, null);
        var address = await cairn.Ready();
        var mark = $"blorptang{Guid.NewGuid():N}";

        for (var letter = 0; letter < Messages; letter++)
        {
            var answer = await Sent(address, "report", "letter", mark);
            Assert.Contains("200 OK", answer, StringComparison.Ordinal);
            Assert.Contains(mark, answer, StringComparison.Ordinal);
        }

        await Task.Delay(TimeSpan.FromSeconds(1), Stop);
        var soon = Copies(cairn.Id, mark);
        await Task.Delay(TimeSpan.FromSeconds(59), Stop);
        var later = Copies(cairn.Id, mark);
        var files = System.IO.Directory.GetFiles(database.Directory, "*", SearchOption.AllDirectories);
        var holding = files.Where(f => File.ReadAllBytes(f).AsSpan().IndexOf(Encoding.ASCII.GetBytes(mark)) >= 0).ToList();
        Console.WriteLine($"> Row 4: a letter on a closed line: {soon} copies after 1 s, {later} after 60 s; none in {files.Length} files");
        Assert.Equal(0, later);
        Assert.NotEmpty(files);
        Assert.Empty(holding);
        Assert.Equal(0L, Convert.ToInt64(await database.Sql("help", "SELECT (SELECT COUNT(*) FROM help_conversation) + (SELECT COUNT(*) FROM help_submission)"), CultureInfo.InvariantCulture));
    }

    private static async Task<string> Sent(Uri address, string line, string step, string mark)
    {
        var body = $"step={step}&text={mark}&whom={mark}&submission={Guid.NewGuid():N}";
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port, Stop);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{Head(address, line, body.Length)}{body}"), Stop);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(Stop);
    }

    private static async Task<TcpClient> Half(Uri address, string mark)
    {
        var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port, Stop);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{Head(address, "talk", 1000)}step=send&text={mark}"), Stop);
        await Task.Delay(TimeSpan.FromSeconds(1), Stop);
        return socket;
    }

    private static string Head(Uri address, string line, int length) =>
        $"POST /en/{line} HTTP/1.1\r\nHost: {address.Authority}\r\nOrigin: {address.GetLeftPart(UriPartial.Authority)}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n";

    /// <summary>How often the letters stand in a process's memory, one byte each or two.</summary>
    private static int Copies(int process, string mark)
    {
        var patterns = new[] { Encoding.ASCII.GetBytes(mark), Encoding.Unicode.GetBytes(mark) };
        var (copies, piece) = (0, new byte[1 << 20]);
        using var memory = new FileStream($"/proc/{process}/mem", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1);
        foreach (var line in File.ReadLines($"/proc/{process}/maps"))
        {
            if (Writable().Match(line) is not { Success: true } range)
                continue;
            var (from, to) = (long.Parse(range.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture), long.Parse(range.Groups[2].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            // Pieces overlap by less than a mark, so that one across a border counts once.
            for (var at = from; at < to; at += piece.Length - 2 * mark.Length + 1)
            {
                int read;
                try
                {
                    memory.Position = at;
                    read = memory.Read(piece, 0, (int)Math.Min(piece.Length, to - at));
                }
                catch (IOException)
                {
                    // Guarded pages, and those that went away meanwhile.
                    continue;
                }

                foreach (var pattern in patterns)
                {
                    for (var found = piece.AsSpan(0, read); found.IndexOf(pattern) is >= 0 and var first; found = found[(first + 1)..])
                        copies++;
                }
            }
        }

        return copies;
    }

    [GeneratedRegex("^([0-9a-f]+)-([0-9a-f]+) rw")]
    private static partial Regex Writable();
}
