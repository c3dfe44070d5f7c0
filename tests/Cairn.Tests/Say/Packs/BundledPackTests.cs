using Cairn.Say.Packs;
using Cairn.Say.Packs.Rules;

namespace Cairn.Tests.Say.Packs;

public sealed class BundledPackTests
{
    [Fact]
    public void The_bundled_pack_is_read_whole()
    {
        var directory = Given.TheBundledPack();

        var reading = PackReader.Read(directory);

        Assert.Equal([], reading.Findings.Where(f => f.Rule.Level == RuleLevel.Error).Select(f => $"{f.Place} {f.Rule} {f.Message} ({f.Remedy})"));
        Assert.NotNull(reading.Pack);
    }
}
