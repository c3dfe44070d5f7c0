using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Cairn.Know.Register.Snapshots;
using Cairn.Know.Register.Tables;
using Cairn.Staff.Roles;
using Cairn.Tests.Know.Register.Tables;
using Cairn.Tests.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Know.Register.Snapshots;

/// <summary>A table with offences: how each was classified is said to whoever reads it in, and its groups can be totals of what is published.</summary>
public sealed class OffenceSnapshotTests
{
    private const string Table =
        "Offence,Community,Custody,Total\n"
        + "Communicating indecently,412,133,545\n"
        + "Civic Government (Scotland) Act 1982 s.52,301,40,341\n"
        + "Civic Government (Scotland) Act 1982 s.52A,254,3,257\n"
        + "Grooming,88,41,129\n"
        + "Blorptang offence,61,22,83\n"
        + "Total,1116,239,1355\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task The_command_says_how_each_offence_was_classified_and_what_was_not(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using (await RunningCairn.On(database))
        {
        }

        var file = Path.Combine(database.Directory, "counts.csv");
        await File.WriteAllTextAsync(file, Table, Stop);
        var (exit, id, said) = await CairnProcess.Run(database, "register", "import", file, "--as-of", "2026-03-31", "--source", "Invented", "--by-group", "--demonstration", "--data", database.Directory);

        Assert.Equal((0, 13), (exit, id.Length));
        Assert.Contains("Offences, by the classification of 2026-11-27:\n", said, StringComparison.Ordinal);
        Assert.Contains("offence 'Civic Government (Scotland) Act 1982 s.52A': Indecent photos of children, Possession or distribution of indecent images (a reading of the words)\n", said, StringComparison.Ordinal);
        Assert.Contains("offence 'Grooming': Grooming (seen in the source)\n", said, StringComparison.Ordinal);
        Assert.Contains("offence 'Blorptang offence': not classified, its counts are kept\n", said, StringComparison.Ordinal);
        Assert.Contains("1 not classified: Blorptang offence.\n", said, StringComparison.Ordinal);
        Assert.Contains("group   Possession or distribution of indecent images, Community: 555\n", said, StringComparison.Ordinal);
        Assert.Contains("group   Not classified, Custody: 22\n", said, StringComparison.Ordinal);
        Assert.Contains("note    The source prints no totals of these groups.", said, StringComparison.Ordinal);

        var (_, csv, _) = await CairnProcess.Run(database, "register", "table", id.Trim(), "--data", database.Directory);
        Assert.Contains(",Possession or distribution of indecent images,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_is_read_in_by_group_in_the_console_and_its_groups_are_published_and_protected()
    {
        await using var cairn = await RunningCairn.Start();
        using var analyst = await Colleague.SignsIn(cairn, "una", Role.Analyst);
        using var approver = await Colleague.SignsIn(cairn, "rory", Role.Approver);

        using var read = await analyst.PostsFile("/console/register", await analyst.Token(), Encoding.UTF8.GetBytes(Table), "counts.csv", [.. Form, ("by_group", "yes")]);
        Assert.Equal(HttpStatusCode.SeeOther, read.StatusCode);
        var id = read.Headers.Location!.ToString().Split('/')[^1];
        var looked = WebUtility.HtmlDecode(await analyst.Reads($"/console/register/{id}"));
        Assert.Contains("<li>'Blorptang offence': not classified, its counts are kept</li>", looked, StringComparison.Ordinal);
        Assert.Contains("<li>Possession or distribution of indecent images, Custody: 43</li>", looked, StringComparison.Ordinal);

        foreach (var (who, act) in new[] { (analyst, "protect"), (analyst, "submit"), (approver, "publish") })
        {
            using var done = await who.Posts($"/console/register/{id}/{act}", ("way", "blanks"), ("threshold", "10"), ("revision", await Revision(cairn, id)));
            Assert.Equal((act, HttpStatusCode.SeeOther), (act, done.StatusCode));
        }

        // Three people in custody: shown beside their group's total of 43 they could be subtracted.
        var csv = (await cairn.Http.GetStringAsync($"/en/tables/register/{await Revision(cairn, id)}.csv", Stop)).Split('\n');
        Assert.Contains(csv, l => l.StartsWith("indecent-images,Possession or distribution of indecent images,community,Community,", StringComparison.Ordinal));
        Assert.Contains(csv, l => l.StartsWith("civic-government-scotland-act-1982-s-52a,", StringComparison.Ordinal) && l.Contains(",custody,Custody,,suppressed", StringComparison.Ordinal));
        Assert.Contains(csv, l => l.StartsWith("not-classified,", StringComparison.Ordinal) || l.StartsWith("blorptang-offence,", StringComparison.Ordinal));
        var page = WebUtility.HtmlDecode(await cairn.Http.GetStringAsync("/en/tables/register", Stop));
        Assert.Contains("put into groups by Cairn's classification of 2026-11-27", page, StringComparison.Ordinal);
        Assert.Contains("Not classified, in no group of the announcement: Blorptang offence.", page, StringComparison.Ordinal);
        // Counts by group before protection are the console's alone.
        Assert.DoesNotContain("Custody: 43", page, StringComparison.Ordinal);
        Assert.Null(KeptTable.Read((await cairn.Services.GetRequiredService<SnapshotBook>().Find(id, Stop))!.Shown).Offences);
    }

    [Fact]
    public void Group_totals_stand_between_the_offences_and_their_total_and_add_up()
    {
        var table = Read(Table, byGroup: true);

        var axis = table.Axes.Single(a => a.Kind == "offence");
        Assert.Equal(
            [
                ("total", null), ("indecent-communication", "total"), ("communicating-indecently", "indecent-communication"), ("indecent-images", "total"),
                ("civic-government-scotland-act-1982-s-52", "indecent-images"), ("civic-government-scotland-act-1982-s-52a", "indecent-images"),
                ("not-classified", "total"), ("blorptang-offence", "not-classified"), ("grooming", "total"),
            ],
            axis.Codes.Select(c => (c.Code, c.Parent)));
        Assert.Equal(598, table.Cells.Single(c => c.At.SequenceEqual(["indecent-images", "total"])).Count);
        Assert.Equal(["total", "communicating-indecently"], Read(Table, byGroup: false).Axes[0].Codes.Take(2).Select(c => c.Code));
        Assert.Null(table.Hindrance);
    }

    [Fact]
    public void A_group_that_is_an_offence_beside_others_of_it_stands_over_itself_under_another_name()
    {
        var table = Read("Offence,Number\nGrooming,40\nProtection of Children and Prevention of Sexual Offences (Scotland) Act 2005 s.1,50\nTotal,90\n", byGroup: true);

        Assert.Equal([("total", "Total"), ("group-grooming", "Grooming (group)"), ("grooming", "Grooming")], table.Axes[0].Codes.Take(3).Select(c => (c.Code, c.Label)));
    }

    [Fact]
    public void A_total_of_the_source_that_cuts_across_a_group_is_said()
    {
        var table = Read(
            "Offence,Number\nCommunicating indecently,40\nGrooming,50\nIndecent photos of children,30\nCivic Government (Scotland) Act 1982 s.52,20\nTotal of some,80\nTotal,140\n", byGroup: true,
            "version: 1\ntotals:\n  offence: {total-of-some: [grooming, indecent-photos-of-children], total: everything}\n");

        Assert.Contains("has some offences of a group and not all of them", table.Hindrance, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_a_count_is_not_there_the_known_part_of_its_group_is_said()
    {
        var table = Read("Offence,Number\nCivic Government (Scotland) Act 1982 s.52,*\nCivic Government (Scotland) Act 1982 s.52A,1254\nGrooming,90\n", byGroup: false);

        Assert.Equal(["Grooming: 90", "Possession or distribution of indecent images: at least 1,254, 1 of 2 counts are not there"], table.Offences!.Counts);
    }

    [Fact]
    public void The_quality_of_the_mark_online_travels_with_every_table_that_has_it()
    {
        const string Note = "Online is a mark beside an offence. Set by whoever records the crime, and only since 2016; how much of a type carries it differs by type and year. Source: Scottish Government, Crime types of the recorded crime statistics, as the consultation's Part 3 names them.";

        Assert.Equal([Note], Protection.Of(Read("Offence,Online,Not online\nGrooming,50,60\nIndecent photos of children,70,80\n", byGroup: false), "blanks", 10).Shown.Notes);
        Assert.Empty(Read(Table, byGroup: false).Notes);
    }

    [Fact]
    public async Task A_table_without_offences_has_no_groups_and_nothing_of_it_is_kept()
    {
        await using var cairn = await RunningCairn.Start();
        using var analyst = await Colleague.SignsIn(cairn, "una", Role.Analyst);

        using var read = await analyst.PostsFile("/console/register", await analyst.Token(), "Division,Number\nFife,30\nTayside,40\n"u8.ToArray(), "counts.csv", [.. Form, ("by_group", "yes")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, read.StatusCode);
        Assert.Contains("no axis of offences", await read.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Empty(await cairn.Services.GetRequiredService<SnapshotBook>().All(Stop));
    }

    [Fact]
    public void A_table_that_was_kept_before_there_were_groups_still_reads()
    {
        var now = Read(Table, byGroup: false);
        var before = JsonNode.Parse(now.Write())!.AsObject();
        foreach (var since in new[] { "offences", "method", "roundedTo" })
            Assert.True(before.Remove(since));
        Assert.True(before["facts"]!.AsObject().Remove("byGroup"));

        var read = KeptTable.Read(Encoding.UTF8.GetBytes(before.ToJsonString()));

        Assert.Equal((null, false, "", now.Cells.Count), (read.Offences, read.Facts.ByGroup, read.Method, read.Cells.Count));
    }

    private static (string, string)[] Form =>
    [
        ("series", "register"), ("title", "People on the register"), ("as_of", "2026-03-31"), ("source", "Invented for a test"), ("address", ""), ("publisher", "Nobody"),
        ("base", "people on the register on that day"), ("definition", "Invented counts."), ("mapping", ""), ("demonstration", "yes"),
    ];

    private static KeptTable Read(string table, bool byGroup, string? mapping = null)
    {
        var read = Published.Read(TableImport.Read(Encoding.UTF8.GetBytes(table), mapping));
        return SnapshotReading.Of(
            read.Table, read.Preview, new("register", "People on the register", "2026-03-31", "Invented for a test", null, "Nobody", "people on the register on that day", "Invented counts.", true, byGroup));
    }

    private static async Task<string> Revision(RunningCairn cairn, string id) => (await cairn.Services.GetRequiredService<SnapshotBook>().Find(id, Stop))!.Revision;
}
