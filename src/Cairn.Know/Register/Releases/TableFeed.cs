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

    /// <param name="language">The language of the feed and of the pages its entries lead to.</param>
    /// <param name="address">The campaign's public address, without a slash at its end.</param>
    /// <param name="opened">When the list of tables was opened: the day of a feed that has no entry yet.</param>
    /// <returns>UTF-8; the same bytes for the same releases in whatever order.</returns>
    internal static byte[] Write(IEnumerable<Release> releases, TableLanguage language, string author, string address, Instant opened)
    {
        var words = language.Words;
        List<Release> latestFirst = [.. releases.OrderByDescending(r => r.At).ThenBy(r => r.Table.Id, StringComparer.Ordinal).ThenBy(r => r.Table.Revision, StringComparer.Ordinal)];
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, language.Language.Code);
            Text(xml, "id", address + TableAddresses.List);
            Text(xml, "title", words.Heading);
            Text(xml, "subtitle", words.Lead);
            Text(xml, "updated", Written(latestFirst.Count == 0 ? opened : latestFirst[0].At));
            Link(xml, "self", "application/atom+xml", address + TableAddresses.List + ".atom");
            Link(xml, "alternate", "text/html", $"{address}/{language.Language.Code}{TableAddresses.List}");
            Author(xml, author);
            foreach (var release in latestFirst)
                Entry(xml, release, language, address);
            xml.WriteEndElement();
        }

        return [.. stream.ToArray(), (byte)'\n'];
    }

    private static void Entry(XmlWriter xml, Release release, TableLanguage language, string address)
    {
        var table = release.Table;
        var page = $"{address}/{language.Language.Code}{TableAddresses.OfRevision(table)}";
        xml.WriteStartElement("entry", Atom);
        // Not the page's address: that has a language, and the entry is the same in each.
        Text(xml, "id", address + TableAddresses.OfRevision(table));
        Own(xml, language, "title", CsvFile.Said(table.Facts.Title, table, language.Words));
        // A revision never changes, so it was updated when it was released.
        Text(xml, "updated", Written(release.At));
        Text(xml, "published", Written(release.At));
        Author(xml, table.Facts.Publisher);
        Link(xml, "alternate", "text/html", page);
        Link(xml, "enclosure", "text/csv", page + ".csv");
        Link(xml, "enclosure", "application/json", page + ".json");
        Own(xml, language, "rights", table.Facts.Licence);
        Own(xml, language, "summary", string.Join(' ', CsvFile.Notes(table, language.Words).Prepend($"{language.Words.AsOf}: {language.Date(table.Facts.AsOf)}{language.Stop}")));
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

    // Nearly all of it is the table's own text.
    private static void Own(XmlWriter xml, TableLanguage language, string name, string text)
    {
        xml.WriteStartElement(name, Atom);
        if (language.Language != TableLanguage.OfTables)
            xml.WriteAttributeString("xml", "lang", null, TableLanguage.OfTables.Code);
        xml.WriteString(text);
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, text);

    private static string Written(Instant at) => at.ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
