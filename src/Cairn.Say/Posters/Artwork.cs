using Cairn.Foundation.Text;
using Cairn.Say.Posters.Formats;
using Cairn.Say.Posters.Motifs;

namespace Cairn.Say.Posters;

/// <summary>Which part of an artwork leads.</summary>
internal enum ArtworkLayout
{
    /// <summary>A sentence and a picture.</summary>
    Statement,

    /// <summary>A number with its source.</summary>
    Figure,

    /// <summary>A question and its answer.</summary>
    Question,

    /// <summary>The way to help: number and code first.</summary>
    Help,
}

/// <summary>One piece of artwork, from which every format and language is drawn; an entry of <c>artwork.yaml</c>.</summary>
/// <param name="Audience">Decides the colour; null when it speaks to everyone.</param>
/// <param name="Message">Id of the message it carries; null for a figure's.</param>
/// <param name="Figure">Id of the figure; set for <see cref="ArtworkLayout.Figure"/> only.</param>
/// <param name="Headline">The sentence.</param>
/// <param name="Short">The sentence where there is little room; null when the whole one is short enough.</param>
/// <param name="Answer">What a question is answered with; set for <see cref="ArtworkLayout.Question"/>, and what the help layout says under its sentence.</param>
/// <param name="Label">What stands over the number: what happens there.</param>
/// <param name="Service">Whose number it carries; null when its code alone leads on.</param>
/// <param name="Alternative">What the picture looks like, for those who do not see it. The words on it are added.</param>
/// <param name="Post">A text to copy beside the picture.</param>
/// <param name="Code">The placement whose code it carries, unless <see cref="Codes"/> has another for the format.</param>
internal sealed record Artwork(
    string Id,
    ArtworkLayout Layout,
    Audience? Audience,
    string? Message,
    string? Figure,
    LocalText Headline,
    LocalText? Short,
    LocalText? Answer,
    LocalText Label,
    string? Service,
    Motif Motif,
    LocalText Alternative,
    LocalText Post,
    IReadOnlyList<PosterFormat> Formats,
    string Code,
    IReadOnlyDictionary<string, string> Codes)
{
    /// <summary>The placement whose code stands on a format.</summary>
    public string CodeOn(PosterFormat format) => Codes.GetValueOrDefault(format.Name, Code);
}
