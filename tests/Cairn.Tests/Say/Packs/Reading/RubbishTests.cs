using Cairn.Say.Packs;
using Cairn.Say.Packs.Rules;
using CsCheck;

namespace Cairn.Tests.Say.Packs.Reading;

/// <summary>Whatever lies in a pack's folder, reading it ends in findings, never in an exception.</summary>
public sealed class RubbishTests
{
    private static readonly string[] Files =
        ["campaign.yaml", "services.yaml", "figures.yaml", "artwork.yaml", "moments.yaml", "messages/en.yaml", "words/en.yaml", "pages/en/home.md", "pages/en/yourself.md"];

    private static readonly Gen<string> File = Gen.Int[0, Files.Length - 1].Select(i => Files[i]);

    // Characters that mean something to YAML or Markdown come often.
    private static readonly Gen<string> Text = Gen.Char["ab0 \n\t:-[]{}()#*&!|>'\"%@`,?<=\\/._~^$é\u0000\uE000"].Array[0, 200].Select(c => new string(c));

    [Fact]
    public void Random_bytes_are_findings() =>
        Gen.Select(File, Gen.Byte.Array[0, 400]).Sample((file, bytes) => Ends(pack => pack.With(file, bytes)), iter: 60, threads: 1);

    [Fact]
    public void Random_text_is_findings() =>
        Gen.Select(File, Text).Sample((file, text) => Ends(pack => pack.With(file, text)), iter: 120, threads: 1);

    [Fact]
    public void Random_text_after_front_matter_is_findings() =>
        Text.Sample(text => Ends(pack => pack.Append("pages/en/home.md", text)), iter: 120, threads: 1);

    [Fact]
    public void A_truncated_file_is_findings_or_a_pack() =>
        Gen.Select(File, Gen.Double[0, 1]).Sample(
            (file, part) => Ends(pack =>
            {
                pack.With("moments.yaml", "looks: 5\nreport: []\narms:\n  - {message: stop-now, weight: 3}\n");
                var bytes = System.IO.File.ReadAllBytes(pack.PathOf(file));
                pack.With(file, bytes[..(int)(bytes.Length * part)]);
            }),
            iter: 60, threads: 1);

    [Theory]
    [InlineData("- - - - - - - - ")]
    [InlineData("> > > > > > > > ")]
    [InlineData("[[[[[[[[[[[[[[[[")]
    [InlineData("::::::::\n")]
    [InlineData("*a_ ")]
    public void Nesting_without_end_is_findings(string piece)
    {
        using var pack = Given.APack().Append("pages/en/home.md", string.Concat(Enumerable.Repeat(piece, 500)));

        var reading = PackReader.Read(pack.Folder);

        Assert.NotNull(reading.Readable);
    }

    private static void Ends(Action<TemporaryPack> change)
    {
        using var pack = Given.APack();
        change(pack);

        var reading = PackReader.Read(pack.Folder);

        Assert.Equal(reading.Pack is null, reading.Findings.Any(f => f.Rule.Level == RuleLevel.Error));
        Assert.All(reading.Findings, f => Assert.True(f.Place.Line >= 1));
    }
}
