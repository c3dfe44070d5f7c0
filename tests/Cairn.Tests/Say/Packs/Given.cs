namespace Cairn.Tests.Say.Packs;

internal static class Given
{
    /// <summary>The pack that ships with the program.</summary>
    public static string TheBundledPack() => Path.Combine(TheRepository(), "campaigns", "not-my-friend");

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
