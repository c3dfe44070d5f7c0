namespace Cairn.Tests.Say.Packs;

internal static class Given
{
    /// <summary>The pack that ships with the program.</summary>
    public static string TheBundledPack() => Path.Combine(TheRepository(), "campaigns", "not-my-friend");

    /// <summary>A small pack without a fault, to be broken. Its words are those of the bundled pack, so that a new word breaks one of them only.</summary>
    public static TemporaryPack APack()
    {
        var pack = new TemporaryPack(Path.Combine(TheRepository(), "tests", "Cairn.Tests", "Say", "Packs", "SmallPack"));
        return pack.With("words/en.yaml", File.ReadAllText(Path.Combine(TheBundledPack(), "words", "en.yaml")));
    }

    /// <summary>The folder that holds <c>Cairn.slnx</c>.</summary>
    public static string TheRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Cairn.slnx")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
