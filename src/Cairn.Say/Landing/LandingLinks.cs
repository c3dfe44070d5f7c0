using Cairn.Foundation.Web;

namespace Cairn.Say.Landing;

/// <summary>Where the pack's buttons lead: a page of the site, or a service.</summary>
internal sealed class LandingLinks(Frame frame, Citations citations)
{
    private const string Service = "service:";

    /// <param name="to">A path without language, such as <c>/find-help</c>, or <c>service:childline</c>.</param>
    public LandingLink? To(string label, string to) => to switch
    {
        "/" => new(label, $"/{frame.Language}"),
        ['/', ..] => new(label, $"/{frame.Language}{to}"),
        _ when to.StartsWith(Service, StringComparison.Ordinal) => ToService(label, to[Service.Length..]),
        _ => null,
    };

    // Whoever cannot call from this device needs to see the number. A service of which nothing may be shown today is one of many that help.
    private LandingLink ToService(string label, string id) => citations.Mention(id) switch
    {
        { Phone: { } phone } => new(label, phone.Href, phone.Text),
        { Ways: [var way, ..] } => new(label, way.Href, Outward: true),
        _ => new(label, $"/{frame.Language}/find-help"),
    };
}
