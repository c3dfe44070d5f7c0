using System.Net;
using System.Text;
using System.Text.Json;
using Cairn.Foundation.Storage;
using Cairn.Know.Register;
using Cairn.Know.Register.Demonstration;
using Cairn.Know.Register.Snapshots;
using Cairn.Staff.Audit;
using Cairn.Staff.Roles;
using Cairn.Tests.Say.Packs;
using Cairn.Tests.Staff;
using Microsoft.Extensions.DependencyInjection;
using static Cairn.Tests.Know.Register.Snapshots.RegisterDesk;

namespace Cairn.Tests.Know.Register.Computed;

/// <summary>A figure that is computed from a published table, over a running server: withheld, shown, changed, on pages, in files and on a picture.</summary>
public sealed class ChangingFigureTests
{
    private const string Figure = "demonstration-share";
    private const string First = "Division,Online,Not online,Total\nDivision A,120,380,500\nDivision B,110,390,500\nTotal,230,770,1000\n";
    private const string Second = "Division,Online,Not online,Total\nDivision A,180,380,560\nDivision B,160,390,550\nTotal,340,770,1110\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task It_is_withheld_before_its_table_is_published_and_changes_with_the_next(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var cairn = await RunningCairn.On(database);
        using var analyst = await Colleague.SignsIn(cairn, "una", Role.Analyst);
        using var approver = await Colleague.SignsIn(cairn, "rory", Role.Approver);
        Assert.Equal(HttpStatusCode.Gone, (await cairn.Http.GetAsync($"/en/figures/{Figure}", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await cairn.Http.GetAsync($"/api/v1/figures/{Figure}", Stop)).StatusCode);
        Assert.DoesNotContain(Figure, await cairn.Http.GetStringAsync("/en/figures", Stop), StringComparison.Ordinal);
        Assert.Contains("no table of its series is published", await analyst.Reads("/console/register"), StringComparison.Ordinal);

        var first = await Protected(cairn, analyst, First, "2025-03-31");
        Assert.Contains("23 %, 230 of 1,000, 31 March 2025", await approver.Reads($"/console/register/{first}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, await Publish(cairn, analyst, approver, first));
        Assert.Equal(23m, (await Answer(cairn)).GetProperty("value").GetDecimal());
        Assert.Contains("230 of 1,000 people", await cairn.Http.GetStringAsync($"/en/figures/{Figure}", Stop), StringComparison.Ordinal);

        var second = await Protected(cairn, analyst, Second, "2026-03-31");
        var looked = await approver.Reads($"/console/register/{second}");
        Assert.Contains("23 %, 230 of 1,000, 31 March 2025", looked, StringComparison.Ordinal);
        Assert.Contains("31 %, 340 of 1,110, 31 March 2026", looked, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, await Publish(cairn, analyst, approver, second));

        var answer = await Answer(cairn);
        Assert.Equal((31m, "2026-03-31"), (answer.GetProperty("value").GetDecimal(), answer.GetProperty("as_of").GetString()));
        var permalink = new Uri(answer.GetProperty("source").GetProperty("url").GetString()!).AbsolutePath;
        Assert.Equal(HttpStatusCode.OK, (await cairn.Http.GetAsync(permalink, Stop)).StatusCode);
        var page = await cairn.Http.GetStringAsync($"/en/figures/{Figure}", Stop);
        Assert.Contains(permalink, page, StringComparison.Ordinal);
        Assert.Contains("share-over-time", page, StringComparison.Ordinal);
        Assert.Contains("Demonstration: invented counts.", page, StringComparison.Ordinal);
        Assert.Contains("31%", await cairn.Http.GetStringAsync("/en/figures", Stop), StringComparison.Ordinal);
        foreach (var ending in new[] { ".csv", ".csv-metadata.json", ".json", ".svg" })
            Assert.Contains(ending == ".csv-metadata.json" ? "invented people" : "31", await cairn.Http.GetStringAsync($"/en/figures/{Figure}{ending}", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_node_shows_it_too_and_every_page_that_cites_it_is_drawn_anew()
    {
        await using var database = await TestDatabase.Empty(Engine.Sqlite);
        using var pack = Citing();
        await using var cairn = await RunningCairn.On(database, campaign: pack.Folder);
        var before = await cairn.Http.GetStringAsync("/en/figures", Stop);
        Assert.DoesNotContain("invented people", await cairn.Http.GetStringAsync("/en/yourself", Stop), StringComparison.Ordinal);

        Assert.Equal(0, (await CairnProcess.Run(database, "register", "demonstration", "--data", database.Directory)).Exit);
        for (var i = 0; i < 100 && await cairn.Http.GetStringAsync("/en/figures", Stop) == before; i++)
            await Task.Delay(100, Stop);

        Assert.Equal(HttpStatusCode.OK, (await cairn.Http.GetAsync($"/en/tables/{InventedRegister.Series}", Stop)).StatusCode);
        Assert.Contains("24%", await cairn.Http.GetStringAsync("/en/figures", Stop), StringComparison.Ordinal);
        // The message that cites it, on a page.
        Assert.Contains("24% of the invented people on an invented register", await cairn.Http.GetStringAsync("/en/yourself", Stop), StringComparison.Ordinal);
        var again = await CairnProcess.Run(database, "register", "demonstration", "--data", database.Directory);
        Assert.Equal((0, "They are published already. Nothing was changed."), (again.Exit, again.People.Trim()));
    }

    [Fact]
    public async Task A_picture_that_cites_it_is_not_drawn_before_and_drawn_anew_after_each_table()
    {
        await using var database = await TestDatabase.Empty(Engine.Sqlite);
        using var pack = Citing();
        await using var cairn = await RunningCairn.On(database, campaign: pack.Folder);
        using var analyst = await Colleague.SignsIn(cairn, "una", Role.Analyst);
        using var approver = await Colleague.SignsIn(cairn, "rory", Role.Approver);
        Assert.Equal(HttpStatusCode.NotFound, (await Picture(cairn)).Status);

        await Publish(cairn, analyst, approver, await Protected(cairn, analyst, First, "2025-03-31"));
        var first = await Picture(cairn);
        await Publish(cairn, analyst, approver, await Protected(cairn, analyst, Second, "2026-03-31"));
        var second = await Picture(cairn);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.Status, second.Status));
        Assert.NotEqual(first.Bytes, second.Bytes);
        Assert.Equal("PNG", Encoding.ASCII.GetString(second.Bytes, 1, 3));
    }

    [Fact]
    public async Task Invented_tables_do_not_stand_beside_others_and_a_table_that_is_not_invented_needs_two_people()
    {
        await using var cairn = await RunningCairn.Start();
        using var analyst = await Colleague.SignsIn(cairn, "una", Role.Analyst);
        using var approver = await Colleague.SignsIn(cairn, "rory", Role.Approver);
        var book = cairn.Services.GetRequiredService<SnapshotBook>();
        var id = await Protected(cairn, analyst, First, "2025-03-31", series: "register", invented: false);

        await Assert.ThrowsAsync<SnapshotRefusedException>(() => book.PublishInvented(id, Actor.CommandLine, Stop));
        await Publish(cairn, analyst, approver, id);

        await Assert.ThrowsAsync<StorageException>(() => cairn.Services.GetRequiredService<InventedRegister>().Publish(Stop));
        Assert.Equal(HttpStatusCode.NotFound, (await cairn.Http.GetAsync($"/en/tables/{InventedRegister.Series}", Stop)).StatusCode);
        // Its own series alone feeds the figure.
        Assert.Equal(HttpStatusCode.Gone, (await cairn.Http.GetAsync($"/en/figures/{Figure}", Stop)).StatusCode);
    }

    private static TemporaryPack Citing() => new TemporaryPack(Checkout.Campaign).Change("artwork.yaml", "figure: online-share", "figure: demonstration-share")
        .Change("messages/en.yaml", "- id: others-stopped", "- id: others-stopped\n    figure: demonstration-share");

    private static async Task<(HttpStatusCode Status, byte[] Bytes)> Picture(RunningCairn cairn)
    {
        using var answer = await cairn.Http.GetAsync("/en/toolkit/one-number.square.png", Stop);
        return (answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(Stop));
    }

    private static async Task<JsonElement> Answer(RunningCairn cairn) => JsonDocument.Parse(await cairn.Http.GetStringAsync($"/api/v1/figures/{Figure}", Stop)).RootElement;

    private static async Task<string> Protected(RunningCairn cairn, Colleague analyst, string table, string asOf, string series = InventedRegister.Series, bool invented = true)
    {
        var id = await Read(cairn, table, Facts(asOf, series, invented));
        Assert.Equal(HttpStatusCode.SeeOther, await Acts(analyst, id, "protect", ("way", "blanks"), ("threshold", "10")));
        return id;
    }
}
