using SearchSite;
using SearchSite.Pages;
using SearchSite.Searching;
using SearchSite.Warnings;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddRazorComponents();
// No log of requests: an address, a path or a form would say who searched for what.
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var settings = builder.Configuration.GetSection("Warnings").Get<WarningSettings>() ?? new WarningSettings();

await using var app = builder.Build();
using var warnings = MomentWarnings.Choose(settings, app.Logger);
app.Use(OwnPolicy.Set);
app.MapGet("/", () => Results.Redirect("/en"));
foreach (var file in SiteFiles.All)
    app.MapGet("/" + file.Name, () => Results.Bytes(file.Bytes, file.Type));

foreach (var words in SiteWords.All)
{
    app.MapGet("/" + words.Language, () => SearchPage.Show(new(words, "", [], null, 0, "")));
    // A search is posted: what somebody looked for belongs in no address, and so in nobody's history or log.
    app.MapPost("/" + words.Language, async (HttpRequest request) =>
    {
        var form = await request.ReadFormAsync();
        // What comes out of a form may be anything: nothing in it may keep a notice from being asked for.
        var query = Cut(form["q"], 200);
        var after = Cut(form["after"], 256);
        var exposure = int.TryParse(form["exposure"], out var shown) ? Math.Clamp(shown, 0, 1000) : 0;
        var notice = query.Length == 0 ? null : await warnings.For(new(query, words.Tag, exposure, after), request.HttpContext.RequestAborted);
        var found = notice is { Blocks: true } ? [] : Corpus.Search(query);
        return SearchPage.Show(new(words, query, found, notice, notice is null ? exposure : exposure + 1, notice?.Receipt ?? after));
    }).DisableAntiforgery();
}

// What happened after a notice, told by site.js; this server passes it on, because only it may speak to Cairn.
app.MapPost("/outcome", async (HttpRequest request) =>
{
    var form = await request.ReadFormAsync();
    await warnings.Tell(form["receipt"].ToString(), form["outcome"].ToString(), request.HttpContext.RequestAborted);
    return Results.NoContent();
}).DisableAntiforgery();

await app.StartAsync();
Console.WriteLine($"The search site is ready at {app.Urls.First()}/en, and asks Cairn {settings.Way}.");
await app.WaitForShutdownAsync();

static string Cut(string? text, int most) => text is null ? "" : text.Trim() is var trimmed && trimmed.Length > most ? trimmed[..most] : trimmed;
