using System.Text.RegularExpressions;
using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Help.Directory;
using Cairn.Help.Helpline;
using Cairn.Know.Register;
using Cairn.Know.Register.Releases;
using Cairn.Say.Packs.Reading;
using Cairn.Say.Packs.Rules;

namespace Cairn.Say.Packs.Checking.Texts;

/// <summary>LANG: what translations lack, did not translate, or cite differently.</summary>
internal static partial class LanguageCheck
{
    public static void Run(Checked on)
    {
        Gaps(on);
        Untranslated(on);
        Holes(on);
        Citations(on);
    }

    private static void Gaps(Checked on)
    {
        var states = on.Pack.Campaign.Languages.ToDictionary(l => l.Language, l => l.State);
        foreach (var gap in on.Map.Gaps.Where(g => g.Language != on.Reference && states[g.Language] == ReviewState.Reviewed))
            on.Findings.Add(TextRules.MissingText, gap.Place, $"'{gap.Language}' is reviewed, and {gap.What} is missing in it.");

        foreach (var draft in on.Map.Gaps.Where(g => states[g.Language] == ReviewState.Draft).GroupBy(g => (g.Place.File, g.Language)))
            on.Findings.Add(TextRules.DraftGap, new(draft.Key.File, 1), $"The draft in '{draft.Key.Language}' lacks {(draft.Count() == 1 ? draft.First().What : $"{draft.Count()} texts")} here.");
    }

    private static void Untranslated(Checked on)
    {
        var reference = on.Map.Texts.Where(t => t.Language == on.Reference).Select(t => t.Text).ToHashSet();
        foreach (var text in on.Map.Texts.Where(t => t.Language != on.Reference && t.Sort is (TextSort.Message or TextSort.Page or TextSort.Limits or TextSort.Reply)))
        {
            // A word or two may be the same in two languages; a sentence is not.
            if (text.Text.Count(c => c == ' ') >= 2 && reference.Contains(text.Text))
                on.Findings.Add(TextRules.SameAsReference, text.Place, $"'{text.Key}' of {text.Owner} is the same in '{text.Language}' and '{on.Reference}'.");
        }
    }

    private static void Holes(Checked on)
    {
        var wanted = Wanted();
        // What this table does not know, the reference language does.
        var reference = on.Map.Texts.Where(t => t.Sort == TextSort.Words && t.Language == on.Reference).ToDictionary(t => (t.Owner, t.Key), t => HolesOf(t).ToArray());
        foreach (var text in on.Map.Texts.Where(t => t.Sort == TextSort.Words))
        {
            var holes = HolesOf(text);
            if (!wanted.TryGetValue((text.Owner, text.Key), out var asked) && !reference.TryGetValue((text.Owner, text.Key), out asked))
                continue;
            if (!holes.SetEquals(asked))
                on.Findings.Add(
                    TextRules.WrongHoles, text.Place, $"'{text.Key}' has {Listed(holes)} in braces, and the program fills {Listed(asked)}.",
                    asked.Length == 0 ? "take the braces out" : $"use {string.Join(" and ", asked.Select(h => $"{{{h}}}"))}");
        }
    }

    private static HashSet<string> HolesOf(PackText text) => [.. Hole().Matches(text.Text).Select(m => m.Groups[1].Value)];

    private static string Listed(IReadOnlyCollection<string> holes) => holes.Count == 0 ? "nothing" : string.Join(", ", holes.Order(StringComparer.Ordinal));

    // Which words in braces each key is filled with.
    private static Dictionary<(string Section, string Key), string[]> Wanted() => new()
    {
        [("frame", Key(nameof(FrameWords.Danger)))] = ["999", "101"],
        [("directory", Key(nameof(DirectoryWords.OpensToday)))] = ["time"],
        [("directory", Key(nameof(DirectoryWords.OpensTomorrow)))] = ["time"],
        [("directory", Key(nameof(DirectoryWords.OpensOn)))] = ["day", "time"],
        [("directory", Key(nameof(DirectoryWords.OpenUntil)))] = ["time"],
        [("directory", Key(nameof(DirectoryWords.InLanguages)))] = ["languages"],
        [("directory", Key(nameof(DirectoryWords.SeenNotConfirmed)))] = ["date", "source"],
        [("directory", Key(nameof(DirectoryWords.VerifiedOn)))] = ["date"],
        [("directory", Key(nameof(DirectoryWords.DangerBody)))] = ["999"],
        [("directory", Key(nameof(DirectoryWords.NonEmergencyBody)))] = ["101"],
        [("directory", Key(nameof(DirectoryWords.Meanwhile)))] = ["closed", "open"],
        [("helpline", Key(nameof(HelplineWords.LimitsBody)))] = ["body"],
        [("helpline", Key(nameof(HelplineWords.LimitsApproved)))] = ["approver", "day"],
        [("helpline", Key(nameof(HelplineWords.ReplyTime)))] = ["time"],
        [("helpline", Key(nameof(HelplineWords.ReplyHour)))] = [],
        [("helpline", Key(nameof(HelplineWords.ReplyHours)))] = ["hours"],
        [("helpline", Key(nameof(HelplineWords.ReplyDays)))] = ["days"],
        [("figures", Key(nameof(FigureWords.SourceLine)))] = ["publisher", "date"],
        [("figures", Key(nameof(FigureWords.Historical)))] = ["month"],
        [("figures", Key(nameof(FigureWords.Counts)))] = ["part", "whole", "exact"],
        [("figures", Key(nameof(FigureWords.CountsRounded)))] = ["multiple", "low", "high"],
        [("figures", Key(nameof(FigureWords.Range)))] = ["low", "high"],
        [("figures", Key(nameof(FigureWords.BarAlternative)))] = ["value"],
        [("tables", Key(nameof(TableWords.RoundedEvery)))] = ["multiple"],
        [("tables", Key(nameof(TableWords.FromTo)))] = ["least", "most"],
        [("tables", Key(nameof(TableWords.RunFromTo)))] = ["first", "from", "last", "to"],
        [("tables", Key(nameof(TableWords.RunOfOne)))] = ["first", "from"],
        [("tables", Key(nameof(TableWords.Waffle)))] = ["full"],
        [("tables", Key(nameof(TableWords.NoShare)))] = ["days"],
        [("tables", Key(nameof(TableWords.ChartSource)))] = ["base", "date", "publisher", "source", "revision"],
        [("tables", Key(nameof(TableWords.OneInTen)))] = ["of"],
        [("tables", Key(nameof(TableWords.OneInFive)))] = ["of"],
        [("tables", Key(nameof(TableWords.OneInFour)))] = ["of"],
        [("tables", Key(nameof(TableWords.OneInThree)))] = ["of"],
        [("tables", Key(nameof(TableWords.TwoInFive)))] = ["of"],
        [("tables", Key(nameof(TableWords.Half)))] = ["of"],
        [("tables", Key(nameof(TableWords.ThreeInFive)))] = ["of"],
        [("tables", Key(nameof(TableWords.TwoInThree)))] = ["of"],
        [("tables", Key(nameof(TableWords.ThreeInFour)))] = ["of"],
        [("tables", Key(nameof(TableWords.FourInFive)))] = ["of"],
        [("tables", Key(nameof(TableWords.NineInTen)))] = ["of"],
        [("tables", Key(nameof(TableWords.InHundred)))] = ["share", "of"],
    };

    private static string Key(string property) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(property);

    private static void Citations(Checked on)
    {
        foreach (var page in on.Pack.Pages.Where(p => p.Language != on.Reference))
        {
            var lacking = Cited(on, page.Id, on.Reference).Except(Cited(on, page.Id, page.Language)).Order(StringComparer.Ordinal).ToList();
            if (lacking.Count > 0)
                on.Findings.Add(TextRules.OtherCitations, new($"pages/{page.Language}/{page.Id}.md", 1), $"Missing here: {string.Join(", ", lacking.Select(c => $"[[{c}]]"))}.");
        }
    }

    private static IEnumerable<string> Cited(Checked on, string page, Language language) =>
        on.Map.Citations.Where(c => c.Page == page && c.Language == language).Select(c => c.Id is null ? c.Kind : $"{c.Kind}:{c.Id}").Distinct();

    [GeneratedRegex(@"\{([^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Hole();
}
