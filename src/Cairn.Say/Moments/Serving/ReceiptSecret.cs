using System.Security.Cryptography;
using Cairn.Foundation.Storage;
using Cairn.Moment.Decisions;

namespace Cairn.Say.Moments.Serving;

/// <summary>What this installation signs receipts with, in the keyring that its nodes share: a receipt of one node is good on every other.</summary>
internal sealed class ReceiptSecret(Keyring keyring)
{
    internal const string FileName = "moment-receipts.key";

    /// <exception cref="StorageException">The keyring cannot be used, or the file in it is damaged.</exception>
    public ReceiptKey For(string campaign) => ReceiptKey.For(MakeKey(), campaign);

    /// <exception cref="StorageException">As above.</exception>
    public byte[] MakeKey()
    {
        var secret = keyring.ReadOrMake(FileName, () => RandomNumberGenerator.GetBytes(ReceiptKey.Length));
        return secret.Length == ReceiptKey.Length
            ? secret
            : throw new StorageException($"The key '{FileName}' in the keyring '{keyring.Directory}' is damaged. Restore it from the keyring's backup.");
    }
}
