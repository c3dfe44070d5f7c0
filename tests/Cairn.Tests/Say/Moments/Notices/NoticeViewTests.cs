using Cairn.Know.Tallies;
using Cairn.Moment.Decisions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Say.Moments.Notices;

public sealed class NoticeViewTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task A_notice_is_counted_as_a_view_like_any_page_and_nothing_of_its_token_is(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        // A clock that stands still: the writer does not write beside this test.
        await using var cairn = await RunningCairn.On(database, time: new FakeTimeProvider(new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero)));

        await cairn.Http.GetStringAsync($"/en/notice/{NoticeToken.Write("no-name", 2, MomentAudience.Unknown, "GB-SCT")}", Cancel);
        await cairn.Http.GetStringAsync($"/en/notice/{NoticeToken.Write("type-it", 3, MomentAudience.Adult, null)}", Cancel);
        await cairn.Http.GetStringAsync($"/en/notice/{NoticeToken.Write("not-in-trouble", 1, MomentAudience.Young, null)}", Cancel);

        await cairn.Services.GetServices<IHostedService>().OfType<TallyWriter>().Single().Write(Cancel);
        var counted = await cairn.Services.GetRequiredService<TallyReader>().Totals(default, Cancel);
        Assert.Equal(
            [("notice", "young-people", "", 1L), ("notice", "yourself", "", 2L)],
            counted.Select(c => (c.Page, c.Audience, c.Nation, c.Count)).Order());
    }
}
