using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Cairn.Operating.Evidence;
using ICSharpCode.SharpZipLib.Zip;
using NSec.Cryptography;

namespace Cairn.Tests.Operating.Evidence;

/// <summary>The package that <c>eng/evidence-sample</c> made with the desk's own script, and what somebody could make of it.</summary>
internal sealed class APackage
{
    public const string Passphrase = "B10R-PTNG-Z1NT-E1QV-ANDR-1100";

    private readonly List<(string Name, byte[] Bytes)> items;

    private APackage(IEnumerable<(string Name, byte[] Bytes)> items) => this.items = [.. items];

    public static string File { get; } = Path.Combine(Checkout.Root, "tests", "Cairn.Tests", "Operating", "Evidence", "package.zip");

    public IReadOnlyList<string> Names => [.. items.Select(i => i.Name)];

    public static APackage AsMade() => new(EvidencePackage.Open(File, () => Passphrase).Items.Select(i => (i.Key, i.Value!)));

    public byte[] this[string name] => items.Single(i => i.Name == name).Bytes;

    public APackage With(string name, byte[] bytes) => new(items.Where(i => i.Name != name).Append((name, bytes)));

    public APackage Without(string name) => new(items.Where(i => i.Name != name));

    /// <summary>With one bit of an item turned.</summary>
    public APackage Altered(string name)
    {
        var bytes = (byte[])this[name].Clone();
        bytes[bytes.Length / 2] ^= 1;
        return With(name, bytes);
    }

    /// <summary>With an item's own sum in the manifest, as somebody would who alters both.</summary>
    public APackage AlteredWithItsManifest(string name)
    {
        var altered = Altered(name);
        var manifest = JsonNode.Parse(altered["manifest.json"])!;
        manifest["items"]!.AsArray().Single(i => (string)i!["name"]! == name)!["sha256"] = Convert.ToHexStringLower(SHA256.HashData(altered[name]));
        return altered.With("manifest.json", System.Text.Encoding.UTF8.GetBytes(manifest.ToJsonString()));
    }

    /// <param name="by">Names and what each key's 32 bytes are; in the package as made Zintel has 1, Quandril 2.</param>
    public APackage SignedBy(params (string Called, byte Secret)[] by) => WithSignatures([.. by.Select(b => Signature(b.Called, b.Secret))]);

    public APackage WithSignatures(params JsonNode[] signatures) => With("signatures.json", System.Text.Encoding.UTF8.GetBytes(new JsonArray([.. signatures]).ToJsonString()));

    /// <param name="over">What is signed; null for the manifest.</param>
    public JsonNode Signature(string called, byte secret, byte[]? over = null)
    {
        using var key = Key.Import(SignatureAlgorithm.Ed25519, Enumerable.Repeat(secret, 32).ToArray(), KeyBlobFormat.RawPrivateKey);
        byte[] statement = [.. "cairn/evidence/v1"u8, .. SHA256.HashData(over ?? this["manifest.json"])];
        return new JsonObject { ["called"] = called, ["verify"] = Convert.ToBase64String(VerifyKey(secret)), ["signature"] = Convert.ToBase64String(SignatureAlgorithm.Ed25519.Sign(key, statement)) };
    }

    public static byte[] VerifyKey(byte secret)
    {
        using var key = Key.Import(SignatureAlgorithm.Ed25519, Enumerable.Repeat(secret, 32).ToArray(), KeyBlobFormat.RawPrivateKey);
        return key.PublicKey.Export(KeyBlobFormat.RawPublicKey);
    }

    /// <summary>Packed as another program would: compressed, under the same passphrase.</summary>
    /// <param name="key">256 as packages are; 0 for no passphrase at all.</param>
    public string WriteTo(string folder, int key = 256)
    {
        var file = Path.Combine(folder, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)) + ".zip");
        using var zip = new ZipOutputStream(System.IO.File.Create(file)) { UseZip64 = UseZip64.Off, Password = key == 0 ? null : Passphrase };
        foreach (var (name, bytes) in items)
        {
            zip.PutNextEntry(new ZipEntry(name) { AESKeySize = key });
            zip.Write(bytes);
            zip.CloseEntry();
        }

        return file;
    }
}
