using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Cairn.Foundation.Text;
using Cairn.Moment;
using Cairn.Say.Posters;
using Cairn.Say.Posters.Formats;
using Cairn.Say.Posters.Rendering;

namespace Cairn.Tests.Say.Posters;

public sealed class ArtworkFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cairn-artwork-").FullName;

    [Fact]
    public void The_same_pack_gives_the_same_bytes_on_one_thread_and_on_four()
    {
        var (one, four) = (Path.Combine(folder, "one"), Path.Combine(folder, "four"));

        Render(one, 1);
        Render(four, 4);

        var names = Directory.GetFiles(one).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(names, Directory.GetFiles(four).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(names, n => Assert.Equal(Sha256(Path.Combine(one, n!)), Sha256(Path.Combine(four, n!))));
    }

    [Fact]
    public void Only_what_changed_is_made_again()
    {
        var first = Render(folder, 2);
        var entry = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")))!["pictures"]![3]!["file"]!.GetValue<string>();
        File.WriteAllText(Path.Combine(folder, entry), "damaged");

        var second = Render(folder, 2);
        var third = Render(folder, 2, all: true);

        Assert.Equal((1, first.Made - 1), (second.Made, second.Kept));
        Assert.Equal((first.Made, 0), (third.Made, third.Kept));
    }

    [Fact]
    public void The_manifest_tells_size_bytes_hash_text_and_where_the_number_and_the_code_are()
    {
        Render(folder, 2);

        var pictures = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")))!["pictures"]!.AsArray();

        foreach (var picture in pictures)
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, picture!["file"]!.GetValue<string>()));
            Assert.Equal(bytes.Length, picture["bytes"]!.GetValue<int>());
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), picture["sha256"]!.GetValue<string>());
            Assert.NotEmpty(picture["text"]!.AsArray());
            Assert.Contains("Demonstration", picture["alternative"]!.GetValue<string>(), StringComparison.Ordinal);
        }

        var square = pictures.Single(p => p!["file"]!.GetValue<string>() == "one-click.en.square.png")!;
        Assert.Equal("0808 1000 900", square["numbers"]![0]!["number"]!.GetValue<string>());
        Assert.True(square["numbers"]![0]!["rectangle"]!["width"]!.GetValue<double>() > 300);
        Assert.Equal("https://demonstration.invalid/a/social1", square["codes"]![0]!["address"]!.GetValue<string>());
        Assert.Contains("0808 1000 900", square["post"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_said_in_one_sentence()
    {
        var file = Path.Combine(folder, "a-file");
        File.WriteAllText(file, "");

        var refused = Assert.Throws<MomentException>(() => Render(Path.Combine(file, "below"), 2));

        Assert.Contains("could not be made", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0x0")]
    [InlineData("0x600")]
    [InlineData("31x600")]
    [InlineData("8001x600")]
    [InlineData("99999x99999")]
    [InlineData("-5x600")]
    [InlineData("600")]
    [InlineData("")]
    public void A_size_that_cannot_be_is_no_format(string name) => Assert.Null(PosterFormat.Named(name));

    private static Rendered Render(string to, int threads, bool all = false)
    {
        var (contents, revision) = FolderPosters.Read(Checkout.Campaign, TimeProvider.System);
        var jobs = PosterRenderer.Jobs(contents.Pack, null, [Language.English]).Where(j => j.Artwork.Id is "one-click" or "one-number" or "found-it").ToList();
        return new ArtworkFolder(new PosterRenderer(contents), to, all).Render(jobs, revision, threads, null);
    }

    private static string Sha256(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
