using System.Xml.Linq;
using Cairn.Know.Register.Releases;
using CsCheck;
using NodaTime;

namespace Cairn.Tests.Know.Register.Releases;

public sealed class ChartTests
{
    private static readonly TableLanguage English = Invented.In("en");
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public async Task The_charts_of_a_table_are_as_approved()
    {
        foreach (var table in new[] { Invented.Table(), Invented.Rounded() })
        {
            foreach (var chart in TableCharts.Of(table, English))
                await Approved.Equal($"{table.Id}.{chart.Id}.svg", ChartFile.Draw(chart, table, English));
        }
    }

    [Fact]
    public void Bars_are_as_long_as_their_counts_and_a_total_has_none()
    {
        Gen.Long[0, 100_000].Array[1, 15].Sample(counts =>
        {
            var table = Invented.Flat(Invented.Facts, null, [.. counts.Select((c, i) => ($"Division {i}", c))]);

            var bars = DivisionBars.Of(table, English).Shapes.OfType<ChartBar>().ToList();

            var most = Math.Max(1, counts.Max());
            Assert.Equal(counts.Where(c => c > 0).Select(c => Math.Round(100m * c / most, 2)), bars.Select(b => b.Width));
            Assert.All(bars, b => Assert.Equal(0, b.Left));
        });
    }

    [Fact]
    public void What_is_not_shown_is_said_in_words_and_has_no_bar_and_none_is_drawn_as_none()
    {
        var chart = DivisionBars.Of(Invented.Rounded(), English);

        Assert.Single(chart.Shapes.OfType<ChartBar>());
        Assert.Equal(2, chart.Shapes.OfType<ChartWords>().Count(w => w.Text == "not shown, to protect people [c]"));
        Assert.Contains("Division B: not shown, to protect people [c].", chart.Description, StringComparison.Ordinal);

        var none = DivisionBars.Of(Invented.Flat(Invented.Facts, null, ("A", 0), ("B", 5)), English);
        Assert.Contains(none.Shapes.OfType<ChartWords>(), w => w is { Text: "0", Anchor: TextAnchor.End });
        Assert.Equal(2, none.Shapes.OfType<ChartRule>().Count(r => r.Left == 0 && r.Right == 0 && !r.Dashed));
    }

    [Fact]
    public void Under_every_chart_lie_the_same_numbers()
    {
        foreach (var table in new[] { Invented.Table(), Invented.Rounded() })
            Assert.All(TableCharts.Of(table, English), chart => Assert.NotEmpty(chart.Table.Rows));

        var bars = DivisionBars.Of(Invented.Table(), English).Table;
        Assert.Equal(
            ["Division A: 550", "Division B: 200", "Division C: 60", "Division D: 500", "Division E: 320", "Division F: 90", "No division recorded: [x]"],
            bars.Rows.Select(r => $"{r.Heading}: {r.Cells.Single()}"));
    }

    [Fact]
    public void No_line_crosses_a_break_and_every_break_has_its_line_and_its_note()
    {
        Gen.Select(Gen.Int[0, 100].Array[2, 12], Gen.Int[1, 400].Array[0, 4]).Sample((shares, breakDays) =>
        {
            var first = new LocalDate(2020, 1, 1);
            List<SeriesPoint> points = [.. shares.Select((s, i) => new SeriesPoint(first.PlusDays(i * 37), s))];
            List<SeriesBreak> breaks = [.. breakDays.Select(d => first.PlusDays(d)).Distinct().Where(d => d <= points[^1].AsOf).Select(d => new SeriesBreak(d, $"Changed on day {d:uuuuMMdd}."))];
            var series = PublishedSeries.Of("Share", "people", 0, points, breaks);
            var table = Invented.Flat(Invented.Facts, series, ("A", 1));

            var chart = ShareOverTime.Of(table, series, English);

            var dashed = chart.Shapes.OfType<ChartRule>().Where(r => r.Dashed).ToList();
            var lines = chart.Shapes.OfType<ChartRule>().Where(r => r is { Dashed: false, Weight: 3, Left: > 0 }).ToList();
            var places = breaks.Select(b => ShareOverTime.Place(series, b.From)).Order().ToList();
            Assert.Equal(places, dashed.Select(r => r.Left).Order());
            Assert.All(dashed, r => Assert.Equal(r.Left, r.Right));
            // A point on the day of the break belongs after it.
            Assert.DoesNotContain(lines, l => places.Any(b => l.Left < b && b <= l.Right));
            Assert.Equal(points.Count - series.Runs().Count, lines.Count);
            Assert.All(breaks, b => Assert.Contains(chart.Notes, n => n.Contains(b.Note, StringComparison.Ordinal)));
            Assert.Equal(breaks.Count, chart.Table.Rows.Count(r => r.Heading.EndsWith("definition changed", StringComparison.Ordinal)));
        });
    }

    [Fact]
    public void A_share_that_is_withheld_has_no_point_and_leaves_a_gap()
    {
        var chart = ShareOverTime.Of(Invented.Table(), Invented.Series, English);

        Assert.Equal(6, chart.Shapes.OfType<ChartDot>().Count());
        // Two lines before the gap, two after the break: the point between them is not joined to either side.
        Assert.Equal(4, chart.Shapes.OfType<ChartRule>().Count(r => r is { Dashed: false, Weight: 3, Left: > 0 }));
        Assert.Contains(chart.Table.Rows, r => r.Heading == "31 Mar 2022" && r.Cells.Single() == "\u2013");
    }

    [Fact]
    public void The_scale_begins_at_none_and_holds_every_share()
    {
        Gen.Int[0, 1000].Array[1, 8].Sample(tenths =>
        {
            var series = PublishedSeries.Of("Share", "people", 1, [.. tenths.Select((s, i) => new SeriesPoint(new LocalDate(2020, 1, 1).PlusMonths(i), s / 10m))], []);
            var chart = ShareOverTime.Of(Invented.Flat(Invented.Facts, series, ("A", 1)), series, English);

            var zero = chart.Shapes.OfType<ChartRule>().Single(r => r is { Left: 0, Right: 100, Weight: 2 }).Top;
            var top = chart.Shapes.OfType<ChartRule>().Where(r => r is { Left: 0, Right: < 100, Weight: 1 }).Min(r => r.Top);
            Assert.All(chart.Shapes.OfType<ChartDot>(), d => Assert.InRange(d.Down, top, zero));
            // Twice the share is twice as high.
            foreach (var (dot, tenth) in chart.Shapes.OfType<ChartDot>().Zip(tenths).Where(p => p.Second > 0))
                Assert.InRange((zero - chart.Shapes.OfType<ChartDot>().First().Down) * tenth - (zero - dot.Down) * tenths[0], -20m, 20m);
        });
    }

    [Theory]
    [InlineData(23, 23, "about one in four")]
    [InlineData(22.5, 23, "about 23 in 100")]
    [InlineData(24.1, 24, "about one in four")]
    [InlineData(0, 0, "about 0 in 100")]
    [InlineData(3, 3, "about 3 in 100")]
    [InlineData(29, 29, "about 29 in 100")]
    [InlineData(50, 50, "about half of")]
    [InlineData(97, 97, "about 97 in 100")]
    [InlineData(100, 100, "about 100 in 100")]
    public void A_waffle_has_a_hundred_squares_and_says_the_share_as_people_do(double share, int full, string said)
    {
        var series = PublishedSeries.Of("Share", "people", 1, [new(new(2025, 3, 31), (decimal)share)], []);

        var chart = WaffleOfAHundred.Of(Invented.Flat(Invented.Facts, series, ("A", 1)), series, series.Latest!, English);

        var squares = chart.Shapes.OfType<ChartBar>().ToList();
        Assert.Equal((100, full), (squares.Count, squares.Count(s => s.Full)));
        Assert.Equal(100, squares.Select(s => (s.Left, s.Top)).Distinct().Count());
        Assert.Equal($"Share: {said} people", chart.Title);
        Assert.Contains((share / 100).ToString("P1", English.Culture).Replace(" ", "", StringComparison.Ordinal), chart.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_drawing_stands_alone_in_one_ink_with_words_source_and_a_white_ground_and_runs_nothing()
    {
        var table = Invented.Table();

        foreach (var chart in TableCharts.Of(table, English))
        {
            var picture = XDocument.Parse(System.Text.Encoding.UTF8.GetString(ChartFile.Draw(chart, table, English))).Root!;

            Assert.Equal(("img", "title desc"), (picture.Attribute("role")!.Value, picture.Attribute("aria-labelledby")!.Value));
            Assert.Equal(chart.Title, picture.Element(Svg + "title")!.Value);
            Assert.Contains(chart.Description, picture.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
            Assert.Equal("#ffffff", picture.Element(Svg + "rect")!.Attribute("fill")!.Value);
            string[] colours = [.. picture.Descendants().Attributes().Where(a => a.Name.LocalName is "fill" or "stroke").Select(a => a.Value).Distinct().Order()];
            Assert.Equal(["#10222b", "#ffffff", "none"], [.. colours.Append("none").Distinct().Order()]);
            Assert.DoesNotContain(picture.DescendantsAndSelf(), e => e.Name.LocalName is not ("svg" or "title" or "desc" or "g" or "rect" or "line" or "circle" or "text"));
            Assert.DoesNotContain(picture.DescendantsAndSelf().Attributes(), a => a.Name.LocalName is "style" or "href" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
            var said = string.Join(' ', picture.Descendants(Svg + "text").Select(t => t.Value));
            Assert.Contains("Invented Police", said, StringComparison.Ordinal);
            Assert.Contains(table.Revision, said, StringComparison.Ordinal);
            Assert.Contains(English.Words.DemonstrationFace, said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_real_table_is_not_called_a_demonstration()
    {
        var table = Invented.Table(Invented.Facts with { Demonstration = false });

        Assert.All(TableCharts.Of(table, English), chart => Assert.DoesNotContain(chart.Shapes.OfType<ChartWords>(), w => w.Text == English.Words.DemonstrationFace));
    }
}
