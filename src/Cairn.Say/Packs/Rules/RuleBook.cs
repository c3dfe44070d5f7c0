using System.Reflection;

namespace Cairn.Say.Packs.Rules;

/// <summary>Every rule there is, by code; <c>docs/checks.md</c> is made from it.</summary>
internal static class RuleBook
{
    internal static readonly IReadOnlyList<Rule> All =
    [
        .. new[] { typeof(FileRules), typeof(PageRules), typeof(MomentRules), typeof(TermRules), typeof(TextRules), typeof(ArtworkRules), typeof(ServiceRules), typeof(HelplineRules) }
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(Rule))
            .Select(f => (Rule)f.GetValue(null)!)
            .OrderBy(r => r.Code, StringComparer.Ordinal),
    ];

    /// <summary>The page that explains a family of rules begins with this sentence.</summary>
    internal static readonly IReadOnlyList<(string Prefix, string Title, string About)> Families =
    [
        ("TERM", "Terminology", "The field's standard words, after the classes of the Luxembourg Guidelines (avoid, use with care), in our own words. English only; in other languages the check says that it did not look. A row that could not be checked against the Guidelines' own text is a warning."),
        ("CLAIM", "Claims", "What a text says as a fact comes from a figure or a service by id, never from the keyboard."),
        ("SERV", "Services", "A person in need meets only numbers and hours that somebody looked at, and enough of them."),
        ("LINE", "The helpline", "Who answers for the line, and what is said there before the first word and after it. A campaign without the section helpline has no line."),
        ("READ", "Reading age", "English texts by the Flesch-Kincaid grade level plus five; a message with its heading, a section of a page, the helpline's limits, or a reply, at a time, when it has at least twelve words. Names in double brackets are left out."),
        ("LOOK", "Look", "Colours, the mark, and artwork. The check measures every pair of text and ground that the pages use, and lays out every artwork in every format and language."),
        ("LANG", "Languages", "The first language is the reference and decides what exists; a reviewed language is complete; a draft may have gaps."),
        ("SHAPE", "Structure", "Files, keys, ids, links, and what every campaign must cover."),
    ];
}
