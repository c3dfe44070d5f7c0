using System.Text.RegularExpressions;

namespace Cairn.Say.Landing;

/// <summary>Cuts a headline into its sentences, so that each starts on a line of its own.</summary>
internal static partial class Sentences
{
    public static IReadOnlyList<string> Of(string text) => End().Split(text.Trim());

    // A full stop of Latin or Arabic script, a question or an exclamation mark, and then a space.
    [GeneratedRegex(@"(?<=[.!?\u06D4\u061F]) +")]
    private static partial Regex End();
}
