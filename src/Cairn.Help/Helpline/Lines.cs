using System.Collections.Frozen;
using Cairn.Foundation.Text;
using Cairn.Help.Concerns;

namespace Cairn.Help.Helpline;

/// <summary>The two lines of a campaign: the helpline, and where people tell what happened to a child. The same people answer for both; each has its own desk, and opens and closes by itself.</summary>
public sealed class Lines(Rehearsal rehearsal, TimeProvider time)
{
    private volatile IReadOnlyDictionary<string, ReportWords> words = FrozenDictionary<string, ReportWords>.Empty;

    public HelplineLine Talk { get; } = new(rehearsal, time, LineKind.Talk);

    public HelplineLine Report { get; } = new(rehearsal, time, LineKind.Report);

    internal IReadOnlyList<HelplineLine> All => [Talk, Report];

    /// <summary>The words of the report pages, or null in a language the campaign does not offer.</summary>
    public ReportWords? ReportWordsIn(Language language) => words.GetValueOrDefault(language.Code);

    public void Swap(
        IReadOnlyDictionary<Language, HelplineWords> helpline, IReadOnlyDictionary<Language, ReportWords> report, IReadOnlyDictionary<Language, IReadOnlyList<CannedReply>> replies, HelplineTerms? terms,
        bool demonstration)
    {
        words = report.ToFrozenDictionary(w => w.Key.Code, w => w.Value);
        foreach (var line in All)
            line.Swap(helpline, replies, terms, demonstration);
    }
}
