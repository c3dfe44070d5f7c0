using System.Globalization;
using NodaTime;

namespace Cairn.Help.Directory.Desk;

/// <summary>Days as staff read them.</summary>
internal static class ExpiryWords
{
    public static string Day(LocalDate day) => day.ToString("d MMMM uuuu", CultureInfo.InvariantCulture);

    /// <summary>When a field stops being shown, seen from today.</summary>
    /// <param name="hideDays">Days after expiry during which the pack still lets it be shown.</param>
    public static string Of(LocalDate? expiresOn, LocalDate today, int hideDays)
    {
        if (expiresOn is not { } expires)
            return "does not expire";

        var days = Period.DaysBetween(today, expires);
        if (days > 0)
            return days == 1 ? $"expires tomorrow, on {Day(expires)}" : $"expires in {Count(days)}, on {Day(expires)}";

        var hidden = expires.PlusDays(hideDays);
        var since = days == 0 ? "expired today" : $"expired {Count(-days)} ago";
        return today >= hidden ? $"{since}: not shown" : $"{since}: shown until {Day(hidden.PlusDays(-1))}";
    }

    private static string Count(int days) => days == 1 ? "1 day" : days.ToString(CultureInfo.InvariantCulture) + " days";
}
