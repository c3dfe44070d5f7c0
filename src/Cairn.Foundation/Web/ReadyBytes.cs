using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Cairn.Foundation.Web;

/// <summary>An answer that is the same for everyone: bytes in memory with an ETag, compressed once.</summary>
/// <remarks>Only for what is public and holds nothing a person typed; anything else must not be compressed (BREACH).</remarks>
public sealed class ReadyBytes : IResult
{
    private static readonly StringValues Brotli = "br";
    private static readonly StringValues GZip = "gzip";
    private static readonly StringValues ByEncoding = "Accept-Encoding";

    private readonly byte[] plain;
    private readonly Lazy<byte[]?> brotli;
    private readonly Lazy<byte[]?> gzip;
    private readonly StringValues contentType;
    private readonly StringValues cacheControl;
    private readonly StringValues etag;
    private readonly int status;

    /// <param name="cacheControl">Value of <c>Cache-Control</c>; <see cref="Revalidate"/> for pages, <see cref="Forever"/> for addresses that contain a hash.</param>
    /// <param name="compress">False for bytes that are compressed already, such as fonts.</param>
    public ReadyBytes(byte[] plain, string contentType, string cacheControl, int status = StatusCodes.Status200OK, bool compress = true)
    {
        this.plain = plain;
        this.contentType = contentType;
        this.cacheControl = cacheControl;
        this.status = status;
        Hash = Convert.ToHexStringLower(SHA256.HashData(plain))[..16];
        etag = $"\"{Hash}\"";
        // Read on first use: a start pays for nothing that nobody asks for.
        brotli = new(() => compress ? Smaller(CompressBrotli(plain)) : null);
        gzip = new(() => compress ? Smaller(CompressGZip(plain)) : null);
    }

    public const string Revalidate = "no-cache";
    public const string Forever = "public, max-age=31536000, immutable";

    /// <summary>First 16 hex digits of the SHA-256 of the bytes.</summary>
    public string Hash { get; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var request = httpContext.Request;
        var response = httpContext.Response;
        response.Headers.ETag = etag;
        response.Headers.CacheControl = cacheControl;
        response.Headers.Vary = ByEncoding;

        if (status == StatusCodes.Status200OK && request.Headers.IfNoneMatch.Count > 0 && Matches(request.Headers.IfNoneMatch))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var body = Choose(request.Headers.AcceptEncoding, response.Headers);
        response.StatusCode = status;
        response.Headers.ContentType = contentType;
        response.ContentLength = body.Length;
        if (HttpMethods.IsHead(request.Method))
            return Task.CompletedTask;

        response.BodyWriter.Write(body);
        return response.BodyWriter.FlushAsync(httpContext.RequestAborted).AsTask();
    }

    private byte[] Choose(StringValues accepted, IHeaderDictionary headers)
    {
        foreach (var value in accepted)
        {
            if (value is null)
                continue;
            if (Accepts(value, "br") && brotli.Value is { } small)
            {
                headers.ContentEncoding = Brotli;
                return small;
            }

            if (Accepts(value, "gzip") && gzip.Value is { } zipped)
            {
                headers.ContentEncoding = GZip;
                return zipped;
            }
        }

        return plain;
    }

    private static bool Accepts(ReadOnlySpan<char> accepted, ReadOnlySpan<char> coding)
    {
        foreach (var part in accepted.Split(','))
        {
            var token = accepted[part].Trim();
            var semicolon = token.IndexOf(';');
            var name = semicolon < 0 ? token : token[..semicolon].TrimEnd();
            if (!name.Equals(coding, StringComparison.OrdinalIgnoreCase))
                continue;
            if (semicolon < 0)
                return true;
            // "q=0", "q=0.0" and "q=0.000" all refuse the coding.
            var quality = token[(semicolon + 1)..].Trim();
            return quality.TrimStart("qQ= ").TrimEnd("0.").Length > 0;
        }

        return false;
    }

    private bool Matches(StringValues candidates)
    {
        foreach (var candidate in candidates)
        {
            if (candidate is "*" || (candidate is not null && candidate.Contains(etag.ToString(), StringComparison.Ordinal)))
                return true;
        }

        return false;
    }

    private byte[]? Smaller(byte[] compressed) => compressed.Length < plain.Length ? compressed : null;

    private static byte[] CompressBrotli(byte[] plain)
    {
        var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        if (!BrotliEncoder.TryCompress(plain, buffer, out var written, quality: 11, window: 22))
            throw new InvalidOperationException("Brotli refused a buffer of its own maximum length.");
        return buffer[..written];
    }

    private static byte[] CompressGZip(byte[] plain)
    {
        using var target = new MemoryStream();
        using (var zip = new GZipStream(target, CompressionLevel.SmallestSize))
            zip.Write(plain);
        return target.ToArray();
    }
}
