using System.Globalization;
using Cairn.Foundation.Web;
using Cairn.Staff.Console;
using Cairn.Staff.Roles;
using Microsoft.AspNetCore.Http;

namespace Cairn.Staff.Audit;

/// <summary>The record of what staff did, newest first, with the verdict on it.</summary>
internal static class AuditRoutes
{
    private const int PerPage = 100;

    public static void Map(Surfaces surfaces) => surfaces.Console.MapPage("/audit", List).Needs(Permission.SeeAudit);

    private static async Task<IResult> List(HttpContext http, long? before, AuditTrail audit, ConsolePages pages)
    {
        var verdict = await audit.Verify(http.RequestAborted);
        var rows = await audit.Newest(PerPage, before, http.RequestAborted);
        return await pages.Show<AuditPage>(http, new AuditModel(
            [.. rows.Select(r => new AuditLine(r.Number, DateTimeOffset.FromUnixTimeMilliseconds(r.At).ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture), r.Actor, r.Act, r.Subject))],
            verdict.Rows, verdict.Problems, rows.Count == PerPage && rows[^1].Number > 1 ? rows[^1].Number : null));
    }
}

/// <param name="Problems">Where the record was touched; empty when it is whole.</param>
/// <param name="Older">The number from which older acts are shown, or null when there are none.</param>
public sealed record AuditModel(IReadOnlyList<AuditLine> Lines, long Count, IReadOnlyList<string> Problems, long? Older);

public sealed record AuditLine(long Number, string At, string Actor, string Act, string Subject);
