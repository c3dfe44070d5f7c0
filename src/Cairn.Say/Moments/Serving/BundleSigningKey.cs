using Cairn.Foundation.Storage;

namespace Cairn.Say.Moments.Serving;

/// <summary>The key that signs the bundles this installation serves.</summary>
internal sealed class BundleSigningKey(Keyring keyring) : SigningKey(keyring, FileName)
{
    internal const string FileName = "bundle-signing.pem";

    /// <summary>What sidecars check with.</summary>
    public string PublicPem() => With(key => key.ExportSubjectPublicKeyInfoPem());
}
