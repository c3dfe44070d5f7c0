using Cairn.Staff.Roles;
using Cairn.Staff.Today;
using NodaTime;

namespace Cairn.Help.Directory.Desk;

/// <summary>What the console's first page says about the directory: fields that somebody must check again.</summary>
internal static class WaitingFields
{
    public static Waiting For(ServiceDirectory directory, TimeProvider time) => new(Permission.ConfirmField, _ =>
    {
        var warnings = directory.Warnings(Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(Showing.Zone).Date);
        var hidden = warnings.Count(w => w.Hidden);
        IReadOnlyList<WaitingLine> lines =
        [
            .. Line(warnings.Count - hidden, "expires soon", "expire soon"),
            .. Line(hidden, "has expired and is not shown", "have expired and are not shown"),
        ];
        return Task.FromResult(lines);
    });

    private static IEnumerable<WaitingLine> Line(int count, string one, string several) =>
        count == 0 ? [] : [new(count == 1 ? $"One field of the directory {one}" : $"{count} fields of the directory {several}", "/console/directory")];
}
