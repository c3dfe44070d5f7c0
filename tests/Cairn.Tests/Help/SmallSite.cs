using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Help.Directory;
using Cairn.Help.Directory.FindHelp;
using Cairn.Help.Directory.OpenReferral;
using Cairn.Know.Register;
using Cairn.Know.Register.Releases;
using Cairn.Know.Register.Snapshots;
using Cairn.Know.Tallies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using YamlDotNet.Serialization;

namespace Cairn.Tests.Help;

/// <summary>The directory and the figures on a free port, with the words of the bundled campaign, and nothing else.</summary>
internal sealed class SmallSite : IAsyncDisposable
{
    internal static readonly Language Urdu = Language.Parse("ur", null);

    private readonly WebApplication app;

    private readonly HttpClient visitor;

    private SmallSite(WebApplication app) => (this.app, visitor) = (app, new HttpClient { BaseAddress = new Uri(app.Urls.First()) });

    internal ServiceDirectory Directory => app.Services.GetRequiredService<ServiceDirectory>();

    internal FigureRegister Figures => app.Services.GetRequiredService<FigureRegister>();

    internal FakeTimeProvider Time => (FakeTimeProvider)app.Services.GetRequiredService<TimeProvider>();

    internal static async Task<SmallSite> Open(Instant now, ServiceList? services = null, FigureList? figures = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services
            .AddSingleton<TimeProvider>(new FakeTimeProvider(now.ToDateTimeOffset()))
            .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
            .AddProblemDetails()
            .AddSingleton<Frames>().AddSingleton<DrawnPages>().AddSingleton<PageBodies>().AddSingleton<KeptBytes>().AddSingleton<Tally>()
            .AddSingleton<ServiceDirectory>().AddSingleton<TableRegister>().AddSingleton(s => new FigureRegister(s.GetRequiredService<TableRegister>()));
        var app = builder.Build();
        var surfaces = Surfaces.On(app);
        FindHelpRoutes.Map(surfaces);
        DirectoryRoutes.Map(surfaces);
        FigureRoutes.Map(surfaces);
        app.Services.GetRequiredService<Frames>().Swap([Frame(Language.English), Frame(Urdu)]);
        app.Services.GetRequiredService<ServiceDirectory>().Swap(services ?? Given.Services(), Words<DirectoryWords>("directory"));
        app.Services.GetRequiredService<FigureRegister>().Swap(figures ?? new([], [], 800), Words<FigureWords>("figures"));
        app.Services.GetRequiredService<TableRegister>().Swap(Words<TableWords>("tables"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    internal async Task<IDocument> Page(string address) => new HtmlParser().ParseDocument((await Get(address)).Text);

    internal async Task<string> Text(string address)
    {
        var answer = await Get(address);
        answer.Message.EnsureSuccessStatusCode();
        return answer.Text;
    }

    internal async Task<(HttpResponseMessage Message, string Text)> Get(string address)
    {
        var message = await visitor.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return (message, await message.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        visitor.Dispose();
        await app.DisposeAsync();
    }

    internal static T WordsIn<T>(Language language, string section) => (T)Fill(typeof(T), language, section);

    private static Dictionary<Language, T> Words<T>(string section) =>
        new[] { Language.English, Urdu }.ToDictionary(language => language, language => (T)Fill(typeof(T), language, section));

    private static object Fill(Type type, Language language, string section)
    {
        var file = Path.Combine(Checkout.Root, "campaigns", "not-my-friend", "words", language.Code + ".yaml");
        var texts = new DeserializerBuilder().Build().Deserialize<Dictionary<string, Dictionary<string, string>>>(File.ReadAllText(file))[section];
        var words = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.CanWrite))
            property.SetValue(words, texts[string.Concat(property.Name.Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()))]);
        return words;
    }

    private static Frame Frame(Language language) => new(
        "0123abcd", "#NotMyFriend", new Mark(10, 10, []), language, [Language.English, Urdu], (FrameWords)Fill(typeof(FrameWords), language, "frame"), [],
        Demonstration: true, DraftLanguage: language == Urdu, "https://example.org/", "/assets/site.css", "/assets/icon.svg", "https://campaign.example");
}
