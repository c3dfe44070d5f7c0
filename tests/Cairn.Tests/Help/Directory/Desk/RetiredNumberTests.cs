using System.Diagnostics;
using System.Net;
using Cairn.Help.Directory.Desk;
using Cairn.Staff.Roles;
using Cairn.Tests.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Help.Directory.Desk;

/// <summary>The promise of the desk: a number that is retired is on no page, on no node, at once.</summary>
public sealed class RetiredNumberTests
{
    private const string Retire = "/console/directory/childline/phone/retire";
    private const string Number = "08001111";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private static readonly string[] Pages =
    [
        "/en", "/en/young-people", "/en/find-help", "/en/find-help?who=young-people", "/en/find-help.jsonld", "/api/v1/directory/services", "/api/v1/directory/services/childline", "/en/blorptang",
    ];

    private const string NeverAskedBefore = "/en/find-help?who=young-people&nation=wales";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnPostgres]
    public async Task Retired_on_one_node_it_is_gone_from_both_within_two_seconds(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var one = await RunningCairn.On(database);
        await using var two = await RunningCairn.On(database);
        using var morag = await Colleague.SignsIn(one, "morag", Role.Editor);
        var before = (One: await Showing(one), Two: await Showing(two));

        var clock = Stopwatch.StartNew();
        var answer = await morag.Posts(Retire);
        var onOne = await Showing(one);
        var gone = await IsGone(two, clock);
        var tookPlace = clock.Elapsed;

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(Pages, before.One);
        Assert.Equal(Pages, before.Two);
        Assert.Empty(onOne);
        Assert.True(gone, $"The other node still showed the number after {tookPlace}.");
        Assert.False(await Shows(one, NeverAskedBefore) || await Shows(two, NeverAskedBefore));
        TestContext.Current.SendDiagnosticMessage("Retired on one node, gone from both after {0} ms.", (int)tookPlace.TotalMilliseconds);
        TestContext.Current.TestOutputHelper!.WriteLine($"Retired on one node, gone from both after {(int)tookPlace.TotalMilliseconds} ms, the form and every page of the first included.");
    }

    [Theory, OnPostgres]
    public async Task Restored_on_the_other_node_it_is_back_on_both(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var one = await RunningCairn.On(database);
        await using var two = await RunningCairn.On(database);
        using var morag = await Colleague.SignsIn(one, "morag", Role.Editor);
        using var ailsa = await Colleague.SignsIn(two, "ailsa", Role.Supervisor);
        await morag.Posts(Retire);
        Assert.True(await IsGone(two, Stopwatch.StartNew()));

        await ailsa.Posts("/console/directory/childline/phone/restore");
        var onTwo = await Showing(two);
        for (var i = 0; i < 40 && (await Showing(one)).Count < Pages.Length; i++)
            await Task.Delay(50, Cancel);

        Assert.Equal(Pages, onTwo);
        Assert.Equal(Pages, await Showing(one));
    }

    [Fact]
    public async Task On_SQLite_it_is_gone_before_the_form_is_answered_and_what_another_process_says_within_two_seconds()
    {
        await using var database = await TestDatabase.Empty(Engine.Sqlite);
        await using var cairn = await RunningCairn.On(database);
        using var morag = await Colleague.SignsIn(cairn, "morag", Role.Editor);
        var before = await Showing(cairn);

        await morag.Posts(Retire);
        var after = await Showing(cairn);
        await morag.Posts("/console/directory/childline/phone/restore");
        var restored = await Showing(cairn);
        await database.Program().GetRequiredService<NoteStore>().Add(NoteOf.Retired("childline", "phone", "0800 1111"), NoteOf.Morag, Cancel);
        var gone = await IsGone(cairn, Stopwatch.StartNew());

        Assert.Equal(Pages, before);
        Assert.Empty(after);
        Assert.Equal(Pages, restored);
        Assert.True(gone);
    }

    [Theory, EachDatabase]
    public async Task A_start_never_shows_a_number_that_was_retired_before(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using (var first = await RunningCairn.On(database))
        {
            using var morag = await Colleague.SignsIn(first, "morag", Role.Adviser);
            await morag.Posts(Retire);
        }

        await using var again = await RunningCairn.On(database);

        Assert.Empty(await Showing(again));
    }

    private static async Task<bool> IsGone(RunningCairn node, Stopwatch clock)
    {
        while (clock.Elapsed < Limit)
        {
            if ((await Showing(node)).Count == 0)
                return true;
            await Task.Delay(10, Cancel);
        }

        return false;
    }

    private static async Task<List<string>> Showing(RunningCairn node)
    {
        var showing = new List<string>();
        foreach (var page in Pages)
        {
            if (await Shows(node, page))
                showing.Add(page);
        }

        return showing;
    }

    private static async Task<bool> Shows(RunningCairn node, string page)
    {
        using var answer = await node.Http.GetAsync(page, Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        return string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '-')).Contains(Number, StringComparison.Ordinal);
    }
}
