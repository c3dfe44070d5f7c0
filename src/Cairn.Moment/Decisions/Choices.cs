using Cairn.Moment.Bundles;

namespace Cairn.Moment.Decisions;

/// <summary>All menus of a bundle: one for each kind of question. A menu holds until the next door opens or closes and is made when it is first asked for.</summary>
internal sealed class Choices
{
    private const int NotKnown = 0;
    private const int Elsewhere = 1;
    private const int FirstNation = 2;

    // The nations of the United Kingdom that have services of their own. Any other code that begins with GB- is a place inside one of them.
    private static readonly string[] HomeNations = ["GB-SCT", "GB-ENG", "GB-WLS", "GB-NIR"];

    private readonly BundleContent content;
    private readonly string[] nations;
    private readonly Menu?[] menus;

    public Choices(BundleContent content)
    {
        this.content = content;
        nations = [.. content.Ways.SelectMany(w => w.Nations).Distinct().Order(StringComparer.Ordinal)];
        menus = new Menu?[3 * 2 * content.Languages.Count * (nations.Length + FirstNation)];
    }

    public Menu For(in MomentQuestion question, long now)
    {
        var language = LanguageIndex(question.Language);
        var nation = NationIndex(question.Nation);
        var kind = ((int)question.Audience * 2) + (int)question.Aim;
        var at = (((kind * content.Languages.Count) + language) * (nations.Length + FirstNation)) + nation;
        var menu = Volatile.Read(ref menus[at]);
        if (menu is not null && now >= menu.From && now < menu.Until)
            return menu;
        menu = MenuComposer.Compose(
            content, question.Audience, question.Aim, content.Languages[language], nation < FirstNation ? null : nations[nation - FirstNation], nation == Elsewhere, now);
        Volatile.Write(ref menus[at], menu);
        return menu;
    }

    private static bool IsHomeNation(string code)
    {
        foreach (var nation in HomeNations)
        {
            if (code.Equals(nation, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private int LanguageIndex(string? tag)
    {
        if (tag is null)
            return 0;
        var primary = tag.AsSpan();
        var hyphen = primary.IndexOfAny('-', '_');
        if (hyphen >= 0)
            primary = primary[..hyphen];
        for (var i = 0; i < content.Languages.Count; i++)
        {
            if (primary.Equals(content.Languages[i], StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return 0;
    }

    private int NationIndex(string? code)
    {
        if (string.IsNullOrEmpty(code))
            return NotKnown;
        for (var i = 0; i < nations.Length; i++)
        {
            if (code.Equals(nations[i], StringComparison.OrdinalIgnoreCase))
                return i + FirstNation;
        }

        // "GB" alone is a country whose nations differ: as good as not known. "UK" is what many write for it, and reserved for it.
        var home = (code.StartsWith("GB", StringComparison.OrdinalIgnoreCase) || code.StartsWith("UK", StringComparison.OrdinalIgnoreCase)) && (code.Length == 2 || code[2] == '-');
        return home && !IsHomeNation(code) ? NotKnown : Elsewhere;
    }
}
