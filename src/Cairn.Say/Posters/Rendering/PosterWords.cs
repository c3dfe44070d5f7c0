using Cairn.Foundation.Text;

namespace Cairn.Say.Posters.Rendering;

/// <summary>What goes along with a picture for those who do not see it, and for whoever posts it.</summary>
internal static class PosterWords
{
    /// <summary>What it looks like, then the words on it in reading order.</summary>
    public static string Alternative(ComposedPoster poster) =>
        string.Join(' ', new[] { poster.Job.Artwork.Alternative.In(poster.Job.Language) }.Concat(poster.Drawing.Texts.Select(Sentence)));

    /// <summary>A text to copy: the words, the way to help, and the address.</summary>
    public static string Post(ComposedPoster poster, string address)
    {
        var content = poster.Content;
        var way = content.Number is null ? content.Label : $"{content.Label} {content.ServiceName}: {Isolated(content.Number, poster.Job.Language)}";
        return string.Join('\n', new[] { poster.Job.Artwork.Post.In(poster.Job.Language), way, address, content.Notes.NumberSeen, content.Notes.Draft, content.Notes.Demonstration }.OfType<string>());
    }

    // In a language read from right to left a bare number's groups change places.
    private static string Isolated(string number, Language language) => language.RightToLeft ? $"\u2066{number}\u2069" : number;

    private static string Sentence(string text) => text.Length > 0 && char.IsPunctuation(text[^1]) ? text : text + ".";
}
