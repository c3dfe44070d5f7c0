using Microsoft.AspNetCore.Http.Metadata;

namespace Cairn.Help.Helpline;

/// <summary>How long a body one of the helpline's routes takes, in bytes.</summary>
internal sealed record LargestForm(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
