using Cairn.Moment.Bundles;

namespace Cairn.Moment.Decisions;

/// <summary>All menus of a bundle: one for each kind of question. A menu holds until the next door opens or closes and is made when it is first asked for.</summary>
internal sealed class Choices(BundleContent content)
{
    // Unknown, elsewhere, and the nations that ways name.
    private readonly string[] nations = [.. content.Ways.SelectMany(w => w.Nations).Distinct().Order(StringComparer.Ordinal)];
    private readonly Menu?[] menus = new Menu?[3 * 2 * content.Languages.Count * (content.Ways.SelectMany(w => w.Nations).Distinct().Count() + 2)];

    public Menu For(in MomentQuestion question, DateTimeOffset now)
    {
        var language = LanguageIndex(question.Language);
        var nation = NationIndex(question.Nation);
        var at = ((((int)question.Audience * 2) + (int)question.Aim) * content.Languages.Count + language) * (nations.Length + 2) + nation;
        var menu = Volatile.Read(ref menus[at]);
        var seconds = now.ToUnixTimeSeconds();
        if (menu is not null && seconds >= menu.From && seconds < menu.Until)
            return menu;
        menu = MenuComposer.Compose(content, question.Audience, question.Aim, content.Languages[language], nation < 2 ? null : nations[nation - 2], nation == 1, seconds);
        Volatile.Write(ref menus[at], menu);
        return menu;
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

    // "GB" alone is a country whose nations differ: as good as unknown.
    private int NationIndex(string? code)
    {
        if (code is null || code.Equals("GB", StringComparison.OrdinalIgnoreCase))
            return 0;
        for (var i = 0; i < nations.Length; i++)
        {
            if (code.Equals(nations[i], StringComparison.OrdinalIgnoreCase))
                return i + 2;
        }

        return 1;
    }
}
