using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Cairn.Say.Packs.Publishing;
using CsCheck;

namespace Cairn.Tests.Say.Packs.Publishing;

public sealed class PackFilesTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("cairn-test-").FullName;

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Fact]
    public void The_manifest_is_what_sha256sum_prints_and_its_own_sum_is_the_revision()
    {
        var files = PackFiles.FromFolder(Given.TheBundledPack());

        var printed = Shell(Given.TheBundledPack(), "find . -type f -printf '%P\\n' | LC_ALL=C sort | xargs sha256sum");
        var named = Shell(Given.TheBundledPack(), "find . -type f -printf '%P\\n' | LC_ALL=C sort | xargs sha256sum | sha256sum");

        Assert.Equal(printed, files.Manifest);
        Assert.Equal(named[..64], files.Revision);
    }

    [Fact]
    public void A_folder_goes_into_an_archive_and_comes_out_byte_for_byte()
    {
        var there = PackFiles.FromFolder(Given.TheBundledPack());

        PackFiles.FromZip(there.ToZip()).WriteTo(Path.Combine(home, "out"));

        Assert.Equal("", Shell(home, $"diff -r '{Given.TheBundledPack()}' out"));
        Assert.Equal(there.Revision, PackFiles.FromFolder(Path.Combine(home, "out")).Revision);
    }

    [Fact]
    public void Any_bytes_survive_the_way_there_and_back() =>
        Gen.Select(Gen.Dictionary(Gen.String[Gen.Char["abcz019-_"], 1, 12], Gen.Byte.Array[0, 300])[1, 12], Gen.Int[0, 2]).Sample(
            (content, depth) =>
            {
                var folder = Path.Combine(home, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));
                var below = Path.Combine([folder, .. Enumerable.Repeat("d.d", depth)]);
                Directory.CreateDirectory(below);
                foreach (var (name, bytes) in content)
                    File.WriteAllBytes(Path.Combine(below, name), bytes);

                PackFiles.FromZip(PackFiles.FromFolder(folder).ToZip()).WriteTo(folder + "-out");

                return content.All(c => File.ReadAllBytes(Path.Combine([folder + "-out", .. Enumerable.Repeat("d.d", depth), c.Key])).AsSpan().SequenceEqual(c.Value))
                    && Directory.GetFiles(folder + "-out", "*", SearchOption.AllDirectories).Length == content.Count;
            },
            iter: 60);

    [Fact]
    public void One_changed_byte_is_another_revision()
    {
        File.WriteAllText(Path.Combine(home, "campaign.yaml"), "id: a\n");
        var before = PackFiles.FromFolder(home);

        File.WriteAllText(Path.Combine(home, "campaign.yaml"), "id: b\n");
        var after = PackFiles.FromFolder(home);

        Assert.NotEqual(before.Revision, after.Revision);
    }

    [Fact]
    public void The_same_files_give_the_same_archive()
    {
        var first = PackFiles.FromFolder(Given.TheBundledPack()).ToZip();
        var second = PackFiles.FromFolder(Given.TheBundledPack()).ToZip();

        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData("../evil.yaml")]
    [InlineData("/etc/evil.yaml")]
    [InlineData("a/../../evil.yaml")]
    [InlineData("a//b")]
    [InlineData("a\\b")]
    [InlineData("a\nb")]
    [InlineData("pages/en/hôme.md")]
    public void An_archive_cannot_reach_outside_its_folder(string path)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry(path).Open())
            entry.Write("x"u8);

        var refused = Assert.Throws<PackRefusedException>(() => PackFiles.FromZip(memory.ToArray()));

        Assert.Contains("cannot be kept", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public void An_archive_that_is_none_is_refused() =>
        Assert.Throws<PackRefusedException>(() => PackFiles.FromZip(Encoding.ASCII.GetBytes("not a zip")));

    [Fact]
    public void A_link_in_a_folder_is_refused()
    {
        File.CreateSymbolicLink(Path.Combine(home, "campaign.yaml"), "/etc/hostname");

        var refused = Assert.Throws<PackRefusedException>(() => PackFiles.FromFolder(home));

        Assert.Contains("is a link", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_linked_into_a_pack_is_refused()
    {
        Directory.CreateSymbolicLink(Path.Combine(home, "pages"), Given.TheBundledPack());

        Assert.Throws<PackRefusedException>(() => PackFiles.FromFolder(home));
    }

    [Fact]
    public void A_folder_that_does_not_exist_or_is_far_too_large_is_refused()
    {
        var missing = Assert.Throws<PackRefusedException>(() => PackFiles.FromFolder(Path.Combine(home, "nowhere")));
        using (var large = File.Create(Path.Combine(home, "large")))
            large.SetLength(65L * 1024 * 1024);
        var tooLarge = Assert.Throws<PackRefusedException>(() => PackFiles.FromFolder(home));

        Assert.StartsWith("There is no folder", missing.Message, StringComparison.Ordinal);
        Assert.Contains("larger than a pack may be", tooLarge.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_are_never_written_over_others()
    {
        File.WriteAllText(Path.Combine(home, "mine.txt"), "mine");

        Assert.Throws<PackRefusedException>(() => PackFiles.FromFolder(Given.TheBundledPack()).WriteTo(home));

        Assert.Equal(["mine.txt"], Directory.GetFileSystemEntries(home).Select(Path.GetFileName));
    }

    private static string Shell(string directory, string command)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", command]) { WorkingDirectory = directory, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
