using System.Globalization;
using System.Text.RegularExpressions;
using Cairn.Foundation.Storage;
using Cairn.Say.Packs.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Say.Moments.Platforms;

/// <summary>The tokens there are, in the database.</summary>
internal sealed partial class PlatformStore(PackTurns turns, Database database, TimeProvider time)
{
    /// <summary>PostgreSQL: the channel on which nodes learn that a token was made or revoked. Carries nothing.</summary>
    public const string Channel = "cairn_platforms";

    public const int UsualRate = 1000;
    public const int HighestRate = 1_000_000;

    public static bool IsName(string text) => Named().IsMatch(text);

    /// <summary>Every token ever made, in the order of platforms and days.</summary>
    public async Task<List<StoredPlatform>> All(CancellationToken cancel) =>
        [.. (await turns.Ask(db => db.Platforms.AsNoTracking().ToListAsync(cancel), cancel))
            .OrderBy(p => p.Platform, StringComparer.Ordinal).ThenBy(p => p.Made, StringComparer.Ordinal).ThenBy(p => p.Revoked ?? "9", StringComparer.Ordinal)];

    /// <exception cref="PlatformRefusedException">The name is not one, or it has a token that is good.</exception>
    /// <returns>The token; it is nowhere else.</returns>
    public Task<string> Add(string platform, PlatformScope scopes, int rate, CancellationToken cancel) => turns.InTurn(
        async db =>
        {
            if (!IsName(platform))
                throw new PlatformRefusedException($"A platform is named by 1 to {StoredPlatform.LongestPlatform} small letters, digits, dots and hyphens, such as example-search.");
            if (await db.Platforms.AnyAsync(p => p.Platform == platform && p.Revoked == null, cancel))
                throw new PlatformRefusedException($"{platform} has a token already. Revoke it first, or add the new one under another name and revoke the old one when nobody uses it any more.");
            var token = PlatformToken.Make();
            db.Add(new StoredPlatform { Hash = PlatformToken.HashOf(token).ToBytes(), Platform = platform, Scopes = scopes.Text(), Rate = rate, Made = Today() });
            await Say(db, cancel);
            return token;
        },
        cancel);

    /// <exception cref="PlatformRefusedException">It has no token that is good.</exception>
    public Task<bool> Revoke(string platform, CancellationToken cancel) => turns.InTurn(
        async db =>
        {
            var row = await db.Platforms.SingleOrDefaultAsync(p => p.Platform == platform && p.Revoked == null, cancel)
                ?? throw new PlatformRefusedException("No platform of this name has a token that is good. 'cairn platform list' shows those there are.");
            row.Revoked = Today();
            await Say(db, cancel);
            return true;
        },
        cancel);

    private string Today() => time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Told when the transaction ends, with the rows.
    private Task Say(SayDb db, CancellationToken cancel) =>
        database is Database.Postgres ? db.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, '')", cancel) : Task.CompletedTask;

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.\-]{0,63}\z")]
    private static partial Regex Named();
}

/// <summary>Something about platforms that cannot be done; the message says why.</summary>
internal sealed class PlatformRefusedException(string sentence) : StorageException(sentence);
