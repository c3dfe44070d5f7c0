using System.Diagnostics;
using Cairn.EndToEnd.Storage;
using Microsoft.Playwright;

namespace Cairn.EndToEnd.Staff;

/// <summary>A day's work in the console: an editor, an approver and a supervisor, by keyboard, with what a visitor sees of it.</summary>
public sealed class WorkTests(Stage stage)
{
    private static string Pictures { get; } = Path.Combine(Checkout.Root, ".build", "pictures", "console");

    [Fact]
    public async Task An_editor_submits_an_approver_looks_and_sends_back_and_a_retired_number_is_gone_from_the_site()
    {
        await using var world = await World.On("SQLite");
        await using var cairn = await world.Start();
        await Run(world.Place, "keyring", "status", "--data", world.Place.Data);
        await using var morag = await Joins(world.Place, cairn, "morag", "editor");
        await using var iain = await Joins(world.Place, cairn, "iain", "approver");

        // The editor changes a page and submits the folder in her name.
        var folder = Path.Combine(world.Place.Root, "changed");
        CopyTree(Checkout.Campaign, folder);
        var page = Path.Combine(folder, "pages", "en", "parents.md");
        var cancel = TestContext.Current.CancellationToken;
        await File.WriteAllTextAsync(page, (await File.ReadAllTextAsync(page, cancel)).Replace("your child", "your own child", StringComparison.Ordinal), cancel);
        var revision = (await Run(world.Place, "pack", "publish", folder, "--as", "morag", "--data", world.Place.Data)).Trim();
        await morag.Goes("/console");
        await morag.Looks("today-editor");

        // The approver sees what changed and what stands in the way, and sends it back with a reason.
        await iain.Goes("/console");
        await iain.Looks("today-approver");
        await iain.Presses($"main a[href='/console/packs/{revision}']", $"/console/packs/{revision}");
        await iain.Looks("revision");
        await iain.Page.EvaluateAsync("() => document.querySelectorAll('main details').forEach(d => d.open = true)");
        await iain.Looks("revision-open");
        await iain.Types("textarea[name=reason]", "Please keep the word child in the first sentence.");
        await iain.Presses($"form[action='/console/packs/{revision}/send-back'] button", $"/console/packs/{revision}");
        // The page comes back at its own address: only its words tell that it is another one.
        await iain.Page.Locator("main").GetByText("Please keep the word child in the first sentence.").WaitForAsync();
        await iain.Goes("/console/packs");
        await iain.Looks("packs");

        // The editor keeps the directory.
        await morag.Goes("/console/directory");
        await morag.Looks("directory");
        await morag.Goes("/console/directory/childline");
        await morag.Looks("service");
        using var visitor = new Visitor(cairn.Address);
        Assert.Contains("0800 1111", (await visitor.Get("/en/young-people")).Text, StringComparison.Ordinal);
        await morag.TabsTo("section#phone details:has(form[action$='/retire']) > summary");
        await morag.Page.Keyboard.PressAsync("Enter");
        await morag.Presses("form[action='/console/directory/childline/phone/retire'] button", "/console/directory/childline?done=retire");
        await morag.Looks("service-retired");
        var watch = Stopwatch.StartNew();
        foreach (var path in new[] { "/en/young-people", "/en", "/en/find-help", "/en/find-help.jsonld", "/api/v1/directory/services" })
        {
            while ((await visitor.Get(path)).Text.Contains("0800 1111", StringComparison.Ordinal))
                Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{path} still shows the retired number after two seconds.");
        }

        // On a phone, and in the dark.
        await using var supervisor = await Joins(world.Place, cairn, "sorcha", "supervisor", width: 390, colours: ColorScheme.Dark);
        foreach (var (path, name) in new[] { ("/console/packs/" + revision, "revision-phone-dark"), ("/console/directory", "directory-phone-dark"), ("/console/staff", "staff-phone-dark"), ("/console/audit", "audit-phone-dark") })
        {
            await supervisor.Goes(path);
            await supervisor.Looks(name);
            Assert.True(await supervisor.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{path} scrolls sideways on a phone.");
        }

        Assert.Empty(morag.Violations.Concat(iain.Violations).Concat(supervisor.Violations));
        var verdict = await Run(world.Place, "audit", "verify", "--data", world.Place.Data);
        Report.Line($"console work: axe found 0 violations on {morag.Looked + iain.Looked + supervisor.Looked} pages; {verdict.Trim()}");
    }

    private Task<Colleague> Joins(Place place, RunningCairn cairn, string name, string role, int width = 1280, ColorScheme colours = ColorScheme.Light) =>
        Colleague.Joins(stage, new(place, null), cairn.Address, name, role, Pictures, width, colours);

    private static Task<string> Run(Place place, params string[] words) => new CairnCommand(place, null).Run(words);

    private static void CopyTree(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
