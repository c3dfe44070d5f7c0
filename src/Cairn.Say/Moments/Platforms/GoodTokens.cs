using System.Collections.Frozen;

namespace Cairn.Say.Moments.Platforms;

/// <summary>The tokens that are good now: a snapshot in memory, swapped whole, so that no request asks the database.</summary>
internal sealed class GoodTokens(PlatformStore store)
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile FrozenDictionary<TokenHash, Platform> good = FrozenDictionary<TokenHash, Platform>.Empty;

    public Platform? Find(TokenHash hash) => good.GetValueOrDefault(hash);

    /// <summary>Reads them again. What a platform has asked lately is not forgotten by it.</summary>
    /// <exception cref="Cairn.Foundation.Storage.StorageException">The database cannot be asked; what was read before stays.</exception>
    public async Task Reload(CancellationToken cancel = default)
    {
        await turn.WaitAsync(cancel);
        try
        {
            var before = good;
            var now = (await store.All(cancel)).Where(p => p.Revoked is null).ToDictionary(p => TokenHash.From(p.Hash));
            if (now.Count == before.Count && now.Keys.All(before.ContainsKey))
                return;
            good = now.ToFrozenDictionary(
                p => p.Key,
                p => before.GetValueOrDefault(p.Key) ?? new Platform(p.Value.Platform, PlatformScopes.Parse(p.Value.Scopes) ?? PlatformScope.None, p.Value.Rate));
            foreach (var (hash, gone) in before)
            {
                if (!now.ContainsKey(hash))
                    gone.Dispose();
            }
        }
        finally
        {
            turn.Release();
        }
    }
}
