using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Know.Register.Releases;
using Cairn.Tests.Help;
using Cairn.Tests.Say.Landing;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Cairn.Tests.Know.Register.Releases;

/// <summary>Tables of invented counts; they say so.</summary>
internal static class Invented
{
    internal static readonly TableFacts Facts = new()
    {
        Title = "People on an invented register, by division and place",
        AsOf = new LocalDate(2025, 3, 31),
        Base = "People on the invented register",
        Definition = "Everyone on the register on the day, counted once, where they live.",
        Publisher = "Invented Police",
        SourceTitle = "Invented snapshot",
        Source = new Uri("https://police.example/snapshot"),
        Method = "Counts below 10 are not shown, and as many others as it takes that none can be worked out from the totals.",
        OnlineMeans = "A mark that officers set; it was set late for some.",
        Notes = ["Totals are without those of whom no division is recorded."],
        Licence = "Open Government Licence v3.0",
        Demonstration = true,
    };

    internal static readonly PublishedDimension Division = PublishedDimension.Of(
        "division",
        "Division",
        [
            new("all", "All divisions"),
            new("north", "North", "all"), new("a", "Division A", "north"), new("b", "Division B", "north"), new("c", "Division C", "north"),
            new("south", "South", "all"), new("d", "Division D", "south"), new("e", "Division E", "south"), new("f", "Division F", "south"),
            new("unknown", "No division recorded", "all"),
        ],
        places: true);

    internal static readonly PublishedDimension Place = PublishedDimension.Of(
        "place", "Place", [new("all", "All"), new("community", "Community", "all"), new("custody", "Custody", "all")]);

    internal static readonly PublishedSeries Series = PublishedSeries.Of(
        "Share marked as online",
        "people on the invented register",
        0,
        [
            new(new(2019, 3, 31), 14), new(new(2020, 3, 31), 15), new(new(2021, 3, 31), 17), new(new(2022, 3, 31), null), new(new(2023, 3, 31), 20), new(new(2024, 3, 31), 22),
            new(new(2025, 3, 31), 23),
        ],
        [new(new(2022, 9, 1), "The mark is also set for what was found on a device.")]);

    internal static readonly Uri Address = new("https://small.example/en/tables/by-division/revision.json");

    /// <summary>Two dimensions, every status but rounded, a series with a break and a gap.</summary>
    internal static PublishedTable Table(TableFacts? facts = null) => PublishedTable.Of(
        "by-division",
        facts ?? Facts,
        [Division, Place],
        [
            .. Row("all", 1332, 388), .. Row("north", 622, 188), .. Row("a", 420, 130),
            PublishedCell.Shown(200, "b", "all"), PublishedCell.Suppressed("b", "community"), PublishedCell.Suppressed("b", "custody"),
            PublishedCell.Shown(60, "c", "all"), PublishedCell.Suppressed("c", "community"), PublishedCell.Suppressed("c", "custody"),
            .. Row("south", 710, 200), .. Row("d", 380, 120), .. Row("e", 240, 80),
            PublishedCell.Shown(90, "f", "all"), PublishedCell.Shown(90, "f", "community"), PublishedCell.CannotOccur("f", "custody"),
            PublishedCell.NotAvailable("unknown", "all"), PublishedCell.NotAvailable("unknown", "community"), PublishedCell.NotAvailable("unknown", "custody"),
        ],
        Series);

    /// <summary>Three dimensions, rounded to five, no series; one division is suppressed in all.</summary>
    internal static PublishedTable Rounded()
    {
        var division = PublishedDimension.Of("division", "Division", [new("all", "All divisions"), new("a", "Division A", "all"), new("b", "Division B", "all"), new("c", "Division C", "all")], places: true);
        var marked = PublishedDimension.Of("online", "Marked as online", [new("all", "All"), new("yes", "Yes", "all"), new("no", "No", "all")]);
        var cells =
            from d in division.Codes
            from p in Place.Codes
            from m in marked.Codes
            select d.Id is "b" or "c" && m.Id != "all" || d.Id is "b" or "c" && p.Id == "all" ? PublishedCell.Suppressed(d.Id, p.Id, m.Id) : PublishedCell.Rounded((d.Id.Length + p.Id.Length + m.Id.Length) * 5, d.Id, p.Id, m.Id);
        return PublishedTable.Of("by-mark", Facts with { RoundedTo = 5, Notes = [] }, [division, Place, marked], [.. cells]);
    }

    /// <summary>One dimension, whose counts are as given; the total is their sum.</summary>
    internal static PublishedTable Flat(TableFacts facts, PublishedSeries? series, params (string Label, long Count)[] parts) => PublishedTable.Of(
        "flat",
        facts,
        [PublishedDimension.Of("division", "Division", [new("all", "All"), .. parts.Select((p, i) => new PublishedCode("p" + i, p.Label, "all"))])],
        [PublishedCell.Shown(parts.Sum(p => p.Count), "all"), .. parts.Select((p, i) => PublishedCell.Shown(p.Count, "p" + i))],
        series);

    /// <summary>The words of the bundled campaign.</summary>
    internal static TableLanguage In(string code)
    {
        var language = Language.Parse(code, null);
        return new(SmallSite.WordsIn<TableWords>(language, "tables"), language);
    }

    internal static Frame Frame(string language = "en") => new SmallCampaign().Frames.In(Language.Parse(language, null))!;

    /// <summary>A page as the site draws it; kept where <c>./check</c> asks for pages, so that they are validated with all others.</summary>
    internal static async Task<(string Html, IDocument Page)> Draw<TPage>(string name, object model)
        where TPage : IComponent
    {
        var services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).AddLogging().BuildServiceProvider();
        var html = "<!DOCTYPE html>\n" + await new DrawnPages(services, NullLoggerFactory.Instance, TimeProvider.System).Html<TPage>(new Dictionary<string, object?> { ["Model"] = model });
        if (Environment.GetEnvironmentVariable("CAIRN_SAVED_PAGES") is { Length: > 0 } saved)
        {
            Directory.CreateDirectory(Path.Combine(saved, "tables"));
            await File.WriteAllTextAsync(Path.Combine(saved, "tables", name + ".html"), html, TestContext.Current.CancellationToken);
        }

        return (html, new HtmlParser().ParseDocument(html));
    }

    private static PublishedCell[] Row(string division, long community, long custody) =>
        [PublishedCell.Shown(community + custody, division, "all"), PublishedCell.Shown(community, division, "community"), PublishedCell.Shown(custody, division, "custody")];
}
