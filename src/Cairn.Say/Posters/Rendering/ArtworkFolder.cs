using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Cairn.Moment;
using Cairn.Say.Moments;

namespace Cairn.Say.Posters.Rendering;

/// <summary>What a rendering did.</summary>
/// <param name="Faults">Sentences on what could not be drawn; empty when everything was.</param>
/// <param name="LeftOut">Files of draft translations that are too long for their format.</param>
internal sealed record Rendered(int Made, int Kept, long Bytes, IReadOnlyList<string> Faults, IReadOnlyList<string> LeftOut, bool Demonstration);

/// <summary>Renders artwork into a folder. Each file appears whole or not at all, and what has not changed is left alone.</summary>
internal sealed class ArtworkFolder(PosterRenderer renderer, string folder, bool all)
{
    private readonly ConcurrentBag<string> faults = [], leftOut = [];
    private readonly ConcurrentDictionary<string, JsonObject> entries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> twins = new(StringComparer.Ordinal);
    private int made, kept, done;
    private long bytes;

    /// <summary>The files the last rendering answers for: pictures, pages of text and the manifest.</summary>
    public IEnumerable<string> Files => entries.Keys.Concat(twins.Keys).Append(PosterManifest.Name).Order(StringComparer.Ordinal);

    /// <param name="threads">How many pictures are made at once.</param>
    /// <exception cref="MomentException">The folder cannot be written; what was finished stays.</exception>
    public Rendered Render(IReadOnlyList<PosterJob> jobs, string revision, int threads, IProgress<long>? progress)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new MomentException($"'{Path.GetFullPath(folder)}' could not be made: check that its place may be written by this account.", e);
        }

        var before = PosterManifest.Read(folder);
        try
        {
            Parallel.ForEach(jobs, new ParallelOptions { MaxDegreeOfParallelism = threads }, job =>
            {
                One(job, before);
                progress?.Report(Interlocked.Increment(ref done));
            });
        }
        catch (AggregateException e) when (e.InnerExceptions.OfType<MomentException>().FirstOrDefault() is { } refused)
        {
            throw new MomentException(refused.Message, refused);
        }

        var campaign = renderer.Contents.Pack.Campaign;
        // What an earlier run made, with other formats or languages, is still there and still listed.
        var listed = before.Where(e => !entries.ContainsKey(e.Key) && File.Exists(Path.Combine(folder, e.Key)) && faults.IsEmpty).Concat(entries).OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => e.Value);
        KeptFile.Replace(Path.Combine(folder, PosterManifest.Name), PosterManifest.Write(campaign.Id, revision, campaign.Licence, renderer.Contents.Demonstration, renderer.Partner, listed));
        return new(made, kept, bytes, [.. faults.Distinct().Order(StringComparer.Ordinal)], [.. leftOut.Order(StringComparer.Ordinal)], renderer.Contents.Demonstration);
    }

    private void One(PosterJob job, IReadOnlyDictionary<string, JsonObject> before)
    {
        if (renderer.Content(job, out var why) is not { } content)
        {
            // A draft may have gaps.
            if (why != Withheld.NotInLanguage)
                faults.Add($"{job.Artwork.Id} is not drawn: {(why == Withheld.FigureWithheld ? "its figure" : "its service")} may not be shown today.");
            return;
        }

        var address = renderer.Contents.AddressOf(job.Artwork, job.Format);
        var key = PosterKey.Of(job, content, address);
        var path = Path.Combine(folder, job.File);
        if (!all && before.TryGetValue(job.File, out var known) && IsAsMade(known, key, path))
        {
            entries[job.File] = known;
            Interlocked.Increment(ref kept);
            Twin(job, content);
            return;
        }

        var poster = renderer.Compose(job, content);
        if (poster.Drawing.Faults.Count > 0)
        {
            // A draft that is too long for a format is left out of it; the check says so.
            var draft = content.Notes.Draft is not null;
            if (draft)
                leftOut.Add(job.File);
            foreach (var fault in draft ? [] : poster.Drawing.Faults)
                faults.Add($"{job.File} is not drawn: {DrawingFaults.Sentence(fault)}");
            return;
        }

        var picture = poster.Write();
        if (job.Format.BytesAtMost is { } most && picture.Length > most)
        {
            faults.Add($"{job.File} is not kept: it has {picture.Length} bytes, and its channel takes {most}. Use a simpler mark.");
            return;
        }

        KeptFile.Replace(path, picture, flush: false);
        Interlocked.Increment(ref made);
        Interlocked.Add(ref bytes, picture.Length);
        entries[job.File] = PosterEntry.Of(poster, key, address, picture, Convert.ToHexStringLower(SHA256.HashData(picture)));
        Twin(job, content);
    }

    // For those who cannot read the picture; one for all formats, since they say the same.
    private void Twin(PosterJob job, PosterContent content)
    {
        if (twins.TryAdd($"{job.Artwork.Id}.{job.Language}.html", true))
            KeptFile.Replace(Path.Combine(folder, $"{job.Artwork.Id}.{job.Language}.html"), PosterTwin.Write(content, renderer.Contents.AddressOf(job.Artwork), renderer.Contents.Pack.Campaign), flush: false);
    }

    private static bool IsAsMade(JsonObject known, string key, string path)
    {
        if ((string?)known["key"] != key || !File.Exists(path))
            return false;
        try
        {
            using var file = File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(file)) == (string?)known["sha256"];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
