namespace Cairn.Say.Posters.Text.Bidi;

/// <summary>L1: space before a separator or the end hangs on the paragraph, not on the words before it.</summary>
internal static class Whitespace
{
    /// <summary>Does it for a line or a paragraph, and gives what X9 removes its level.</summary>
    public static void Reset(ReadOnlySpan<BidiClass> classes, Span<byte> levels, byte paragraphLevel)
    {
        // From the end, where trailing space is seen first; removed characters are passed over, so that they do not part one space from the next.
        var trailing = true;
        for (var i = classes.Length - 1; i >= 0; i--)
        {
            var c = classes[i];
            if (c is BidiClass.S or BidiClass.B)
                trailing = true;
            else if (!c.IsRemoved() && c is not BidiClass.WS && !c.IsIsolateInitiator() && c is not BidiClass.PDI)
                trailing = false;
            if (trailing && !c.IsRemoved())
                levels[i] = paragraphLevel;
        }

        // X9: they keep to the character before them. So a joiner behind the last letter of a line stays in the letter's run, where it shapes the letter.
        for (var i = 1; i < classes.Length; i++)
        {
            if (classes[i].IsRemoved())
                levels[i] = levels[i - 1];
        }
    }
}
