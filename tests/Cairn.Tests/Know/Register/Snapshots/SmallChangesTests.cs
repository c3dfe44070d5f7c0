using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Cairn.Know.Register.Snapshots;
using Cairn.Know.Register.Tables;
using Cairn.Staff.Audit;
using Cairn.Staff.Roles;
using Cairn.Tests.Know.Register.Tables;
using Cairn.Tests.Staff;
using Microsoft.Extensions.DependencyInjection;
using static Cairn.Tests.Know.Register.Snapshots.RegisterDesk;

namespace Cairn.Tests.Know.Register.Snapshots;

/// <summary>Whether small changes from one table of a series to the next may be seen is chosen by whoever protects it, known to the approver, and said on the page. What a blank was is never given away.</summary>
public sealed class SmallChangesTests
{
    private const string March = "Division,Community,Custody\nDivision A,412,133\nDivision B,301,7\nDivision C,254,64\nDivision D,388,141\n";

    // Three people more here, two fewer there: an ordinary month.
    private const string April = "Division,Community,Custody\nDivision A,415,131\nDivision B,301,7\nDivision C,256,64\nDivision D,388,140\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task An_ordinary_month_is_blocked_until_an_analyst_allows_small_changes_and_an_approver_knows_it(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var cairn = await RunningCairn.On(database);
        using var analyst = await Colleague.SignsIn(cairn, "una", Role.Analyst);
        using var approver = await Colleague.SignsIn(cairn, "rory", Role.Approver);
        Assert.Equal(HttpStatusCode.SeeOther, await Publish(cairn, analyst, approver, await Read(cairn, March, "2026-03-31")));
        Assert.DoesNotContain("may be seen", await cairn.Http.GetStringAsync("/en/tables/register", Stop), StringComparison.Ordinal);

        var april = await Read(cairn, April, "2026-04-30");
        Assert.Equal(HttpStatusCode.Conflict, await Publish(cairn, analyst, approver, april));
        var blocked = await Revision(cairn, april);
        await Acts(analyst, april, "protect", ("way", "blanks"), ("threshold", "10"), ("small_changes", "seen"));
        Assert.NotEqual(blocked, await Revision(cairn, april));
        Assert.Contains("allowed by whoever puts their name to it", await analyst.Reads($"/console/register/{april}"), StringComparison.Ordinal);
        await Acts(analyst, april, "submit");
        var looked = await approver.Reads($"/console/register/{april}");
        Assert.Contains("may be seen: allowed by una.", looked, StringComparison.Ordinal);
        Assert.Contains("I know that changes of fewer than 10 people may be seen in it", looked, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, await Acts(approver, april, "publish", ("revision", await Revision(cairn, april))));
        Assert.Equal(HttpStatusCode.SeeOther, await Acts(approver, april, "publish", ("revision", await Revision(cairn, april)), ("small_changes", "seen")));

        Assert.Contains("That a count changed by fewer than 10 from one table of this series to the next may be seen", await cairn.Http.GetStringAsync("/en/tables/register", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public void A_blank_that_is_shown_in_the_other_month_is_blocked_under_every_choice()
    {
        var (earlier, next) = (Table(7, 40, 50), Table(12, 40, 50));

        foreach (var choice in new[] { true, false })
            Assert.Contains(Protection.GivenAway(next, Shown(next, choice), 10, earlier, Shown(earlier, false, "a", "b")), w => w.Contains("'a' is blank earlier and 12 in the other month", StringComparison.Ordinal));
    }

    [Fact]
    public void A_blank_that_comes_out_because_another_one_protects_it_a_month_later_is_blocked_under_every_choice()
    {
        // 'a' is blank in both months; beside it first 'b' and then 'c', so that of each month the other shows what was hidden.
        var (earlier, next) = (Table(7, 40, 50), Table(8, 41, 51));

        foreach (var choice in new[] { true, false })
            Assert.Contains(Protection.GivenAway(next, Shown(next, choice, "a", "c"), 10, earlier, Shown(earlier, false, "a", "b")), w => w.Contains("leave 'a, earlier' at", StringComparison.Ordinal));
        Assert.Empty(Protection.GivenAway(next, Shown(next, true, "a", "b"), 10, earlier, Shown(earlier, false, "a", "b")));
    }

    [Fact]
    public void Of_a_rounded_table_no_small_change_is_seen_so_there_is_nothing_to_allow() =>
        Assert.False(Protection.Of(Table(7, 40, 50), "rounding", 10, smallChanges: true).Shown.SmallChanges);

    [Fact]
    public void A_table_that_was_protected_before_there_was_the_choice_shows_no_small_change()
    {
        var before = JsonNode.Parse(Protection.Of(Table(7, 40, 50), "blanks", 10).Shown.Write())!.AsObject();
        Assert.True(before.Remove("smallChanges"));

        Assert.False(KeptTable.Read(Encoding.UTF8.GetBytes(before.ToJsonString())).SmallChanges);
    }

    private static KeptTable Table(int a, int b, int c)
    {
        var read = Published.Read(Published.Csv($"Division,Number\na,{a}\nb,{b}\nc,{c}\n", "version: 1\ncodes:\n  division: {a: a, b: b, c: c}\n"));
        return SnapshotReading.Of(read.Table, read.Preview, Facts("2026-03-31"));
    }

    private static KeptTable Shown(KeptTable read, bool smallChanges, params string[] blank) => read with
    {
        Cells = [.. read.Cells.Select(c => blank.Contains(c.At[0]) ? new KeptCell(c.At, null, KeptCell.Blank) : c with { Status = KeptCell.Shown })],
        SmallChanges = smallChanges,
    };

    private static Task<string> Read(RunningCairn cairn, string table, string asOf) => RegisterDesk.Read(cairn, table, Facts(asOf));
}
