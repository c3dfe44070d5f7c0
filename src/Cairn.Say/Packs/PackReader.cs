using Cairn.Foundation.Text;
using Cairn.Help.Directory;
using Cairn.Help.Helpline;
using Cairn.Know.Register;
using Cairn.Say.Moments;
using Cairn.Say.Packs.Reading;
using Cairn.Say.Packs.Reading.Files;
using Cairn.Say.Packs.Reading.Pages;
using Cairn.Say.Packs.Rules;

namespace Cairn.Say.Packs;

/// <summary>Reads a pack's folder strictly, see <c>docs/packs.md</c>. Never throws over what is in it: every fault is a finding.</summary>
/// <remarks><see cref="ServiceList.Demonstration"/> is read as false; whoever publishes says whether it is one.</remarks>
internal sealed class PackReader
{
    private readonly FindingList findings = new();
    private readonly PackMap things = new();
    private readonly PackFolder folder;

    private PackReader(PackFolder folder) => this.folder = folder;

    public static PackReading Read(string directory)
    {
        var findings = new FindingList();
        if (PackFolder.Open(directory, findings) is not { } folder)
        {
            findings.Add(FileRules.MissingFile, new("", 1), $"There is no folder {directory}.", "give the folder of a pack, such as campaigns/not-my-friend");
            return new(null, null, findings.InOrder(), new PackMap());
        }

        var reader = new PackReader(folder);
        foreach (var refused in findings.InOrder())
            reader.findings.Add(refused.Rule, refused.Place, refused.Message, refused.Remedy);
        return reader.Read();
    }

    private PackReading Read()
    {
        foreach (var file in folder.Files)
            things.Keep(file, folder.Text(file)!);

        var campaign = Yaml("campaign.yaml") is { } root ? CampaignReader.Read(root, things) : null;
        if (campaign is null)
            return new(null, null, findings.InOrder(), things);

        var texts = new LocalTexts(campaign.Languages, things);
        var services = Yaml("services.yaml") is { } ways ? ServiceReader.Read(ways, texts) : new ServiceList([], new Dictionary<Nation, IReadOnlySet<NodaTime.LocalDate>>(), 0, 0, false);
        var figures = Yaml("figures.yaml") is { } shares ? FigureReader.Read(shares, texts) : new FigureList([], [], 1);
        var messages = Messages(campaign.Languages);
        var (placements, artworks) = Yaml("artwork.yaml") is { } artwork ? new ArtworkReader(texts, things, messages).Read(artwork) : ([], []);
        var pages = Pages(campaign.Languages, messages);
        var words = Words(campaign.Languages);
        var moments = folder.Has("moments.yaml") && Yaml("moments.yaml") is { } plan ? MomentPlanReader.Read(plan, things) : MomentPlan.Usual;
        var replies = Replies(campaign.Languages);
        Unnamed(campaign.Languages);

        var pack = new Pack(campaign, messages, pages, services, figures, placements, artworks, words, moments, replies);
        return new(findings.Errors == 0 ? pack : null, pack, findings.InOrder(), things);
    }

    private IReadOnlyList<Message> Messages(IReadOnlyList<PackLanguage> languages)
    {
        var reader = new MessageReader(languages, things, findings);
        reader.ReadReference(Yaml($"messages/{languages[0].Language}.yaml"));
        foreach (var (language, state) in languages.Skip(1))
        {
            if (YamlOf("messages", language, state) is { } file)
                reader.ReadTranslation(file, language);
        }

        return reader.Messages();
    }

    private List<PackPage> Pages(IReadOnlyList<PackLanguage> languages, IReadOnlyList<Message> messages)
    {
        var reader = new PageReader(languages[0].Language, things, messages, findings);
        var pages = new List<PackPage>();
        foreach (var (language, state) in languages)
        {
            foreach (var id in Vocabulary.PageIds)
            {
                var file = $"pages/{language}/{id}.md";
                var reference = language == languages[0].Language;
                if (folder.Text(file) is { } text)
                {
                    if (reader.Read(file, text, id, language, reference ? null : pages.Find(p => p.Id == id && p.Language == languages[0].Language)) is { } page)
                        pages.Add(page);
                }
                else
                {
                    things.Unread.Add(file);
                    if (folder.Has(file))
                        continue;
                    if (reference)
                        findings.Add(PageRules.MissingPage, new(file, 1), $"The page '{id}' is missing.");
                    else
                        Lacks(file, language, state);
                }
            }
        }

        return pages;
    }

    private Dictionary<Language, PackWords> Words(IReadOnlyList<PackLanguage> languages)
    {
        var words = new Dictionary<Language, PackWords>();
        var reference = Yaml($"words/{languages[0].Language}.yaml") is { } first ? WordsReader.Read(first, languages[0].Language, null, things) : null;
        if (reference is null)
            return words;
        foreach (var (language, state) in languages)
        {
            if (language == languages[0].Language)
                words[language] = reference;
            else
                words[language] = YamlOf("words", language, state) is { } file ? WordsReader.Read(file, language, reference, things) ?? reference : reference;
        }

        return words;
    }

    // A pack may be without; then no language has any.
    private IReadOnlyDictionary<Language, IReadOnlyList<CannedReply>> Replies(IReadOnlyList<PackLanguage> languages)
    {
        var reader = new ReplyReader(languages, things, findings);
        var first = $"replies/{languages[0].Language}.yaml";
        var any = folder.Has(first);
        if (any && Yaml(first) is { } reference)
            reader.ReadReference(reference);
        foreach (var (language, state) in languages.Skip(1))
        {
            if (!any && folder.Has($"replies/{language}.yaml"))
                findings.Add(TextRules.NotInReference, new($"replies/{language}.yaml", 1), $"There are no replies in '{languages[0].Language}'.", $"write {first} first");
            else if (any && YamlOf("replies", language, state) is { } file)
                reader.ReadTranslation(file, language);
        }

        return reader.Replies();
    }

    // Files in languages the campaign does not name.
    private void Unnamed(IReadOnlyList<PackLanguage> languages)
    {
        foreach (var file in folder.Files.Where(f => f.Contains('/')))
        {
            var code = file.StartsWith("pages/", StringComparison.Ordinal) ? file.Split('/')[1] : Path.GetFileNameWithoutExtension(file);
            if (languages.All(l => l.Language.Code != code))
                findings.Add(TextRules.UnnamedLanguage, new(file, 1), $"The campaign has no language '{code}'.");
        }
    }

    private YamlMap? YamlOf(string kind, Language language, ReviewState state)
    {
        var file = $"{kind}/{language}.yaml";
        if (folder.Has(file))
            return Yaml(file);
        Lacks(file, language, state);
        return null;
    }

    private void Lacks(string file, Language language, ReviewState state)
    {
        if (state == ReviewState.Reviewed)
            findings.Add(TextRules.MissingFileOfLanguage, new(file, 1), $"'{language}' is reviewed, and {file} is missing.");
        else
            things.Gaps.Add(new(new(file, 1), language, "the whole file"));
    }

    private YamlMap? Yaml(string file)
    {
        var map = folder.Text(file) is { } text ? YamlFile.Read(text, file, findings) : null;
        if (map is null)
            things.Unread.Add(file);
        if (!folder.Has(file))
            findings.Add(FileRules.MissingFile, new(file, 1), $"{file} is missing.");
        return map;
    }
}
