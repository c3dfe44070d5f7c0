using System.Globalization;
using System.Text;
using System.Xml;
using NodaTime;

namespace Cairn.Know.Register.Releases;

/// <summary>A table as it was released at an instant.</summary>
public sealed record Release(PublishedTable Table, Instant At);

/// <summary>Releases as an Atom feed (RFC 4287): one entry a revision, latest first.</summary>
internal static class TableFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <param name="language">The language of the pages the entries lead to, a code such as <c>en</c>.</param>
    /// <param name="address">The campaign's public address, without a slash at its end.</param>
    /// <param name="opened">When the list of tables was opened: the day of a feed that has no entry yet.</param>
    /// <returns>UTF-8; the same bytes for the same releases in whatever order.</returns>
    internal static byte[] Write(IEnumerable<Release> releases, TableWords words, string author, string address, string language, Instant opened)
    {
        List<Release> latestFirst = [.. releases.OrderByDescending(r => r.At).ThenBy(r => r.Table.Id, StringComparer.Ordinal).ThenBy(r => r.Table.Revision, StringComparer.Ordinal)];
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, "en");
            Text(xml, "id", address + TableAddresses.List);
            Text(xml, "title", words.Heading);
            Text(xml, "subtitle", words.Lead);
            Text(xml, "updated", Written(latestFirst.Count == 0 ? opened : latestFirst[0].At));
            Link(xml, "self", "application/atom+xml", address + TableAddresses.List + ".atom");
            Link(xml, "alternate", "text/html", $"{address}/{language}{TableAddresses.List}");
            Author(xml, author);
            foreach (var release in latestFirst)
                Entry(xml, release, words, address, language);
            xml.WriteEndElement();
        }

        return [.. stream.ToArray(), (byte)'\n'];
    }

    private static void Entry(XmlWriter xml, Release release, TableWords words, string address, string language)
    {
        var table = release.Table;
        var page = $"{address}/{language}{TableAddresses.OfRevision(table)}";
        xml.WriteStartElement("entry", Atom);
        // Not the page's address: that has a language, and the entry is the same in each.
        Text(xml, "id", address + TableAddresses.OfRevision(table));
        Text(xml, "title", CsvFile.Said(table.Facts.Title, table, words));
        // A revision never changes, so it was updated when it was released.
        Text(xml, "updated", Written(release.At));
        Text(xml, "published", Written(release.At));
        Author(xml, table.Facts.Publisher);
        Link(xml, "alternate", "text/html", page);
        Link(xml, "enclosure", "text/csv", page + ".csv");
        Link(xml, "enclosure", "application/json", page + ".json");
        Text(xml, "rights", table.Facts.Licence);
        Text(xml, "summary", string.Join(' ', CsvFile.Notes(table, words).Prepend($"{words.AsOf}: {table.Facts.AsOf.ToString("d MMMM yyyy", TablePageModel.Written)}.")));
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Atom);
        Text(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string type, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, text);

    private static string Written(Instant at) => at.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
