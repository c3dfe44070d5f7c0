using System.Collections.Frozen;
using Cairn.Foundation.Text;
using NodaTime;

namespace Cairn.Help.Directory;

/// <summary>The public holidays that matter to one service.</summary>
/// <remarks>A service for several nations is staffed somewhere we do not know. A day that is a holiday in every nation it serves is certain; a day
/// that is a holiday in only some of them, or where a nation's holidays are not in the pack, is possible.</remarks>
public sealed class HolidayDays
{
    private readonly FrozenSet<LocalDate> certain;
    private readonly FrozenSet<LocalDate> possible;

    private HolidayDays(IEnumerable<LocalDate> certain, IEnumerable<LocalDate> possible) =>
        (this.certain, this.possible) = (certain.ToFrozenSet(), possible.ToFrozenSet());

    public static HolidayDays None { get; } = new([], []);

    public static HolidayDays On(params IEnumerable<LocalDate> days) => new(days, []);

    public static HolidayDays For(IReadOnlyCollection<Nation> nations, IReadOnlyDictionary<Nation, IReadOnlySet<LocalDate>> byNation)
    {
        var known = nations.Where(byNation.ContainsKey).Select(n => byNation[n]).ToList();
        var any = known.SelectMany(days => days).ToHashSet();
        var everywhere = any.Where(day => known.Count == nations.Count && known.TrueForAll(days => days.Contains(day))).ToHashSet();
        return new(everywhere, any.Except(everywhere));
    }

    internal bool IsCertain(LocalDate day) => certain.Contains(day);

    internal bool IsPossible(LocalDate day) => possible.Contains(day);
}
