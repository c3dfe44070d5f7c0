using Microsoft.Playwright;

namespace Cairn.EndToEnd.People;

/// <summary>What people come for, with scripts switched off in the browser.</summary>
public sealed class JourneyTests(Stage stage)
{
    [Fact]
    public async Task A_frightened_child_finds_Childline_from_the_start_page_in_two_clicks()
    {
        await using var child = await Person.Opens(stage, "/en");

        await child.Clicks("main a[href='/en/young-people']");
        await child.Clicks("main .hero a.button");

        await child.Sees("a[href='tel:08001111']");
        Assert.True(child.ClicksMade <= 2);
    }

    [Fact]
    public async Task A_frightened_child_who_only_scrolls_finds_Childline_on_the_start_page()
    {
        await using var child = await Person.Opens(stage, "/en", width: 360);

        await child.Sees("main a[href='tel:08001111']");
    }

    [Fact]
    public async Task An_adult_worried_about_himself_finds_someone_to_talk_to_without_giving_a_name()
    {
        await using var adult = await Person.Opens(stage, "/en");

        await adult.Clicks("main a[href='/en/yourself']");

        await adult.Sees("main a[href='tel:08081000900']");
        Assert.Equal(0, await adult.Page.Locator("input[type=text], input[type=email], input[type=tel], textarea, input[type=password]").CountAsync());
    }

    [Fact]
    public async Task A_parent_in_Wales_chooses_who_and_where_and_is_shown_somebody()
    {
        await using var parent = await Person.Opens(stage, "/en/find-help");

        await parent.Chooses("parents");
        await parent.Chooses("wales");
        await parent.Clicks("main form [type=submit]");

        Assert.Contains("who=parents", parent.Page.Url, StringComparison.Ordinal);
        Assert.True(await parent.Page.Locator("main a[href^='tel:'], main a[href^='https:']").CountAsync() >= 2);
    }

    [Fact]
    public async Task A_reader_of_Polish_changes_the_language_and_stays_on_the_page()
    {
        await using var reader = await Person.Opens(stage, "/en/parents");

        await reader.Clicks("footer a[hreflang=pl]");

        Assert.EndsWith("/pl/parents", reader.Page.Url, StringComparison.Ordinal);
        Assert.Equal("pl", await reader.Page.Locator("html").GetAttributeAsync("lang"));
    }

    [Fact]
    public async Task Someone_who_must_leave_at_once_leaves_by_an_ordinary_link()
    {
        foreach (var page in new[] { "/en", "/en/young-people", "/en/find-help", "/en/no-such-page", "/ur" })
        {
            await using var person = await Person.Opens(stage, page);
            var leave = person.Page.Locator("#leave");

            await leave.ScrollIntoViewIfNeededAsync();

            Assert.True(await leave.IsVisibleAsync(), page);
            Assert.StartsWith("https://", await leave.GetAttributeAsync("href"), StringComparison.Ordinal);
            Assert.Contains("noreferrer", await leave.GetAttributeAsync("rel"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Leaving_stays_in_reach_while_a_child_scrolls()
    {
        await using var child = await Person.Opens(stage, "/en/young-people", width: 360, height: 640);

        await child.Page.Keyboard.PressAsync("End");
        await child.Page.WaitForTimeoutAsync(200);

        var box = await child.Page.Locator("#leave").BoundingBoxAsync();
        Assert.NotNull(box);
        Assert.InRange(box.Y, 0, 640 - box.Height);
    }

    [Fact]
    public async Task The_first_two_keys_skip_to_the_page_and_to_the_way_out()
    {
        await using var person = await Person.Opens(stage, "/en");

        await person.Page.Keyboard.PressAsync("Tab");
        var first = await person.Page.Locator(":focus").GetAttributeAsync("href");
        var seen = await person.Page.Locator(":focus").BoundingBoxAsync();
        await person.Page.Keyboard.PressAsync("Tab");
        var second = await person.Page.Locator(":focus").GetAttributeAsync("href");

        Assert.Equal(("#content", "#leave"), (first, second));
        Assert.True(seen is { Width: > 40, Height: > 20, X: >= 0, Y: >= 0 }, "A skip link shows itself when it has the focus.");
    }

    [Theory, MemberData(nameof(EachLanguage.Codes), MemberType = typeof(EachLanguage))]
    public async Task Every_link_and_button_can_be_reached_by_keyboard_and_shows_its_focus(string language)
    {
        await using var person = await Person.Opens(stage, $"/{language}");
        var reachable = await person.Page.Locator("a[href]:visible, button:visible, input:visible, select:visible, summary:visible").CountAsync();

        var reached = new HashSet<string>();
        for (var key = 0; key < reachable + 10; key++)
        {
            await person.Page.Keyboard.PressAsync("Tab");
            var focus = await person.Page.EvaluateAsync<string?>(
                """
                () => {
                  const e = document.activeElement;
                  if (!e || e === document.body) return null;
                  const s = getComputedStyle(e);
                  const shown = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 || s.boxShadow !== 'none';
                  return [...document.querySelectorAll('*')].indexOf(e) + (shown ? '' : ' ' + e.outerHTML.slice(0, 120));
                }
                """);
            if (focus is null)
                break;
            Assert.DoesNotContain("<", focus, StringComparison.Ordinal);
            reached.Add(focus);
        }

        Assert.True(reached.Count >= reachable, $"{reached.Count} of {reachable} were reached.");
    }

    [Fact]
    public async Task Nothing_is_left_behind_in_the_browser()
    {
        await using var person = await Person.Opens(stage, "/en");

        await person.Clicks("main a[href='/en/young-people']");
        await person.Goes("/en/find-help");

        Assert.Empty(await person.Page.Context.CookiesAsync());
        Assert.Equal("0,0", await person.Page.EvaluateAsync<string>("() => localStorage.length + ',' + sessionStorage.length"));
    }
}
