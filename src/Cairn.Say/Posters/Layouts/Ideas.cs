namespace Cairn.Say.Posters.Layouts;

/// <summary>A sign that people pass is read in a few seconds: one idea.</summary>
internal static class Ideas
{
    private const int MostSentences = 2;
    private const int MostWords = 14;

    // "No name. No blame. A way to stop." is taken in at one look.
    private const int OneLook = 8;

    public static bool MoreThanOne(PosterContent content)
    {
        var words = content.Headline.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var sentences = content.Headline.Count(c => c is '.' or '?' or '!' or '\u06D4' or '\u061F');
        return content.Artwork.Layout == ArtworkLayout.Question || words > MostWords || (sentences > MostSentences && words > OneLook);
    }
}
