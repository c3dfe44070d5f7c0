namespace Cairn.Moment.Terms.Sealing;

/// <summary>The entries of eight letters and more, and each of them with one symbol left out: any one mistake leads to one of these.</summary>
internal static class TypoFilter
{
    /// <summary>Shorter words are too near to one another.</summary>
    public const int FewestLetters = 8;

    private const int BitsPerVariant = 10;

    public static ulong[] Of(PlainLines lines, TermReader reader, ListKeys keys) => [];
}
