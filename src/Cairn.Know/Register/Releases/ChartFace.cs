namespace Cairn.Know.Register.Releases;

/// <summary>What stands at the head of every drawing.</summary>
internal static class ChartFace
{
    /// <summary>A demonstration is said in the drawing itself, which is cut out and passed on.</summary>
    /// <returns>Where the rest of the drawing begins.</returns>
    internal static int Begin(List<ChartShape> shapes, PublishedTable table, TableLanguage language)
    {
        if (!table.Facts.Demonstration)
            return 0;
        // Arabic letters, Nastaliq above all, reach further below their line.
        var room = language.Language.RightToLeft ? 8 : 0;
        shapes.Add(new ChartWords(language.Words.DemonstrationFace, 0, 18, Bold: true));
        shapes.Add(new ChartRule(0, 27 + room, 100, 27 + room, 3));
        return 32 + room;
    }
}
