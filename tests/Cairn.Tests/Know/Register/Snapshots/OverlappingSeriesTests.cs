using System.Net;
using System.Text;
using Cairn.Know.Register.Snapshots;
using Cairn.Know.Register.Tables;
using Cairn.Staff.Audit;
using Cairn.Staff.Roles;
using Cairn.Tests.Know.Register.Tables;
using Cairn.Tests.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Know.Register.Snapshots;

/// <summary>Two series whose areas are made of the same smaller areas: what one shows, less what the other shows, may be a few people. The counts are invented.</summary>
public sealed class OverlappingSeriesTests
{
    private const string Areas = "version: 1\nareas: {Tayside: [Dundee City, Angus, Perth and Kinross]}\n";
    private const string Councils = "version: 1\ncodes:\n  division: {Dundee and Perth: west, Angus and Fife: east}\nareas:\n  west: [Dundee City, Perth and Kinross]\n  east: [Angus, Fife]\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string ByArea(int angus) => $"Division,Community,Custody\nTayside,{450 + angus},90\nFife,400,80\n";

    private static string ByCouncil(int angus) => $"Division,Community,Custody\nDundee and Perth,450,60\nAngus and Fife,{400 + angus},110\n";

    [Theory, EachDatabase]
    public async Task A_table_that_leaves_a_few_people_beside_another_series_is_not_published_and_a_harmless_one_is(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var cairn = await RunningCairn.On(database);
        using var analyst = await Colleague.SignsIn(cairn, "una", Role.Analyst);
        using var approver = await Colleague.SignsIn(cairn, "rory", Role.Approver);
        Assert.Equal(HttpStatusCode.SeeOther, (await Publish(cairn, analyst, approver, await Read(cairn, "by-area", ByArea(4), Areas, "2026-03-31"))).Status);

        var refused = await Publish(cairn, analyst, approver, await Read(cairn, "by-council", ByCouncil(4), Councils, "2026-03-31"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Community: 'Tayside' of 'by-area, 2026-03-31' (454) less 'Dundee and Perth' of 'by-council, 2026-03-31' (450) leaves 'Angus': exactly 4.", refused.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await cairn.Http.GetAsync("/en/tables/by-council", Stop)).StatusCode);
        // A month later the counts are about the same; long after they are not.
        Assert.Equal(HttpStatusCode.Conflict, (await Publish(cairn, analyst, approver, await Read(cairn, "by-council", ByCouncil(4), Councils, "2026-04-30"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await Publish(cairn, analyst, approver, await Read(cairn, "by-council-later", ByCouncil(4), Councils, "2026-06-30"))).Status);

        Assert.Equal(HttpStatusCode.SeeOther, (await Publish(cairn, analyst, approver, await Read(cairn, "a", ByArea(104), Areas, "2025-03-31"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await Publish(cairn, analyst, approver, await Read(cairn, "b", ByCouncil(104), Councils, "2025-03-31"))).Status);
    }

    [Theory, EachDatabase]
    public async Task The_command_attacks_a_table_beside_another(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        string[] ids;
        await using (var cairn = await RunningCairn.On(database))
        {
            using var analyst = await Colleague.SignsIn(cairn, "una", Role.Analyst);
            ids =
            [
                await Read(cairn, "by-area", ByArea(4), Areas, "2026-03-31"), await Read(cairn, "by-council", ByCouncil(4), Councils, "2026-03-31"),
                await Read(cairn, "a", ByArea(104), Areas, "2025-03-31"), await Read(cairn, "b", ByCouncil(104), Councils, "2025-03-31"),
            ];
            foreach (var id in ids)
                await Act(analyst, id, "protect", ("way", "blanks"), ("threshold", "10"));
        }

        var alone = await CairnProcess.Run(database, "register", "audit", ids[1], "--data", database.Directory);
        var beside = await CairnProcess.Run(database, "register", "audit", ids[1], "--with", ids[0], "--data", database.Directory);
        var harmless = await CairnProcess.Run(database, "register", "audit", ids[3], "--with", ids[2], "--data", database.Directory);
        var nothing = await CairnProcess.Run(database, "register", "audit", ids[3], "--with", ids[0], "--data", database.Directory);

        Assert.Equal((0, "", "Holds: no blank can be found closer than its rules allow.\n"), alone);
        Assert.Equal(1, beside.Exit);
        Assert.Contains("beside others\tCommunity: 'Tayside' of 'by-area, 2026-03-31' (454) less 'Dundee and Perth' of 'by-council, 2026-03-31' (450) leaves 'Angus': exactly 4.\n", beside.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (harmless.Exit, harmless.Output));
        Assert.Equal((1, $"'{ids[0]}' is of a day more than 45 days away. The two are not attacked together.\n"), (nothing.Exit, nothing.People));
    }

    [Fact]
    public void Where_nobody_counts_the_smallest_areas_a_table_of_them_is_asked_for_and_then_used()
    {
        const string Codes = "version: 1\ncodes:\n  division: {One: one, Two: two}\n";
        // a 100, b 100, c 8, d 8, e 100, f 100: no two areas of the two tables are the same.
        var first = Table("first", "Division,Number\nOne,208\nTwo,208\n", Codes + "areas: {One: [a, b, c], Two: [d, e, f]}\n");
        var second = Table("second", "Division,Number\nOne,208\nTwo,208\n", Codes + "areas: {One: [a, b, d], Two: [c, e, f]}\n");
        var smallest = Table("smallest", "Division,Number\na,100\nb,100\nc,8\nd,8\ne,100\nf,100\n", "version: 1\ncodes:\n  division: {a: a, b: b, c: c, d: d, e: e, f: f}\n");

        var unknown = Assert.Single(BesideOthers.GivenAway(Out(second), 10, [Out(first)]));
        Assert.Contains("Read in a table of those areas of 2026-03-31; it need not be published.", unknown, StringComparison.Ordinal);
        // Of c and d it is seen that they count as many, and not how many.
        Assert.Empty(BesideOthers.GivenAway(Out(second), 10, [Out(first), new(smallest, null)]));
        // Were the smallest areas published too, with c and d blank, both would come out.
        Assert.NotEmpty(BesideOthers.GivenAway(Out(second), 10, [Out(first), new(smallest, Protection.Of(smallest, "blanks", 10).Shown)]));
    }

    [Fact]
    public void Three_series_together_are_attacked_together()
    {
        const string Codes = "version: 1\ncodes:\n  division: {One: one, Two: two}\n";
        // (a + b) + (b + c) - (a + c) is twice b; no two of them leave anything small.
        var ab = Table("ab", "Division,Number\nOne,45\n", Codes.Replace(", Two: two", "", StringComparison.Ordinal) + "areas: {One: [a, b]}\n");
        var bc = Table("bc", "Division,Number\nOne,35\n", Codes.Replace(", Two: two", "", StringComparison.Ordinal) + "areas: {One: [b, c]}\n");
        var ac = Table("ac", "Division,Number\nOne,70\n", Codes.Replace(", Two: two", "", StringComparison.Ordinal) + "areas: {One: [a, c]}\n");
        var smallest = Table("smallest", "Division,Number\na,40\nb,5\nc,30\n", "version: 1\ncodes:\n  division: {a: a, b: b, c: c}\n");

        Assert.Empty(BesideOthers.GivenAway(Out(ac), 10, [Out(ab), new(smallest, null)]));
        Assert.Contains(BesideOthers.GivenAway(Out(ac), 10, [Out(ab), Out(bc), new(smallest, null)]), w => w.EndsWith("leaves 'b' at exactly 5.", StringComparison.Ordinal));
    }

    [Fact]
    public void Tables_of_other_people_or_other_areas_have_nothing_to_do_with_each_other()
    {
        var (area, council) = (Table("by-area", ByArea(4), Areas), Table("by-council", ByCouncil(4), Councils));
        var others = Table("by-area", ByArea(4), Areas, "people who were reported missing");
        var elsewhere = Table("elsewhere", "Division,Community,Custody\nLothian,450,60\nAyrshire,400,110\n", null);

        Assert.NotEmpty(BesideOthers.GivenAway(Out(council), 10, [Out(area)]));
        Assert.Empty(BesideOthers.GivenAway(Out(council), 10, [Out(others)]));
        Assert.Empty(BesideOthers.GivenAway(Out(council), 10, [Out(elsewhere)]));
    }

    [Fact]
    public void A_rounded_table_and_one_with_blanks_are_not_published_over_the_same_areas()
    {
        var (area, council) = (Table("by-area", ByArea(4), Areas), Table("by-council", ByCouncil(4), Councils));
        BesideTable Rounded(KeptTable table) => new(table, Protection.Of(table, "rounding", 10).Shown);

        Assert.Contains("Protect both alike.", Assert.Single(BesideOthers.GivenAway(Out(council), 10, [Rounded(area)])), StringComparison.Ordinal);
        Assert.Empty(BesideOthers.GivenAway(Rounded(council), 10, [Rounded(area)]));
    }

    [Theory]
    [InlineData("areas: {Blorptang: [a]}", "line 2 of the mapping: the table has no such division.")]
    [InlineData("areas: {Total: [a, b]}", "line 2 of the mapping: this is a total; its areas are those of its parts.")]
    [InlineData("areas: {Fife: [a], Tayside: [a]}", "line 2 of the mapping: an area belongs to one division, and here one belongs to two.")]
    [InlineData("areas: {Fife: [Tayside]}", "line 2 of the mapping: an area belongs to one division, and here one belongs to two.")]
    [InlineData("areas: {Fife: []}", "line 2 of the mapping: a division has areas.")]
    [InlineData("areas: {Fife: [a], fife: [b]}", "line 2 of the mapping: this division stands here for the second time.")]
    public void A_mapping_that_puts_areas_together_wrongly_is_refused_with_its_line(string areas, string sentence) =>
        Assert.Equal(sentence, Published.Problem(Published.Csv("Division,Number\nFife,30\nTayside,40\nTotal,70\n", $"version: 1\n{areas}\n")));

    private static BesideTable Out(KeptTable table) => new(table, Protection.Of(table, "blanks", 10).Shown);

    private static KeptTable Table(string series, string csv, string? mapping, string who = "people on the register on that day")
    {
        var read = Published.Read(Published.Csv(csv, mapping));
        return SnapshotReading.Of(read.Table, read.Preview, Facts(series, "2026-03-31") with { Base = who }, read.MadeOf);
    }

    private static SnapshotFacts Facts(string series, string asOf) => new(series, "People on the register", asOf, "Invented for a test", null, "Nobody", "people on the register on that day", "Invented counts.", true);

    private static async Task<string> Read(RunningCairn cairn, string series, string table, string mapping, string asOf)
    {
        var read = await cairn.Services.GetRequiredService<SnapshotBook>().Read(Encoding.UTF8.GetBytes(table), mapping, Facts(series, asOf), Actor.CommandLine, Stop);
        Assert.Empty(read.Refusals);
        return read.Id!;
    }

    private static async Task<(HttpStatusCode Status, string Page)> Publish(RunningCairn cairn, Colleague analyst, Colleague approver, string id)
    {
        await Act(analyst, id, "protect", ("way", "blanks"), ("threshold", "10"));
        await Act(analyst, id, "submit");
        return await Act(approver, id, "publish", ("revision", (await cairn.Services.GetRequiredService<SnapshotBook>().Find(id, Stop))!.Revision));
    }

    private static async Task<(HttpStatusCode Status, string Page)> Act(Colleague who, string id, string act, params (string, string)[] fields)
    {
        using var answer = await who.Posts($"/console/register/{id}/{act}", fields);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Stop)));
    }
}
