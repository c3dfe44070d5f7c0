using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Cairn.Tests.Architecture;

/// <summary>A document that no longer tells the truth is a bug.</summary>
public sealed partial class DocumentTests
{
    public static TheoryData<string> Documents => [.. SourceTree.Ending(".md").Where(f => !f.StartsWith("campaigns/", StringComparison.Ordinal) && !f.StartsWith("tests/", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Documents))]
    public void A_link_from_a_document_leads_somewhere(string document)
    {
        var folder = Path.GetDirectoryName(document)!;

        var dead = Link().Matches(InlineCode().Replace(Prose(SourceTree.Read(document)), "")).Select(m => m.Groups["to"].Value)
            .Where(to => !to.Contains("://", StringComparison.Ordinal) && !to.StartsWith("mailto:", StringComparison.Ordinal))
            .Where(to => !Leads(folder, document, to));

        Assert.Empty(dead);
    }

    [Theory, MemberData(nameof(Documents))]
    public void A_file_a_document_names_is_there(string document)
    {
        var named = InlineCode().Matches(Prose(SourceTree.Read(document))).Select(m => m.Groups["code"].Value)
            .Where(c => Place().IsMatch(c))
            .Where(c => SourceTree.Has(c.Split('/')[0]));

        Assert.All(named, place => Assert.True(SourceTree.Has(place.TrimEnd('/')), $"{document} names {place}, which is not there."));
    }

    [Fact]
    public void The_two_commands_of_the_readme_are_the_two_that_are_promised()
    {
        var readme = SourceTree.Read("README.md");

        Assert.Contains("dotnet run --project src/Cairn", readme, StringComparison.Ordinal);
        Assert.Contains("./check", readme, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Documents))]
    public void A_script_a_document_tells_people_to_run_is_there_and_can_be_run(string document)
    {
        var scripts = Script().Matches(SourceTree.Read(document)).Select(m => m.Groups["path"].Value).Distinct();

        Assert.All(scripts, s =>
        {
            var path = Path.Combine(SourceTree.Root, s);
            Assert.True(File.Exists(path), $"{document} tells people to run ./{s}, which is not there.");
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute), $"./{s} cannot be run.");
        });
    }

    [Fact]
    public void Every_dependency_is_in_the_readmes_table()
    {
        var used = SourceTree.Ending(".csproj", "Directory.Build.props")
            .SelectMany(f => XDocument.Parse(SourceTree.Read(f)).Descendants("PackageReference")).Select(p => p.Attribute("Include")!.Value).Distinct();
        var readme = SourceTree.Read("README.md");

        Assert.All(used, package => Assert.Contains(package, readme, StringComparison.Ordinal));
    }

    [Fact]
    public void No_package_is_pinned_that_nothing_uses()
    {
        var pinned = XDocument.Parse(SourceTree.Read("Directory.Packages.props")).Descendants("PackageVersion").Select(p => p.Attribute("Include")!.Value);
        var used = SourceTree.Ending(".csproj", "Directory.Build.props")
            .SelectMany(f => XDocument.Parse(SourceTree.Read(f)).Descendants("PackageReference")).Select(p => p.Attribute("Include")!.Value);

        Assert.Empty(pinned.Except(used));
    }

    /// <summary>Without fenced blocks, which show other people's files.</summary>
    private static string Prose(string markdown) => Fence().Replace(markdown, "");

    private static bool Leads(string folder, string document, string to)
    {
        var parts = to.Split('#', 2);
        var target = parts[0].Length == 0 ? document : Path.Combine(folder, parts[0]).Replace('\\', '/');
        if (!SourceTree.Has(target))
            return false;
        return parts.Length == 1 || !target.EndsWith(".md", StringComparison.Ordinal) || Anchors(target).Contains(parts[1]);
    }

    private static IEnumerable<string> Anchors(string document) =>
        SourceTree.Lines(document).Where(l => l.StartsWith('#'))
            .Select(l => NotInAnchor().Replace(l.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`(?<code>[^`\n]+)`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"^(src|tests|eng|docs|bench|campaigns)/[A-Za-z0-9._\-/]+$")]
    private static partial Regex Place();

    [GeneratedRegex(@"(?<![\w./])\./(?<path>check|eng/[a-z\-]+|bench/[a-z\-]+)\b")]
    private static partial Regex Script();

    [GeneratedRegex(@"^```.*?^```\s*$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"[^\p{L}\p{N}\- ]")]
    private static partial Regex NotInAnchor();
}
