using System.Collections.Frozen;
using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Help.Concerns;
using Cairn.Say.Packs;
using Cairn.Say.Toolkit;
using Microsoft.AspNetCore.Components;

namespace Cairn.Say.Landing;

/// <summary>The pages, messages and placements of the revision on the air. Swapped whole.</summary>
internal sealed class LandingPages(PageBodies bodies)
{
    /// <summary>Pages that other features draw, with what the pack has to say under what they found.</summary>
    private static readonly string[] DrawnElsewhere = ["find-help", "figures"];

    private volatile Published published = Published.Nothing;

    /// <param name="reportOpen">Whether something can be told here, and not only made a letter of.</param>
    public void Swap(Pack pack, bool reportOpen)
    {
        published = new(pack, reportOpen);
        bodies.Swap(
            from page in DrawnElsewhere
            from language in pack.Campaign.Languages
            select (page, language.Language, Body(page, language.Language)));
    }

    /// <summary>The page in a language, in the reference language where it has no translation, or null when there is no such page.</summary>
    public PackPage? Page(string id, Language language) => published.Page(id, language);

    /// <summary>The nation the campaign is made for, or null before anything is published.</summary>
    public Nation? Nation => published.Nation;

    /// <summary>Every page of the pack, those of other features included, and the toolkit where there is artwork.</summary>
    public IReadOnlyList<string> Ids => published.Ids;

    /// <summary>The language every text exists in.</summary>
    public Language Reference => published.Reference;

    /// <summary>The way to the report pages for an audience.</summary>
    public TellPart? Tell(Audience audience, Language language) => published.Tell(audience, language);

    public Message? Message(string id) => published.Messages.GetValueOrDefault(id);

    public Placement? Placement(string code) => published.Placements.GetValueOrDefault(code);

    // Drawn when it is asked for, because what it cites depends on the day.
    private static RenderFragment Body(string page, Language language) => builder =>
    {
        builder.OpenComponent<LandingBody>(0);
        builder.AddComponentParameter(1, nameof(LandingBody.Page), page);
        builder.AddComponentParameter(2, nameof(LandingBody.Language), language);
        builder.CloseComponent();
    };

    private sealed class Published
    {
        public static readonly Published Nothing = new();

        private readonly FrozenDictionary<(string Id, string Language), PackPage> pages = FrozenDictionary<(string, string), PackPage>.Empty;

        private readonly bool reportOpen;
        private readonly Func<Language, ReportWords>? report;

        public Published(Pack pack, bool open)
        {
            reportOpen = open;
            report = language => pack.WordsIn(language).Report;
            Reference = pack.Campaign.Reference;
            Ids = [.. pack.Pages.Where(p => p.Language == Reference).Select(p => p.Id), .. pack.Artworks.Count > 0 ? [ToolkitRoutes.Page] : Array.Empty<string>()];
            pages = pack.Pages.ToFrozenDictionary(p => (p.Id, p.Language.Code));
            Messages = pack.Messages.ToFrozenDictionary(m => m.Id);
            Placements = pack.Placements.ToFrozenDictionary(p => p.Code);
        }

        private Published()
        {
        }

        public Language Reference { get; } = Language.English;

        public Nation? Nation { get; }

        public IReadOnlyList<string> Ids { get; } = [];

        public FrozenDictionary<string, Message> Messages { get; } = FrozenDictionary<string, Message>.Empty;

        public FrozenDictionary<string, Placement> Placements { get; } = FrozenDictionary<string, Placement>.Empty;

        public TellPart? Tell(Audience audience, Language language) => report?.Invoke(language) is not { } words ? null : new(
            words.Heading, $"/{language}/report",
            // Where the line is closed the first page says so, and who is there, before any box.
            !reportOpen ? "" : audience == Audience.YoungPeople ? "who-young" : audience == Audience.Parents ? "who-parent" : "who-other",
            reportOpen ? TellingSteps.In(words) : []);

        public PackPage? Page(string id, Language language) =>
            pages.GetValueOrDefault((id, language.Code)) ?? pages.GetValueOrDefault((id, Reference.Code));
    }
}
