using System.CommandLine;
using System.Text;
using Cairn.Say.Moments;

namespace Cairn.Tests.Say.Moments;

public sealed class TermsCommandsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cairn-terms-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_key_is_made_a_list_sealed_and_texts_matched_by_line_number_alone()
    {
        var list = Written("list.txt", "blorptang\nvulk + drem\taction=block\n");

        var key = Run("", "key", "--out", At("key"));
        var seal = Run("", "seal", list, "--key", At("key"), "--out", At("terms"));
        var match = Run("krenn\nbl0rptang\ndrem and vulk\n\nlast bl.orp.tang", "match", At("terms"), "--key", At("key"));

        Assert.Equal((0, ""), (key.Exit, key.Output));
        Assert.Equal((0, ""), (seal.Exit, seal.Output));
        Assert.Equal((0, "2\n3\n5\n"), (match.Exit, match.Output));
        Assert.Contains("5 lines, 3 match, 1 of them ask to block", match.People, StringComparison.Ordinal);
        Assert.DoesNotContain("bl", match.People.Replace("block", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(["key", "list.txt", "terms"], Files());
    }

    [Fact]
    public void A_key_is_never_overwritten()
    {
        Run("", "key", "--out", At("key"));
        var before = File.ReadAllText(At("key"));

        var again = Run("", "key", "--out", At("key"));

        Assert.Equal(1, again.Exit);
        Assert.Contains("never overwritten", again.People, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(At("key")));
    }

    [Theory]
    [InlineData("blorptang\n...\n", "Line 2")]
    [InlineData("\n", "no entry")]
    public void A_list_that_cannot_be_sealed_leaves_no_file_and_the_old_one_as_it_was(string content, string said)
    {
        Run("", "key", "--out", At("key"));
        Run("", "seal", Written("good.txt", "blorptang"), "--key", At("key"), "--out", At("terms"));
        var before = File.ReadAllBytes(At("terms"));

        var refused = Run("", "seal", Written("list.txt", content), "--key", At("key"), "--out", At("terms"));

        Assert.Equal(1, refused.Exit);
        Assert.Contains(said, refused.People, StringComparison.Ordinal);
        Assert.DoesNotContain("blorp", refused.People, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(At("terms")));
        Assert.Equal(["good.txt", "key", "list.txt", "terms"], Files());
    }

    [Fact]
    public void The_plain_list_is_never_replaced()
    {
        Run("", "key", "--out", At("key"));
        var list = Written("list.txt", "blorptang");

        var refused = Run("", "seal", list, "--key", At("key"), "--out", list);

        Assert.Equal(1, refused.Exit);
        Assert.Equal("blorptang", File.ReadAllText(list));
    }

    [Fact]
    public void A_text_that_is_no_UTF8_is_named_by_its_line()
    {
        Run("", "key", "--out", At("key"));
        Run("", "seal", Written("list.txt", "blorptang"), "--key", At("key"), "--out", At("terms"));

        var refused = Run([.. "blorptang\n"u8, 0xFF, (byte)'\n'], "match", At("terms"), "--key", At("key"));

        Assert.Equal((1, "1\n"), (refused.Exit, refused.Output));
        Assert.Contains("Line 2 of the texts is not UTF-8", refused.People, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_is_not_the_lists_and_a_list_that_is_none_are_refused()
    {
        Run("", "key", "--out", At("key"));
        Run("", "key", "--out", At("other"));
        Run("", "seal", Written("list.txt", "blorptang"), "--key", At("key"), "--out", At("terms"));

        var other = Run("", "match", At("terms"), "--key", At("other"));
        var none = Run("", "match", At("list.txt"), "--key", At("key"));
        var missing = Run("", "match", At("nowhere"), "--key", At("key"));

        Assert.Equal((1, 1, 1), (other.Exit, none.Exit, missing.Exit));
        Assert.Contains("another key", other.People, StringComparison.Ordinal);
        Assert.Contains("not a sealed list", none.People, StringComparison.Ordinal);
        Assert.Contains("could not be read", missing.People, StringComparison.Ordinal);
    }

    private string At(string file) => Path.Combine(folder.FullName, file);

    private string Written(string file, string content)
    {
        File.WriteAllText(At(file), content);
        return At(file);
    }

    private IEnumerable<string> Files() => folder.GetFiles().Select(f => f.Name).Order(StringComparer.Ordinal);

    private static (int Exit, string Output, string People) Run(string input, params string[] words) => Run(Encoding.UTF8.GetBytes(input), words);

    private static (int Exit, string Output, string People) Run(byte[] input, params string[] words)
    {
        using StringWriter output = new(), people = new();
        var exit = TermsCommands.All(() => new MemoryStream(input)).Parse(words).Invoke(new InvocationConfiguration { Output = output, Error = people });
        return (exit, output.ToString(), people.ToString());
    }
}
