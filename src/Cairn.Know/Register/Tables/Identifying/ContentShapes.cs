using System.Text.RegularExpressions;

namespace Cairn.Know.Register.Tables.Identifying;

/// <summary>Shapes that one cell is enough for: no count, label or mark of a published table looks like these.</summary>
internal static partial class ContentShapes
{
    /// <summary>What the text looks like, in words for people, or null. Contact shapes are those that a body's own lines have too.</summary>
    public static (string What, bool IsContact)? Of(string text)
    {
        if (text.Length < 4)
            return null;
        // Full-width letters and the like are read as what they stand for.
        if (text.Any(l => l > 127))
            text = NumberText.Spaced(text.Normalize(System.Text.NormalizationForm.FormKC));
        if (text.Contains('@', StringComparison.Ordinal) && Email().IsMatch(text))
            return ("e-mail addresses", true);
        if (!text.Any(char.IsAsciiDigit))
            return null;
        if (text.Length <= 200 && Postcode().Matches(text).Any(m => IsArea(m.Groups["area"].Value)))
            return ("whole postcodes", true);
        if (Sector().Match(text) is { Success: true } sector && IsArea(sector.Groups["area"].Value))
            return ("postcode sectors; districts are as far as a table may go", false);
        // Dates have fewer figures.
        if (text.Count(char.IsAsciiDigit) >= 10 && Telephone().IsMatch(text))
            return ("telephone numbers", true);
        if (NationalInsurance().IsMatch(text))
            return ("national insurance numbers", false);
        if (PoliceNumber().IsMatch(text))
            return ("police or case numbers", false);
        if (Born().IsMatch(text))
            return ("dates of birth", false);
        if (Street().IsMatch(text))
            return ("addresses of houses", true);
        return null;
    }

    /// <summary>The letters before the first figure of a postcode in use, with those of forces abroad and of test addresses.</summary>
    public static bool IsArea(string letters) => PostcodeAreas.Contains(letters.ToUpperInvariant());

    private static readonly HashSet<string> PostcodeAreas = new(
        ("AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU "
        + "M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE ZZ").Split(' '),
        StringComparer.Ordinal);

    private const RegexOptions Folded = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"[^\s@]+@[^\s@]+\.[a-z]{2,}", Folded)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![a-z0-9])(?<area>[a-z]{1,2})[0-9][a-z0-9]?[ \u00A0-]{0,2}[0-9][abd-hjlnp-uw-z]{2}(?![a-z0-9])", Folded)]
    private static partial Regex Postcode();

    [GeneratedRegex(@"^(?<area>[a-z]{1,2})[0-9][a-z0-9]?[ \u00A0-]{1,2}[0-9]$", Folded)]
    private static partial Regex Sector();

    [GeneratedRegex(@"^(?:tel\.?:? ?)?(?:\+|00)44[ ()0-9-]{9,16}$|^\(?0[1-9][0-9 ()-]{8,14}$", Folded)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"^[a-z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[a-d]$", Folded)]
    private static partial Regex NationalInsurance();

    [GeneratedRegex(@"^(?:[0-9]{2}|[0-9]{4})/[0-9]{3,7}[a-z]$|^(?:crn|pnc|cro|urn|visor|chi|ref|case)[ :#/.-]*[a-z]?[0-9]{3,}|^(?!fy)[a-z]{1,3}[/-][0-9]{2,}[/-][0-9]{2,}", Folded)]
    private static partial Regex PoliceNumber();

    [GeneratedRegex(@"\b(?:d\.?o\.?b\.?|date of birth|born)\b.*[0-9]", Folded)]
    private static partial Regex Born();

    [GeneratedRegex(
        @"(?:^|[ ,])(?:flat |no\.? ?)?[0-9]{1,4}[a-z]?(?:/[0-9]{1,2})?,? (?:\p{L}[\p{L}'’]+ ){1,3}(?:street|st|road|rd|avenue|ave|lane|drive|dr|close|court|crescent|cres|place|terrace|way|gardens|grove|square|wynd|loan|park|view|row|walk|brae|gate|mews)\b",
        Folded)]
    private static partial Regex Street();
}
