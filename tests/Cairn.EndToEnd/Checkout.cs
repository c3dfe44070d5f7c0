using System.Text.RegularExpressions;

namespace Cairn.EndToEnd;

/// <summary>Where things are: the program under test, the campaign it shows, and where to leave what people look at.</summary>
internal static partial class Checkout
{
    public static string Root { get; } = FindRoot();

    public static string Campaign { get; } = Path.Combine(Root, "campaigns", "not-my-friend");

    /// <summary>The published program when <c>CAIRN_PUBLISHED</c> names it, otherwise the one built beside these tests.</summary>
    public static string Program { get; } = Environment.GetEnvironmentVariable("CAIRN_PUBLISHED") is { Length: > 0 } published
        ? Path.GetFullPath(published, Root)
        : Path.Combine(Root, "src", "Cairn", "bin", Configuration, "net10.0", "cairn");

    /// <summary>The sidecar that is compiled ahead of time when <c>CAIRN_SIDECAR</c> names it, otherwise the one built beside these tests.</summary>
    public static string Sidecar { get; } = Environment.GetEnvironmentVariable("CAIRN_SIDECAR") is { Length: > 0 } sidecar
        ? Path.GetFullPath(sidecar, Root)
        : Path.Combine(Root, "src", "Cairn.Sidecar", "bin", Configuration, "net10.0", "cairn-sidecar");

    /// <summary>The sample built beside these tests.</summary>
    public static string SearchSite { get; } = Path.Combine(Root, "samples", "SearchSite", "bin", Configuration, "net10.0", "SearchSite");

    public static bool ProgramIsPublished { get; } = Environment.GetEnvironmentVariable("CAIRN_PUBLISHED") is { Length: > 0 };

    /// <summary>Every page the tests met, as HTML, for the validator that <c>./check</c> runs afterwards.</summary>
    public static string SavedPages { get; } = Environment.GetEnvironmentVariable("CAIRN_SAVED_PAGES") is { Length: > 0 } chosen
        ? Path.GetFullPath(chosen, Root)
        : Path.Combine(Root, ".build", "pages");

    public static string Chromium { get; } = Environment.GetEnvironmentVariable("CAIRN_CHROMIUM") is { Length: > 0 } chosen ? chosen : "/usr/bin/chromium";

    /// <summary>Codes of every language of the campaign, drafts included, the reference language first.</summary>
    public static IReadOnlyList<string> Languages { get; } =
        [.. LanguageLine().Matches(File.ReadAllText(Path.Combine(Campaign, "campaign.yaml"))).Select(m => m.Groups["code"].Value)];

    public static IReadOnlyList<string> Placements { get; } =
        [.. LanguageLine().Matches(File.ReadAllText(Path.Combine(Campaign, "artwork.yaml"))).Select(m => m.Groups["code"].Value)];

    /// <summary>Figures with a value of their own. One that is computed has an address that answers only while its table is published.</summary>
    public static IReadOnlyList<string> Figures { get; } =
        [.. FigureWithValue().Matches(File.ReadAllText(Path.Combine(Campaign, "figures.yaml"))).Select(m => m.Groups["id"].Value)];

    /// <summary>One sentence of the site's own words, for example <c>demonstration</c>.</summary>
    public static string Words(string language, string key)
    {
        var file = File.ReadLines(Path.Combine(Campaign, "words", language + ".yaml"));
        return file.Select(l => l.Trim()).First(l => l.StartsWith(key + ":", StringComparison.Ordinal))[(key.Length + 1)..].Trim().Trim('"');
    }

    private static string Configuration => AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Cairn.slnx")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("The tests must run inside a checkout.");
    }

    [GeneratedRegex(@"^\s*-\s*\{\s*code:\s*(?<code>[a-z0-9\-]+)", RegexOptions.Multiline)]
    private static partial Regex LanguageLine();

    [GeneratedRegex(@"^\s*-\s*id:\s*(?<id>[a-z0-9\-]+)\s*\n\s*value:", RegexOptions.Multiline)]
    private static partial Regex FigureWithValue();
}
