using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Cairn.Know.Register.Releases;
using NodaTime;

namespace Cairn.Tests.Know.Register.Releases;

public sealed class TableFeedTests
{
    private const string Address = "https://small.example";

    private static readonly Instant Opened = Instant.FromUtc(2025, 1, 1, 0, 0);
    private static readonly Release First = new(Invented.Table(), Instant.FromUtc(2025, 4, 1, 9, 0));
    private static readonly Release Second = new(Invented.Rounded(), Instant.FromUtc(2025, 5, 1, 9, 0));

    [Fact]
    public async Task The_feed_is_as_approved() => await Approved.Equal("tables.atom", Feed(First, Second));

    [Fact]
    public void A_reader_finds_one_entry_a_revision_the_latest_first()
    {
        var feed = Read(Feed(First, Second));

        Assert.Equal(Second.At.ToDateTimeOffset(), feed.LastUpdatedTime);
        Assert.Equal("https://small.example/tables", feed.Id);
        Assert.Equal([$"https://small.example/tables/by-mark/{Second.Table.Revision}", $"https://small.example/tables/by-division/{First.Table.Revision}"], feed.Items.Select(i => i.Id));
        Assert.All(feed.Items, item =>
        {
            Assert.StartsWith("Demonstration: ", item.Title.Text, StringComparison.Ordinal);
            Assert.Equal("Invented Police", item.Authors.Single().Name);
            Assert.Equal(["alternate", "enclosure", "enclosure"], item.Links.Select(l => l.RelationshipType));
            Assert.Contains("Day it describes: 31 March 2025.", item.Summary.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_bytes_depend_on_the_releases_and_not_on_their_order() => Assert.Equal(Feed(First, Second), Feed(Second, First));

    [Fact]
    public void A_feed_without_an_entry_is_whole()
    {
        var feed = Read(Feed());

        Assert.Equal(Opened.ToDateTimeOffset(), feed.LastUpdatedTime);
        Assert.Empty(feed.Items);
    }

    [Fact]
    public void Every_element_that_atom_requires_is_there_once()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(Encoding.UTF8.GetString(Feed(First, Second))).Root!;

        foreach (var element in feed.Elements(atom + "entry").Prepend(feed))
        {
            foreach (var name in new[] { "id", "title", "updated", "author" })
                Assert.Single(element.Elements(atom + name));
            Assert.Single(element.Elements(atom + "link"), l => l.Attribute("rel")!.Value == "alternate");
        }
    }

    private static byte[] Feed(params Release[] releases) => TableFeed.Write(releases, Invented.In("en"), "The invented campaign", Address, Opened);

    private static SyndicationFeed Read(byte[] bytes)
    {
        using var xml = XmlReader.Create(new MemoryStream(bytes));
        return SyndicationFeed.Load(xml);
    }
}
