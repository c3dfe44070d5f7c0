namespace Cairn.Know.Register.Releases;

internal static class PublishedText
{
    /// <summary>True for a text with something in it that every format can carry: no control character, line breaks among them, and no half of a pair of surrogates.</summary>
    internal static bool CanBePublished(string text) =>
        !string.IsNullOrWhiteSpace(text) && !text.Any(c => char.IsControl(c) || c is '\uFFFE' or '\uFFFF') && text.EnumerateRunes().All(r => r != System.Text.Rune.ReplacementChar);
}
