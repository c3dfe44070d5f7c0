namespace Cairn.Say.Posters.Layouts;

/// <summary>A sign that people pass is read in a few seconds: one idea.</summary>
internal static class Ideas
{
    private const int MostSentences = 2;
    private const int MostWords = 14;

    public static bool MoreThanOne(PosterContent content) =>
        content.Artwork.Layout == ArtworkLayout.Question
        || content.Headline.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > MostWords
        || content.Headline.Count(c => c is '.' or '?' or '!' or '\u06D4' or '\u061F') > MostSentences;
}
