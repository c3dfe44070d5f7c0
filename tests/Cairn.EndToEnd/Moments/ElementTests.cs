using Microsoft.Playwright;

namespace Cairn.EndToEnd.Moments;

/// <summary><c>&lt;cairn-notice&gt;</c> under the strict policy of the sample, by keyboard and to the eye.</summary>
public sealed class ElementTests(Stage stage, SearchSites sites) : IClassFixture<SearchSites>
{
    // The words that block, and the words that warn.
    private const string Blocking = "tides dreeble snorvath";
    private const string Warning = "tides blorptang";

    // Where the focus is, looking into the shadow.
    private const string Focus = "() => { let e = document.activeElement; while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement; return e ? (e.localName + ' ' + e.textContent).trim() : ''; }";

    [Fact]
    public async Task A_notice_that_blocks_takes_the_focus_keeps_the_keyboard_inside_and_gives_both_back_on_Escape()
    {
        await using var person = await Searcher.Opens(stage, await sites.At("in-process"), scripts: true);
        await person.Searches(Blocking);
        await person.Sees("cairn-notice dialog[open][role=alertdialog]");

        var first = await person.Page.EvaluateAsync<string>(Focus);
        var heading = await person.Page.Locator("cairn-notice .n h2").InnerTextAsync();
        await person.Page.Keyboard.PressAsync("Tab");
        var second = await person.Page.Locator("cairn-notice .go a").EvaluateAsync<bool>("a => a.getRootNode().activeElement === a");
        var outside = 0;
        for (var key = 0; key < 25; key++)
        {
            await person.Page.Keyboard.PressAsync("Tab");
            outside += await person.Page.EvaluateAsync<int>("() => document.activeElement && document.activeElement !== document.body && document.activeElement.localName !== 'cairn-notice' ? 1 : 0");
        }

        await person.Keeps("element-blocking");
        var told = person.Page.WaitForRequestAsync(r => r.Url.EndsWith("/outcome", StringComparison.Ordinal), new() { Timeout = 90_000 });
        await person.Page.Keyboard.PressAsync("Escape");
        var outcome = (await told).PostData;

        Assert.Equal("h2 " + heading, first);
        Assert.True(second, "After the heading the keyboard meets the one action.");
        Assert.Equal(0, outside);
        Assert.Contains("outcome=dismissed", outcome, StringComparison.Ordinal);
        Assert.Equal(0, await person.Page.Locator("cairn-notice dialog").CountAsync());
        await person.Page.Locator("#q").PressAsync("Tab");
        Assert.Equal("button Search", await person.Page.EvaluateAsync<string>(Focus));
        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task Back_closes_a_notice_that_blocks_and_stays_on_the_page_and_the_next_Back_leaves()
    {
        await using var person = await Searcher.Opens(stage, await sites.At("in-process"), scripts: true);
        await person.Searches("lapwing");
        await person.Searches(Blocking);
        await person.Sees("cairn-notice dialog[open]");
        await person.Page.Keyboard.PressAsync("Tab");

        await person.Page.EvaluateAsync("() => history.back()");
        await person.Page.Locator("cairn-notice dialog").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        Assert.Equal(Blocking, await person.Page.Locator("#q").InputValueAsync());
        Assert.Null(await person.Page.EvaluateAsync<object?>("() => history.state"));
    }

    [Fact]
    public async Task Closing_it_otherwise_leaves_no_entry_behind()
    {
        await using var person = await Searcher.Opens(stage, await sites.At("in-process"), scripts: true);
        await person.Searches(Blocking);
        await person.Sees("cairn-notice dialog[open]");
        var before = await person.Page.EvaluateAsync<int>("() => history.state?.cairnNotice ?? 0");

        var told = person.Page.WaitForRequestAsync(r => r.Url.EndsWith("/outcome", StringComparison.Ordinal), new() { Timeout = 90_000 });
        await person.Page.Locator("cairn-notice .n button").Last.ClickAsync();
        await told;

        Assert.Equal(1, before);
        Assert.Null(await person.Page.EvaluateAsync<object?>("() => history.state"));
        Assert.Equal(Blocking, await person.Page.Locator("#q").InputValueAsync());
    }

    [Fact]
    public async Task Stop_here_is_told_and_the_site_leads_away()
    {
        await using var person = await Searcher.Opens(stage, await sites.At("in-process"), scripts: true);
        await person.Searches(Blocking);
        await person.Sees("cairn-notice dialog[open]");

        var told = person.Page.WaitForRequestAsync(r => r.Url.EndsWith("/outcome", StringComparison.Ordinal), new() { Timeout = 90_000 });
        await person.Page.Locator("cairn-notice .n button").First.ClickAsync();
        var outcome = (await told).PostData;
        await person.Page.WaitForFunctionAsync("() => document.querySelector('#q')?.value === ''", null, new() { Timeout = 90_000 });

        Assert.Contains("outcome=stopped", outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_that_warns_is_a_region_beside_the_results_and_leaves_the_focus_alone()
    {
        await using var person = await Searcher.Opens(stage, await sites.At("in-process"), scripts: true);
        await person.Searches(Warning);
        await person.Sees("cairn-notice section.n[aria-labelledby=h]");
        var focus = await person.Page.EvaluateAsync<string>("() => document.activeElement.localName");

        await person.Keeps("site");
        await person.Page.Locator("cairn-notice .go a").FocusAsync();
        await person.Page.Keyboard.PressAsync("Escape");
        await person.Page.Locator("cairn-notice .n").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        Assert.Equal("body", focus);
        Assert.True(await person.Page.Locator(".found li").CountAsync() > 0);
        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task Each_notice_after_the_first_looks_different_and_axe_finds_nothing_in_any()
    {
        var address = await sites.At("server");
        var found = new List<string>();
        var looks = new List<string>();

        foreach (var words in new[] { Warning, Blocking })
        {
            await using var person = await Searcher.Opens(stage, address, scripts: true);
            for (var exposure = 1; exposure <= 4; exposure++)
            {
                await person.Searches(words);
                await person.Sees("cairn-notice .n h2");
                looks.Add((await person.Page.Locator("cairn-notice .n").GetAttributeAsync("class"))!);
                found.AddRange(await Axe.LooksInLightAndDark(person.Page, $"look {exposure} {words}"));
                await person.Keeps($"element-{(words == Warning ? "inline" : "dialog")}-{exposure}-dark");
                await person.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
                await person.Keeps($"element-{(words == Warning ? "inline" : "dialog")}-{exposure}-light");
                if (words == Blocking)
                    await person.Page.Keyboard.PressAsync("Escape");
            }

            // What axe itself does is not the page's complaint; a policy that was broken would say so.
            Assert.DoesNotContain(person.Complaints, c => c.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase) || c.Contains("Trusted", StringComparison.OrdinalIgnoreCase));
        }

        Report.Line($"<cairn-notice>: axe found {found.Count} violations in {looks.Count} notices, inline and blocking, light and dark");
        Assert.Equal(["n l1", "n l2", "n l3", "n l4"], looks.Distinct().Order());
        Assert.Empty(found);
    }

    [Fact]
    public async Task On_a_small_screen_it_fits_and_nothing_is_cut_off()
    {
        await using var person = await Searcher.Opens(stage, await sites.At("in-process"), scripts: true, width: 320);
        for (var look = 1; look <= 4; look++)
        {
            await person.Searches(Warning);
            await person.Sees("cairn-notice .n h2");
            var wide = await person.Page.EvaluateAsync<int>("() => { const n = document.querySelector('cairn-notice').shadowRoot.querySelector('.n'), room = n.getBoundingClientRect(); return Math.round(Math.max(document.documentElement.scrollWidth - 320, ...[...n.querySelectorAll('*')].map(e => e.getBoundingClientRect()).map(r => Math.max(r.right - room.right, room.left - r.left)))); }");
            await person.Keeps($"element-phone-{look}");

            Assert.True(wide <= 0, $"Look {look} is {wide} pixels too wide.");
        }
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://platform.example/")]
    [InlineData("data:text/html,blorptang")]
    [InlineData("blorptang")]
    public async Task An_address_that_is_not_one_of_help_makes_no_link(string href)
    {
        await using var person = await Searcher.Opens(stage, await sites.At("in-process"), scripts: true);
        await person.Searches(Warning);
        await person.Sees("cairn-notice .n");

        var links = await person.Page.EvaluateAsync<string[]>(
            """
            href => {
              const notice = document.querySelector('cairn-notice');
              notice.answer = { show: true, action: 'warn', look: 1, message: { language: 'en', heading: '<b>Blorptang</b>', body: ['One.', 'Two.'] }, ways: [{ kind: 'call', label: 'Bad', href }, { kind: 'call', label: 'Good', href: 'tel:999' }] };
              return [...notice.shadowRoot.querySelectorAll('a')].map(a => a.getAttribute('href'));
            }
            """, href);

        Assert.Equal(["tel:999"], links);
        Assert.Equal("<b>Blorptang</b>", await person.Page.Locator("cairn-notice .n h2").InnerTextAsync());
    }

    [Fact]
    public async Task Every_way_tells_its_outcome_and_a_notice_may_be_taken_away_again()
    {
        await using var person = await Searcher.Opens(stage, await sites.At("in-process"), scripts: true);

        var outcomes = await person.Page.EvaluateAsync<string[]>(
            """
            () => {
              const notice = document.createElement('cairn-notice'), told = [];
              notice.addEventListener('cairn-outcome', event => { told.push(event.detail.outcome); event.stopPropagation(); });
              document.body.append(notice);
              const ways = ['call', 'chat', 'talk', 'report', 'guide'].map(kind => ({ kind, label: kind, href: 'https://help.example/' + kind }));
              const answer = { show: true, action: 'warn', look: 3, message: { language: 'en', heading: 'Blorptang', body: ['One.'] }, ways };
              notice.answer = answer;
              for (const link of notice.shadowRoot.querySelectorAll('a')) { link.addEventListener('click', event => event.preventDefault()); link.click(); }
              notice.shadowRoot.querySelector('button').click();
              told.push(notice.hidden ? 'gone' : 'there');
              notice.answer = answer;
              told.push(notice.shadowRoot.querySelector('h2') ? 'again' : 'not');
              notice.answer = { show: false };
              told.push(notice.shadowRoot.querySelector('h2') ? 'still' : 'taken');
              return told;
            }
            """);

        Assert.Equal(["help", "help", "help", "report", "guide", "dismissed", "gone", "again", "taken"], outcomes);
    }
}
