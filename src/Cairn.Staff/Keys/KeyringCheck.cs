using Cairn.Foundation.Storage;
using Cairn.Staff.Audit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cairn.Staff.Keys;

/// <summary>Whether the keyring at hand is the one that the database belongs to. Everything that uses a key asks first, so that nobody makes a second keyring by mistake.</summary>
internal sealed class KeyringCheck(Keyring keyring, Database database, IDbContextFactory<StaffDb> databases, AuditTrail audit)
{
    /// <summary>Demands the right keyring. A database that belongs to none yet takes this one, which is made when there is none.</summary>
    /// <returns>The keyring's name.</returns>
    /// <exception cref="StorageException">It is missing, nameless or another one; nothing was written.</exception>
    public async Task<string> Ensure(Actor actor, CancellationToken cancel = default)
    {
        if (await Known(cancel) is { } known)
            return Match(known);
        // Nodes share one directory. A node that made its own because the shared one was not mounted would split the campaign in two.
        if (database is Database.Postgres && !keyring.Exists)
            throw NoKeyring();

        using var turn = await keyring.TakeTurn(cancel);
        if (await Known(cancel) is { } first)
            return Match(first);
        keyring.RefuseWhenOpen();
        var id = keyring.IdOrNew();
        if (!await Take(id, cancel))
            return Match((await Known(cancel))!);
        await audit.Record(actor, Acts.KeyringMade, id, cancel);
        return id;
    }

    /// <summary>Demands a keyring, and the right one where the database knows it already. Never makes or writes anything.</summary>
    /// <exception cref="StorageException">It is missing, nameless or another one.</exception>
    public async Task<string> Demand(CancellationToken cancel = default)
    {
        if (await Known(cancel) is { } known)
            return Match(known);
        keyring.RefuseWhenOpen();
        return keyring.Id() ?? throw NoKeyring();
    }

    /// <summary>The name of the keyring that the database belongs to; null while it belongs to none, or is not there at all.</summary>
    public async Task<string?> Known(CancellationToken cancel = default)
    {
        // Opening a file that is not there would make it.
        if (database is Database.Sqlite sqlite && !File.Exists(sqlite.FileOf("staff")))
            return null;

        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            return (await db.Keyrings.AsNoTracking().SingleOrDefaultAsync(cancel))?.Id;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == 1)
        {
            return null;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException && StorageFault.Explain(e, database) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>False when the database took another keyring meanwhile.</summary>
    private async Task<bool> Take(string id, CancellationToken cancel)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            db.Add(new KnownKeyring { Id = id });
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException e) when (e.InnerException is SqliteException { SqliteErrorCode: 19 } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false;
        }
        catch (Exception e) when (e is not OperationCanceledException && StorageFault.Explain(e, database) is { } explained)
        {
            throw explained;
        }
    }

    private string Match(string known)
    {
        const string Remedy = "Name the right one with CAIRN_KEYRING, or bring it back with: cairn keyring restore FILE";
        keyring.RefuseWhenOpen();
        if (!keyring.Exists)
            throw new StorageException($"There is no keyring at '{keyring.Directory}', and this database belongs to keyring {known}. {Remedy}");
        return keyring.Id() switch
        {
            null => throw new StorageException($"The keyring at '{keyring.Directory}' has no {KeyringName.FileName}, and this database belongs to keyring {known}. {Remedy}"),
            var id when id != known => throw new StorageException($"The keyring at '{keyring.Directory}' is {id}, and this database belongs to keyring {known}. {Remedy}"),
            var id => id,
        };
    }

    private StorageException NoKeyring() => new($"There is no keyring at '{keyring.Directory}'. Make it once with: cairn keyring init (all nodes share its directory), or name it with CAIRN_KEYRING.");
}
