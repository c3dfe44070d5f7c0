using Cairn.Foundation.Storage;

namespace Cairn.Say.Packs.Publishing;

/// <summary>The key that signs what this installation publishes.</summary>
internal sealed class PackSigningKey(Keyring keyring) : SigningKey(keyring, FileName)
{
    internal const string FileName = "pack-signing.pem";
}
