using System.Globalization;
using Cairn.Know.Disclosure.Attack;

namespace Cairn.Know.Disclosure.Releases;

/// <summary>Releases of the same counts over geographies that overlap: what one shows, subtracted from what another shows, may leave a few people.</summary>
internal static class OverlappingAreas
{
    /// <summary>Attacks everything shown together: every base area, every blank, and what is left or shared between any two areas of two releases.</summary>
    public static ReleaseVerdict Examine(BaseAreas areas, IReadOnlyList<AreaRelease> earlier, AreaRelease next, DisclosureRules rules)
    {
        foreach (var release in earlier.Append(next))
            areas.Check(release);
        var targets = Targets(areas, [.. earlier, next]).Where(t => rules.IsSensitive(areas.CountOf(t))).ToList();
        var before = Attack(areas, earlier, targets);
        var after = Attack(areas, [.. earlier, next], targets);
        var (now, outAlready) = (new List<GivenAway>(), new List<GivenAway>());
        for (var t = 0; t < targets.Count; t++)
        {
            var need = rules.IntervalOf(areas.CountOf(targets[t]));
            if (after[t].LeavesOpen(need))
                continue;
            var name = areas.NameOf(targets[t]);
            var given = new GivenAway(GivenAwayBy.Together, name, after[t], need, Words(areas, [.. earlier, next], targets[t], name, after[t]));
            (before[t] == after[t] ? outAlready : now).Add(given);
        }

        return ReleaseVerdict.Of(now, outAlready);
    }

    private static List<int[]> Targets(BaseAreas areas, IReadOnlyList<AreaRelease> releases)
    {
        var all = releases.SelectMany((r, at) => r.Areas.Select(a => (Release: at, Set: a.BaseAreas.ToHashSet(), a.Shown))).ToList();
        var sets = Enumerable.Range(0, areas.Areas.Length).Select(a => new[] { a }).Concat(all.Where(a => !a.Shown).Select(a => a.Set.ToArray())).ToList();
        foreach (var one in all)
        {
            foreach (var other in all.Where(o => o.Release != one.Release && o.Set.Overlaps(one.Set)))
            {
                sets.Add([.. one.Set.Except(other.Set)]);
                sets.Add([.. one.Set.Intersect(other.Set)]);
            }
        }

        return [.. sets.Where(s => s.Length > 0).Select(s => s.Order().ToArray()).DistinctBy(s => string.Join(',', s))];
    }

    private static Learnt[] Attack(BaseAreas areas, IReadOnlyList<AreaRelease> releases, List<int[]> targets)
    {
        var knowledge = new Knowledge();
        var counts = areas.Areas.Select(_ => knowledge.Add()).ToArray();
        foreach (var area in releases.SelectMany(r => r.Areas).Where(a => a.Shown))
            knowledge.Holds([.. area.BaseAreas.Select(a => (counts[a], 1.0))], areas.CountOf(area.BaseAreas), () => area.Name);
        var wanted = new List<int>();
        foreach (var target in targets)
        {
            wanted.Add(knowledge.Add());
            knowledge.Holds([.. target.Select(a => (counts[a], 1.0)), (wanted[^1], -1.0)], 0, () => "");
        }

        var learnt = Attacker.Learn(knowledge, new Dictionary<int, ProtectionInterval>(), AttackDepth.Exact);
        return [.. wanted.Select(w => learnt[w])];
    }

    private static string Words(BaseAreas areas, IReadOnlyList<AreaRelease> releases, int[] target, string name, Learnt learnt)
    {
        var shown = releases.SelectMany(r => r.Areas.Where(a => a.Shown).Select(a => (Release: r.Name, a.Name, Set: a.BaseAreas.ToHashSet(), Count: areas.CountOf(a.BaseAreas)))).ToList();
        foreach (var whole in shown.Where(s => s.Set.IsSupersetOf(target)))
        {
            foreach (var part in shown.Where(s => s.Set.IsSubsetOf(whole.Set) && whole.Set.Except(s.Set).ToHashSet().SetEquals(target)))
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{whole.Name}' of '{whole.Release}' ({whole.Count}) less '{part.Name}' of '{part.Release}' ({part.Count}) leaves {name}: {learnt}.");
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"All that is shown, taken together, leaves {name} at {learnt}.");
    }
}
