using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Cairn.Tests;

public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>Runs a store test on SQLite always, and on PostgreSQL where <c>CAIRN_TEST_POSTGRES</c> names a server (see <c>eng/postgres-for-tests</c>).</summary>
public sealed class EachDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        IReadOnlyCollection<ITheoryDataRow> rows = TestDatabase.PostgresServer is null
            ? [new TheoryDataRow<Engine>(Engine.Sqlite)]
            : [new TheoryDataRow<Engine>(Engine.Sqlite), new TheoryDataRow<Engine>(Engine.Postgres)];
        return new(rows);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>A test about PostgreSQL alone; absent where there is no server.</summary>
public sealed class OnPostgresAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        IReadOnlyCollection<ITheoryDataRow> rows = TestDatabase.PostgresServer is null ? [] : [new TheoryDataRow<Engine>(Engine.Postgres)];
        return new(rows);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
