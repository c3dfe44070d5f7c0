using System.Text;
using System.Xml.Linq;
using Cairn.Foundation.Web;
using Microsoft.AspNetCore.Http;

namespace Cairn.Say.Landing;

/// <summary>What search engines and security researchers ask for.</summary>
internal static class ForMachines
{
    /// <summary>RFC 9116 asks for less than a year. Computed from the clock, so that it cannot run out while the program runs.</summary>
    private static readonly TimeSpan SecurityTextLasts = TimeSpan.FromDays(180);

    private static readonly XNamespace Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    public static void Map(Surfaces surfaces)
    {
        surfaces.Site.MapPage("/robots.txt", (Frames frames) => Answer(frames, Robots));
        surfaces.Site.MapPage("/sitemap.xml", (Frames frames, LandingPages pages) => Answer(frames, f => Sitemap(f, pages.Ids), "application/xml; charset=utf-8"));
        surfaces.Site.MapPage("/.well-known/security.txt", (Frames frames, TimeProvider time) => Answer(frames, f => SecurityText(f, time.GetUtcNow())));
    }

    // A demonstration is kept out of search results by its pages' noindex, which a robot must be able to read.
    internal static string Robots(Frame frame) =>
        $"User-agent: *\nDisallow: /a/\nDisallow: /leave\n{(frame.Demonstration ? "" : $"Sitemap: {frame.Address}/sitemap.xml\n")}";

    internal static string Sitemap(Frame frame, IEnumerable<string> pages)
    {
        var addresses =
            from page in pages
            from language in frame.Languages
            select new XElement(
                Sitemaps + "url",
                new XElement(Sitemaps + "loc", Address(language.Code, page)),
                frame.Languages.Count < 2 ? null : frame.Languages.Select(other => new XElement(
                    Xhtml + "link", new XAttribute("rel", "alternate"), new XAttribute("hreflang", other.Code), new XAttribute("href", Address(other.Code, page)))));
        var root = new XElement(Sitemaps + "urlset", new XAttribute(XNamespace.Xmlns + "xhtml", Xhtml), addresses);
        return """<?xml version="1.0" encoding="utf-8"?>""" + "\n" + root + "\n";

        string Address(string language, string page) => $"{frame.Address}/{language}{(page == "home" ? "" : "/" + page)}";
    }

    /// <summary>RFC 9116. The page about the campaign says who runs it and how to reach them.</summary>
    internal static string SecurityText(Frame frame, DateTimeOffset now)
    {
        var expires = new DateTimeOffset((now + SecurityTextLasts).UtcDateTime.Date, TimeSpan.Zero);
        return new StringBuilder()
            .Append($"Contact: {frame.Address}/{frame.Language}/about\n")
            .Append($"Expires: {expires:yyyy-MM-ddTHH:mm:ssZ}\n")
            .Append($"Preferred-Languages: {string.Join(", ", frame.Languages)}\n")
            .Append($"Canonical: {frame.Address}/.well-known/security.txt\n")
            .ToString();
    }

    private static IResult Answer(Frames frames, Func<Frame, string> text, string contentType = "text/plain; charset=utf-8") =>
        frames.Reference is { } frame ? TypedResults.Text(text(frame), contentType) : TypedResults.NotFound();
}
