using System.Text;
using Cairn.Foundation.Web;
using Cairn.Help.Directory;
using NodaTime;

namespace Cairn.Help.Concerns;

/// <summary>The services that the report pages name: whom to tell instead, and who takes pictures down. What may be shown of them the directory decides.</summary>
internal sealed class WaysToTell(ServiceDirectory directory, DrawnPages pages, TimeProvider time)
{
    private static readonly string[] Instead = ["childline", "ceop", "police-101"];

    /// <summary>Now, where the services are.</summary>
    public LocalDateTime Now => Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(Showing.Zone).LocalDateTime;

    /// <summary>Cards of the services to tell instead, as HTML of ours.</summary>
    public async ValueTask<byte[]> In(Frame frame)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        if (directory.WordsIn(frame.Language) is not { } words)
            return [];
        var cards = Instead.Select(id => directory.Find(id, now)).OfType<ListedService>().Select(s => ServiceCardModel.Of(s, words, frame.Language, frame.Words.Clock, now)).ToList();
        return Encoding.UTF8.GetBytes(await pages.Html<ServiceCards>(new Dictionary<string, object?> { ["Cards"] = cards }));
    }

    /// <summary>A service as a name and an address, or null when nothing of it may be shown.</summary>
    public (string Name, string Href)? Named(string id) => directory.Find(id, Instant.FromDateTimeOffset(time.GetUtcNow()))?.Service is { } service && (service.Form ?? service.Website) is { } address
        ? (service.Name.Value, address.Value.AbsoluteUri)
        : null;
}
