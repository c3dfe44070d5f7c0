using System.Text.Json;
using System.Text.Json.Serialization;
using Cairn.Foundation.Storage;

namespace Cairn.Operating;

/// <summary>The first entry of a backup: what it holds, and for which keyring.</summary>
/// <param name="Engine"><c>sqlite</c> or <c>postgresql</c>.</param>
/// <param name="Day">yyyy-MM-dd, in UTC.</param>
/// <param name="Keyring">The name of the keyring that the data belongs to; the keyring itself is never in a backup.</param>
internal sealed record BackupManifest(int Format, string Engine, string Day, string Keyring, IReadOnlyList<BackupFile> Files)
{
    public const string FileName = "manifest.json";
    public const int Current = 1;

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, BackupJson.Default.BackupManifest);

    /// <exception cref="StorageException">It is none, or of a later version.</exception>
    public static BackupManifest Parse(Stream json)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize(json, BackupJson.Default.BackupManifest);
            if (manifest is { Format: Current, Files: not null })
                return manifest;
        }
        catch (JsonException)
        {
            // Said below.
        }

        throw new StorageException("This backup is not of a format that this version of Cairn can read. Nothing was restored.");
    }
}

/// <param name="Sha256">Of its bytes, in lower-case hex.</param>
internal sealed record BackupFile(string Name, long Bytes, string Sha256);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupJson : JsonSerializerContext;
