using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Cairn.Help.Helpline;
using Cairn.Tests.Help.Helpline;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Help.Concerns;

/// <summary>Walks every page and every choice of the report pages, as a child could, and looks at what they must never meet there.</summary>
public sealed partial class ChildWalkTests
{
    private const int MostPages = 400;

    private static readonly string[] Fields = ["step", "submission", "token", "language", "who", "text", "whom", "person", "to", "english", "group", "code"];

    [Theory]
    [InlineData("en", true)]
    [InlineData("en", false)]
    [InlineData("gd", true)]
    [InlineData("pl", true)]
    [InlineData("ur", true)]
    [InlineData("cy", true)]
    [InlineData("ur", false)]
    public async Task A_child_never_meets_an_age_gate_a_required_name_blame_a_threat_an_upload_or_a_dead_end(string language, bool open)
    {
        await using var cairn = await RunningCairn.Start(drafts: true, instead: s => s.AddSingleton(new Rehearsal(open)));
        var walk = new Walk(cairn, language);

        var pages = await walk.Everywhere();

        // The walk was one: it came to every kind of page there is.
        foreach (var kind in open ? new[] { "danger", "who-young", "who-other", "ask", "review", "letter", "send", "enter", "kept", "more", "check", "delete", "delete-yes" } : ["danger", "who-young", "who-other", "ask", "letter"])
            Assert.Contains(pages, p => p.Step == kind);
        Assert.All(pages, p => Look(p, language));
        Console.WriteLine($"> A child's walk in {language}, the line {(open ? "open" : "closed")}: {pages.Count} pages");
    }

    private static void Look(Seen seen, string language)
    {
        var (step, page) = (seen.Step, seen.Page);
        Assert.True(seen.Status is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity, $"{step}: {seen.Status}");
        var main = page.QuerySelector("main")!;

        // No upload, nothing that must be filled in by the browser's rule, no field but those that are known to ask for neither name nor age.
        Assert.Empty(main.QuerySelectorAll("input[type=file], input[type=date], input[type=number], input[type=email], input[type=tel], [required], [aria-required=true], form[enctype]"));
        Assert.DoesNotContain(main.QuerySelectorAll("input, textarea, select, button"), f => !Fields.Contains(f.GetAttribute("name")));

        // A way on: a step, a person to call, or another page. And 999 is on every page.
        Assert.True(main.QuerySelectorAll("button, a[href]").Any(e => e.TextContent.Trim().Length > 0), $"{step}: a dead end");
        Assert.NotNull(page.QuerySelector("a[href='tel:999']"));

        // Every choice is free of what chooses somebody: whoever tells has the same fields and steps.
        if (language != "en")
            return;
        var said = main.TextContent;
        Assert.False(Gate().IsMatch(said), $"{step}: asks for an age or a name: {Gate().Match(said).Value}");
        Assert.False(Blame().IsMatch(said), $"{step}: blames: {Blame().Match(said).Value}");
        Assert.False(Threat().IsMatch(said), $"{step}: threatens: {Threat().Match(said).Value}");
    }

    [GeneratedRegex(@"how old are you\?|your age\b(?! )|date of birth|are you (over|under|at least)|you must be|what is your name|your (full |real )?name\s*[:?]|sign (in|up)|log ?in to|register|account to", RegexOptions.IgnoreCase)]
    private static partial Regex Gate();

    [GeneratedRegex(@"your own fault|you should(n.t| not)? have|why did(n.t)? you|you let |you were wrong|ashamed of you|your mistake", RegexOptions.IgnoreCase)]
    private static partial Regex Blame();

    [GeneratedRegex(@"false (report|statement)|offence to (make|report)|you (may|can|will|could) be (prosecuted|charged|arrested|fined|punished)|illegal|prosecut|waste (of )?police|we will tell your (parents|school)", RegexOptions.IgnoreCase)]
    private static partial Regex Threat();

    private sealed record Seen(string Step, HttpStatusCode Status, IDocument Page);

    /// <summary>Presses every button of every page with words in the boxes and without, until nothing new comes.</summary>
    private sealed class Walk(RunningCairn cairn, string language)
    {
        private readonly HashSet<string> known = [];
        private readonly List<Seen> pages = [];
        private readonly Queue<(string Step, List<(string Name, string Value)> Fields)> ahead = [];

        public async Task<IReadOnlyList<Seen>> Everywhere()
        {
            var visitor = new SeekerByHand(cairn, language, "report");
            await visitor.Opens();
            Take(new("", visitor.Answer.StatusCode, visitor.Page));
            while (ahead.TryDequeue(out var next) && pages.Count < MostPages)
            {
                var answer = await cairn.Http.Posted($"/{language}/report", [.. next.Fields]);
                Take(new(next.Step, answer.Status, answer.Page));
            }

            Assert.True(pages.Count < MostPages, "The walk does not end.");
            return pages;
        }

        private void Take(Seen seen)
        {
            // The same page again: the same heading with the same buttons, whatever it carries.
            var main = seen.Page.QuerySelector("main")!;
            var kind = $"{seen.Step} {main.QuerySelector("h1")?.TextContent} {string.Join(' ', main.QuerySelectorAll("button").Select(b => b.GetAttribute("value")))} {main.QuerySelectorAll("input[type=radio]").Length} {main.QuerySelectorAll(".words, .problem").Length}";
            if (!known.Add(kind))
                return;
            pages.Add(seen);
            foreach (var form in main.QuerySelectorAll("form[action$='/report']"))
            {
                foreach (var button in form.QuerySelectorAll("button[name=step]"))
                {
                    Press(form, button, main, written: true);
                    if (form.QuerySelector("textarea, input[name=group], input[name=code]") is not null)
                        Press(form, button, main, written: false);
                }

                foreach (var radio in form.QuerySelectorAll("input[type=radio]"))
                    Press(form, form.QuerySelector("button[name=step]")!, main, written: true, (radio.GetAttribute("name")!, radio.GetAttribute("value")!));
            }
        }

        private void Press(IElement form, IElement button, IElement main, bool written, (string Name, string Value)? chosen = null)
        {
            List<(string Name, string Value)> fields = [("step", button.GetAttribute("value")!)];
            foreach (var hidden in form.QuerySelectorAll("input[type=hidden]"))
                fields.Add((hidden.GetAttribute("name")!, hidden.GetAttribute("value")!));
            foreach (var box in form.QuerySelectorAll("textarea"))
                fields.Add((box.GetAttribute("name")!, written ? "a blorptang" : ""));
            if (form.QuerySelector("input[name=group]") is not null)
                fields.Add(("group", written ? Group(main) : "7777"));
            if (form.QuerySelector("input[name=code]") is not null)
                fields.Add(("code", "blorptang"));
            if (chosen is { } choice)
                fields.Add(choice);
            ahead.Enqueue((fields[0].Value, fields));
        }

        private static string Group(IElement main)
        {
            var groups = main.QuerySelectorAll(".code dd")[0].QuerySelectorAll("span").Select(s => s.TextContent).ToList();
            return groups[main.QuerySelector("label[for=group]")!.TextContent.First(char.IsAsciiDigit) - '1'];
        }
    }
}
