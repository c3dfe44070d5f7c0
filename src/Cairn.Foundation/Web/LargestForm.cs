using Microsoft.AspNetCore.Http.Metadata;

namespace Cairn.Foundation.Web;

/// <summary>How long a body a route takes, in bytes.</summary>
public sealed record LargestForm(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
