using Cairn.Foundation.Text;
using Cairn.Help.Directory.Hours;
using NodaTime;

namespace Cairn.Help.Directory.Desk;

/// <summary>How the value of one kind of field is written down in a note, and read back.</summary>
/// <param name="Key">The field's key in the pack.</param>
/// <param name="Read">Null when the text is not such a value, or when the desk cannot change this field.</param>
internal sealed record FieldKind<T>(string Key, Func<T, string> Write, Func<string, T?> Read)
    where T : class;

/// <summary>The fields of a service.</summary>
internal static class FieldKinds
{
    public static FieldKind<string> Name { get; } = new("name", name => name, _ => null);

    public static FieldKind<LocalText> About { get; } = new("about", Write, _ => null);

    public static FieldKind<string> Phone { get; } = Number("phone");

    public static FieldKind<string> Textphone { get; } = Number("textphone");

    public static FieldKind<Uri> Website { get; } = Address("website");

    public static FieldKind<Uri> Chat { get; } = Address("chat");

    public static FieldKind<Uri> Form { get; } = Address("form");

    public static FieldKind<string> Email { get; } = new("email", email => email, text => EmailForm.Fits(text) ? text : null);

    public static FieldKind<IReadOnlyList<Language>> Languages { get; } = new("languages", languages => string.Join(", ", languages.Select(l => l.Code)), _ => null);

    public static FieldKind<OpeningHours> Hours { get; } = new("hours", Write, ReadHours);

    /// <summary>The lines of hours as an editor writes them in a pack.</summary>
    public static IReadOnlyList<string> Lines(OpeningHours hours) => hours.CoversTheWeek ? ["always"] : [.. hours.Stretches.Select(s => s.ToString())];

    // Whether it can be a number was asked when it was written: newer tables of numbers do not take back what somebody called.
    private static FieldKind<string> Number(string key) => new(key, number => number, text => text);

    private static FieldKind<Uri> Address(string key) => new(key, address => address.AbsoluteUri, text => HttpsAddress.TryParse(text, out var address) ? address : null);

    private static string Write(LocalText text) =>
        string.Join('\n', text.Languages.Order(StringComparer.Ordinal).Select(code => $"{code}: {text.In(Language.Parse(code, null))}"));

    // The zone and what is known of public holidays belong to the hours: other hours there are other hours.
    private static string Write(OpeningHours hours) => string.Join('\n', [.. Lines(hours), hours.Zone.Id, hours.OnHolidays.ToString()]);

    private static OpeningHours? ReadHours(string text) =>
        text.Split('\n') is [.. var lines, var zone, var rule]
        && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is { } known
        && Enum.TryParse<HolidayRule>(rule, out var onHolidays)
        && OpeningHours.TryParse(lines, known, onHolidays, out var hours, out _)
            ? hours
            : null;
}
