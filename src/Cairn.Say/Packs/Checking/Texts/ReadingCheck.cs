using System.Globalization;
using System.Text.RegularExpressions;
using Cairn.Foundation.Text;
using Cairn.Say.Packs.Reading;
using Cairn.Say.Packs.Rules;

namespace Cairn.Say.Packs.Checking.Texts;

/// <summary>READ: the reading age of each message, of each section of a page, of the helpline's limits, of each reply, and of every text of the pages where people write.</summary>
internal static partial class ReadingCheck
{
    internal const int ForYoungPeople = 9, Otherwise = 11;

    public static void Run(Checked on)
    {
        var names = on.Pack.Services.Services.Select(s => s.Name.Value).OrderByDescending(n => n.Length).ToList();
        foreach (var whole in on.English.Where(t => t.Sort is TextSort.Message or TextSort.Page or TextSort.Limits or TextSort.Reply).GroupBy(t => (t.Sort, t.Owner, t.Section)))
        {
            var read = whole.Where(t => t.Key is "heading" or "lead" or "body" or "title" or "limits").ToList();
            if (read.Count == 0 || ReadingAge.Of(string.Join('\n', read.Select(t => Plain(t.Text, names)))) is not { } age)
                continue;
            var young = read[0].Audience == Audience.YoungPeople;
            // A reader of nine is nine until the tenth birthday.
            if (Math.Floor(age) <= (young ? ForYoungPeople : Otherwise))
                continue;
            var what = whole.Key.Sort switch
            {
                TextSort.Message => $"The message '{whole.Key.Owner}'",
                TextSort.Reply => $"The reply '{whole.Key.Owner}'",
                TextSort.Limits => "The text about the helpline's limits",
                _ => $"This part of the page '{whole.Key.Owner}'",
            };
            on.Findings.Add(
                young ? TextRules.HardForYoung : TextRules.Hard, read[0].Place,
                string.Create(CultureInfo.InvariantCulture, $"{what} has a reading age of {Math.Floor(age)}; at most {(young ? ForYoungPeople : Otherwise)} {(young ? "for young people" : "is allowed")}."));
        }

        ForChildren(on);
        foreach (var language in on.NotEnglish)
            on.Findings.Add(TextRules.NotScored, on.Map.Of("campaign:languages", new("campaign.yaml", 1)), $"The reading age of texts in '{language}' was not measured.");
    }

    // Whoever tells may be a child: every one of these sentences is met by one.
    private static void ForChildren(Checked on)
    {
        foreach (var text in on.English.Where(t => t.Sort == TextSort.Words && t.Owner is "report" or "helpline"))
        {
            if (ReadingAge.Of(Hole().Replace(text.Text, "it")) is { } age && Math.Floor(age) > ForYoungPeople)
                on.Findings.Add(
                    TextRules.HardForYoung, text.Place,
                    string.Create(CultureInfo.InvariantCulture, $"'{text.Owner}.{text.Key}' has a reading age of {Math.Floor(age)}; at most {ForYoungPeople} where a child may read it."));
        }
    }

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Hole();

    // Without citations, and without the names of services, which nobody can make shorter.
    private static string Plain(string text, List<string> names)
    {
        foreach (var name in names)
            text = text.Replace(name, "it", StringComparison.OrdinalIgnoreCase);
        return text.Replace("\uFFFC", "", StringComparison.Ordinal);
    }
}
