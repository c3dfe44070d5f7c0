using System.Diagnostics;
using Npgsql;

namespace Cairn.Tests.Staff.Keys;

/// <summary>Everything in a test's PostgreSQL database, as the text that <c>pg_dump</c> makes of it.</summary>
internal static class PgDump
{
    public static async Task<byte[]> Of(TestDatabase database)
    {
        var at = new NpgsqlConnectionStringBuilder(database.CairnDatabase);
        var start = new ProcessStartInfo("pg_dump", ["-h", at.Host!, "-p", $"{at.Port}", "-U", at.Username!, "--inserts", at.Database!]) { RedirectStandardOutput = true };
        start.Environment["PGPASSWORD"] = at.Password;
        using var dump = Process.Start(start)!;
        using var text = new MemoryStream();
        await dump.StandardOutput.BaseStream.CopyToAsync(text, TestContext.Current.CancellationToken);
        await dump.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, dump.ExitCode);
        return text.ToArray();
    }
}
