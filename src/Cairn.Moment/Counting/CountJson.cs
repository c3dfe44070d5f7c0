using System.Text.Json.Serialization;

namespace Cairn.Moment.Counting;

/// <summary>Reads and writes a <see cref="CountReport"/>. An unknown member is an error, a missing one too.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(CountReport))]
internal sealed partial class CountJson : JsonSerializerContext;
