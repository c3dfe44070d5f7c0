using System.Net;
using Cairn.Help.Directory.Desk;
using Cairn.Say.Toolkit;
using Cairn.Staff.Roles;
using Cairn.Tests.Staff;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Say.Toolkit;

/// <summary>A picture shows what may be shown today.</summary>
public sealed class ForgottenPicturesTests
{
    [Fact]
    public async Task A_number_that_is_retired_is_on_no_picture_and_old_addresses_are_not_kept_for_ever()
    {
        await using var cairn = await RunningCairn.Start();
        using var morag = await Colleague.SignsIn(cairn, "morag", Role.Editor);
        var before = (await cairn.Http.Page("/en/toolkit?who=young-people")).Cards().First(c => c.TextContent.Contains("0800 1111", StringComparison.Ordinal));
        using var shown = await cairn.Http.Get(before.Downloads()[0]);

        await morag.Posts("/console/directory/childline/phone/retire");

        var after = await cairn.Http.Page("/en/toolkit?who=young-people");
        using var again = await cairn.Http.Get(before.Downloads()[0]);
        Assert.DoesNotContain("0800 1111", string.Concat(after.Cards().Select(c => c.OuterHtml)), StringComparison.Ordinal);
        Assert.NotEqual(shown.Headers.ETag, again.Headers.ETag);
        Assert.True(again.StatusCode == HttpStatusCode.NotFound || again.Headers.CacheControl!.NoCache);
    }

    [Fact]
    public async Task The_pictures_of_a_day_are_forgotten_with_it()
    {
        var time = new FakeTimeProvider(new(2026, 11, 24, 22, 0, 0, TimeSpan.Zero));
        await using var cairn = await RunningCairn.Start(time: time);
        var shelf = cairn.Services.GetRequiredService<ToolkitShelf>();
        var today = shelf.Today;

        time.Advance(TimeSpan.FromHours(1));
        var later = shelf.Today;
        time.Advance(TimeSpan.FromHours(2));
        var tomorrow = shelf.Today;

        Assert.NotNull(today);
        Assert.Same(today, later);
        Assert.NotSame(today, tomorrow);
    }
}
