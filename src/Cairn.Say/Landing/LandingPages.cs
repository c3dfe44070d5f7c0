using System.Collections.Frozen;
using Cairn.Foundation.Text;
using Cairn.Say.Packs;

namespace Cairn.Say.Landing;

/// <summary>The pages, messages and placements of the revision on the air. Swapped whole.</summary>
internal sealed class LandingPages
{
    private volatile Published published = Published.Nothing;

    public void Swap(Pack pack) => published = new(pack);

    /// <summary>The page in a language, in the reference language where it has no translation, or null when there is no such page.</summary>
    public PackPage? Page(string id, Language language) => published.Page(id, language);

    /// <summary>Every page of the pack, those of other features included.</summary>
    public IReadOnlyList<string> Ids => published.Ids;

    public Message? Message(string id) => published.Messages.GetValueOrDefault(id);

    public Placement? Placement(string code) => published.Placements.GetValueOrDefault(code);

    private sealed class Published
    {
        public static readonly Published Nothing = new();

        private readonly FrozenDictionary<(string Id, string Language), PackPage> pages = FrozenDictionary<(string, string), PackPage>.Empty;
        private readonly Language reference = Language.English;

        public Published(Pack pack)
        {
            reference = pack.Campaign.Reference;
            Ids = [.. pack.Pages.Where(p => p.Language == reference).Select(p => p.Id)];
            pages = pack.Pages.ToFrozenDictionary(p => (p.Id, p.Language.Code));
            Messages = pack.Messages.ToFrozenDictionary(m => m.Id);
            Placements = pack.Placements.ToFrozenDictionary(p => p.Code);
        }

        private Published()
        {
        }

        public IReadOnlyList<string> Ids { get; } = [];

        public FrozenDictionary<string, Message> Messages { get; } = FrozenDictionary<string, Message>.Empty;

        public FrozenDictionary<string, Placement> Placements { get; } = FrozenDictionary<string, Placement>.Empty;

        public PackPage? Page(string id, Language language) =>
            pages.GetValueOrDefault((id, language.Code)) ?? pages.GetValueOrDefault((id, reference.Code));
    }
}
