using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cairn.Operating.Evidence;

/// <summary>What a package says it holds. Its bytes are what advisers sign.</summary>
/// <param name="Mark">Stands for the conversation, as in the audit.</param>
/// <param name="Day">yyyy-MM-dd, in UTC.</param>
/// <param name="Messages">The numbers of the chosen messages.</param>
internal sealed record EvidenceManifest(string Format, string Campaign, string Desk, string Mark, string Day, string Reason, IReadOnlyList<int> Messages, IReadOnlyList<EvidenceItem> Items)
{
    public const string FileName = "manifest.json";
    public const string Known = "cairn-evidence/1";

    /// <returns>Null when it is none, or of a format that this version does not know.</returns>
    public static EvidenceManifest? Read(byte[] json)
    {
        var manifest = EvidenceJson.Read(() => JsonSerializer.Deserialize(json, EvidenceJson.Default.EvidenceManifest));
        // An array may hold nulls whatever its type says.
        return manifest is { Format: Known, Items.Count: > 0 and <= EvidencePackage.MostItems }
            && manifest.Items.All(i => i is { Name: not (FileName or EvidenceSignature.FileName) })
            && manifest.Items.Select(i => i.Name).Distinct(StringComparer.Ordinal).Count() == manifest.Items.Count ? manifest : null;
    }
}

/// <param name="Sha256">Of its bytes, in lower-case hex.</param>
internal sealed record EvidenceItem(string Name, long Bytes, string Sha256);

/// <param name="Called">The name that the adviser is said to have.</param>
/// <param name="Verify">The adviser's Ed25519 public key.</param>
internal sealed record EvidenceSignature(string Called, byte[] Verify, byte[] Signature)
{
    public const string FileName = "signatures.json";

    private const int Most = 16;

    /// <returns>Null when they are none, or more than anybody would collect.</returns>
    public static IReadOnlyList<EvidenceSignature>? ReadAll(byte[] json)
    {
        var signatures = EvidenceJson.Read(() => JsonSerializer.Deserialize(json, EvidenceJson.Default.IReadOnlyListEvidenceSignature));
        return signatures is { Count: <= Most } && signatures.All(s => s is not null) ? signatures : null;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(EvidenceManifest))]
[JsonSerializable(typeof(IReadOnlyList<EvidenceSignature>))]
internal sealed partial class EvidenceJson : JsonSerializerContext
{
    public static T? Read<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
