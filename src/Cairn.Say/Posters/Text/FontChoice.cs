using System.Text;
using Cairn.Foundation.Text;

namespace Cairn.Say.Posters.Text;

/// <summary>
/// Which font draws a letter. Latin letters and European digits come from Atkinson Hyperlegible Next in every language; Arabic letters from Nastaliq in Urdu and from
/// Naskh in every other language and wherever letters are small; what one of them lacks, from the next. A mark of punctuation keeps to the letters before it.
/// </summary>
internal static class FontChoice
{
    private static readonly string[] LatinFirst = [PosterFont.Latin, PosterFont.Naskh, PosterFont.Nastaliq];
    private static readonly string[] NaskhFirst = [PosterFont.Naskh, PosterFont.Nastaliq, PosterFont.Latin];
    private static readonly string[] NastaliqFirst = [PosterFont.Nastaliq, PosterFont.Naskh, PosterFont.Latin];

    /// <param name="before">The font of the letter before; null at the beginning.</param>
    /// <returns>Null when no font that ships has the letter.</returns>
    public static PosterFont? For(Rune letter, Language language, Weight weight, PosterFont? before, bool compact = false)
    {
        var arabic = IsArabic(letter.Value);
        // A space, a full stop or a bracket has no script of its own.
        if (!arabic && !Rune.IsLetterOrDigit(letter) && before is not null && before.Has(letter.Value))
            return before;
        foreach (var family in Order(arabic || (!Rune.IsLetterOrDigit(letter) && language.RightToLeft), compact ? "" : language.Code))
        {
            if (PosterFont.In(family, weight) is var font && font.Has(letter.Value))
                return font;
        }

        return null;
    }

    private static string[] Order(bool arabic, string language) => (arabic, language) switch
    {
        (false, _) => LatinFirst,
        (true, "ur") => NastaliqFirst,
        _ => NaskhFirst,
    };

    private static bool IsArabic(int letter) => letter is (>= 0x0600 and <= 0x06FF) or (>= 0x0750 and <= 0x077F) or (>= 0x08A0 and <= 0x08FF) or (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE);
}
