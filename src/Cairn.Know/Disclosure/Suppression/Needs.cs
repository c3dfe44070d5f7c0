using Cairn.Know.Disclosure.Tables;

namespace Cairn.Know.Disclosure.Suppression;

/// <summary>One end of a primary cell's interval, as the shift that has to be possible: above 0 upwards, below 0 downwards.</summary>
internal readonly record struct Need(int Cell, long Shift)
{
    public static IReadOnlyList<Need> Of(CountTable table, IReadOnlyList<PrimaryCell> primary) =>
        [.. primary.SelectMany(p => new[] { new Need(p.Cell, p.Interval.High - table[p.Cell]), new Need(p.Cell, p.Interval.Low - table[p.Cell]) }).Where(n => n.Shift != 0)];
}
