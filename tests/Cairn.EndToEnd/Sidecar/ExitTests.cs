namespace Cairn.EndToEnd.Sidecar;

/// <summary>What the program says and returns when it cannot start; the sentences themselves are tested in process.</summary>
public sealed class ExitTests
{
    [Theory]
    [InlineData(2, "--key", "--bundle", "b")]
    [InlineData(2, "--terms needs --terms-key", "--bundle", "b", "--key", "k", "--terms", "t")]
    [InlineData(2, "--report-every takes", "--bundle", "b", "--key", "k", "--report-every", "0")]
    [InlineData(2, "blorptang", "--bundle", "b", "--key", "k", "blorptang")]
    [InlineData(1, "k, which --key names, is not there.", "--bundle", "b", "--key", "k")]
    [InlineData(0, "--report-every", "--help")]
    public async Task It_ends_with_the_promised_code_and_a_sentence(int code, string sentence, params string[] words)
    {
        var folder = Directory.CreateTempSubdirectory("cairn-sidecar-exit-");

        var (exit, said) = await RunningSidecar.Run(folder.FullName, words);

        Assert.Equal((code, true), (exit, said.Contains(sentence, StringComparison.Ordinal)));
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }
}
