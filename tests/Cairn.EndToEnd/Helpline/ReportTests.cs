using Microsoft.Playwright;

namespace Cairn.EndToEnd.Helpline;

/// <summary>Journeys of people who tell what happened to a child: no script, a phone, a keyboard, right to left; while the line is open.</summary>
public sealed class ReportTests(Stage stage, Rehearsal rehearsal) : IClassFixture<Rehearsal>
{
    private string Address => rehearsal.Cairn.Address.ToString();

    [Fact]
    public async Task A_child_on_a_phone_comes_from_the_young_peoples_page_writes_one_sentence_and_comes_back_with_the_code()
    {
        await using var browser = await stage.NewBrowser(width: 360, height: 780);
        var child = new Teller(await browser.NewPageAsync(), Address);

        await child.Page.GotoAsync(Address + "en/young-people");
        await child.Page.Locator(".panel.tell").ScrollIntoViewIfNeededAsync();
        Assert.Equal(5, await child.Page.Locator(".panel.tell .telling svg").CountAsync());
        await child.Pictured("young-people");
        await child.Presses("who-young");
        Assert.Equal("You are not in trouble", await child.Heading());
        await child.Pictured("child-before");
        await child.Presses("ask");
        await child.Pictured("child-ask");
        await child.Page.Locator("#text").FillAsync("a blorptang");
        await child.Presses("review");
        await child.Pictured("child-review");
        await child.Presses("send");
        Assert.Equal("Keep this code", await child.Heading());
        Assert.True(await Fits(child, 360));

        var seeker = new Seeker(child.Page, Address);
        var code = string.Join(' ', await seeker.Code());
        await seeker.KeepsTheCode();
        Assert.Equal("a blorptang", (await seeker.Messages())[0]);
        await child.Pictured("child-thread");
        await child.Opens();
        await child.Presses("enter");
        await child.Page.Locator("#code").FillAsync(code);
        await child.Presses("open");
        Assert.Equal("a blorptang", (await seeker.Messages())[0]);
        Assert.EndsWith("/en/report", child.Page.Url, StringComparison.Ordinal);
        await child.Opens();
        await child.Page.Locator("main a[href='/en/young-people']").ClickAsync();
        Assert.EndsWith("/en/young-people", child.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_in_danger_now_sees_999_first_and_what_to_say()
    {
        await using var browser = await stage.NewBrowser(width: 360, height: 780);
        var child = new Teller(await browser.NewPageAsync(), Address);

        await child.Opens();
        await child.Pictured("first");
        var danger = (await child.Page.Locator(".urgent a[href='tel:999']").BoundingBoxAsync())!;
        var first = (await child.Page.Locator("button[value=who-young]").BoundingBoxAsync())!;
        Assert.True(danger.Y < first.Y);
        await child.Presses("danger");
        await child.Pictured("danger");
        Assert.Equal("Call 999 now", await child.Heading());
        Assert.Equal(1, await child.Page.Locator("main .call a[href='tel:999']").CountAsync());
        await child.Presses("");
        Assert.Equal("Tell someone what happened", await child.Heading());
    }

    [Fact]
    public async Task A_parent_fills_everything_changes_it_and_takes_a_letter()
    {
        await using var browser = await stage.NewBrowser();
        var parent = new Teller(await browser.NewPageAsync(), Address);

        await parent.Page.GotoAsync(Address + "en/parents");
        await parent.Presses("who-parent");
        Assert.Contains("It is not your child’s fault".Replace('’', '\''), await parent.Says(), StringComparison.Ordinal);
        await parent.Presses("ask");
        await parent.Fills("a blorptang\nand a zint", "my quandril", "fostung, in a game");
        await parent.Presses("review");
        await parent.Pictured("parent-review");
        await parent.Presses("ask");
        Assert.Equal("my quandril", await parent.Page.Locator("#whom").InputValueAsync());
        await parent.Page.Locator("#whom").FillAsync("my quandril, who is nine");
        await parent.Presses("letter");
        await parent.Pictured("parent-letter");
        Assert.Contains("my quandril, who is nine", await parent.Page.Locator(".letter").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await parent.Page.Locator("main a[href='tel:101']").CountAsync());
        await parent.Page.Locator("#to-ceop").CheckAsync();
        await parent.Presses("letter");
        Assert.Contains("CEOP Safety Centre", await parent.Says(), StringComparison.Ordinal);
        await parent.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await parent.Pictured("parent-letter-printed");
        Assert.False(await parent.Page.Locator("main h1").IsVisibleAsync());
        Assert.True(await parent.Page.Locator(".letter").IsVisibleAsync());
        await parent.Page.EmulateMediaAsync(new() { Media = Media.Screen });
        await parent.Presses("review");
        await parent.Presses("send");
        var seeker = new Seeker(parent.Page, Address);
        await seeker.KeepsTheCode();
        Assert.Equal(
            "What happened, or what worries you?\na blorptang\nand a zint\n\nWhich child is it about?\nmy quandril, who is nine\n\nWhat do you know about the person who did it?\nfostung, in a game",
            (await seeker.Messages())[0]);
    }

    [Fact]
    public async Task With_the_keyboard_alone_a_teacher_gets_from_the_first_page_to_the_code()
    {
        await using var browser = await stage.NewBrowser();
        var teacher = new Teller(await browser.NewPageAsync(), Address);

        await teacher.Opens();
        await teacher.Page.Locator("button[value=who-professional]").FocusAsync();
        await teacher.Page.Keyboard.PressAsync("Enter");
        await teacher.Page.WaitForSelectorAsync("button[value=ask]");
        Assert.Contains("This does not stand in for the rules at your work.", await teacher.Says(), StringComparison.Ordinal);
        await teacher.Page.Locator("button[value=ask]").FocusAsync();
        await teacher.Page.Keyboard.PressAsync("Enter");
        await teacher.Page.WaitForSelectorAsync("#text");
        await teacher.Page.Locator("#text").FocusAsync();
        await teacher.Page.Keyboard.TypeAsync("a blorptang at school");
        await teacher.Page.Keyboard.PressAsync("Tab");
        await teacher.Page.Keyboard.TypeAsync("a zint");
        await teacher.Page.Keyboard.PressAsync("Tab");
        for (var tabs = 0; tabs < 5 && await Focused() != "review"; tabs++)
            await teacher.Page.Keyboard.PressAsync("Tab");
        await teacher.Page.Keyboard.PressAsync("Enter");
        await teacher.Page.WaitForSelectorAsync("button[value=send]");
        await teacher.Page.Locator("button[value=send]").FocusAsync();
        await teacher.Page.Keyboard.PressAsync("Enter");
        await teacher.Page.WaitForSelectorAsync(".code");

        async Task<string?> Focused() => await teacher.Page.Locator(":focus").GetAttributeAsync("value");
    }

    [Fact]
    public async Task Right_to_left_on_a_phone_the_journey_is_the_same_with_an_english_copy_of_the_letter()
    {
        await using var browser = await stage.NewBrowser(width: 360, height: 780);
        var child = new Teller(await browser.NewPageAsync(), Address, "ur");

        await child.Opens();
        await child.Pictured("first-ur");
        Assert.True(await Fits(child, 360));
        await child.Begins("young");
        await child.Pictured("ask-ur");
        await child.Fills("a blorptang", person: "a zint");
        await child.Presses("letter");
        Assert.Equal("rtl", await child.Page.Locator(".letter").GetAttributeAsync("dir"));
        await child.Page.Locator("input[name=english]").Locator("xpath=..").Locator("button").ClickAsync();
        await child.Pictured("letter-ur-in-english");
        Assert.Equal("ltr", await child.Page.Locator(".letter").GetAttributeAsync("dir"));
        Assert.Contains("The language is Urdu.", await child.Page.Locator(".letter").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await Fits(child, 360));
        await child.Presses("review");
        await child.Presses("send");
        await child.Page.WaitForSelectorAsync(".code");
    }

    [Fact]
    public async Task Row_23_after_leaving_going_back_and_sending_again_never_shows_what_was_told()
    {
        await using var browser = await stage.NewBrowser();
        var child = new Teller(await browser.NewPageAsync(), Address);
        var seeker = new Seeker(child.Page, Address);
        await browser.RouteAsync(u => !u.StartsWith(Address, StringComparison.Ordinal), r => r.FulfillAsync(new() { Body = "elsewhere", ContentType = "text/plain" }));
        await child.Begins("young");
        await child.Fills("blorptang");
        await child.Presses("review");
        await child.Presses("send");
        var code = string.Concat(await seeker.Code());
        await seeker.KeepsTheCode();

        await seeker.Leaves();
        await child.Page.WaitForURLAsync(u => !u.StartsWith(Address, StringComparison.Ordinal));
        for (var back = 0; back < 8; back++)
        {
            await Tries(() => child.Page.GoBackAsync());
            await Tries(() => child.Page.ReloadAsync());
            var shown = await child.Page.ContentAsync();
            Assert.DoesNotContain("blorptang", shown, StringComparison.Ordinal);
            Assert.DoesNotContain(code[..4], shown, StringComparison.Ordinal);
        }

        static async Task Tries(Func<Task> step)
        {
            try
            {
                await step();
            }
            catch (PlaywrightException)
            {
                // Refused by the browser, which keeps none of these pages.
            }
        }
    }

    [Fact]
    public async Task Axe_finds_nothing_on_any_step_in_light_and_in_dark()
    {
        await using var browser = await stage.NewBrowser(scripts: true);
        var teller = new Teller(await browser.NewPageAsync(), Address);
        List<string> found = [];
        async Task Look(string where) => found.AddRange(await Axe.LooksInLightAndDark(teller.Page, where));

        await teller.Opens();
        await Look("first");
        await teller.Presses("danger");
        await Look("danger");
        await teller.Opens();
        await teller.Presses("who-young");
        await Look("before");
        await teller.Presses("ask");
        await Look("ask");
        await teller.Presses("review");
        await Look("nothing written");
        await teller.Fills("a blorptang", "a zint");
        await teller.Presses("review");
        await Look("review");
        await teller.Presses("letter");
        await Look("letter");

        Assert.Empty(found);
    }

    internal static async Task<bool> Fits(Teller teller, int width) => (await teller.Page.Locator("html").BoundingBoxAsync())!.Width <= width + 0.5;
}

/// <summary>The same pages where the line is closed, as a demonstration's is.</summary>
public sealed class ReportClosedTests(Stage stage) : IAsyncLifetime
{
    private readonly Place place = new();
    private RunningCairn cairn = null!;

    public async ValueTask InitializeAsync() => cairn = await RunningCairn.Start(place);

    public async ValueTask DisposeAsync()
    {
        await cairn.DisposeAsync();
        place.Dispose();
    }

    [Fact]
    public async Task The_closed_line_leads_to_people_who_are_there_and_the_letter_can_still_be_made()
    {
        await using var browser = await stage.NewBrowser(width: 360, height: 780);
        var child = new Teller(await browser.NewPageAsync(), cairn.Address.ToString());

        await child.Page.GotoAsync(cairn.Address + "en/young-people");
        Assert.Equal(0, await child.Page.Locator(".telling").CountAsync());
        await child.Opens();
        await child.Pictured("closed");
        foreach (var name in new[] { "Childline", "CEOP Safety Centre", "Police, not an emergency" })
            Assert.Contains(name, await child.Says(), StringComparison.Ordinal);
        await child.Presses("who-young");
        await child.Pictured("closed-ask");
        Assert.Equal(0, await child.Page.Locator("button[value=send], button[value=review]").CountAsync());
        await child.Fills("a blorptang", person: "a zint");
        await child.Presses("letter");
        await child.Pictured("closed-letter");
        Assert.Equal("Your letter", await child.Heading());
        Assert.Contains("Please do not be angry.", await child.Page.Locator(".letter").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await child.Page.Locator("main a[href='/en/find-help']").CountAsync());
        Assert.True(await ReportTests.Fits(child, 360));
    }

    [Fact]
    public async Task Axe_finds_nothing_where_the_line_is_closed()
    {
        await using var browser = await stage.NewBrowser(scripts: true);
        var teller = new Teller(await browser.NewPageAsync(), cairn.Address.ToString());

        await teller.Opens();
        var found = await Axe.LooksInLightAndDark(teller.Page, "closed");
        await teller.Presses("who-other");
        found = [.. found, .. await Axe.LooksInLightAndDark(teller.Page, "ask")];
        await teller.Fills("a blorptang");
        await teller.Presses("letter");
        found = [.. found, .. await Axe.LooksInLightAndDark(teller.Page, "letter")];
        Assert.Empty(found);
    }
}
