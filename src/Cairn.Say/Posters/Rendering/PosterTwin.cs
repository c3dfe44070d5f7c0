using System.Text;
using System.Xml.Linq;
using Cairn.Say.Packs;

namespace Cairn.Say.Posters.Rendering;

/// <summary>A picture as a page of text: the same words, the number as a link, and what the picture looks like. No style, no script, nothing from elsewhere.</summary>
internal static class PosterTwin
{
    public static byte[] Write(PosterContent content, string address, Campaign campaign)
    {
        var language = content.Language;
        var body = new XElement("main",
            new XElement("h1", content.Headline),
            content.Figure is { } figure ? new XElement("p", new XElement("strong", new XElement("bdi", figure.Value)), " ", figure.Sentence) : null,
            content.Figure is { } cited ? new XElement("p", new XElement("small", cited.Source)) : null,
            content.Answer is { } answer ? new XElement("p", answer) : null,
            new XElement("p", content.Label),
            content.Number is { } number ? new XElement("p", content.ServiceName, ": ", new XElement("a", new XAttribute("href", "tel:" + string.Concat(number.Where(char.IsAsciiDigit))), new XElement("bdi", new XAttribute("dir", "ltr"), number))) : null,
            new XElement("p", new XElement("a", new XAttribute("href", address), new XElement("bdi", new XAttribute("dir", "ltr"), address))),
            new XElement("p", content.Artwork.Alternative.In(language)),
            new[] { content.Notes.NumberSeen, content.Notes.Draft, content.Notes.Demonstration }.OfType<string>().Select(n => new XElement("p", new XElement("small", n))),
            new XElement("p", new XElement("small", $"{campaign.Name}, {campaign.Licence}")));
        var page = new XElement("html", new XAttribute("lang", language.Code), new XAttribute("dir", language.Direction),
            new XElement("head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                new XElement("title", content.Headline)),
            new XElement("body", body));
        return Encoding.UTF8.GetBytes("<!DOCTYPE html>\n" + page.ToString(SaveOptions.DisableFormatting) + "\n");
    }
}
