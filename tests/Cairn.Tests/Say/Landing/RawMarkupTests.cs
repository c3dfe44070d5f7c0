namespace Cairn.Tests.Say.Landing;

public sealed class RawMarkupTests
{
    [Fact]
    public void Text_becomes_markup_in_one_place_only()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src"), "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

        var raw = sources
            .Where(f => File.ReadAllText(f) is var text && (text.Contains("AddMarkupContent", StringComparison.Ordinal) || text.Contains("MarkupString", StringComparison.Ordinal)))
            .Select(Path.GetFileName);

        Assert.Equal(["ProseMarkup.cs"], raw);
    }
}
