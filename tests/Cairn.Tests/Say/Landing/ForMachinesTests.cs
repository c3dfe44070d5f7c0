using System.Globalization;
using Cairn.Say.Landing;

namespace Cairn.Tests.Say.Landing;

public sealed class ForMachinesTests
{
    [Fact]
    public void The_security_text_never_expires_while_the_program_runs_and_never_promises_a_year()
    {
        var frame = new SmallCampaign().Frames.Reference!;
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        // Every 31 hours for twelve years: leap days and ends of months included.
        for (var now = start; now < start.AddYears(12); now = now.AddHours(31))
        {
            var text = ForMachines.SecurityText(frame, now);

            var line = Assert.Single(text.Split('\n'), l => l.StartsWith("Expires: ", StringComparison.Ordinal));
            var expires = DateTimeOffset.ParseExact(line[9..], "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            Assert.InRange(expires - now, TimeSpan.FromDays(30), TimeSpan.FromDays(364));
        }
    }

    [Fact]
    public void A_campaign_that_is_no_demonstration_tells_robots_where_its_map_is()
    {
        var frame = new SmallCampaign(demonstration: false).Frames.Reference!;

        var robots = ForMachines.Robots(frame);

        Assert.Contains("Sitemap: https://small.example/sitemap.xml\n", robots, StringComparison.Ordinal);
    }

    [Fact]
    public void The_site_map_names_each_page_in_each_language_with_its_other_languages()
    {
        var frame = new SmallCampaign(demonstration: false).Frames.Reference!;

        var map = ForMachines.Sitemap(frame, ["home", "about"]);

        Assert.Contains("<loc>https://small.example/ur</loc>", map, StringComparison.Ordinal);
        Assert.Contains("<loc>https://small.example/en/about</loc>", map, StringComparison.Ordinal);
        Assert.Contains("""hreflang="ur" href="https://small.example/ur/about" """.TrimEnd(), map, StringComparison.Ordinal);
    }
}
