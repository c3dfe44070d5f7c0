using Cairn.Bench.Terms;

namespace Cairn.Tests.Moment.Terms;

/// <summary>How much is found and how often nothing was there, always together. Every query holds one listed phrase or none.</summary>
public sealed class RecallTests
{
    private const int Queries = 3_000, CleanQueries = 100_000;

    public static TheoryData<string, double> Families => new(
        [.. Disguises.Known.Append("plain").Select(d => (d, d == "leet" ? 98.5 : 99.5)), .. Disguises.New.Select(d => (d, 95.0))]);

    public static TheoryData<string> CleanKinds => [.. Workload.CleanKinds];

    [Theory, MemberData(nameof(Families))]
    public void A_disguised_phrase_is_found(string disguise, double goal)
    {
        var queries = new Workload(100_000, seed: 1, terms: LargeOnes.Work.Terms).Of(disguise, Queries);

        var found = queries.Count(q => Lists.Large.Finds(q.Text));

        var share = 100.0 * found / Queries;
        Console.WriteLine(FormattableString.Invariant($"> terms: {disguise,-24} {share,6:F2} % found of {Queries}, at least {goal} wanted"));
        Assert.True(share >= goal, FormattableString.Invariant($"{share:F2} % of {disguise}"));
    }

    [Fact]
    public void Known_disguises_together_are_found_and_clean_texts_hardly_ever_match()
    {
        var work = new Workload(100_000, seed: 2, terms: LargeOnes.Work.Terms);

        var known = Disguises.Known.SelectMany(d => work.Of(d, 1_000)).ToList();
        var missed = known.Count(q => !Lists.Large.Finds(q.Text));
        var alarms = Workload.CleanKinds.Select(kind => (Kind: kind, Count: work.CleanOnes(kind, CleanQueries).Count(q => Lists.Large.Finds(q.Text)))).ToList();

        var recall = 100 - 100.0 * missed / known.Count;
        var rate = 1e6 * alarms.Sum(a => a.Count) / (CleanQueries * alarms.Count);
        foreach (var (kind, count) in alarms)
            Console.WriteLine(FormattableString.Invariant($"> terms: {kind,-34} {1e6 * count / CleanQueries,5:F0} false alarms a million"));
        Console.WriteLine(FormattableString.Invariant($"> terms: known disguises {recall:F2} % found, {rate:F0} false alarms a million"));
        Assert.True(recall >= 99.5, FormattableString.Invariant($"{recall:F2} %"));
        Assert.True(rate <= 20, FormattableString.Invariant($"{rate:F1} a million"));
    }

    [Fact]
    public void One_letter_wrong_is_found_by_a_list_sealed_for_that()
    {
        var work = new Workload(100_000, seed: 3, terms: LargeOnes.Work.Terms);

        var found = work.Of("typo", Queries).Count(q => Lists.LargeWithTypos.Finds(q.Text));
        var alarms = Workload.CleanKinds.Sum(kind => work.CleanOnes(kind, CleanQueries).Count(q => Lists.LargeWithTypos.Finds(q.Text)));

        var (share, rate) = (100.0 * found / Queries, 1e6 * alarms / (CleanQueries * Workload.CleanKinds.Length));
        Console.WriteLine(FormattableString.Invariant($"> terms: one letter wrong {share:F2} % found of {Queries}, {rate:F0} false alarms a million in that tier"));
        Assert.True(share >= 90, FormattableString.Invariant($"{share:F2} %"));
        Assert.True(rate <= 50, FormattableString.Invariant($"{rate:F1} a million"));
    }
}
