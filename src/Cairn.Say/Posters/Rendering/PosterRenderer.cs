using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Cairn.Foundation.Text;
using Cairn.Say.Packs;
using Cairn.Say.Posters.Drawings;
using Cairn.Say.Posters.Formats;
using Cairn.Say.Posters.Layouts;
using Cairn.Say.Posters.Output;
using Cairn.Say.Posters.Partners;
using Cairn.Say.Posters.Text;

namespace Cairn.Say.Posters.Rendering;

/// <summary>One picture to be made.</summary>
internal sealed record PosterJob(Artwork Artwork, Language Language, PosterFormat Format)
{
    public string File => $"{Artwork.Id}.{Language}.{Format.Name}.{(Format.Print ? "pdf" : "png")}";
}

/// <summary>A picture as it was composed: what it says, and where everything stands.</summary>
internal sealed record ComposedPoster(PosterJob Job, PosterContent Content, Drawing Drawing)
{
    public byte[] Write() => PosterOutput.Write(Drawing, Content, Job.Format);
}

/// <summary>Makes pictures of a pack's artwork. Safe to use from many threads.</summary>
internal sealed class PosterRenderer(PosterContents contents, string? partner = null, PartnerMark? mark = null, string? markHash = null)
{
    private readonly ConcurrentDictionary<(Artwork, Language), (PosterContent? Content, Withheld? Why)> kept = new(ReferenceOfArtwork.It);
    private readonly Composer composer = new(new Lettering());

    public PosterContents Contents => contents;

    public string? Partner => partner;

    /// <summary>Every artwork in every language of the campaign and each of its formats.</summary>
    public static IEnumerable<PosterJob> Jobs(Pack pack, IReadOnlyList<PosterFormat>? formats, IReadOnlyList<Language>? languages) =>
        from artwork in pack.Artworks
        from language in languages ?? [.. pack.Campaign.Languages.Select(l => l.Language)]
        from format in formats ?? artwork.Formats
        select new PosterJob(artwork, language, format);

    /// <returns>Null when it may not be drawn.</returns>
    public PosterContent? Content(PosterJob job, out Withheld? why)
    {
        // The same in every format.
        var (content, reason) = kept.GetOrAdd((job.Artwork, job.Language), _ =>
        {
            var made = contents.Of(job.Artwork, job.Language, partner is null ? null : contents.Partner(partner, mark, markHash, job.Language), out var held);
            return (made, held);
        });
        why = reason;
        return content;
    }

    public ComposedPoster Compose(PosterJob job, PosterContent content) =>
        new(job, content, composer.Compose(content, job.Format, contents.AddressOf(job.Artwork, job.Format)));

    // An artwork is a long record; which one it is, is enough.
    private sealed class ReferenceOfArtwork : IEqualityComparer<(Artwork Artwork, Language Language)>
    {
        public static ReferenceOfArtwork It { get; } = new();

        public bool Equals((Artwork Artwork, Language Language) x, (Artwork Artwork, Language Language) y) => ReferenceEquals(x.Artwork, y.Artwork) && x.Language == y.Language;

        public int GetHashCode((Artwork Artwork, Language Language) pair) => HashCode.Combine(RuntimeHelpers.GetHashCode(pair.Artwork), pair.Language);
    }
}
