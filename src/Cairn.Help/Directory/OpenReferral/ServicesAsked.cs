using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Cairn.Foundation.Text;
using Microsoft.AspNetCore.Http;

namespace Cairn.Help.Directory.OpenReferral;

/// <summary>What a program asks of the directory. Anything not understood is refused and not repeated.</summary>
internal sealed record ServicesAsked(Audience? Audience, Nation? Nation, int Page, int PerPage)
{
    private const int MostPages = 10_000;
    private const int MostPerPage = 100;
    private const int UsualPerPage = 50;

    /// <param name="problem">When false is returned: which parameter, and what it takes.</param>
    internal static bool TryRead(IQueryCollection query, [NotNullWhen(true)] out ServicesAsked? asked, [NotNullWhen(false)] out string? problem)
    {
        asked = null;
        problem = query.Keys.All(key => key is "audience" or "nation" or "page" or "per_page")
            ? null
            : "The parameters are audience, nation, page and per_page.";
        Audience? audience = null;
        Nation? nation = null;
        if (problem is null && query.TryGetValue("audience", out var who) && !Audience.TryParse(who, null, out audience))
            problem = "audience is one of " + string.Join(", ", Audience.All) + ".";
        if (problem is null && query.TryGetValue("nation", out var where) && !Nation.TryParse(where, null, out nation))
            problem = "nation is one of " + string.Join(", ", Nation.All) + ".";
        var page = Number(query, "page", 1, MostPages, ref problem);
        var perPage = Number(query, "per_page", UsualPerPage, MostPerPage, ref problem);
        if (problem is null)
            asked = new(audience, nation, page, perPage);
        return asked is not null;
    }

    private static int Number(IQueryCollection query, string name, int usual, int most, ref string? problem)
    {
        if (!query.TryGetValue(name, out var text))
            return usual;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
            return number;
        problem ??= $"{name} is a whole number from 1 to {most.ToString(CultureInfo.InvariantCulture)}.";
        return usual;
    }
}
