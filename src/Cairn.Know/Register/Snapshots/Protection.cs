using System.Globalization;
using Cairn.Know.Disclosure;
using Cairn.Know.Disclosure.Attack;
using Cairn.Know.Disclosure.Decisions;
using Cairn.Know.Disclosure.Releases;
using Cairn.Know.Disclosure.Rounding;
using Cairn.Know.Disclosure.Suppression;
using Cairn.Know.Disclosure.Tables;
using CountTable = Cairn.Know.Disclosure.Tables.CountTable;

namespace Cairn.Know.Register.Snapshots;

/// <param name="Shown">As it is published.</param>
/// <param name="Decisions">Of every cell that is not shown as it is, with what an attacker would learn.</param>
/// <param name="Verdict">What the attack on it found, a sentence.</param>
internal sealed record Protected(KeptTable Shown, IReadOnlyList<CellDecision> Decisions, string Verdict);

/// <summary>How what is too small is kept from being seen; the words of the database.</summary>
internal static class ProtectionWay
{
    /// <summary>Totals, on which figures rest, are the last to be left blank.</summary>
    public const string Blanks = "blanks";

    /// <summary>As few blanks as can be, whatever they hide.</summary>
    public const string FewestBlanks = "fewest-blanks";

    public const string Rounding = "rounding";

    public static bool Knows(string way) => way is Blanks or FewestBlanks or Rounding;
}

/// <summary>Protects what was read in, and attacks the result. The rules' threshold is also the base of rounding.</summary>
internal static class Protection
{
    private static readonly TimeSpan MostForRounding = TimeSpan.FromSeconds(20);

    /// <param name="read">One without a hindrance.</param>
    /// <param name="smallChanges">Whether a change of fewer people than the threshold, from one table of the series to the next, may be seen. Of rounded tables it never can.</param>
    public static Protected Of(KeptTable read, string way, int threshold, bool smallChanges = false)
    {
        var table = Table(read);
        return way == ProtectionWay.Rounding ? Rounded(read, table, threshold) : Blanked(read, table, way == ProtectionWay.FewestBlanks ? Loss.Cells : Loss.Parts, threshold, smallChanges);
    }

    /// <summary>Whether what is shown is the table that was read, as protected as the rules ask. Asked once more, of what lies in the database, before it is published.</summary>
    public static bool StillHolds(KeptTable read, KeptTable shown, string way, int threshold)
    {
        var table = Table(read);
        if (shown.Cells.Count != read.Cells.Count || shown.Cells.Where((c, i) => !c.At.SequenceEqual(read.Cells[i].At)).Any())
            return false;
        if (way == ProtectionWay.Rounding)
            return shown.RoundedTo == threshold && shown.Cells.All(c => c.Status == KeptCell.Rounded && c.Count % threshold == 0);
        if (shown.Cells.Where((c, i) => c.Count is not null && c.Count != table[i]).Any())
            return false;
        return Auditor.Examine(Published(shown, table.Shape), PrimaryCells.Of(table, new(threshold)).ToDictionary(p => p.Cell, p => p.Interval)).Holds;
    }

    /// <summary>What a table and the one before it of its series give away together: a small count that is shown in the other, a blank that comes out of both when no cell changed by more than the most
    /// that any did, and, where the table does not say that it may be seen, a small change.</summary>
    /// <returns>A sentence for each, or none.</returns>
    public static IReadOnlyList<string> GivenAway(KeptTable read, KeptTable shown, int threshold, KeptTable readBefore, KeptTable shownBefore)
    {
        // Of two rounded tables the difference is a multiple of the base too.
        if (shown.RoundedTo is not null && shownBefore.RoundedTo is not null)
            return [];
        if (shown.RoundedTo is not null || shownBefore.RoundedTo is not null)
            return ["One of the two is rounded and the other has blanks, so they cannot be attacked together. Protect this one as the one before it, or publish it as a series of its own."];
        if (!Same(read.Axes, readBefore.Axes))
            return ["The table before it in the series has other rows or columns, so the two cannot be attacked together. Publish it as a series of its own."];
        var table = Table(read);
        var before = CountTable.Of(table.Shape, [.. readBefore.Cells.Select(c => c.Count!.Value)]);
        var (earlier, next, rules) = (new MonthlyTable(before, Blank(shownBefore)), new MonthlyTable(table, Blank(shown)), new DisclosureRules(threshold));
        var most = Enumerable.Range(0, table.Shape.CellCount).Max(c => Math.Abs(table[c] - before[c]));
        ReleaseVerdict[] verdicts =
        [
            MonthApart.Examine(earlier, next, rules, mostChange: null, smallChangesTell: !shown.SmallChanges),
            MonthApart.Examine(earlier, next, rules, most, smallChangesTell: false),
        ];
        return [.. verdicts.OfType<ReleaseVerdict.Blocked>().SelectMany(v => v.GivenAway).Select(g => g.Words)];
    }

    /// <summary>Attacks a table as it stands, whoever published it.</summary>
    /// <exception cref="ContradictionException">The cells shown cannot all be true.</exception>
    public static IReadOnlyList<(string Cell, Learnt Learnt)> Attack(KeptTable shown)
    {
        var shape = SnapshotReading.Shape(shown.Axes);
        return [.. Auditor.Examine(Published(shown, shape)).Cells.Select(c => (shape.NameOf(c.Cell), c.Learnt))];
    }

    private static Protected Blanked(KeptTable read, CountTable table, Loss loss, int threshold, bool smallChanges)
    {
        var made = ProtectedTable.Of(table, new(threshold), loss);
        var cells = read.Cells.Select((c, i) => made.Published[i] is { } count ? new KeptCell(c.At, count, KeptCell.Shown) : new KeptCell(c.At, null, KeptCell.Blank)).ToList();
        var decisions = made.Decisions.Where(d => d.State is CellState.Primary or CellState.Secondary).OrderBy(d => d.State).ThenBy(d => d.Cell).ToList();
        var choice = loss == Loss.Cells ? "As few cells as can be are blank." : "Totals are the last to be left blank.";
        var changes = smallChanges ? $" That a count changed by fewer than {threshold} from one table of this series to the next may be seen, where both show it." : "";
        var method = $"Counts from 1 to {threshold - 1} are left blank, and others beside them, so that nobody can work the small ones out from the totals. {choice}{changes}";
        return new(
            Shown(read, cells, method, null) with { SmallChanges = smallChanges }, decisions,
            string.Create(CultureInfo.InvariantCulture, $"Attacked by linear programming over everything that would be published: no small count can be found closer than the rules allow. {CellsAre(made.Suppressed.Primary.Count)} blank for being small, {made.Suppressed.Blank.Count - made.Suppressed.Primary.Count} for the sake of others{(made.Suppressed.ProvenOptimal ? "; no other choice would lose less" : "")}."));
    }

    private static string CellsAre(int count) => count == 1 ? "1 cell is" : string.Create(CultureInfo.InvariantCulture, $"{count} cells are");

    private static Protected Rounded(KeptTable read, CountTable table, int threshold)
    {
        var made = Rounder.Controlled(table, new(threshold, roundingBase: threshold), MostForRounding);
        var cells = read.Cells.Select((c, i) => new KeptCell(c.At, made.Values[i], KeptCell.Rounded)).ToList();
        var fromParts = made.Way == RoundingWay.FromBaseCells;
        var method = fromParts
            ? $"Every count that is no total is rounded to the nearest multiple of {threshold}; totals are the sums of these and can be further off."
            : $"Every count is a multiple of {threshold}, and every total the sum of its parts.";
        return new(
            Shown(read, cells, method, threshold) with { RoundedFromParts = fromParts }, RoundingDecisions.Of(table, made),
            string.Create(CultureInfo.InvariantCulture, $"Rounded to multiples of {threshold}; the furthest count is {made.FurthestOff} off. Rounding keeps no interval for each cell: the last column says what is left."));
    }

    private static KeptTable Shown(KeptTable read, IReadOnlyList<KeptCell> cells, string method, int? roundedTo) =>
        read with { Cells = cells, Preview = [], Arithmetic = [], Method = method, RoundedTo = roundedTo, Offences = null };

    private static CountTable Table(KeptTable read) => CountTable.Of(SnapshotReading.Shape(read.Axes), [.. read.Cells.Select(c => c.Count!.Value)]);

    private static PublishedTable Published(KeptTable shown, TableShape shape) => new(shape, [.. shown.Cells.Select(c => c.Count)]);

    private static HashSet<int> Blank(KeptTable shown) => [.. Enumerable.Range(0, shown.Cells.Count).Where(i => shown.Cells[i].Count is null)];

    private static bool Same(IReadOnlyList<KeptAxis> axes, IReadOnlyList<KeptAxis> others) =>
        axes.Count == others.Count && axes.Zip(others).All(p => p.First.Kind == p.Second.Kind && p.First.Codes.Select(c => (c.Code, c.Parent)).SequenceEqual(p.Second.Codes.Select(c => (c.Code, c.Parent))));
}
