using System.Diagnostics.CodeAnalysis;
using Cairn.Foundation.Text;

namespace Cairn.Help.Directory.Desk;

/// <summary>Reads a value as a member of staff types it, with the rules of the pack's own reader and check.</summary>
internal static class FieldInput
{
    private const int LongestNumber = 40;
    private const int LongestEmail = 254;
    private const int LongestHours = 1000;

    internal const int LongestAddress = 500;

    /// <summary>The fields the desk can change. Names and descriptions are texts of the campaign and belong to the pack.</summary>
    public static bool CanChange(string field) => field is "phone" or "textphone" or "chat" or "form" or "website" or "email" or "hours";

    /// <param name="now">The service as it stands: hours keep its zone and its rule for public holidays.</param>
    /// <param name="written">As a note holds it.</param>
    /// <param name="problem">When false is returned: one sentence that says what to write instead.</param>
    public static bool TryRead(string field, string text, Service now, [NotNullWhen(true)] out string? written, [NotNullWhen(false)] out string? problem)
    {
        (written, problem) = field switch
        {
            _ when text.Length == 0 => (null, "Write the new value."),
            "phone" or "textphone" => Number(text),
            "email" => text.Length <= LongestEmail && EmailForm.Fits(text) ? (text, null) : (null, "Write an e-mail address such as help@example.org."),
            "hours" => Hours(text, now),
            _ when CanChange(field) => Address(text) is { } address ? (address.AbsoluteUri, (string?)null) : (null, "Write a full address that begins with https://."),
            _ => (null, "This field is changed in the pack."),
        };
        return written is not null;
    }

    /// <summary>Null when it is not a full https address.</summary>
    public static Uri? Address(string text) => text.Length <= LongestAddress && HttpsAddress.TryParse(text, out var address) ? address : null;

    /// <summary>A value as the form shows it first.</summary>
    public static string ToForm(DeskField field, Service now) => field.IsHours ? string.Join('\n', FieldKinds.Lines(now.Hours!.Value)) : field.Written;

    private static (string? Written, string? Problem) Number(string text) =>
        text.Length > LongestNumber || !Phones.CanBe(text) ? (null, "This cannot be a number in the United Kingdom. Write it as people dial it, such as 0808 1000 900.")
        : Phones.IsPolice(text) ? (null, "999, 101 and 112 stand on every page already and are not numbers of a service.")
        : (text, null);

    private static (string? Written, string? Problem) Hours(string text, Service now)
    {
        if (now.Hours is not { Value: var before } || text.Length > LongestHours)
            return (null, "Write always, or one line for each stretch of hours.");
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return OpeningHours.TryParse(lines, before.Zone, before.OnHolidays, out var hours, out var problem)
            ? (FieldKinds.Hours.Write(hours), null)
            : (null, char.ToUpperInvariant(problem[0]) + problem[1..].TrimEnd('.') + ".");
    }
}
