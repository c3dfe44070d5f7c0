using Microsoft.Playwright;

namespace Cairn.EndToEnd.Helpline;

/// <summary>Journeys of a seeker: no script, a phone, a keyboard, right to left; and what stays behind on the device.</summary>
public sealed class SeekerTests(Stage stage, Rehearsal rehearsal) : IClassFixture<Rehearsal>
{
    private string Address => rehearsal.Cairn.Address.ToString();

    [Fact]
    public async Task Without_script_a_seeker_writes_keeps_the_code_leaves_comes_back_and_writes_more()
    {
        await using var browser = await stage.NewBrowser();
        var seeker = new Seeker(await browser.NewPageAsync(), Address);

        await seeker.Writes("blorptang");
        await seeker.Pictured("talk-code");
        var code = string.Join(' ', await seeker.Code());
        await seeker.KeepsTheCode();
        Assert.Equal("blorptang", (await seeker.Messages())[0]);
        await seeker.Page.Locator("#text").FillAsync("half a zint");
        await seeker.Presses("check");
        Assert.Equal("half a zint", await seeker.Page.Locator("#text").InputValueAsync());
        await seeker.Presses("more");
        await seeker.Pictured("talk-thread");
        Assert.Equal(["blorptang", "Rehearsal: nobody will read this.", "half a zint"], await seeker.Messages());

        await seeker.Opens();
        await seeker.Presses("enter");
        await seeker.Page.Locator("#code").FillAsync(code);
        await seeker.Presses("open");
        Assert.Equal(3, (await seeker.Messages()).Count);
        Assert.EndsWith("/en/talk", seeker.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_phone_right_to_left_the_journey_is_the_same_and_nothing_is_wider_than_the_screen()
    {
        await using var browser = await stage.NewBrowser(width: 360, height: 780);
        var seeker = new Seeker(await browser.NewPageAsync(), Address, "ur");

        await seeker.Opens();
        await seeker.Pictured("talk-limits-ur");
        await seeker.Writes("blorptang");
        Assert.True(await Fits());
        await seeker.Pictured("talk-code-ur");
        // The code runs from left to right in every language.
        Assert.Equal("ltr", await seeker.Page.Locator(".code dd").First.GetAttributeAsync("dir"));
        await seeker.KeepsTheCode();
        Assert.True(await Fits());
        await seeker.Pictured("talk-thread-ur");
        Assert.Equal(2, (await seeker.Messages()).Count);

        async Task<bool> Fits() => (await seeker.Page.Locator("html").BoundingBoxAsync())!.Width <= 360.5;
    }

    [Fact]
    public async Task With_the_keyboard_alone_a_seeker_gets_from_the_first_page_to_the_code()
    {
        await using var browser = await stage.NewBrowser();
        var seeker = new Seeker(await browser.NewPageAsync(), Address);

        await seeker.Opens();
        await seeker.Page.Locator("button[value=write]").FocusAsync();
        await seeker.Page.Keyboard.PressAsync("Enter");
        await seeker.Page.Locator("#text").FocusAsync();
        await seeker.Page.Keyboard.TypeAsync("blorptang");
        await seeker.Page.Keyboard.PressAsync("Tab");
        await seeker.Page.Keyboard.PressAsync("Space");
        await seeker.Page.Keyboard.PressAsync("Tab");
        await seeker.Page.Keyboard.PressAsync("Enter");
        await seeker.Page.WaitForSelectorAsync(".code");

        Assert.Equal(5, (await seeker.Code()).Count);
    }

    [Fact]
    public async Task Axe_finds_nothing_on_any_step_in_light_and_in_dark()
    {
        await using var browser = await stage.NewBrowser(scripts: true);
        var seeker = new Seeker(await browser.NewPageAsync(), Address);
        List<string> found = [];
        async Task Look(string where) => found.AddRange(await Axe.LooksInLightAndDark(seeker.Page, where));

        await seeker.Opens();
        await Look("limits");
        await seeker.Presses("write");
        await Look("write");
        await seeker.Presses("send");
        await Look("nothing written");
        await seeker.Page.Locator("#text").FillAsync("blorptang");
        await seeker.Presses("send");
        await Look("code");
        await seeker.Presses("kept");
        await Look("wrong group");
        await seeker.KeepsTheCode();
        await Look("thread");
        await seeker.Presses("delete");
        await Look("delete");
        await seeker.Presses("delete-yes");
        await Look("deleted");
        await seeker.Opens();
        await seeker.Presses("enter");
        await seeker.Page.Locator("#code").FillAsync("blorptang");
        await seeker.Presses("open");
        await Look("mistyped");

        Assert.Empty(found);
    }

    [Fact]
    public async Task Row_23_after_leaving_going_back_and_sending_again_never_shows_the_conversation()
    {
        await using var browser = await stage.NewBrowser();
        var seeker = new Seeker(await browser.NewPageAsync(), Address);
        // The site that leaving leads to is outside; here it is a blank page.
        await browser.RouteAsync(u => !u.StartsWith(Address, StringComparison.Ordinal), r => r.FulfillAsync(new() { Body = "elsewhere", ContentType = "text/plain" }));
        await seeker.Writes("blorptang");
        var code = string.Concat(await seeker.Code());
        await seeker.KeepsTheCode();

        await seeker.Leaves();
        await seeker.Page.WaitForURLAsync(u => !u.StartsWith(Address, StringComparison.Ordinal));
        for (var back = 0; back < 6; back++)
        {
            // The browser keeps none of these pages and may refuse to ask for them again: then it shows a page of its own.
            await Tries(() => seeker.Page.GoBackAsync());
            await Tries(() => seeker.Page.ReloadAsync());
            var shown = await seeker.Page.ContentAsync();
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
                // Refused by the browser.
            }
        }
    }
}
