using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Serving;

public sealed class GrownOldTests
{
    [Fact]
    public async Task A_bundled_campaign_that_only_grew_old_still_starts_and_shows_nothing_that_expired()
    {
        var yearsOn = new FakeTimeProvider(new DateTimeOffset(2031, 1, 7, 12, 0, 0, TimeSpan.Zero));
        await using var cairn = await RunningCairn.Start(time: yearsOn);

        using var answer = await cairn.Http.GetAsync("/en/find-help", TestContext.Current.CancellationToken);

        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("tel:999", page, StringComparison.Ordinal);
        Assert.Contains("tel:101", page, StringComparison.Ordinal);
        Assert.DoesNotContain("0800 1111", page, StringComparison.Ordinal);
        Assert.DoesNotContain("0808 1000 900", page, StringComparison.Ordinal);
    }
}
