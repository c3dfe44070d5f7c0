using System.Text.Json.Serialization;

namespace Cairn.Moment.Bundles;

/// <summary>The JSON inside a bundle. An unknown member is an error: a newer bundle says so by its version.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(BundleContent))]
internal sealed partial class BundleJson : JsonSerializerContext;
