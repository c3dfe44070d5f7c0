using System.Globalization;
using Cairn.Foundation.Text;
using Cairn.Help.Directory.Hours;
using NodaTime;

namespace Cairn.Help.Directory.OpenReferral;

/// <summary>A shown service in the shapes of the format, on a day.</summary>
/// <param name="language">Language of descriptions.</param>
internal sealed class HsdsMapping(DirectoryWords words, Language language, Instant now)
{
    private static readonly string[] Days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    internal HsdsService Of(Service s)
    {
        var about = s.About?.Value.In(language);
        return new(
            NameId.Of("service", s.Id), s.Id, s.Name.Value, about, s.Website?.Value.AbsoluteUri, s.Email?.Value, "active", WordOf(s.Kind), [.. s.Audiences.Select(a => a.Slug)],
            Iso(Provenance.Fields(s).Max(f => f.On)),
            // Who runs a service is not a field of the pack: the format's organisation is the service under its public name.
            new(NameId.Of("organization", s.Id), s.Name.Value, about ?? s.Name.Value, s.Website?.Value.AbsoluteUri),
            OrNull([.. Phone(s, s.Phone, "voice"), .. Phone(s, s.Textphone, "textphone")]),
            s.Hours is { } hours ? Schedules(s, hours) : null,
            [.. s.Nations.Select(n => new HsdsServiceArea(NameId.Of("area", s.Id, n.Code), words.NameOf(n), "https://www.iso.org/obp/ui/#iso:code:3166:" + n.Code))],
            s.Languages is { } spoken ? [.. spoken.Value.Select(l => new HsdsLanguage(NameId.Of("language", s.Id, l.Code), l.OwnName, l.Code))] : null,
            OrNull([.. Url(s, s.Chat, "chat"), .. Url(s, s.Form, "form")]),
            [.. Provenance.Fields(s).Where(f => f.State is FieldState.Seen or FieldState.Verified).Select(f => new HsdsMetadata(
                NameId.Of("metadata", s.Id, f.Key), "service", f.Key, Iso(f.On), f.State == FieldState.Verified ? "verified" : "seen", "", ValueOf(s, f.Key), "campaign editor",
                f.Source.AbsoluteUri, f.ExpiresOn is { } expires ? Iso(expires) : null))]);
    }

    private static IEnumerable<HsdsPhone> Phone(Service s, Sourced<string>? number, string type) =>
        number is null ? [] : [new(NameId.Of("phone", s.Id, type), number.Value, type)];

    private static IEnumerable<HsdsUrl> Url(Service s, Sourced<Uri>? address, string label) =>
        address is null ? [] : [new(NameId.Of("url", s.Id, label), label, address.Value.AbsoluteUri)];

    private List<HsdsSchedule> Schedules(Service s, Sourced<OpeningHours> field)
    {
        var hours = field.Value;
        var today = now.InZone(hours.Zone).Date;
        var offset = (decimal)now.InZone(hours.Zone).Offset.Seconds / 3600;
        var notes = hours.OnHolidays switch
        {
            HolidayRule.Same => "The same on public holidays.",
            HolidayRule.Closed => "Closed on public holidays.",
            _ => "Hours on public holidays are not known and may differ.",
        };
        // The same times on several days are one line, as the format's byday means it; the offset must be the same, too.
        return [.. WeekOfDays.Of(hours)
            .Select(part => (part.Day, Opens: WithOffset(today, part.Day, part.Opens, hours.Zone), Closes: WithOffset(today, part.Day, part.Closes, hours.Zone)))
            .GroupBy(part => (part.Opens, part.Closes))
            .Select(same => (same.Key, Byday: string.Join(',', same.Select(part => Days[(int)part.Day - 1]))))
            .Select(line => new HsdsSchedule(
                NameId.Of("schedule", s.Id, line.Byday, line.Key.Opens, line.Key.Closes), "WEEKLY", 1, line.Byday, line.Key.Opens, line.Key.Closes, offset, hours.Zone.Id,
                Iso(today), field.ExpiresOn is { } expires ? Iso(expires.PlusDays(-1)) : null, notes))];
    }

    // A null time is the end of the day, 24:00 in ISO 8601: 00:00 would be its beginning.
    private static string WithOffset(LocalDate today, IsoDayOfWeek day, LocalTime? time, DateTimeZone zone)
    {
        var date = today.DayOfWeek == day ? today : today.Next(day);
        var local = time is { } known ? date + known : date.PlusDays(1) + LocalTime.Midnight;
        var offset = local.InZoneLeniently(zone).Offset.ToString("m", CultureInfo.InvariantCulture);
        return (time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "24:00") + offset;
    }

    private static string ValueOf(Service s, string field) => field switch
    {
        "name" => s.Name.Value,
        "about" => s.About!.Value.ToString(),
        "phone" => s.Phone!.Value,
        "textphone" => s.Textphone!.Value,
        "website" => s.Website!.Value.AbsoluteUri,
        "chat" => s.Chat!.Value.AbsoluteUri,
        "form" => s.Form!.Value.AbsoluteUri,
        "email" => s.Email!.Value,
        "languages" => string.Join(',', s.Languages!.Value.Select(l => l.Code)),
        "hours" => s.Hours!.Value.ToString(),
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    private static string WordOf(ServiceKind kind) => kind switch
    {
        ServiceKind.Emergency => "emergency",
        ServiceKind.Police => "police",
        ServiceKind.Helpline => "helpline",
        ServiceKind.Crisis => "crisis",
        ServiceKind.Report => "report",
        ServiceKind.SelfHelp => "self-help",
        ServiceKind.Information => "information",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static List<T>? OrNull<T>(List<T> list) => list.Count > 0 ? list : null;

    private static string Iso(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
