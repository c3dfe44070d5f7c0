using Cairn.Foundation.Storage;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Cairn.Staff.Keys;

/// <summary>Makes the first key of the cookies before anybody needs it, one node at a time. Left to itself each node would make one of its own and refuse the other's cookies.</summary>
/// <remarks>Later keys need no turn: each is made two days before it is used, and by then every node has read it.</remarks>
internal sealed class FirstCookieKey(Keyring keyring, IKeyManager keys)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    public async Task EnsureMade(CancellationToken cancel = default)
    {
        if (IsThere())
            return;

        using var turn = await keyring.TakeTurn(cancel);
        if (!IsThere())
            keys.CreateNewKey(Now, Now + Lifetime);
    }

    // Not the program's TimeProvider: data protection asks the machine's clock, and the two must agree.
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private bool IsThere() => keys.GetAllKeys().Any(k => !k.IsRevoked && k.ActivationDate <= Now && k.ExpirationDate > Now);
}
