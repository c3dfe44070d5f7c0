using System.Security.Cryptography;
using System.Text;
using Cairn.Foundation.Text;
using Cairn.Say.Posters;
using Cairn.Say.Posters.Formats;
using Cairn.Say.Posters.Rendering;

namespace Cairn.Say.Toolkit;

/// <summary>An artwork in one language, with the formats it can be handed out in.</summary>
/// <param name="Formats">Of the artwork's own list, those in which everything fits.</param>
/// <param name="Thumb">The picture of the toolkit's own page: the small one, or where that cannot be drawn the first for screens.</param>
/// <param name="Card">The picture shown where a page is shared.</param>
/// <param name="Alternative">What it looks like and says, with the number.</param>
/// <param name="ThumbAlternative">The same of that picture.</param>
/// <param name="Version">Changes whenever one of its pictures does, and stands in their addresses.</param>
internal sealed record StockedArtwork(
    Artwork Artwork,
    Language Language,
    string Headline,
    IReadOnlyList<PosterFormat> Formats,
    PosterFormat? Thumb,
    PosterFormat? Card,
    string Alternative,
    string ThumbAlternative,
    string Post,
    byte[] Twin,
    string Version)
{
    private PosterContent Content { get; init; } = null!;

    private PosterRenderer Renderer { get; init; } = null!;

    private MadePictures Pictures { get; init; } = null!;

    /// <summary>Lays it out in each format, which is quick; nothing is drawn before somebody asks. Null when it may not be drawn in this language today.</summary>
    public static StockedArtwork? Of(Artwork artwork, Language language, PosterRenderer renderer, MadePictures pictures)
    {
        var (thumb, card) = (PosterFormat.Named("thumb")!, PosterFormat.Named("card")!);
        var jobs = artwork.Formats.Append(thumb).Append(card).Distinct().Select(f => new PosterJob(artwork, language, f)).ToList();
        if (renderer.Content(jobs[0], out _) is not { } content)
            return null;
        var fitting = jobs.Select(j => renderer.Compose(j, content)).Where(p => p.Drawing.Faults.Count == 0).ToList();
        if (fitting.Find(p => artwork.Formats.Contains(p.Job.Format)) is not { } first)
            return null;

        var address = renderer.Contents.AddressOf(artwork, first.Job.Format);
        var small = fitting.Find(p => p.Job.Format == thumb) ?? fitting.Find(p => !p.Job.Format.Print);
        return new(
            artwork, language, content.Headline,
            [.. fitting.Select(p => p.Job.Format).Where(artwork.Formats.Contains)],
            small?.Job.Format, fitting.Find(p => p.Job.Format == card)?.Job.Format,
            PosterWords.Alternative(first), PosterWords.Alternative(small ?? first), PosterWords.Post(first, address),
            PosterTwin.Write(first.Content, address, renderer.Contents.Pack.Campaign),
            VersionOf(fitting, renderer))
        {
            Content = content,
            Renderer = renderer,
            Pictures = pictures,
        };
    }

    /// <summary>A format by its name: one of the artwork's own, or one that the site itself shows. Null for any other, sizes of one's own included.</summary>
    public PosterFormat? Format(string name) => Formats.Append(Thumb).Append(Card).FirstOrDefault(f => f?.Name == name);

    /// <summary>The picture in a format; null when too many others wait for theirs.</summary>
    public Task<MadePicture?> Picture(PosterFormat format)
    {
        var job = JobOf(format);
        return Pictures.Of($"{Renderer.Partner}/{job.File}", format.Print ? "application/pdf" : "image/png", () => Renderer.Compose(job, Content).Write());
    }

    /// <summary>The name of a file, as <c>cairn artwork render</c> gives it.</summary>
    public string FileOf(PosterFormat format) => JobOf(format).File;

    private PosterJob JobOf(PosterFormat format) => new(Artwork, Language, format);

    private static string VersionOf(IEnumerable<ComposedPoster> posters, PosterRenderer renderer)
    {
        var keys = posters.Select(p => PosterKey.Of(p.Job, p.Content, renderer.Contents.AddressOf(p.Job.Artwork, p.Job.Format)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(keys))))[..12];
    }
}
