using Cairn.Foundation.Text;
using Cairn.Know.Register;
using Cairn.Know.Register.Computed;
using Cairn.Know.Register.Releases;
using NodaTime;

namespace Cairn.Tests.Know.Register.Computed;

public sealed class FigureComputingTests
{
    private static readonly PublishedDimension Division = PublishedDimension.Of(
        "division", "Division", [new("all", "All"), new("north", "North", "all"), new("a", "Division A", "north"), new("b", "Division B", "north"), new("c", "Division C", "all")], places: true);

    private static readonly PublishedDimension Online = PublishedDimension.Of("online", "Online", [new("all", "All"), new("online", "Online", "all"), new("not", "Not online", "all")]);

    [Fact]
    public void A_share_of_exact_counts_keeps_both_counts_and_the_range_of_its_own_rounding()
    {
        var (figure, _) = FigureComputing.Of(Computed(Part("online")), Table());

        Assert.Equal((23m, 230L, 1000L), (figure!.Value, figure.Numerator, figure.Denominator));
        Assert.Equal((22.5m, 23.5m), (new ShownFigure(figure).Range.Low, new ShownFigure(figure).Range.High));
        Assert.Equal(new LocalDate(2026, 3, 31), figure.AsOf);
        Assert.True(new ShownFigure(figure).Demonstration);
    }

    [Theory]
    [InlineData(0, 32)]
    [InlineData(1, 31.7)]
    [InlineData(3, 31.667)]
    public void A_share_of_a_part_of_the_table_is_rounded_a_half_up(int decimals, double expected)
    {
        // Division A: 190 of 600.
        var (figure, _) = FigureComputing.Of(Computed(Part("online"), Whole("a"), decimals), Table());

        Assert.Equal((decimal)expected, figure!.Value);
        Assert.Equal((190L, 600L), (figure.Numerator, figure.Denominator));
    }

    [Fact]
    public void Codes_are_found_by_their_label_and_several_are_added_up()
    {
        var whole = new Dictionary<string, IReadOnlyList<string>> { ["division"] = ["DIVISION A", "c"] };

        var (figure, _) = FigureComputing.Of(Computed(Part("ONLINE"), whole), Table());

        Assert.Equal((230L, 910L), (figure!.Numerator, figure.Denominator));
    }

    [Fact]
    public void A_count_that_is_not_shown_leaves_no_number()
    {
        Assert.Equal((null, FigureHeld.NotShown), FigureComputing.Of(Computed(Part("online"), Whole("b")), Table()));
        Assert.Equal((null, FigureHeld.NotShown), FigureComputing.Of(Computed(Part("online"), Whole("north")), Table()));
    }

    [Theory]
    [InlineData("online", "elsewhere", "division", "all")]
    [InlineData("colour", "online", "division", "all")]
    [InlineData("online", "all,online", "division", "all")]
    [InlineData("division", "c", "division", "north")]
    [InlineData("division", "all", "division", "a,b")]
    public void A_part_that_is_not_there_or_counted_twice_or_outside_the_whole_leaves_no_number(string partOf, string part, string wholeOf, string whole)
    {
        var (figure, why) = FigureComputing.Of(
            Computed(new Dictionary<string, IReadOnlyList<string>> { [partOf] = part.Split(',') }, new Dictionary<string, IReadOnlyList<string>> { [wholeOf] = whole.Split(',') }), Table());

        Assert.Null(figure);
        Assert.Equal(FigureHeld.NotInTable, why);
    }

    [Fact]
    public void Of_nobody_there_is_no_share() =>
        Assert.Equal((null, FigureHeld.NobodyCounted), FigureComputing.Of(Computed(Part("online")), Table(online: [0, 0, 0], not: [0, 0, 0])));

    [Fact]
    public void Rounded_counts_give_the_range_of_every_share_they_may_stand_for()
    {
        var (figure, _) = FigureComputing.Of(Computed(Part("online")), Rounded(fromParts: false));

        // 230 of 1,000 to a multiple of 10: 221 to 239 of 991 to 1,009.
        Assert.Equal((21.9m, 24.2m), (new ShownFigure(figure!).Range.Low, new ShownFigure(figure!).Range.High));
        for (var part = 221; part <= 239; part++)
        {
            for (var whole = 991; whole <= 1009; whole++)
                Assert.True(new ShownFigure(figure!).Range.Contains(100m * part / whole));
        }
    }

    [Fact]
    public void Sums_of_rounded_parts_may_be_further_off_and_the_range_is_wider()
    {
        var (figure, _) = FigureComputing.Of(Computed(Part("online")), Rounded(fromParts: true));

        // Each of three parts may be 5 off, each of six in the whole: 215 to 245 of 970 to 1,030.
        Assert.Equal((20.8m, 25.3m), (new ShownFigure(figure!).Range.Low, new ShownFigure(figure!).Range.High));
    }

    [Fact]
    public void Rounding_that_leaves_nothing_of_the_whole_leaves_no_number() =>
        Assert.Equal((null, FigureHeld.NobodyCounted), FigureComputing.Of(Computed(Part("online")), Rounded(fromParts: true, online: [10, 0, 0], not: [0, 0, 10])));

    [Fact]
    public void Over_time_a_new_definition_is_a_break_and_a_day_without_a_number_is_a_gap()
    {
        var computed = Computed(Part("online"), Whole("a"));
        PublishedTable[] tables = [Table(year: 2026, definition: "Counted anew."), Table(year: 2025, blankA: true), Table(year: 2024)];

        var history = FigureHistory.Of(computed, tables)!;

        Assert.Equal([32m, null, 32m], history.Points.Select(p => p.Percent));
        Assert.Equal([new LocalDate(2024, 3, 31), new(2025, 3, 31), new(2026, 3, 31)], history.Points.Select(p => p.AsOf));
        Assert.Equal(new SeriesBreak(new(2026, 3, 31), "Counted anew."), history.Breaks.Single());
        Assert.Equal(2, history.In(Language.English).Runs().Count);
        Assert.Null(FigureHistory.Of(computed, []));
    }

    [Fact]
    public async Task The_files_of_a_computed_figure_are_as_approved()
    {
        var computed = Computed(Part("online"), Whole("a"));
        PublishedTable[] tables = [Table(year: 2026, definition: "Counted anew."), Table(year: 2025, blankA: true), Table(year: 2024)];
        var shown = new ShownFigure(FigureComputing.Of(computed, tables[0]).Figure!);
        var (words, english) = (Cairn.Tests.Say.Landing.Words.Filled<FigureWords>(), Releases.Invented.In("en"));
        var site = new FigureSite("https://small.example", Language.English);

        await Releases.Approved.Equal("figures/share.csv", FigureFiles.Csv(shown, site));
        await Releases.Approved.Equal("figures/share.csv-metadata.json", FigureFiles.CsvMetadata(shown, site, "Open Government Licence v3.0"));
        await Releases.Approved.Equal("figures/share.json", FigureFiles.JsonStat(shown, site, words, "https://small.example/en/figures/share.json"));
        var history = FigureHistory.Of(computed, tables)!;
        foreach (var ending in new[] { ".share.csv", ".share.csv-metadata.json", ".share-over-time.svg" })
            await Releases.Approved.Equal("figures/share" + ending, FigureHistoryFiles.Of(ending, "share", history, english)!.Value.Bytes);
        Assert.Null(FigureHistoryFiles.Of(".blorptang", "share", history, english));
        Assert.Null(FigureHistoryFiles.Of(".share.csv", "share", FigureHistory.Of(computed, tables[..1])!, english));
    }

    private static PublishedTable Table(int year = 2026, string definition = "Counted once.", bool blankA = false, long[]? online = null, long[]? not = null)
    {
        var (of, rest) = (online ?? [190, 0, 40], not ?? [410, 90, 270]);
        // Division B is blank, and the north with it, which holds A besides.
        return PublishedTable.Of(
            "register", Releases.Invented.Facts with { AsOf = new(year, 3, 31), Definition = definition }, [Division, Online],
            Cells((division, mark) =>
            {
                var count = Count(of, rest, division, mark);
                return (division is "b" or "north" && mark != "all") || (blankA && division == "a") ? PublishedCell.Suppressed(division, mark) : PublishedCell.Shown(count, division, mark);
            }));
    }

    private static PublishedTable Rounded(bool fromParts, long[]? online = null, long[]? not = null) => PublishedTable.Of(
        "register", Releases.Invented.Facts with { RoundedTo = 10, RoundedFromParts = fromParts }, [Division, Online],
        Cells((division, mark) => PublishedCell.Rounded(Count(online ?? [190, 0, 40], not ?? [410, 90, 270], division, mark), division, mark)));

    private static List<PublishedCell> Cells(Func<string, string, PublishedCell> cell) => [.. Division.Codes.SelectMany(d => Online.Codes.Select(o => cell(d.Id, o.Id)))];

    private static long Count(long[] online, long[] not, string division, string mark)
    {
        int[] places = division switch { "a" => [0], "b" => [1], "c" => [2], "north" => [0, 1], _ => [0, 1, 2] };
        return places.Sum(p => mark switch { "online" => online[p], "not" => not[p], _ => online[p] + not[p] });
    }

    private static Dictionary<string, IReadOnlyList<string>> Part(string code) => new() { ["online"] = [code] };

    private static Dictionary<string, IReadOnlyList<string>> Whole(string code) => new() { ["division"] = [code] };

    private static ComputedFigure Computed(Dictionary<string, IReadOnlyList<string>> part, Dictionary<string, IReadOnlyList<string>>? whole = null, int decimals = 0) =>
        new("share", new("register", part, whole ?? [], decimals), Text("Marked as online"), Text("of people."), Text("people"), Text("Counted."), Text("A mark."), Historical: false);

    private static LocalText Text(string english) => new(Language.English, new Dictionary<Language, string> { [Language.English] = english });
}
