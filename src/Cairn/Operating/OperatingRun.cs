using System.CommandLine;
using Cairn.Foundation.Storage;
using Cairn.Staff.Audit;
using Cairn.Staff.Keys;
using Cairn.Staff.Sessions;

namespace Cairn.Operating;

/// <summary>What a command of the operator works with: the database of every module, the keyring, and where to speak.</summary>
/// <param name="Output">Programs read it.</param>
/// <param name="People">People read it.</param>
internal sealed record OperatingRun(IServiceProvider Services, TextWriter Output, TextWriter People)
{
    public static Option<string> Data { get; } = new("--data") { Description = "Folder of the SQLite files.", DefaultValueFactory = _ => "data" };

    public Keyring Keyring => Services.GetRequiredService<Keyring>();

    public KeyringCheck Check => Services.GetRequiredService<KeyringCheck>();

    public AuditTrail Audit => Services.GetRequiredService<AuditTrail>();

    public OpenDoors Doors => Services.GetRequiredService<OpenDoors>();

    public Migrator Migrator => Services.GetRequiredService<Migrator>();

    public Database Database => Services.GetRequiredService<Database>();

    public DateOnly Today => DateOnly.FromDateTime(Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);

    /// <summary>Runs a command; what cannot be done is said in one sentence and ends with 1.</summary>
    /// <param name="more">What this command's program has besides.</param>
    public static async Task<int> With(TimeProvider time, ParseResult parsed, Func<OperatingRun, Task<int>> act, Action<IServiceCollection>? more = null)
    {
        var people = parsed.InvocationConfiguration.Error;
        try
        {
            await using var services = On(Database.FromEnvironment(parsed.GetRequiredValue(Data)), time, more);
            return await act(new(services, parsed.InvocationConfiguration.Output, people));
        }
        catch (StorageException refused)
        {
            people.WriteLine(refused.Message);
            return 1;
        }
    }

    /// <summary>All modules on one database, without a web server.</summary>
    /// <param name="more">Registered last, so that it stands instead of what was there.</param>
    public static ServiceProvider On(Database database, TimeProvider time, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(time);
        services.AddDatabase(database);
        Modules.Add(services);
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    /// <summary>Demands tables of this version. A module that has none yet is no fault, but for the staff's, which every start and every publishing makes.</summary>
    /// <exception cref="StorageException">There is no database, or it is of an earlier version.</exception>
    public async Task DemandUpToDate(CancellationToken cancel)
    {
        var pending = await Migrator.PendingAsync(cancel);
        if (pending.Any(p => p is { IsNew: true, Name: "staff" }))
            throw new StorageException($"There is no database at {(Database is Database.Sqlite sqlite ? $"'{sqlite.Directory}'" : "the address in CAIRN_DATABASE")}. Name it with --data or CAIRN_DATABASE, or make it with: cairn migrate");
        if (pending.Where(p => !p.IsNew).Select(p => p.Name).ToList() is { Count: > 0 } old)
            throw new StorageException($"The database is of an earlier version ({string.Join(", ", old)}). Back it up with the version that made it, then bring it up to date with: cairn migrate");
    }
}
