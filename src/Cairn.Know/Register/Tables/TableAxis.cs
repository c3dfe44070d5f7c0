using System.Text;

namespace Cairn.Know.Register.Tables;

internal enum AxisKind
{
    /// <summary>Where: a police division, an area, a postcode district.</summary>
    Division,

    /// <summary>Community, custody, hospital.</summary>
    Place,

    OffenceGroup,

    /// <summary>Online or not: a flag beside the offence, never a kind of offence.</summary>
    Online,

    Period,

    /// <summary>Any other breakdown a table has, such as levels of management. A table has one of these at most.</summary>
    Other,
}

/// <summary>One row or column heading of a table.</summary>
/// <param name="Code">Small letters, figures and hyphens; unique on its axis.</param>
/// <param name="Label">As printed, without footnote marks.</param>
/// <param name="SumOf">Codes it is printed as the sum of; empty for what is no total.</param>
internal sealed record AxisMember(string Code, string Label, IReadOnlyList<string> SumOf)
{
    public bool IsTotal => SumOf.Count > 0;
}

/// <summary>A named axis whose totals are sums of its own members, in the order of the file; no member is, through others, a part of itself.</summary>
internal sealed record TableAxis
{
    private const int LongestCode = 80;

    private readonly Dictionary<string, AxisMember> byCode;

    /// <exception cref="ArgumentException">No members, a code twice or not of its form, a total of what is not there, of itself, or of a part twice.</exception>
    public TableAxis(AxisKind kind, IReadOnlyList<AxisMember> members)
    {
        if (members.Count == 0)
            throw new ArgumentException("An axis has members.", nameof(members));
        byCode = new(members.Count, StringComparer.Ordinal);
        foreach (var member in members)
        {
            if (!IsCode(member.Code))
                throw new ArgumentException("A code is small letters, figures and hyphens.", nameof(members));
            if (!byCode.TryAdd(member.Code, member))
                throw new ArgumentException("A code stands twice on its axis.", nameof(members));
        }

        foreach (var total in members.Where(m => m.IsTotal))
        {
            if (total.SumOf.Any(c => !byCode.ContainsKey(c)))
                throw new ArgumentException("A total is the sum of members of its own axis.", nameof(members));
            if (total.SumOf.Distinct().Count() != total.SumOf.Count)
                throw new ArgumentException("A part counts once in a total.", nameof(members));
            if (Reaches(total.Code, total.Code, []))
                throw new ArgumentException("A total is no part of itself.", nameof(members));
        }

        (Kind, Members) = (kind, members);
    }

    public AxisKind Kind { get; }

    public IReadOnlyList<AxisMember> Members { get; }

    public IEnumerable<AxisMember> Totals => Members.Where(m => m.IsTotal);

    public AxisMember? Find(string code) => byCode.GetValueOrDefault(code);

    private bool Reaches(string from, string wanted, HashSet<string> seen) =>
        byCode[from].SumOf.Any(part => part == wanted || seen.Add(part) && Reaches(part, wanted, seen));

    public static bool IsCode(string text) =>
        text.Length is > 0 and <= LongestCode && text[0] != '-' && text[^1] != '-' && text.All(l => l is >= 'a' and <= 'z' or >= '0' and <= '9' or '-');

    /// <summary>A label as a code: "Argyll &amp; West Dunbartonshire" becomes argyll-and-west-dunbartonshire. A label without one letter or figure becomes "unnamed".</summary>
    public static string CodeOf(string label)
    {
        var whole = Folded(label);
        var code = (whole.Length > LongestCode ? whole[..LongestCode] : whole).Trim('-');
        return code.Length == 0 ? "unnamed" : code;
    }

    /// <summary>The same at any length, to compare labels by; empty for one without a letter or figure.</summary>
    public static string Folded(string label)
    {
        var code = new StringBuilder();
        foreach (var letter in label.Replace("&", " and ", StringComparison.Ordinal).Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (letter is >= 'a' and <= 'z' or >= '0' and <= '9')
                code.Append(letter);
            else if (letter is not '\'' and not '’' && char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.NonSpacingMark && code.Length > 0 && code[^1] != '-')
                code.Append('-');
        }

        return code.ToString().Trim('-');
    }
}
