using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Cairn.Help.Directory.Hours;

/// <summary>Reads hours as editors write them: <c>always</c>, <c>mon-thu 09:00-21:00</c>, <c>fri 18:00 - mon 06:00</c>.</summary>
internal static partial class OpeningHoursSyntax
{
    private const string Remedy = "write \"mon-thu 09:00-21:00\", \"fri 09:00-17:00\", \"fri 18:00 - mon 06:00\" or always";
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    internal static bool TryRead(
        IReadOnlyList<string> lines, out IReadOnlyList<WeeklyStretch> stretches, [NotNullWhen(false)] out string? problem)
    {
        stretches = [];
        if (lines is ["always"])
        {
            stretches = WeeklyStretch.EveryDay;
            problem = null;
            return true;
        }

        var found = new List<WeeklyStretch>();
        foreach (var line in lines)
        {
            problem = line == "always" ? "always stands alone: remove the other lines" : ReadLine(line, found);
            if (problem is not null)
                return false;
        }

        problem = found.Count == 0 ? "There are no hours: " + Remedy + ", or leave hours out when they are not known." : null;
        stretches = [.. found.OrderBy(s => s.Start)];
        return problem is null;
    }

    private static string? ReadLine(string line, List<WeeklyStretch> found)
    {
        if (SeveralDays().Match(line) is { Success: true } several)
        {
            var start = Day(several, "a") * WeeklyStretch.MinutesInDay + Minute(several, "s");
            var end = Day(several, "b") * WeeklyStretch.MinutesInDay + Minute(several, "e");
            var minutes = (end - start + WeeklyStretch.MinutesInWeek) % WeeklyStretch.MinutesInWeek;
            return minutes == 0 ? $"'{line}' is a whole week or nothing: write always for a whole week." : Add(new(start, minutes), line, found);
        }

        if (SameEveryDay().Match(line) is not { Success: true } daily)
            return $"'{line}' is not a line of opening hours: {Remedy}, with two digits for hours and minutes.";

        var first = Day(daily, "a");
        var count = daily.Groups["b"].Success ? (Day(daily, "b") - first + 7) % 7 + 1 : 1;
        if (count == 1 && daily.Groups["b"].Success)
            return $"'{line}' names the same day twice: write the day once.";

        var (opens, closes) = (Minute(daily, "s"), Minute(daily, "e"));
        var length = closes > opens ? closes - opens : closes + WeeklyStretch.MinutesInDay - opens;
        for (var day = first; day < first + count; day++)
            if (Add(new(day % 7 * WeeklyStretch.MinutesInDay + opens, length), line, found) is { } problem)
                return problem;
        return null;
    }

    private static string? Add(WeeklyStretch stretch, string line, List<WeeklyStretch> found)
    {
        if (found.Any(stretch.Overlaps))
            return $"'{line}' overlaps hours already written: write each hour of the week once.";
        found.Add(stretch);
        return null;
    }

    private static int Day(Match match, string group) => Array.IndexOf(Days, match.Groups[group].Value);

    private static int Minute(Match match, string group)
    {
        var text = match.Groups[group].ValueSpan;
        return int.Parse(text[..2], NumberStyles.None, CultureInfo.InvariantCulture) * 60 + int.Parse(text[3..], NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private const string OneDay = "mon|tue|wed|thu|fri|sat|sun";
    private const string Opening = "(?:[01][0-9]|2[0-3]):[0-5][0-9]";

    // Both ways to write an end allow 24:00; a start does not, because that is the next day's 00:00.
    [GeneratedRegex($@"\A(?<a>{OneDay})(?:-(?<b>{OneDay}))? (?<s>{Opening})-(?<e>{Opening}|24:00)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex SameEveryDay();

    [GeneratedRegex($@"\A(?<a>{OneDay}) (?<s>{Opening}) - (?<b>{OneDay}) (?<e>{Opening}|24:00)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex SeveralDays();
}
