using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Cairn.Help.Directory;
using Cairn.Staff.Audit;
using Cairn.Staff.Roles;
using Cairn.Tests.Staff;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Help.Directory.Desk;

public sealed class DeskPagesTests : IAsyncLifetime
{
    private const string Childline = "/console/directory/childline";
    private const string Source = "https://www.childline.org.uk/get-support/";

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));

    private RunningCairn cairn = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => cairn = await RunningCairn.Start(time: time);

    public ValueTask DisposeAsync() => cairn.DisposeAsync();

    [Fact]
    public async Task The_list_shows_every_field_in_words_and_what_expires_first_on_top()
    {
        using var morag = await Colleague.SignsIn(cairn, "morag", Role.Editor);
        await morag.Posts($"{Childline}/hours/confirm", ("day", "2026-11-24"), ("expires", "2026-12-06"));
        await morag.Posts($"{Childline}/phone/retire");

        var page = await Page(morag, "/console/directory");

        var tables = page.QuerySelectorAll("table").Select(t => t.QuerySelectorAll("tbody tr").Select(Words).ToList()).ToList();
        Assert.Equal(["Childline Hours Verified 24 November 2026 learning.nspcc.org.uk expires in 12 days, on 6 December 2026"], tables[0]);
        Assert.Contains("Childline Telephone Retired 23 November 2026 learning.nspcc.org.uk not shown until restored", tables[1]);
        Assert.Contains("Stop It Now helpline Hours Unverified 23 November 2026 lucyfaithfull.org never shown", tables[1]);
        Assert.Contains("Police, in an emergency Telephone Always shown 23 November 2026 scotland.police.uk expires in 180 days, on 23 May 2027", tables[1]);
    }

    [Fact]
    public async Task Each_role_is_offered_what_it_may_do_and_nothing_else()
    {
        using var editor = await Colleague.SignsIn(cairn, "morag", Role.Editor);
        using var adviser = await Colleague.SignsIn(cairn, "ailsa", Role.Adviser);
        using var analyst = await Colleague.SignsIn(cairn, "rory", Role.Analyst);
        using var administrator = await Colleague.SignsIn(cairn, "isla", Role.Administrator);

        Assert.Equal(["confirm", "change", "retire"], await FormsOf(editor, "childline", "phone"));
        Assert.Equal(["confirm"], await FormsOf(editor, "childline", "name"));
        Assert.Equal(["confirm"], await FormsOf(editor, "emergency", "phone"));
        Assert.Equal(["retire"], await FormsOf(adviser, "childline", "phone"));
        Assert.Empty(await FormsOf(adviser, "childline", "website"));
        Assert.Empty(await FormsOf(analyst, "childline", "phone"));
        Assert.Equal(HttpStatusCode.Forbidden, (await administrator.Gets("/console/directory")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await adviser.Posts($"{Childline}/phone/confirm", ("day", "2026-11-24"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.Posts($"{Childline}/phone/retire")).StatusCode);
    }

    [Fact]
    public async Task Whoever_may_retire_a_number_may_not_put_it_back_unless_they_may_change_it()
    {
        using var editor = await Colleague.SignsIn(cairn, "morag", Role.Editor);
        using var adviser = await Colleague.SignsIn(cairn, "ailsa", Role.Adviser);
        using var approver = await Colleague.SignsIn(cairn, "rory", Role.Approver);
        await adviser.Posts($"{Childline}/phone/retire");

        Assert.Empty(await FormsOf(adviser, "childline", "phone"));
        Assert.Empty(await FormsOf(approver, "childline", "phone"));
        Assert.Equal(["change", "restore"], await FormsOf(editor, "childline", "phone"));
        Assert.Equal(HttpStatusCode.Forbidden, (await adviser.Posts($"{Childline}/phone/restore")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await approver.Posts($"{Childline}/phone/restore")).StatusCode);
        Assert.DoesNotContain("tel:08001111", await cairn.Http.GetStringAsync("/en/young-people", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Putting_a_number_back_asks_again_who_it_is()
    {
        using var morag = await Colleague.SignsIn(cairn, "morag", Role.Editor);
        await morag.Posts($"{Childline}/phone/retire");
        time.Advance(TimeSpan.FromMinutes(20));

        var answer = await morag.Posts($"{Childline}/phone/restore");

        Assert.DoesNotContain("done=restore", answer.Headers.Location?.OriginalString ?? "", StringComparison.Ordinal);
        Assert.DoesNotContain("tel:08001111", await cairn.Http.GetStringAsync("/en/young-people", Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(+44) 800 1111")]
    [InlineData("44 800 1111")]
    [InlineData("18001 +44 800 1111")]
    public async Task A_retired_number_is_refused_in_every_spelling(string spelling)
    {
        using var morag = await Colleague.SignsIn(cairn, "morag", Role.Editor);
        await morag.Posts($"{Childline}/phone/retire");

        var retired = await morag.Posts("/console/directory/nspcc/phone/change", Change(("value", spelling)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, retired.StatusCode);
        Assert.Contains("Morag retired this number", Words((await Page(retired)).GetElementById("phone-change-value-problem")!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(+44) 800 1111")]
    [InlineData("44 800 1111")]
    [InlineData("18001 +44 800 1111")]
    public async Task A_number_that_the_pack_calls_historical_is_refused_in_every_spelling(string spelling)
    {
        using var morag = await Colleague.SignsIn(cairn, "morag", Role.Editor);
        var directory = cairn.Services.GetRequiredService<ServiceDirectory>();
        var pack = directory.Everything!;
        directory.Swap(
            pack with { Services = [.. pack.Services.Select(s => s.Id == "childline" ? s with { Phone = s.Phone! with { State = FieldState.Historical } } : s)] },
            new Dictionary<Cairn.Foundation.Text.Language, DirectoryWords>());

        var dead = await morag.Posts("/console/directory/nspcc/phone/change", Change(("value", spelling)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, dead.StatusCode);
        Assert.Contains("historical at Childline", Words((await Page(dead)).GetElementById("phone-change-value-problem")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmed_number_is_verified_everywhere_and_the_record_names_who_but_no_value()
    {
        using var morag = await Colleague.SignsIn(cairn, "morag", Role.Editor);
        await cairn.Http.GetStringAsync("/en/find-help", Cancel);

        var answer = await morag.Posts($"{Childline}/phone/confirm", ("day", "2026-11-24"), ("expires", ""));

        Assert.Equal((HttpStatusCode.SeeOther, Childline + "?done=confirm"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        var field = (await Page(morag, answer.Headers.Location.OriginalString)).QuerySelector("#phone")!;
        Assert.Contains("Verified, expires in 180 days, on 23 May 2027", Words(field), StringComparison.Ordinal);
        Assert.Contains("24 November 2026, by Morag", Words(field), StringComparison.Ordinal);
        Assert.Contains("\"verified\"", await Api(), StringComparison.Ordinal);
        var act = (await cairn.Services.GetRequiredService<AuditTrail>().Newest(1, null, Cancel)).Single();
        Assert.Equal(("morag", Acts.FieldConfirmed, "childline/phone"), (act.Actor, act.Act, act.Subject));
    }

    [Fact]
    public async Task A_changed_number_is_on_the_page_at_once_and_in_the_history()
    {
        using var morag = await Colleague.SignsIn(cairn, "morag", Role.Editor);
        await cairn.Http.GetStringAsync("/en/find-help?who=young-people", Cancel);

        await morag.Posts($"{Childline}/phone/change", Change(("value", "0808 157 0001")));

        var page = await cairn.Http.GetStringAsync("/en/find-help?who=young-people", Cancel);
        Assert.Contains("tel:08081570001", page, StringComparison.Ordinal);
        Assert.DoesNotContain("tel:08001111", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Morag", page, StringComparison.Ordinal);
        var history = Words((await Page(morag, Childline)).QuerySelector(".console-history li")!);
        Assert.Contains("Telephone changed: called on 24 November 2026, until 23 May 2027: 0808 157 0001", history, StringComparison.Ordinal);
        Assert.Contains("Morag, 24 November 2026, 10:00", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_are_changed_as_lines_and_keep_their_zone()
    {
        using var morag = await Colleague.SignsIn(cairn, "morag", Role.Editor);

        await morag.Posts($"{Childline}/hours/change", Change(("value", "mon-fri 09:00-17:00\r\n\r\n sat 10:00-12:00 ")));

        var lines = (await Page(morag, Childline)).QuerySelectorAll("#hours dd > div").Select(Words).ToList();
        Assert.Equal(["mon 09:00-17:00", "fri 09:00-17:00", "sat 10:00-12:00", "Europe/London; on public holidays: same"], [lines[0], .. lines[^3..]]);
        Assert.Contains("\"byday\": \"MO,TU,WE,TH,FR\"", await Api(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("phone", "value", "blorptang")]
    [InlineData("phone", "value", "")]
    [InlineData("phone", "value", "12")]
    [InlineData("phone", "value", "999")]
    [InlineData("website", "value", "http://www.childline.org.uk")]
    [InlineData("website", "value", "blorptang")]
    [InlineData("hours", "value", "mon-fri 9-5")]
    [InlineData("hours", "value", "mon 09:00-17:00\nmon 10:00-11:00")]
    [InlineData("phone", "source", "blorptang")]
    [InlineData("phone", "how", "blorptang")]
    [InlineData("phone", "day", "2026-11-25")]
    [InlineData("phone", "day", "2026-10-23")]
    [InlineData("phone", "day", "2026-11-22")]
    [InlineData("phone", "day", "blorptang")]
    [InlineData("phone", "day", "9999-12-31")]
    [InlineData("phone", "expires", "2026-11-24")]
    [InlineData("phone", "expires", "2027-11-26")]
    [InlineData("phone", "expires", "9999-12-31")]
    [InlineData("phone", "expires", "blorptang")]
    public async Task What_cannot_be_is_said_beside_its_input_and_on_top_and_everything_typed_is_kept(string field, string input, string value)
    {
        using var morag = await Colleague.SignsIn(cairn, "morag", Role.Editor);
        var good = field switch { "website" => "https://www.childline.org.uk/new", "hours" => "mon 09:00-10:00", _ => "0808 157 0001" };

        var answer = await morag.Posts($"{Childline}/{field}/change", Change([("value", good), (input, value)]));

        var page = await Page(answer);
        var id = $"{field}-change-{input}";
        var box = page.GetElementById(id)!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal($"#{id}", page.QuerySelector("[role=alert] a")!.GetAttribute("href"));
        Assert.True(page.QuerySelector($"#{field} details[open]") is not null);
        Assert.Contains(page.GetElementById(id + "-problem")!.Id!, (box.Closest("fieldset") ?? box).GetAttribute("aria-describedby")!.Split(' '));
        if (input != "how")
            Assert.Equal(value, box.TagName == "TEXTAREA" ? box.TextContent.TrimStart('\n') : box.GetAttribute("value"));
        if (input != "source")
            Assert.Equal(Source, page.GetElementById($"{field}-change-source")!.GetAttribute("value"));
        Assert.Empty((await Page(morag, Childline)).QuerySelectorAll(".console-history"));
    }

    [Theory]
    [InlineData("emergency")]
    [InlineData("police-101")]
    public async Task Nobody_can_take_off_or_change_the_numbers_everybody_knows(string service)
    {
        using var morag = await Colleague.SignsIn(cairn, "morag", Role.Editor);
        var before = await cairn.Http.GetStringAsync("/en", Cancel);

        var retired = await morag.Posts($"/console/directory/{service}/phone/retire");
        var changed = await morag.Posts($"/console/directory/{service}/phone/change", Change(("value", "0808 157 0001")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, retired.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, changed.StatusCode);
        Assert.Equal(["#phone"], (await Page(changed)).QuerySelectorAll("[role=alert] a").Select(a => a.GetAttribute("href")));
        Assert.Equal(before, await cairn.Http.GetStringAsync("/en", Cancel));
    }

    [Fact]
    public async Task A_form_that_was_open_while_the_field_changed_does_not_mean_the_new_value()
    {
        using var morag = await Colleague.SignsIn(cairn, "morag", Role.Editor);
        var seen = (await Page(morag, Childline)).QuerySelector("#phone input[name=as-seen]")!.GetAttribute("value")!;
        await morag.Posts($"{Childline}/phone/change", Change(("value", "0808 157 0001")));

        var late = await morag.Posts($"{Childline}/phone/retire", ("as-seen", seen));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("tel:08081570001", await cairn.Http.GetStringAsync("/en/young-people", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retired_number_is_restored_and_not_confirmed_or_written_elsewhere()
    {
        using var morag = await Colleague.SignsIn(cairn, "morag", Role.Editor);
        await morag.Posts($"{Childline}/phone/retire");

        var again = await morag.Posts($"{Childline}/phone/retire");
        var forms = await FormsOf(morag, "childline", "phone");
        var confirmed = await morag.Posts($"{Childline}/phone/confirm", ("day", "2026-11-24"));
        var elsewhere = await morag.Posts("/console/directory/nspcc/phone/change", Change(("value", "0800 1111")));
        var restored = await morag.Posts($"{Childline}/phone/restore");

        Assert.Equal(["change", "restore"], forms);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, confirmed.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, elsewhere.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, restored.StatusCode);
        Assert.Equal(2, (await Page(morag, Childline)).QuerySelectorAll(".console-history li").Length);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await morag.Posts($"{Childline}/phone/restore")).StatusCode);
    }

    [Theory]
    [InlineData("/console/directory/blorptang")]
    [InlineData("/console/directory/blorptang/phone/retire")]
    [InlineData("/console/directory/childline/blorptang/confirm")]
    [InlineData("/console/directory/childline/chat/confirm")]
    [InlineData("/console/directory/childline/website/retire")]
    [InlineData("/console/directory/childline/name/change")]
    public async Task What_the_revision_does_not_have_is_not_found(string path)
    {
        using var morag = await Colleague.SignsIn(cairn, "morag", Role.Editor);

        var answer = path.Count(c => c == '/') == 3 ? await morag.Gets(path) : await morag.Posts(path, ("day", "2026-11-24"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Every_input_has_a_label_every_form_a_token_and_every_link_outside_keeps_its_silence()
    {
        using var morag = await Colleague.SignsIn(cairn, "morag", Role.Editor);

        var page = await Page(morag, "/console/directory/stop-it-now");

        Assert.All(page.QuerySelectorAll("input:not([type=hidden]), textarea"), i => Assert.NotNull(page.QuerySelector($"label[for='{i.Id}']")));
        Assert.All(page.QuerySelectorAll("main form"), f => Assert.NotNull(f.QuerySelector("input[name=form-token]")));
        Assert.All(page.QuerySelectorAll("main a[href^=https]"), a => Assert.Equal("noreferrer", a.GetAttribute("rel")));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
    }

    private async Task<string> Api() => await cairn.Http.GetStringAsync("/api/v1/directory/services/childline", Cancel);

    private static (string, string)[] Change(params IEnumerable<(string Name, string Value)> different)
    {
        var fields = new Dictionary<string, string> { ["value"] = "", ["source"] = Source, ["how"] = "called", ["day"] = "2026-11-24", ["expires"] = "2027-05-23" };
        foreach (var (name, value) in different)
            fields[name] = value;
        return [.. fields.Select(f => (f.Key, f.Value))];
    }

    private static async Task<IEnumerable<string>> FormsOf(Colleague who, string service, string field) =>
        (await Page(who, "/console/directory/" + service)).QuerySelectorAll($"#{field} form").Select(f => f.GetAttribute("action")!.Split('/')[^1]);

    private static async Task<IDocument> Page(Colleague who, string path) => new HtmlParser().ParseDocument(await who.Reads(path));

    private static async Task<IDocument> Page(HttpResponseMessage answer) => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Cancel));

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
