using System.CommandLine;

namespace Cairn.Operating;

/// <summary><c>cairn audit verify</c>: whether anybody touched the record of what staff did.</summary>
internal static class AuditCommands
{
    public static Command Build(TimeProvider time)
    {
        var verify = new Command("verify", "Check every row of the audit against its chain, the signed ends of the days and the keyring.") { OperatingRun.Data };
        verify.SetAction((parsed, cancel) => OperatingRun.With(time, parsed, at => Verify(at, cancel)));
        return new Command("audit", "The record of what staff did.") { verify };
    }

    private static async Task<int> Verify(OperatingRun at, CancellationToken cancel)
    {
        await at.DemandUpToDate(cancel);
        await at.Check.Demand(cancel);
        var verdict = await at.Audit.Verify(cancel);
        foreach (var problem in verdict.Problems)
            at.Output.WriteLine(problem);
        if (verdict.Problems.Count > 0)
        {
            at.People.WriteLine("The record was touched, or rows of it are missing. Keep a copy of the database as it is, and ask who could write to it.");
            return 1;
        }

        at.Output.WriteLine(verdict.LastNumber is null ? "0 acts, whole" : FormattableString.Invariant($"{verdict.Rows} acts, whole; the last is row {verdict.LastNumber}, hash {verdict.LastHash}"));
        return 0;
    }
}
