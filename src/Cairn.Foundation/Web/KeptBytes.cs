using System.Collections.Concurrent;

namespace Cairn.Foundation.Web;

/// <summary>Documents for machines, made at most once a minute and kept as bytes with an ETag, as <see cref="DrawnPages"/> does for pages.</summary>
public sealed class KeptBytes(TimeProvider time)
{
    // Reached only by asking for page sizes nobody needs; everything kept is then forgotten and made again.
    private const int MostKept = 500;

    private readonly ConcurrentDictionary<string, Kept> documents = new(StringComparer.Ordinal);

    /// <param name="snapshot">What the document is made from; another object means another document.</param>
    /// <param name="key">From closed lists and small numbers, never from what somebody typed.</param>
    public ReadyBytes Of(object snapshot, string key, Func<ReadyBytes> make)
    {
        var minute = time.GetUtcNow().ToUnixTimeSeconds() / 60;
        if (documents.TryGetValue(key, out var kept) && kept.Minute == minute && ReferenceEquals(kept.Snapshot, snapshot))
            return kept.Bytes;

        var made = make();
        // The same bytes again: the ones that are compressed already are kept.
        if (kept is not null && kept.Bytes.Hash == made.Hash)
            made = kept.Bytes;
        if (documents.Count >= MostKept)
            documents.Clear();
        documents[key] = new(minute, snapshot, made);
        return made;
    }

    private sealed record Kept(long Minute, object Snapshot, ReadyBytes Bytes);
}
