using Cairn.Moment.Bundles;
using Cairn.Moment.Decisions;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Moment.Decisions;

public sealed class DrawTests
{
    private const int Decisions = 100_000;

    // Of a true draw, chi-square with three degrees of freedom exceeds this once in a hundred million runs.
    private const double Bound = 40.3;

    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(1, 2, 3, 4)]
    [InlineData(1, 1, 1, 97)]
    public void Arms_are_drawn_as_often_as_their_weights_say(int first, int second, int third, int fourth)
    {
        var weights = new[] { first, second, third, fourth };
        var small = SmallBundle.Content();
        var content = small with { Arms = [.. weights.Select((w, i) => new BundleArm($"arm-{i}", "harm-one", false, null, w))] };
        var counts = new int[weights.Length];
        var decider = new Decider(Bundle.Of(content), null, ReceiptKey.For(new byte[32], content.Campaign), new ByArm(counts), new FakeTimeProvider(SmallBundle.Now));
        var question = new MomentQuestion(MomentSurface.Search) { Signal = MomentSignal.Term };

        for (var i = 0; i < Decisions; i++)
            decider.Decide(question);

        var expected = weights.Select(w => (double)Decisions * w / weights.Sum());
        var chiSquare = counts.Zip(expected, (seen, wanted) => (seen - wanted) * (seen - wanted) / wanted).Sum();
        Assert.Equal(Decisions, counts.Sum());
        Assert.True(chiSquare < Bound, $"chi-square is {chiSquare:F1}: {string.Join(", ", counts)}");
    }

    [Fact]
    public void Over_all_chances_each_arm_has_exactly_its_share()
    {
        var menu = new Menu(0, 1, [.. "abc".Select(c => new ReadyArm($"{c}", []))], [1, 3, 6]);

        var drawn = Enumerable.Range(0, 6000).Select(i => menu.Draw((uint)(((i * (1L << 32)) + 5999) / 6000)).Id).CountBy(id => id).ToDictionary();

        Assert.Equal((1000, 2000, 3000), (drawn["a"], drawn["b"], drawn["c"]));
        Assert.Equal("c", menu.Draw(uint.MaxValue).Id);
        Assert.Equal("a", menu.Draw(0).Id);
    }

    private sealed class ByArm(int[] counts) : IMomentCounter
    {
        public void Add(in MomentCount count) => counts[count.Arm[^1] - '0']++;
    }
}
