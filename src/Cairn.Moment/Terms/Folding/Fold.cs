namespace Cairn.Moment.Terms.Folding;

/// <summary>How one character is read: the low sixteen bits are the letter it stands for, the rest says how. Made by <c>eng/fold-table</c>, which knows the same bits.</summary>
internal static class Fold
{
    /// <summary>Stands for a letter, a digit or one of the symbols people write for letters.</summary>
    public const uint Letter = 1u << 16;

    /// <summary>White space.</summary>
    public const uint Blank = 1u << 17;

    /// <summary>Punctuation, a symbol, an emoji: ends a word as a blank does.</summary>
    public const uint Punct = 1u << 18;

    /// <summary>Read as if it were not there: an accent of its own, a variation selector, a zero-width character.</summary>
    public const uint Skip = 1u << 19;

    /// <summary>Skipped, and nobody would write it by accident inside a word.</summary>
    public const uint Invisible = 1u << 20;

    /// <summary>A letter of another script that passes for the Latin one.</summary>
    public const uint Homoglyph = 1u << 21;

    /// <summary>The Latin letter in fancy dress: circled, mathematical, full width, turned.</summary>
    public const uint Styled = 1u << 22;

    /// <summary>A digit or symbol written for a letter.</summary>
    public const uint Leet = 1u << 23;

    /// <summary>One of those symbols: it may also be plain punctuation.</summary>
    public const uint Symbol = 1u << 24;

    /// <summary>Of a script that puts no blanks between words: a word of its own.</summary>
    public const uint Own = 1u << 25;

    /// <summary>Stands for several letters; the low bits are the place in <see cref="FoldTable.Expansion"/>.</summary>
    public const uint Expand = 1u << 26;

    /// <summary>Not of the Latin script.</summary>
    public const uint Other = 1u << 27;

    /// <summary>Half a character; alone it is skipped.</summary>
    public const uint Surrogate = 1u << 28;

    public const uint Digit = 1u << 29;

    /// <summary>In the table's file only: the letter is the character itself.</summary>
    public const uint Self = 1u << 30;

    public const uint Boundary = Blank | Punct;

    /// <summary>What the quick loop leaves to a slower one.</summary>
    public const uint Rare = Surrogate | Expand | Own;

    /// <summary>Letters that look alike are one symbol; <c>l</c>, <c>1</c>, <c>!</c> and <c>|</c> are <c>i</c>.</summary>
    public static int Alike(int id) => id switch
    {
        '0' => 'o',
        '1' or 'l' or '!' or '|' => 'i',
        '2' => 'z',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '6' or '9' => 'g',
        '7' or '+' => 't',
        '8' => 'b',
        _ => id,
    };

    /// <summary>What a letter must share with the one before it to be a repetition of it: <c>o0</c> is one symbol, <c>il</c> two.</summary>
    public static int Repeats(int id) => Alike(id) is 'i' ? id : Alike(id);
}
