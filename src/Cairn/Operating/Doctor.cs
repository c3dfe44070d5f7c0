using System.CommandLine;
using Cairn.Foundation.Storage;
using Npgsql;

namespace Cairn.Operating;

/// <summary><c>cairn doctor</c>: looks at everything a start needs and at what a server of PostgreSQL must not write down. Changes nothing.</summary>
internal static class Doctor
{
    // Each of them would put statements, or the moment of every commit, on a disk: near a person who asks for help that is too fine.
    private static readonly (string Setting, string Wanted)[] Quiet = [("log_statement", "none"), ("log_min_duration_statement", "-1"), ("track_commit_timestamp", "off")];

    public static Command Build(TimeProvider time)
    {
        var doctor = new Command("doctor", "Look for what would keep the server from starting or make it write down too much.") { OperatingRun.Data };
        doctor.SetAction((parsed, cancel) => OperatingRun.With(time, parsed, at => Examine(at, cancel)));
        return doctor;
    }

    private static async Task<int> Examine(OperatingRun at, CancellationToken cancel)
    {
        var findings = 0;
        await Look("keyring", async () => { await at.Check.Demand(cancel); return []; });
        var ready = await Look("database", async () => { await at.DemandUpToDate(cancel); return []; });
        if (ready)
            await Look("audit", async () => (await at.Audit.Verify(cancel)).Problems);
        await Look("address", () => Task.FromResult(Address(Environment.GetEnvironmentVariable("CAIRN_ADDRESS"))));
        if (at.Database is Database.Postgres postgres)
            await Look("postgresql", () => Settings(postgres, cancel));

        at.People.WriteLine(findings == 0 ? "Nothing was found." : $"{findings} found; see above.");
        return findings == 0 ? 0 : 1;

        async Task<bool> Look(string what, Func<Task<IReadOnlyList<string>>> look)
        {
            IReadOnlyList<string> found;
            try
            {
                found = await look();
            }
            catch (StorageException refused)
            {
                found = [refused.Message];
            }

            foreach (var sentence in found)
                at.Output.WriteLine($"finding\t{what}\t{sentence}");
            if (found.Count == 0)
                at.Output.WriteLine($"ok\t{what}");
            findings += found.Count;
            return found.Count == 0;
        }
    }

    /// <summary>A demonstration needs none; one that is set must be what links and passkeys can be made of.</summary>
    internal static IReadOnlyList<string> Address(string? address) =>
        string.IsNullOrEmpty(address)
        || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { Scheme: "https", PathAndQuery: "/", Fragment: "", UserInfo: "" } && uri.Host.Length > 0)
            ? []
            : ["CAIRN_ADDRESS is not an https address without a path. Write it as https://campaign.example"];

    private static async Task<IReadOnlyList<string>> Settings(Database.Postgres database, CancellationToken cancel)
    {
        try
        {
            await using var connection = new NpgsqlConnection(database.Connection);
            await connection.OpenAsync(cancel);
            var found = new List<string>();
            foreach (var (setting, wanted) in Quiet)
            {
                await using var ask = new NpgsqlCommand("SELECT current_setting($1)", connection) { Parameters = { new() { Value = setting } } };
                var value = (string)(await ask.ExecuteScalarAsync(cancel))!;
                if (value != wanted)
                    found.Add($"{setting} is {value} and must be {wanted}. Set it in postgresql.conf or for the database, and restart or reload PostgreSQL.");
            }

            return found;
        }
        catch (NpgsqlException e) when (StorageFault.Explain(e, database) is { } explained)
        {
            throw explained;
        }
    }
}
