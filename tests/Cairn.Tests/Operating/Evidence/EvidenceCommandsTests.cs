using System.Text;
using Cairn.Tests.Help.Helpline;

namespace Cairn.Tests.Operating.Evidence;

/// <summary>The words of the command and how it ends, in a process of its own.</summary>
public sealed class EvidenceCommandsTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("cairn-test-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Signers => Path.Combine(home, "signers.txt");

    public void Dispose() => Directory.Delete(home, recursive: true);

    // An empty folder: neither a database nor a keyring is looked for or made.
    [Fact]
    public async Task A_package_is_verified_where_nothing_else_of_cairn_is()
    {
        await using var nothing = await TestDatabase.Empty(Engine.Sqlite);

        var whole = await CairnProcess.RunWith(APackage.Passphrase, nothing, "evidence", "verify", APackage.File);
        var altered = await CairnProcess.RunWith(APackage.Passphrase, nothing, "evidence", "verify", APackage.AsMade().Altered("statement.txt").WriteTo(home));
        var locked = await CairnProcess.Run(nothing, "evidence", "verify", APackage.File);
        var unsaid = await CairnProcess.Run(nothing, "evidence", "verify");

        Assert.Equal((0, 1, 1, 2), (whole.Exit, altered.Exit, locked.Exit, unsaid.Exit));
        Assert.Contains("item\tconversation.html\tok\n", whole.Output, StringComparison.Ordinal);
        Assert.Contains("by telephone", whole.People, StringComparison.Ordinal);
        Assert.Contains("item\tstatement.txt\taltered\n", altered.Output, StringComparison.Ordinal);
        Assert.Equal(("", 1), (locked.Output, locked.People.Count(c => c == '\n')));
        Assert.Empty(Directory.GetFileSystemEntries(nothing.Directory));
    }

    [Theory, EachDatabase]
    public async Task The_desks_signers_are_written_and_a_package_is_held_against_them(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using (var cairn = await RunningCairn.On(database))
        {
            var none = await CairnProcess.Run(database, "evidence", "export", "--out", Signers, "--data", database.Directory);
            Assert.Equal(1, none.Exit);
            Assert.StartsWith("Nobody is on a desk", none.People, StringComparison.Ordinal);
            var (supervisor, adviser) = await AdviserByHand.TwoAt(cairn);
            using (supervisor)
            using (adviser)
            using (await AdviserByHand.SitsDown(cairn, "rory", Cairn.Staff.Roles.Role.Adviser))
            {
                var written = await CairnProcess.Run(database, "evidence", "export", "--out", Signers, "--data", database.Directory);
                Assert.Equal((0, Signers + "\n"), (written.Exit, written.Output));
            }
        }

        var lines = await File.ReadAllLinesAsync(Signers, Cancel);
        Assert.StartsWith("#", lines[0], StringComparison.Ordinal);
        Assert.Equal(["Iain", "Sorcha"], lines.Skip(1).Select(l => l.Split('\t')[1]));
        var again = await CairnProcess.Run(database, "evidence", "export", "--out", Signers, "--data", database.Directory);
        var strangers = await CairnProcess.RunWith(APackage.Passphrase, database, "evidence", "verify", APackage.File, "--signers", Signers);
        var text = new StringBuilder();
        foreach (byte secret in new byte[] { 1, 2 })
            text.Append(Convert.ToBase64String(APackage.VerifyKey(secret))).Append(" Somebody ").Append(secret).Append('\n');
        await File.AppendAllTextAsync(Signers, text.ToString(), Cancel);
        var signers = await CairnProcess.RunWith(APackage.Passphrase, database, "evidence", "verify", APackage.File, "--signers", Signers);

        Assert.Equal((1, 1, 0), (again.Exit, strangers.Exit, signers.Exit));
        Assert.Contains("not one of the signers", strangers.Output, StringComparison.Ordinal);
        Assert.Equal("Whole, and signed by 2 of the signers.\n", signers.People);
    }
}
