using System.Globalization;
using Cairn.Know.Disclosure.Attack;
using Cairn.Know.Disclosure.Tables;

namespace Cairn.Know.Disclosure.Releases;

/// <summary>A table as it is, and which of its cells a release leaves blank.</summary>
internal sealed record MonthlyTable(CountTable Table, IReadOnlySet<int> Blank)
{
    public bool Shows(int cell) => !Blank.Contains(cell);

    public PublishedTable Published() => PublishedTable.Of(Table, Blank);
}

/// <summary>The same table again a month later: little has changed, so what one month hides the other may show.</summary>
internal static class MonthApart
{
    /// <param name="mostChange">What anybody may know about a month: no cell changes by more, 0 or above. Null: nothing is known, and a small count blank in one month and shown in the
    /// other is given away by being about the same.</param>
    /// <param name="smallChangesTell">Whether a change of fewer people than the threshold, seen between two shown values, is given away.</param>
    /// <exception cref="ArgumentException">The tables have different shapes, or a cell changed by more than anybody is said to know.</exception>
    public static ReleaseVerdict Examine(MonthlyTable earlier, MonthlyTable next, DisclosureRules rules, long? mostChange, bool smallChangesTell = true)
    {
        var shape = earlier.Table.Shape;
        if (!ReferenceEquals(shape, next.Table.Shape))
            throw new ArgumentException("The two tables have different shapes.", nameof(next));
        ArgumentOutOfRangeException.ThrowIfNegative(mostChange ?? 0, nameof(mostChange));
        var cells = Enumerable.Range(0, shape.CellCount).ToList();
        if (mostChange is { } most && cells.FindIndex(c => Math.Abs(next.Table[c] - earlier.Table[c]) > most) is var wrong and >= 0)
            throw new ArgumentException($"'{shape.NameOf(wrong)}' changed by more than {most}.", nameof(mostChange));

        var given = new List<GivenAway>();
        if (mostChange is { } known)
            given.AddRange(Together(earlier, next, rules, known));
        foreach (var cell in cells)
        {
            var (was, isNow) = (earlier.Table[cell], next.Table[cell]);
            var change = Math.Abs(isNow - was);
            if (mostChange is null && earlier.Shows(cell) != next.Shows(cell) && rules.IsSensitive(earlier.Shows(cell) ? isNow : was))
            {
                var (shown, hidden) = earlier.Shows(cell) ? (was, isNow) : (isNow, was);
                given.Add(new(GivenAwayBy.TheOtherMonth, shape.NameOf(cell), new(shown, shown, false), rules.IntervalOf(hidden), string.Create(
                    CultureInfo.InvariantCulture, $"'{shape.NameOf(cell)}' is blank {(earlier.Shows(cell) ? "now" : "earlier")} and {shown} in the other month, so it was about that.")));
            }

            if (smallChangesTell && earlier.Shows(cell) && next.Shows(cell) && change > 0 && change < rules.Threshold)
            {
                given.Add(new(GivenAwayBy.SmallChange, shape.NameOf(cell), new(change, change, true), rules.IntervalOf(change), string.Create(
                    CultureInfo.InvariantCulture, $"'{shape.NameOf(cell)}' was {was} and is {isNow}: it changed by {change}, which is below {rules.Threshold}.")));
            }
        }

        return ReleaseVerdict.Of(given, []);
    }

    private static IEnumerable<GivenAway> Together(MonthlyTable earlier, MonthlyTable next, DisclosureRules rules, long mostChange)
    {
        var shape = earlier.Table.Shape;
        var knowledge = new Knowledge();
        var (then, now) = (knowledge.AddTable(earlier.Published()), knowledge.AddTable(next.Published()));
        for (var cell = 0; cell < shape.CellCount; cell++)
        {
            var terms = new List<(int, double)>();
            // now - then - change = -most, where change is from 0 to twice the most.
            var value = (double)-mostChange;
            if (now[cell] >= 0)
                terms.Add((now[cell], 1));
            else
                value -= next.Table[cell];
            if (then[cell] >= 0)
                terms.Add((then[cell], -1));
            else
                value += earlier.Table[cell];
            if (terms.Count > 0)
                knowledge.Holds([.. terms, (knowledge.Add(0, 2 * mostChange), -1)], value, () => shape.NameOf(cell));
        }

        var needs = new Dictionary<int, (string Name, ProtectionInterval Need)>();
        for (var cell = 0; cell < shape.CellCount; cell++)
        {
            if (then[cell] >= 0 && rules.IsSensitive(earlier.Table[cell]))
                needs[then[cell]] = ($"{shape.NameOf(cell)}, earlier", rules.IntervalOf(earlier.Table[cell]));
            if (now[cell] >= 0 && rules.IsSensitive(next.Table[cell]))
                needs[now[cell]] = ($"{shape.NameOf(cell)}, now", rules.IntervalOf(next.Table[cell]));
        }

        var learnt = Attacker.Learn(knowledge, needs.ToDictionary(n => n.Key, n => n.Value.Need), AttackDepth.UntilNeedsHold);
        foreach (var (unknown, (name, need)) in needs.OrderBy(n => n.Key))
        {
            if (!learnt[unknown].LeavesOpen(need))
            {
                yield return new(GivenAwayBy.Together, name, learnt[unknown], need, string.Create(
                    CultureInfo.InvariantCulture, $"Both months together, when no cell changes by more than {mostChange}, leave '{name}' at {learnt[unknown]}; it should be open to {need}."));
            }
        }
    }
}
