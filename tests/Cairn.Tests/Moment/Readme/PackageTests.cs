using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;
using Cairn.Tests.Architecture;

namespace Cairn.Tests.Moment.Readme;

public sealed class PackageTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly string home = Directory.CreateTempSubdirectory("cairn-test-").FullName;

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Fact]
    public async Task The_package_holds_the_library_its_documentation_a_readme_and_a_licence_and_needs_nothing_else()
    {
        await Pack();

        await using var package = await ZipFile.OpenReadAsync(Directory.GetFiles(home, "Cairn.Moment.*.nupkg").Single(), TestContext.Current.CancellationToken);

        var files = package.Entries.Select(e => e.FullName).ToList();
        Assert.Superset(new HashSet<string> { "README.md", "lib/net10.0/Cairn.Moment.dll", "lib/net10.0/Cairn.Moment.xml" }, files.ToHashSet());
        Assert.Equal(2, files.Count(f => f.StartsWith("lib/", StringComparison.Ordinal)));
        await using var manifest = await package.GetEntry("Cairn.Moment.nuspec")!.OpenAsync(TestContext.Current.CancellationToken);
        var about = (await XDocument.LoadAsync(manifest, LoadOptions.None, TestContext.Current.CancellationToken)).Root!.Elements().Single();
        string? Said(string name) => about.Elements().SingleOrDefault(e => e.Name.LocalName == name)?.Value;
        Assert.Equal(("Cairn.Moment", "Apache-2.0", "README.md"), (Said("id"), Said("license"), Said("readme")));
        Assert.StartsWith("Does this moment need a warning?", Said("description"), StringComparison.Ordinal);
        Assert.DoesNotContain(about.Descendants(), e => e.Name.LocalName == "dependency");
    }

    // What was built for these tests, in a package.
    private async Task Pack()
    {
        var configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        var start = new ProcessStartInfo("dotnet", ["pack", "src/Cairn.Moment", "--no-build", "--no-restore", "-c", configuration, "-o", home, "-nodeReuse:false"])
        {
            WorkingDirectory = SourceTree.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var pack = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        var said = pack.StandardOutput.ReadToEndAsync(limit.Token);
        await pack.WaitForExitAsync(limit.Token);
        Assert.True(pack.ExitCode == 0, await said);
    }
}
