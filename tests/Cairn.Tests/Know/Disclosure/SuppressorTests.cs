using Cairn.Bench.Disclosure;
using Cairn.Know.Disclosure;
using Cairn.Know.Disclosure.Attack;
using Cairn.Know.Disclosure.Decisions;
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
    [Trait("Category", "Nightly")]
    public void After_protection_no_attacker_comes_closer_than_the_interval_in_two_thousand_tables() =>
        Parallel.For(0, 2000, new() { MaxDegreeOfParallelism = 2 }, seed => Protects(RandomTable.Of(seed, TableShape.MostCells), seed));

    [Fact]
    public void Tables_of_up_to_sixteen_cells_lose_no_more_than_the_best_choice()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var table = RandomTable.Of(seed, 16);
            var loss = seed % 2 == 0 ? Loss.Cells : Loss.Counts;
            var rules = new DisclosureRules(threshold: seed % 4 < 2 ? 10 : 5, zerosAreSensitive: seed % 5 == 1, classDisclosure: seed % 3 == 1);

            var suppressed = Suppressor.Suppress(table, rules, loss);

            Assert.Equal(BestByTrying(table, rules, LossWeights.Of(table, loss)), suppressed.LossOfAll, 6);
            Assert.True(suppressed.ProvenOptimal);
        }
    }

    [Fact]
    public void The_bound_is_never_above_what_the_best_choice_loses()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var table = RandomTable.Of(seed, Suppressor.SmallTable);
            var loss = seed % 2 == 0 ? Loss.Cells : Loss.Counts;
            var suppressed = Suppressor.Suppress(table, new(zerosAreSensitive: seed % 5 == 1), loss);

            for (var rounds = 1; rounds < 20; rounds += 6)
                Assert.True(CutMaster.Bound(new(table), suppressed.Primary, LossWeights.Of(table, loss), rounds).Bound <= suppressed.LossOfAll, $"seed {seed}, {rounds} rounds");
            Assert.True(suppressed.ProvenOptimal);
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

    [Theory]
    [InlineData("two-way", 200)]
    [InlineData("hierarchy", 200)]
    public void A_table_loses_at_most_half_more_than_a_bound_below_every_choice(string kind, int cells) => LosesAtMostHalfMore(kind, cells, seed: 7);

    [Theory]
    [Trait("Category", "Nightly")]
    [InlineData("two-way")]
    [InlineData("hierarchy")]
    [InlineData("three-way")]
    public void A_table_of_a_thousand_cells_loses_at_most_half_more_than_a_bound_below_every_choice(string kind)
    {
        for (var seed = 0; seed < 5; seed++)
            LosesAtMostHalfMore(kind, 1000, seed);
    }

    private static void LosesAtMostHalfMore(string kind, int cells, int seed)
    {
        var table = RandomTable.Filled(new Random(seed), RandomTable.Shape(kind, cells));

        var suppressed = Suppressor.Suppress(table, new());
        var (bound, _) = CutMaster.Bound(new(table), suppressed.Primary, LossWeights.Of(table, Loss.Cells), rounds: 15);

        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{kind} {cells} {seed}: {suppressed.Primary.Count} primary, {suppressed.Blank.Count} blank, bound {bound:F1}"));
        Assert.True(suppressed.LossOfAll <= 1.5 * bound, $"{kind}, seed {seed}: {suppressed.LossOfAll} blank, and no choice has fewer than {bound:F1}.");
    }

    [Fact]
    public void The_same_table_gets_the_same_blanks()
    {
        var table = RandomTable.Of(11, 600);

        Assert.Equal(Suppressor.Suppress(table, new()).Blank.Order(), Suppressor.Suppress(table, new()).Blank.Order());
    }

    [Fact]
    public void Where_nothing_is_small_nothing_is_blank()
    {
        var shape = new TableShape(CodeTree.Flat("a", "all", "one", "two"));

        var suppressed = Suppressor.Suppress(CountTable.Of(shape, [30, 0, 30]), new());

        Assert.Empty(suppressed.Blank);
    }

    [Fact]
    public void A_group_that_falls_in_one_cell_is_not_shown_to_when_the_rules_say_so()
    {
        var shape = new TableShape(CodeTree.Flat("a", "all", "a1", "a2"), CodeTree.Flat("b", "all", "b1", "b2"));
        var table = CountTable.OfBase(
            shape, new Dictionary<int, long> { [shape.CellOf("a1", "b1")] = 40, [shape.CellOf("a2", "b1")] = 30, [shape.CellOf("a2", "b2")] = 50 });

        var shown = Suppressor.Suppress(table, new());
        var kept = Suppressor.Suppress(table, new(classDisclosure: true));
        var audit = Auditor.Examine(PublishedTable.Of(table, kept.Blank));

        Assert.Empty(shown.Blank);
        Assert.Equal(PrimaryReason.ClassDisclosure, Assert.Single(kept.Primary).Reason);
        Assert.True(audit.Of(shape.CellOf("a1", "b2")).Learnt.LeavesOpen(new(0, 10)));
        // Where nobody could have been in the other cell, it says nothing that was not known.
        Assert.Empty(Suppressor.Suppress(CountTable.OfBase(shape, new Dictionary<int, long> { [shape.CellOf("a1", "b1")] = 40, [shape.CellOf("a2", "b1")] = 30, [shape.CellOf("a2", "b2")] = 50 }, [shape.CellOf("a1", "b2")]), new(classDisclosure: true)).Blank);
    }

    private static void Protects(CountTable table, int seed)
    {
        var rules = new DisclosureRules(zerosAreSensitive: seed % 5 == 1, classDisclosure: seed % 3 == 1);
        var suppressed = Suppressor.Suppress(table, rules, seed % 2 == 0 ? Loss.Cells : Loss.Counts);

        var audit = Auditor.Examine(PublishedTable.Of(table, suppressed.Blank), suppressed.Primary.ToDictionary(p => p.Cell, p => p.Interval), AttackDepth.UntilNeedsHold);

        Assert.True(audit.Holds, $"seed {seed}");
        // Nothing is blank for nobody, and never half the table for the sake of the rest.
        Assert.All(suppressed.Protects, p => Assert.NotEmpty(p.Value));
        if (table.Shape.CellCount > 60)
            Assert.True(suppressed.Blank.Count - suppressed.Primary.Count <= table.Shape.CellCount / 2, $"seed {seed}: {suppressed.Blank.Count} of {table.Shape.CellCount} blank, {suppressed.Primary.Count} primary.");
    }

    [Fact]
    public void Where_totals_go_last_a_small_count_in_the_body_leaves_every_total_shown()
    {
        var shape = new TableShape([CodeTree.Of("Division", "All", [("A", "All"), ("B", "All"), ("C", "All")]), CodeTree.Of("Online", "Both", [("Yes", "Both"), ("No", "Both")])]);
        var counts = new Dictionary<string, long> { ["A, Yes"] = 120, ["A, No"] = 380, ["B, Yes"] = 98, ["B, No"] = 402, ["C, Yes"] = 6, ["C, No"] = 94 };
        var table = CountTable.OfBase(shape, Enumerable.Range(0, shape.CellCount).Where(shape.IsBase).ToDictionary(c => c, c => counts[shape.NameOf(c)]));

        var made = ProtectedTable.Of(table, new(), Loss.Parts);

        Assert.Equal(4, made.Suppressed.Blank.Count);
        Assert.All(made.Suppressed.Blank, cell => Assert.True(shape.IsBase(cell)));
        Assert.True(made.Audit.Holds);
    }
}
