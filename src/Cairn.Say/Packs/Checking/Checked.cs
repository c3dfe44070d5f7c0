using Cairn.Foundation.Text;
using Cairn.Say.Packs.Checking.Texts;
using Cairn.Say.Packs.Reading;
using Cairn.Say.Packs.Rules;
using NodaTime;

namespace Cairn.Say.Packs.Checking;

/// <summary>What a check has before it: the pack as far as it could be read, where things stand, the day, and where findings go.</summary>
internal sealed record Checked(Pack Pack, PackMap Map, LocalDate Today, FindingList Findings, Allowances Allowances)
{
    public Language Reference => Pack.Campaign.Reference;

    /// <summary>Texts the English rules can judge.</summary>
    public IEnumerable<PackText> English => Map.Texts.Where(t => t.Language == Language.English);

    public IEnumerable<Language> NotEnglish => Pack.Campaign.Languages.Select(l => l.Language).Where(l => l != Language.English);
}
