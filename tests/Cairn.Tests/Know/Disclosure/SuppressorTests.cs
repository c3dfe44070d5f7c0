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

    [Fact]
    public void Tables_of_up_to_sixteen_cells_lose_no_more_than_the_best_choice()
    {
        for (var seed = 0; seed < 120; seed++)
        {
            var table = RandomTable.Of(seed, 16);
            var loss = seed % 2 == 0 ? Loss.Cells : Loss.Counts;
            var rules = new DisclosureRules(threshold: seed % 4 < 2 ? 10 : 5, zerosAreSensitive: seed % 5 == 1, classDisclosure: seed % 3 == 1);

            var suppressed = Suppressor.Suppress(table, rules, loss);

            Assert.Equal(BestByTrying(table, rules, LossWeights.Of(table, loss)), suppressed.LossOfAll, 6);
        }
    }

    /// <summary>Every choice of blanks in the order of its loss, each put before the auditor.</summary>
    private static double BestByTrying(CountTable table, DisclosureRules rules, double[] weights)
    {
        var primary = PrimaryCells.Of(table, rules);
        var needs = primary.ToDictionary(p => p.Cell, p => p.Interval);
        var free = Enumerable.Range(0, weights.Length).Where(c => !needs.ContainsKey(c) && !table.IsStructuralZero(c)).ToList();
        return Enumerable.Range(0, 1 << free.Count)
            .Select(bits => (Blank: needs.Keys.Concat(free.Where((_, i) => (bits >> i & 1) == 1)).ToHashSet(), Bits: bits))
            .Select(choice => (choice.Blank, Loss: choice.Blank.Sum(c => weights[c])))
            .OrderBy(choice => choice.Loss)
            .First(choice => Auditor.Examine(PublishedTable.Of(table, choice.Blank), needs, AttackDepth.UntilNeedsHold).Holds).Loss;
    }

    [Fact]
    public void Ratio()
    {
        foreach (var kind in new[] { "two-way", "hierarchy", "three-way" })
        {
            foreach (var cells in new[] { 200, 1000 })
            {
                var table = RandomTable.Filled(new Random(7), RandomTable.Shape(kind, cells));
                var clock = Stopwatch.StartNew();
                var suppressed = Suppressor.Suppress(table, new());
                var took = clock.Elapsed;
                clock.Restart();
                var bound = CutMaster.Bound(new(table), suppressed.Primary, LossWeights.Of(table, Loss.Cells), 15).Bound;
                Console.WriteLine($"{kind} {cells}: {suppressed.Primary.Count} {suppressed.Blank.Count} {bound:F1} ratio {suppressed.Blank.Count / bound:F3} secondary {(suppressed.Blank.Count - suppressed.Primary.Count) / (bound - suppressed.Primary.Count):F3} {took.TotalSeconds:F1} {clock.Elapsed.TotalSeconds:F1}");
            }
        }
    }

    private static void Protects(CountTable table, int seed)
    {
        var rules = new DisclosureRules(zerosAreSensitive: seed % 5 == 1, classDisclosure: seed % 3 == 1);
        var suppressed = Suppressor.Suppress(table, rules, seed % 2 == 0 ? Loss.Cells : Loss.Counts);

        var audit = Auditor.Examine(PublishedTable.Of(table, suppressed.Blank), suppressed.Primary.ToDictionary(p => p.Cell, p => p.Interval), AttackDepth.UntilNeedsHold);

        Assert.True(audit.Holds, $"seed {seed}");
    }
}
