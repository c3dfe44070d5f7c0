namespace Cairn.Tests.Architecture;

/// <summary>What a reader of the repository sees: every file that is written by hand, by its path from the root with forward slashes.</summary>
internal static class SourceTree
{
    private static readonly string[] Unwritten = ["bin", "obj", ".git", ".build", ".vs", ".idea", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts", "__pycache__"];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> Files { get; } =
        [.. Under(new DirectoryInfo(Root)).Select(f => Path.GetRelativePath(Root, f.FullName).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> Ending(params string[] endings) => Files.Where(f => endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    public static bool Has(string path) => Path.Exists(Path.Combine(Root, path));

    private static IEnumerable<FileInfo> Under(DirectoryInfo folder) =>
        folder.EnumerateFiles().Where(f => f.Name != ".git").Concat(folder.EnumerateDirectories().Where(d => !Unwritten.Contains(d.Name) && !IsServed(d)).SelectMany(Under));

    /// <summary>What a server started here writes beside the sources; git leaves both out.</summary>
    private static bool IsServed(DirectoryInfo folder) => folder.Name is "data" or "keyring" && folder.Parent!.FullName == Root;

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Cairn.slnx")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("The tests must run inside a checkout.");
    }
}
