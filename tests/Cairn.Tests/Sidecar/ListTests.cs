using System.Text;
using System.Text.Json.Nodes;
using Cairn.Moment.Bundles;
using Cairn.Moment.Terms;
using Cairn.Sidecar;
using Cairn.Tests.Moment;

namespace Cairn.Tests.Sidecar;

/// <summary>Nonsense lists, inside the bundle and beside it.</summary>
public sealed class ListTests
{
    [Fact]
    public async Task A_list_inside_the_bundle_is_opened_with_its_key_and_matches_text()
    {
        await using var sidecar = new SmallSidecar();
        var key = KeyFile(sidecar, "terms-key");
        Issue(sidecar, Seal("blorptang snorfle\taction=warn\nglimbo", key.Key));
        await sidecar.Start(sidecar.Options with { TermsKey = key.Path });

        Assert.True(await Shows(sidecar, "where is Bl0rptang  snorfle now"));
        Assert.False(await Shows(sidecar, "where is the blorptang"));
        Assert.Equal(("ok", 2), ((string?)(await sidecar.Health())["state"], (int)(await sidecar.Health())["terms"]!));
    }

    [Fact]
    public async Task A_list_of_ones_own_takes_the_place_of_the_one_inside_and_is_taken_up_when_it_changes()
    {
        await using var sidecar = new SmallSidecar();
        var key = KeyFile(sidecar, "terms-key");
        Issue(sidecar, Seal("blorptang", key.Key));
        var own = Path.Combine(sidecar.Root, "own");
        File.WriteAllBytes(own, Seal("snorfle", key.Key));
        await sidecar.Start(sidecar.Options with { TermsKey = key.Path, Terms = own });
        Assert.Equal((false, true), (await Shows(sidecar, "blorptang"), await Shows(sidecar, "snorfle")));

        File.WriteAllBytes(own, Seal("glimbo and\ngrumbix", key.Key));
        await sidecar.Running.Look(SmallSidecar.Cancel);
        Assert.Equal((true, false), (await Shows(sidecar, "a grumbix"), await Shows(sidecar, "snorfle")));

        File.WriteAllText(own, "half a list");
        await sidecar.Running.Look(SmallSidecar.Cancel);
        Assert.True(await Shows(sidecar, "a grumbix"));
        Assert.Single((await sidecar.Health())["troubles"]!.AsArray());
    }

    [Fact]
    public async Task A_bundle_whose_list_the_key_does_not_open_is_refused_and_the_good_one_stays()
    {
        await using var sidecar = new SmallSidecar();
        var key = KeyFile(sidecar, "terms-key");
        Issue(sidecar, Seal("blorptang", TermKey.Make()));
        await Assert.ThrowsAsync<SidecarException>(() => sidecar.Start(sidecar.Options with { TermsKey = key.Path }));
        Issue(sidecar, Seal("blorptang", key.Key));
        await sidecar.Start(sidecar.Options with { TermsKey = key.Path });

        Issue(sidecar, Seal("snorfle and more", TermKey.Make()), SmallBundle.Now.AddMinutes(1));
        await sidecar.Running.Look(SmallSidecar.Cancel);

        Assert.True(await Shows(sidecar, "blorptang"));
        Assert.DoesNotContain("blorptang", sidecar.People.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_key_the_bundle_serves_and_text_is_not_matched()
    {
        await using var sidecar = new SmallSidecar();
        Issue(sidecar, Seal("blorptang", TermKey.Make()));
        await sidecar.Start();

        Assert.Equal(422, (int)(await sidecar.Ask(Text("blorptang"))).StatusCode);
        Assert.Equal(200, (int)(await sidecar.Ask()).StatusCode);
        Assert.Equal("no list", (string?)(await sidecar.Health())["state"]);
    }

    private static (TermKey Key, string Path) KeyFile(SmallSidecar sidecar, string name)
    {
        var (key, path) = (TermKey.Make(), Path.Combine(sidecar.Root, name));
        key.Write(path);
        return (key, path);
    }

    private static byte[] Seal(string list, TermKey key)
    {
        using var file = new MemoryStream();
        TermSealer.Seal(new MemoryStream(Encoding.UTF8.GetBytes(list)), key, file);
        return file.ToArray();
    }

    private static void Issue(SmallSidecar sidecar, byte[] terms, DateTimeOffset? issued = null) =>
        File.WriteAllBytes(sidecar.BundleFile, Bundle.Of(SmallBundle.Content(issued), terms).Write(sidecar.Signer));

    private static string Text(string text) => $$"""{"surface":"search","text":"{{text}}","language":"en"}""";

    private static async Task<bool> Shows(SmallSidecar sidecar, string text) =>
        (bool)JsonNode.Parse(await (await sidecar.Ask(Text(text))).Content.ReadAsStringAsync(SmallSidecar.Cancel))!["show"]!;
}
