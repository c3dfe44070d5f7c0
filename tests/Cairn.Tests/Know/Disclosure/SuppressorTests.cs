using System.Diagnostics;
using Cairn.Bench.Disclosure;
using Cairn.Know.Disclosure;
using Cairn.Know.Disclosure.Attack;
using Cairn.Know.Disclosure.Suppression;
using Cairn.Know.Disclosure.Tables;

namespace Cairn.Tests.Know.Disclosure;

public sealed class SuppressorTests
{
    [Fact]
    public void After_protection_no_attacker_comes_closer_than_the_interval()
    {
        for (var seed = 0; seed < 100; seed++)
            Protects(RandomTable.Of(seed, 300), seed);
    }

    private static void Protects(CountTable table, int seed)
    {
        var rules = new DisclosureRules(zerosAreSensitive: seed % 5 == 1, classDisclosure: seed % 3 == 1);
        var suppressed = Suppressor.Suppress(table, rules, seed % 2 == 0 ? Loss.Cells : Loss.Counts);

        var audit = Auditor.Examine(PublishedTable.Of(table, suppressed.Blank), suppressed.Primary.ToDictionary(p => p.Cell, p => p.Interval), AttackDepth.UntilNeedsHold);

        Assert.True(audit.Holds, $"seed {seed}");
    }
}
