using Cairn.Foundation.Text;
using Cairn.Say.Packs.Reading;

namespace Cairn.Say.Packs.Checking;

/// <summary>What a pack speaks of, and to whom.</summary>
internal sealed record Coverage(
    string Pack,
    IReadOnlyList<TopicCoverage> Topics,
    IReadOnlyList<AudienceCoverage> Audiences,
    int Messages,
    int MessagesPromised)
{
    public static Coverage Of(Pack pack)
    {
        var pages = pack.Pages.Where(p => p.Language == pack.Campaign.Reference).ToList();
        var promises = pack.Campaign.Promises;
        return new(
            pack.Campaign.Id,
            [
                .. Vocabulary.TopicGroups.SelectMany(g => g.Topics.Select(topic => new TopicCoverage(
                    g.Group, topic, promises.Topics.Contains(topic),
                    [.. pages.Where(p => p.Covers.Contains(topic)).Select(p => $"page {p.Id}"), .. pack.Messages.Where(m => m.Covers.Contains(topic)).Select(m => m.Id)]))),
            ],
            [.. Audience.All.Select(a => One(a, pack.Messages.Where(m => m.Audience == a).ToList(), promises))],
            pack.Messages.Count,
            promises.MessagesAtLeast);
    }

    private static AudienceCoverage One(Audience audience, List<Message> messages, Promises promises) => new(
        audience.Slug,
        messages.Count,
        Vocabulary.Aims.OrderBy(a => a.Value).ToDictionary(a => a.Key, a => messages.Count(m => m.Aim == a.Value)),
        Vocabulary.Appeals.OrderBy(a => a.Value).ToDictionary(a => a.Key, a => messages.Count(m => m.Appeal == a.Value)),
        [.. (promises.Aims.GetValueOrDefault(audience) ?? []).Select(a => Vocabulary.Aims.Word(a))]);
}

/// <param name="CoveredBy">Pages (<c>page yourself</c>), then messages by id.</param>
internal sealed record TopicCoverage(string Group, string Topic, bool Promised, IReadOnlyList<string> CoveredBy);

internal sealed record AudienceCoverage(
    string Audience, int Messages, IReadOnlyDictionary<string, int> Aims, IReadOnlyDictionary<string, int> Appeals, IReadOnlyList<string> PromisedAims);
