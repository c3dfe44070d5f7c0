using System.CommandLine;

namespace Cairn.Operating;

/// <summary><c>cairn migrate</c>: what <c>serve</c> does first, alone.</summary>
internal static class MigrateCommand
{
    public static Command Build(TimeProvider time)
    {
        var migrate = new Command("migrate", "Bring the database up to date. A start does the same.") { OperatingRun.Data };
        migrate.SetAction((parsed, cancel) => OperatingRun.With(time, parsed, at => Migrate(at, cancel)));
        return migrate;
    }

    private static async Task<int> Migrate(OperatingRun at, CancellationToken cancel)
    {
        var pending = (await at.Migrator.PendingAsync(cancel)).Select(p => p.Name).ToList();
        await at.Migrator.MigrateAsync(cancel);
        foreach (var module in pending)
            at.Output.WriteLine(module);
        at.People.WriteLine(pending.Count == 0 ? "The database was up to date already." : $"The database is up to date; these were brought there: {string.Join(", ", pending)}.");
        return 0;
    }
}
