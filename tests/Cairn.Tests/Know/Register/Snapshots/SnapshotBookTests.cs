using System.Net;
using System.Text;
using Cairn.Know;
using Cairn.Know.Register.Snapshots;
using Cairn.Staff.Audit;
using Cairn.Staff.Roles;
using Cairn.Tests.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Cairn.Tests.Know.Register.Snapshots.RegisterDesk;

namespace Cairn.Tests.Know.Register.Snapshots;

/// <summary>A table from the file to its page, over a running server: read in, protected, a name put to it, published by somebody else, sent back, and what two releases give away.</summary>
public sealed class SnapshotBookTests
{
    private const string Table = "Division,Community,Custody,Total\nDivision A,412,133,545\nDivision B,301,7,308\nDivision C,254,64,318\nDivision D,388,141,529\nTotal,1355,345,1700\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_table_is_protected_by_an_analyst_published_by_a_second_person_and_stands_on_the_site(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var cairn = await RunningCairn.On(database);
        using var analyst = await Colleague.SignsIn(cairn, "una", Role.Analyst);
        using var approver = await Colleague.SignsIn(cairn, "rory", Role.Approver);
        var id = await Read(cairn, Table);

        Assert.Equal(HttpStatusCode.SeeOther, await Acts(analyst, id, "protect", ("way", "blanks"), ("threshold", "10")));
        var looked = await analyst.Reads($"/console/register/{id}");
        Assert.Contains("its count is below 10", looked, StringComparison.Ordinal);
        Assert.Contains("no small count can be found closer", looked, StringComparison.Ordinal);
        // Nobody publishes what nobody put their name to, and nobody what they put their own to.
        Assert.Equal(HttpStatusCode.Conflict, await Acts(approver, id, "publish", ("revision", await Revision(cairn, id))));
        Assert.Equal(HttpStatusCode.Forbidden, await Acts(approver, id, "submit"));
        Assert.Equal(HttpStatusCode.SeeOther, await Acts(analyst, id, "submit"));
        Assert.Equal(HttpStatusCode.Forbidden, await Acts(analyst, id, "publish", ("revision", await Revision(cairn, id))));
        Assert.Equal(HttpStatusCode.Conflict, await Acts(approver, id, "publish", ("revision", "bcdfghjklmnp")));
        Assert.Equal(HttpStatusCode.NotFound, (await cairn.Http.GetAsync("/en/tables/register", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, await Acts(approver, id, "publish", ("revision", await Revision(cairn, id))));

        Assert.Contains("href=\"/en/tables\"", await cairn.Http.GetStringAsync("/en/figures", Stop), StringComparison.Ordinal);
        var page = await cairn.Http.GetStringAsync("/en/tables/register", Stop);
        Assert.Contains("1,700", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">7<", page, StringComparison.Ordinal);
        var permalink = $"/en/tables/register/{await Revision(cairn, id)}";
        var csv = await cairn.Http.GetStringAsync(permalink + ".csv", Stop);
        Assert.Contains("division-b,Division B,custody,Custody,,suppressed", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",7,", csv, StringComparison.Ordinal);
        foreach (var address in new[] { permalink, permalink + ".json", permalink + ".csv-metadata.json", "/tables.atom", "/en/tables" })
            Assert.Equal(HttpStatusCode.OK, (await cairn.Http.GetAsync(address, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, await Acts(approver, id, "send-back", ("reason", "a blorptang")));
        Assert.Equal(HttpStatusCode.Conflict, await Acts(analyst, id, "protect", ("way", "blanks"), ("threshold", "20")));
    }

    [Theory, EachDatabase]
    public async Task A_table_that_is_sent_back_leaves_no_count_and_one_that_changed_since_it_was_looked_at_is_not_published(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var cairn = await RunningCairn.On(database);
        using var analyst = await Colleague.SignsIn(cairn, "una", Role.Analyst);
        using var approver = await Colleague.SignsIn(cairn, "rory", Role.Approver);
        var id = await Read(cairn, Table);
        await Acts(analyst, id, "protect", ("way", "blanks"), ("threshold", "10"));
        await Acts(analyst, id, "submit");
        var looked = await Revision(cairn, id);

        await Acts(analyst, id, "protect", ("way", "rounding"), ("threshold", "5"));
        Assert.NotEqual(looked, await Revision(cairn, id));
        await Acts(analyst, id, "submit");
        Assert.Equal(HttpStatusCode.Conflict, await Acts(approver, id, "publish", ("revision", looked)));
        Assert.Equal(HttpStatusCode.Conflict, await Acts(approver, id, "send-back", ("reason", " ")));
        Assert.Equal(HttpStatusCode.SeeOther, await Acts(approver, id, "send-back", ("reason", "a blorptang")));

        await using var db = await cairn.Services.GetRequiredService<IDbContextFactory<KnowDb>>().CreateDbContextAsync(Stop);
        var row = await db.Snapshots.AsNoTracking().SingleAsync(Stop);
        Assert.Equal((0, 0, "a blorptang"), (row.Printed.Length, row.Shown.Length, row.Reason));
        Assert.Equal(HttpStatusCode.Conflict, await Acts(analyst, id, "submit"));
    }

    [Fact]
    public async Task A_table_a_month_later_that_shows_what_was_blank_is_not_published()
    {
        await using var cairn = await RunningCairn.Start();
        using var analyst = await Colleague.SignsIn(cairn, "una", Role.Analyst);
        using var approver = await Colleague.SignsIn(cairn, "rory", Role.Approver);
        Assert.Equal(HttpStatusCode.SeeOther, await Publish(cairn, analyst, approver, await Read(cairn, Table)));

        // Seven in March, eleven in April: shown in April, it says what March was about.
        var later = await Read(cairn, Table.Replace("301,7,308", "301,11,312", StringComparison.Ordinal).Replace("1355,345,1700", "1355,349,1704", StringComparison.Ordinal), asOf: "2026-04-30");
        var refused = await Publish(cairn, analyst, approver, later);

        Assert.Equal(HttpStatusCode.Conflict, refused);
        Assert.DoesNotContain("1,704", await cairn.Http.GetStringAsync("/en/tables/register", Stop), StringComparison.Ordinal);
        // The same counts once more, of a later day, give nothing away.
        Assert.Equal(HttpStatusCode.SeeOther, await Publish(cairn, analyst, approver, await Read(cairn, Table, asOf: "2026-05-31")));
        await using var db = await cairn.Services.GetRequiredService<IDbContextFactory<KnowDb>>().CreateDbContextAsync(Stop);
        Assert.Equal([0], await db.Snapshots.Where(s => s.AsOf == "2026-03-31").Select(s => s.Printed.Length).ToListAsync(Stop));
        Assert.Equal(HttpStatusCode.Conflict, await Publish(cairn, analyst, approver, await Read(cairn, Table, asOf: "2026-02-28")));
    }

    [Fact]
    public async Task A_total_that_is_printed_otherwise_is_said_on_the_page_and_never_corrected_in_silence()
    {
        await using var cairn = await RunningCairn.Start();
        using var analyst = await Colleague.SignsIn(cairn, "una", Role.Analyst);
        using var approver = await Colleague.SignsIn(cairn, "rory", Role.Approver);

        var id = await Read(cairn, "Division,Count\nDivision A,100\nDivision B,200\nTotal,307\n");
        Assert.Contains("printed 307, recomputed 300, difference -7", WebUtility.HtmlDecode(await analyst.Reads($"/console/register/{id}")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, await Publish(cairn, analyst, approver, id));

        Assert.Contains("the source prints 307; its parts add up to 300, which is used here", WebUtility.HtmlDecode(await cairn.Http.GetStringAsync("/en/tables/register", Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_fit_to_identify_a_person_leaves_nothing_behind_and_a_blank_count_is_attacked_and_not_published()
    {
        await using var cairn = await RunningCairn.Start();
        var book = cairn.Services.GetRequiredService<SnapshotBook>();

        var hostile = await book.Read(Encoding.UTF8.GetBytes("Name,Division,Count\nBlorp Tangwell,Division A,1\n"), null, Facts("2026-03-31"), Actor.CommandLine, Stop);
        var blank = await book.Read(Encoding.UTF8.GetBytes("Division,Custody\nOther divisions,\"1,292\"\nForth Valley,\nTotal,\"1,356\"\n"), null, Facts("2018-05-31"), Actor.CommandLine, Stop);

        Assert.Null(hostile.Id);
        Assert.DoesNotContain("Tangwell", string.Join(' ', hostile.Refusals), StringComparison.OrdinalIgnoreCase);
        await using var db = await cairn.Services.GetRequiredService<IDbContextFactory<KnowDb>>().CreateDbContextAsync(Stop);
        Assert.Equal(blank.Id, (await db.Snapshots.AsNoTracking().SingleAsync(Stop)).Id);
        Assert.Contains("can be attacked as it is", blank.Table!.Hindrance, StringComparison.Ordinal);
        var attack = await cairn.Services.GetRequiredService<RegisterIntake>().Audit(blank.Id!, null, Stop);
        Assert.Equal(("Forth Valley, Custody", "exactly 64"), attack!.Cells.Single());
        Assert.False(attack.Holds);
        await Assert.ThrowsAsync<SnapshotRefusedException>(() => book.Protect(blank.Id!, "blanks", 10, false, Actor.CommandLine, Stop));
    }

    [Theory]
    [InlineData("2026-13-01")]
    [InlineData("2096-01-01")]
    [InlineData("1066-10-14")]
    [InlineData("yesterday")]
    public async Task A_day_that_cannot_be_is_said_and_nothing_is_kept(string asOf)
    {
        await using var cairn = await RunningCairn.Start();

        var read = await cairn.Services.GetRequiredService<SnapshotBook>().Read(Encoding.UTF8.GetBytes(Table), null, Facts(asOf), Actor.CommandLine, Stop);

        Assert.Null(read.Id);
        Assert.Contains("yyyy-MM-dd", read.Refusals.Single(), StringComparison.Ordinal);
    }

    private static Task<string> Read(RunningCairn cairn, string table, string asOf = "2026-03-31") => RegisterDesk.Read(cairn, table, Facts(asOf));
}
