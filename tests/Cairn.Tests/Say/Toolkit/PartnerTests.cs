using System.Net;
using Cairn.Tests.Say.Packs;

namespace Cairn.Tests.Say.Toolkit;

public sealed class PartnerTests
{
    [Fact]
    public async Task Only_a_partner_that_the_pack_names_stands_beside_the_campaign()
    {
        using var pack = new TemporaryPack(Checkout.Campaign).Change("campaign.yaml", "partners: []", "partners: [Blorptang Trust]");
        await using var cairn = await RunningCairn.Start(pack.Folder);
        var card = (await cairn.Http.Page("/en/toolkit")).Cards()[0];
        var link = card.QuerySelector("a[href*='partner=']")!;

        var together = await cairn.Http.Unzipped(link.GetAttribute("href")!);
        using var stranger = await cairn.Http.Get(card.Zip() + "?partner=Another%20Trust");
        var alone = await cairn.Http.Unzipped(card.Zip());

        Assert.Contains("With Blorptang Trust", link.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        var picture = Assert.Single(together.Keys, f => f.Contains(".a4.", StringComparison.Ordinal));
        Assert.NotEqual(alone[picture], together[picture]);
    }
}
