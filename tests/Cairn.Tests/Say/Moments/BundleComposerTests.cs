using System.Text.Json;
using Cairn.Foundation.Text;
using Cairn.Help.Directory;
using Cairn.Know.Register;
using Cairn.Moment.Bundles;
using Cairn.Say.Moments;
using Cairn.Say.Packs;
using Cairn.Say.Packs.Publishing;
using NodaTime;
using Given = Cairn.Tests.Say.Packs.Given;

namespace Cairn.Tests.Say.Moments;

public sealed class BundleComposerTests
{
    private const string Revision = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 30, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Published = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_same_edition_directory_and_period_make_the_same_bytes_at_any_hour_of_it()
    {
        var one = Bundle.Of(Compose(Now));
        var later = Bundle.Of(Compose(Now.AddHours(1)));
        var next = Bundle.Of(Compose(Now.AddHours(2)));

        Assert.Equal(one.Tag, later.Tag);
        Assert.NotEqual(one.Tag, next.Tag);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero), one.Issued);
        Assert.Equal(one.Issued.AddDays(14), one.Expires);
        next.CheckClock(Now.AddHours(2), one);
    }

    [Fact]
    public void One_of_a_revision_that_came_into_force_within_the_period_is_newer_than_the_one_before()
    {
        var before = Compose(Now);
        var after = Compose(Now, since: Now.AddMinutes(-3));

        Assert.Equal(Now.AddMinutes(-3).ToUnixTimeMilliseconds(), after.Issued);
        Assert.True(after.Issued > before.Issued);
    }

    [Fact]
    public void It_holds_the_messages_of_the_bundled_campaign_that_fit_a_moment()
    {
        var content = Compose(Now);

        Assert.Equal(25, content.Arms.Count);
        Assert.Equal(content.Arms.Select(a => a.Message), content.Messages.Select(m => m.Id));
        Assert.All(content.Arms.Where(a => a.Young), a => Assert.False(content.Messages.Single(m => m.Id == a.Message).Law));
        Assert.DoesNotContain(content.Arms, a => a.Id == "keep-them-secret");
        Assert.Equal(["en", "gd", "pl", "ur", "cy"], content.Languages);
        Assert.All(content.Messages, m => Assert.Equal(5, m.Texts.Count));
    }

    [Fact]
    public void A_demonstration_says_so_in_every_language_and_drafts_say_that_too()
    {
        var content = Compose(Now);

        Assert.Equal("Demonstration. Not run by Police Scotland or Stop It Now.", content.Demonstration!["en"]);
        Assert.True(content.Demonstration["pl"].Length > content.Demonstration["en"].Length + 20);
    }

    [Fact]
    public void What_was_only_seen_says_where_and_when_and_999_needs_no_note()
    {
        var ways = Compose(Now).Ways.ToDictionary(w => w.Id);

        Assert.Equal("seen on 23 November 2026 at stopitnow.org.uk, not confirmed", ways["stop-it-now:call"].Note!["en"]);
        Assert.Null(ways["emergency:call"].Note);
        Assert.Equal("tel:999", ways["emergency:call"].Href["en"]);
    }

    [Fact]
    public void Numbers_stand_in_the_label_as_on_the_site_and_keep_their_order_where_letters_run_from_right_to_left()
    {
        var call = Compose(Now).Ways.Single(w => w.Id == "stop-it-now:call");

        Assert.Equal("Call Stop It Now helpline: 0808 1000 900", call.Label["en"]);
        Assert.Contains("\u20660808 1000 900\u2069", call.Label["ur"], StringComparison.Ordinal);
        Assert.Equal("tel:08081000900", call.Href["ur"]);
    }

    [Fact]
    public void No_number_travels_beyond_what_its_state_allows()
    {
        var shown = JsonSerializer.Serialize(Compose(Now), BundleJson.Default.BundleContent);

        Assert.All(new[] { "0131 556 3535", "01315563535", "0808 801 0331", "shorespace", "tel:111\"" }, hidden => Assert.DoesNotContain(hidden, shown, StringComparison.Ordinal));
    }

    [Fact]
    public void A_campaign_that_is_no_demonstration_shows_verified_ways_only_and_999()
    {
        var content = Compose(Now, demonstration: false);

        Assert.Null(content.Demonstration);
        Assert.Equal(["en"], content.Languages);
        Assert.Equal(["emergency:call"], content.Ways.Where(w => w.Href["en"].StartsWith("tel:", StringComparison.Ordinal)).Select(w => w.Id));
        Assert.Equal("find-help", content.Ways[^1].Id);
    }

    [Fact]
    public void Hours_are_laid_out_for_fourteen_days_and_a_holiday_is_in_doubt()
    {
        // Summer time ended a month before; Saint Andrew's Day, 30 November, is a Monday.
        var line = Compose(Now).Ways.Single(w => w.Id == "breathing-space:call");

        Assert.Equal("known", line.Hours);
        var first = line.Open.Select(o => DateTimeOffset.FromUnixTimeSeconds(o[0])).First(o => o > Now);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 18, 0, 0, TimeSpan.Zero), first);
        Assert.DoesNotContain(line.Open, o => o[0] <= Second(2026, 11, 30, 20) && Second(2026, 11, 30, 20) < o[1]);
        Assert.Contains(line.Doubt!, o => o[0] <= Second(2026, 11, 30, 20) && Second(2026, 11, 30, 20) < o[1]);
        Assert.All(line.Open, o => Assert.InRange(o[1], Second(2026, 11, 24, 6), Second(2026, 12, 8, 6)));
    }

    [Fact]
    public void A_field_that_expires_while_the_bundle_holds_takes_its_way_or_its_hours_with_it()
    {
        var expiry = new LocalDate(2026, 12, 1);
        ServiceList Expiring(ServiceList list) => list with
        {
            Services = [.. list.Services.Select(s => s.Id switch
            {
                "samaritans" => s with { Phone = s.Phone! with { ExpiresOn = expiry } },
                "childline" => s with { Hours = s.Hours! with { ExpiresOn = expiry } },
                _ => s,
            })],
        };

        var ways = Compose(Now, services: Expiring).Ways.ToDictionary(w => w.Id);

        Assert.Equal(Second(2026, 12, 1, 0), ways["samaritans:call"].Until);
        Assert.Null(ways["childline:call:young"].Until);
        Assert.Equal(Second(2026, 12, 1, 0), ways["childline:call:young"].HoursUntil);
        Assert.Null(ways["stop-it-now:call"].Until);
    }

    [Fact]
    public void The_form_that_the_pack_names_first_is_offered_first()
    {
        var reports = Compose(Now).Ways.Where(w => w.Role == "report").Select(w => w.Id);

        Assert.Equal(["iwf:report", "ceop:report"], reports);
    }

    [Fact]
    public void A_plan_chooses_arms_weights_and_looks()
    {
        using var pack = Given.APack().With("moments.yaml", "experiment: blorptang\nlooks: 6\narms:\n  - {message: stop-now, weight: 3}\n  - {id: other, message: stop-now}\n");
        var read = PackReader.Read(pack.Folder).Pack!;

        var content = Compose(Now, pack: read);

        Assert.Equal(6, content.Looks);
        Assert.Equal([("stop-now", 3), ("other", 1)], content.Arms.Select(a => (a.Id, a.Weight)));
        Assert.Equal("blorptang", read.Moments.Experiment);
    }

    [Fact]
    public void A_message_goes_with_the_figure_it_cites_while_that_may_be_shown_for_as_long_as_the_bundle()
    {
        using var pack = Given.APack().Change("messages/en.yaml", "- id: stop-now", "- id: stop-now\n    figure: share").Change("figures.yaml", "as_of: 2018-03-07", "as_of: 2026-06-01").Change("figures.yaml", "    historical: true\n", "");
        var read = PackReader.Read(pack.Folder).Pack!;
        var lastDay = new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero).AddDays(800);

        IReadOnlyList<string> Body(DateTimeOffset now) => Compose(now, pack: read).Messages.Single(m => m.Id == "stop-now").Texts["en"].Body;

        Assert.Equal("23% of the people on the list were there for this. The office, snapshot of 1 June 2026.", Body(lastDay.AddDays(-15))[1]);
        Assert.Single(Body(lastDay.AddDays(-13)));
    }

    private static FigureRegister Figures(Edition edition)
    {
        var figures = FigureRegister.WithoutTables();
        figures.Swap(edition.Pack.Figures, edition.Pack.Campaign.Languages.ToDictionary(l => l.Language, l => edition.Pack.WordsIn(l.Language).Figures));
        return figures;
    }

    private static long Second(int year, int month, int day, int hour) => new DateTimeOffset(year, month, day, hour, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    private static BundleContent Compose(
        DateTimeOffset now, bool demonstration = true, DateTimeOffset? since = null, Func<ServiceList, ServiceList>? services = null, Pack? pack = null)
    {
        pack ??= PackReader.Read(Given.TheBundledPack()).Pack!;
        var edition = new Edition(Revision, 1, pack, demonstration, Drafts: demonstration, since ?? Published);
        var directory = new ServiceDirectory();
        var list = (services ?? (s => s))(pack.Services) with { Demonstration = demonstration };
        directory.Swap(list, pack.Campaign.Languages.ToDictionary(l => l.Language, l => pack.WordsIn(l.Language).Directory));
        return BundleComposer.Compose(edition, directory, Figures(edition), "https://campaign.example/", now);
    }
}
