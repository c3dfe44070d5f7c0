using Microsoft.AspNetCore.Http;

namespace Cairn.Say.Moments.Serving;

/// <summary>Bodies that are JSON.</summary>
internal static class JsonBody
{
    /// <summary>Null when the media type is JSON in UTF-8.</summary>
    public static IResult? RefuseType(HttpRequest request) =>
        IsJson(request.ContentType) ? null : TypedResults.Problem("Send JSON, with the header Content-Type: application/json.", statusCode: StatusCodes.Status415UnsupportedMediaType);

    private static bool IsJson(string? type) =>
        type == "application/json"
        || (System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(type, out var parsed)
            && string.Equals(parsed.MediaType, "application/json", StringComparison.OrdinalIgnoreCase)
            && (parsed.CharSet is null || string.Equals(parsed.CharSet.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase)));
}
