using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Help.Directory;
using Cairn.Know.Register;
using Cairn.Say.Landing;
using Cairn.Say.Packs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Cairn.Tests.Say.Landing;

/// <summary>A campaign just large enough to hold one of everything a page can show, on a fixed day. English is whole; Urdu has a home page only.</summary>
internal sealed class SmallCampaign
{
    private static readonly Language English = Language.English;
    private static readonly Language Urdu = Language.Parse("ur", null);
    private static readonly LocalDate Seen = new(2026, 11, 20);
    private static readonly Uri Source = new("https://help.example/contact");

    private readonly DrawnPages drawn;
    private readonly LandingComposer composer;
    private readonly LandingPages pages;

    public SmallCampaign(bool demonstration = true)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(time)
            .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
            .AddSingleton<PageBodies>().AddSingleton<Frames>()
            .AddSingleton<ServiceDirectory>().AddSingleton(FigureRegister.WithoutTables())
            .AddSingleton<LandingPages>().AddSingleton<LandingComposer>()
            .AddLogging()
            .BuildServiceProvider();
        drawn = new(services, NullLoggerFactory.Instance, time);
        composer = services.GetRequiredService<LandingComposer>();
        pages = services.GetRequiredService<LandingPages>();

        var words = new[] { English, Urdu }.ToDictionary(l => l, _ => Words.Filled<DirectoryWords>());
        services.GetRequiredService<ServiceDirectory>().Swap(Services with { Demonstration = demonstration }, words);
        services.GetRequiredService<FigureRegister>().Swap(Figures, new[] { English, Urdu }.ToDictionary(l => l, _ => Words.Filled<FigureWords>()));
        pages.Swap(Pack, reportOpen: false);
        Frames = services.GetRequiredService<Frames>();
        Frames.Swap([FrameIn(English, demonstration), FrameIn(Urdu, demonstration)]);
        Bodies = services.GetRequiredService<PageBodies>();
    }

    public Frames Frames { get; }

    public PageBodies Bodies { get; }

    public Task<string> Draw(string page, string language = "en")
    {
        var frame = Frames.In(Language.Parse(language, null))!;
        return Draw(composer.Compose(pages.Page(page, frame.Language)!, frame));
    }

    public Task<string> DrawError(bool missing, string language = "en") =>
        Draw(ErrorPages.Model(Frames.In(Language.Parse(language, null))!, missing, composer));

    private async Task<string> Draw(LandingModel model) =>
        "<!DOCTYPE html>\n" + await drawn.Html<LandingPage>(new Dictionary<string, object?> { ["Model"] = model });

    private static Frame FrameIn(Language language, bool demonstration) => new(
        Revision: new string('0', 64),
        CampaignName: "#Small",
        Mark: new(10, 8, [new("M0 0H10V8Z", "#ffb81c")]),
        Language: language,
        Languages: [English, Urdu],
        Words: Words.Filled<FrameWords>() with { Title = "Information and support", Danger = "Call {999}. Otherwise {101}." },
        FooterLinks: [new("/about", "About")],
        Demonstration: demonstration,
        DraftLanguage: language == Urdu,
        ExitAddress: "https://weather.example/",
        StylesheetPath: language.RightToLeft ? "/assets/site.rtl.css" : "/assets/site.css",
        IconPath: "/assets/icon.svg",
        Address: "https://small.example");

    private static Pack Pack => new(
        new Campaign(
            "small", "#Small", "Demonstration", [], "CC-BY-4.0", [new(English, ReviewState.Reviewed), new(Urdu, ReviewState.Draft)], Nation.Scotland,
            new(new Dictionary<string, string>()), new(10, 8, []), [], new("https://weather.example/"),
            new(0, new Dictionary<Audience, IReadOnlyList<MessageAim>>(), []), [], null),
        [
            new("stop", Audience.Yourself, MessageAim.Stop, MessageAppeal.Hope, [], Text("You can stop."), Text("Others have."), "service:line", Text("Call"), ""),
            new("ask", Audience.Yourself, MessageAim.SeekHelp, MessageAppeal.Help, [], Text("You can ask."), Text("Now."), "/find-help", Text("Find help"), ""),
        ],
        [
            Page("home", null, "Something is wrong. You can stop it.", [new Block.Doors(), Prose("<h2 id=\"figure\">Who</h2>"), new Block.FigureCard("share")]),
            Page("home", null, "یہ ٹھیک نہیں۔ آپ اسے روک سکتے ہیں۔", [new Block.Doors()], Urdu),
            Page(
                "yourself", Audience.Yourself, "One click.",
                [
                    Prose("<h2 id=\"stop\">Stop</h2><p>About \uE000figure:share\uE001 did. Call \uE000service:line\uE001, or \uE000service:web\uE001.</p>"),
                    new Block.Panel("steps", "Now", [Prose("<ol><li>Close it.</li></ol>")]),
                    new Block.Panel("story", "Sam", [Prose("<p>I called.</p>")]),
                    new Block.MessageCards(["stop"]), new Block.MessageCards(["ask"]),
                ],
                action: new("Call free", "service:line")),
            Page(
                "young-people", Audience.YoungPeople, "It is not your fault.",
                [
                    Prose("<h2 id=\"say\">Say</h2>"),
                    new Block.Panel("say", "Say", [Prose("<ul><li>No.</li></ul>")]),
                    new Block.Panel("dont", "Don't", [Prose("<ul><li>Pay.</li></ul>")]),
                    new Block.ServiceCard("line"), new Block.ServiceCards(Audience.YoungPeople), new Block.ServiceCard("gone"),
                ]),
            Page("about", null, "About", [Prose("<p>Who we are.</p>")]),
            Page("find-help", null, "Find help", [Prose("<h2 id=\"before\">Before you call</h2>")]),
        ],
        Services,
        Figures,
        [new("bus1", "Bus", "posters", "/yourself")],
        [],
        new Dictionary<Language, PackWords>(),
        Cairn.Say.Moments.MomentPlan.Usual,
        new Dictionary<Language, IReadOnlyList<Cairn.Help.Helpline.CannedReply>>());

    private static ServiceList Services => new(
        [
            Service("line", phone: "0000 111 222"),
            Service("web", website: new("https://help.example/")),
            Service("gone", phone: "0000 999 999", state: FieldState.Historical),
        ],
        new Dictionary<Nation, IReadOnlySet<LocalDate>>(), WarnDays: 30, HideDays: 0, Demonstration: true);

    private static FigureList Figures => new(
        [
            new(
                "share", 23, 0, new(2018, 3, 7), Text("of people."), Text("people"), null, null, Text("counted"), Text("online"), "The publisher", "A page", new FigureOrigin.Read(Source, Seen),
                Historical: true),
        ],
        [],
        MaxAgeDays: 800);

    private static PackPage Page(string id, Audience? audience, string heading, IReadOnlyList<Block> body, Language? language = null, PageAction? action = null) => new(
        id, language ?? English, audience, heading, "A lead.", action ?? new("Find help", "/find-help"), null,
        audience is null ? null : "I am " + id, audience is null ? null : "Go on", null, [], body);

    private static Service Service(string id, string? phone = null, Uri? website = null, FieldState state = FieldState.Seen) => new(
        id, ServiceKind.Helpline, Audience.All, Nation.All, Sourced(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(id), state), About: null,
        phone is null ? null : Sourced(phone, state), Textphone: null, website is null ? null : Sourced(website, state), Chat: null, Form: null, Email: null,
        Languages: null, Hours: null);

    private static Sourced<T> Sourced<T>(T value, FieldState state) => new(value, state, Source, Seen, null, new LocalDate(2027, 5, 20));

    private static Block.Prose Prose(string html) => new(CleanHtml.Clean(html));

    private static LocalText Text(string english) => new(English, new Dictionary<Language, string> { [English] = english });
}
