using Cairn.Say.Packs.Approval.Differences;
using Cairn.Say.Packs.Publishing;

namespace Cairn.Tests.Say.Packs.Approval.Differences;

public sealed class PackDifferenceTests : IDisposable
{
    private readonly TemporaryPack before = Given.APack();
    private readonly TemporaryPack after = Given.APack();

    public void Dispose()
    {
        before.Dispose();
        after.Dispose();
    }

    [Fact]
    public void The_same_files_differ_in_nothing()
    {
        var difference = Between();

        Assert.Empty(difference.Files);
        Assert.Equal(PackFiles.FromFolder(before.Folder).Paths.Count(), difference.Unchanged);
    }

    [Theory]
    [InlineData("messages/en.yaml", "You can stop this now.", "You can stop today.", "stop-now", "heading", "en")]
    [InlineData("messages/en.yaml", "appeal: law", "appeal: harm", "stop-now", "appeal", "en")]
    [InlineData("services.yaml", "0808 157 0123", "0808 157 0789", "line", "phone.value", null)]
    [InlineData("services.yaml", "Free and private.", "Free.", "line", "about.value.en", "en")]
    [InlineData("figures.yaml", "value: 23", "value: 24", "share", "value", null)]
    [InlineData("campaign.yaml", "https://www.bbc.co.uk/weather", "https://example.org/weather", "", "exit", null)]
    [InlineData("pages/gd/home.md", "Tha rudeigin", "Tha nì", "", "heading", "gd")]
    [InlineData("pages/gd/home.md", "## ", "## Seo: ", "", "text", "gd")]
    [InlineData("pages/gd/home.md", "to: /find-help", "to: /parents", "", "action.to", "gd")]
    public void A_changed_text_is_found_under_the_name_it_has_in_its_file(string file, string words, string into, string owner, string key, string? language)
    {
        after.Change(file, words, into);

        var changed = Assert.Single(Assert.Single(Between().Files).Changed);

        Assert.Equal((owner, key, language), (changed.Owner, changed.Key, changed.Language?.Code));
        Assert.Contains(changed.Old.Concat(changed.New), s => s.Fate != Fate.Same);
    }

    [Fact]
    public void What_came_and_what_went_is_listed_as_such()
    {
        after.Change("messages/en.yaml", "id: stop-now", "id: blorptang").Without("pages/gd/home.md").With("words/pl.yaml", "frame:\n  title: Pomoc\n");

        var files = Between().Files;

        Assert.Equal([("messages/en.yaml", Fate.Same), ("pages/gd/home.md", Fate.Gone), ("words/pl.yaml", Fate.New)], files.Select(f => (f.Path, f.Fate)));
        Assert.All(files[0].Added, a => Assert.Equal("blorptang", a.Owner));
        Assert.All(files[0].Removed, r => Assert.Equal("stop-now", r.Owner));
        Assert.Equal(("", "frame.title", "Pomoc"), (files[2].Added[0].Owner, files[2].Added[0].Key, files[2].Added[0].Text));
    }

    [Fact]
    public void A_file_that_is_no_text_and_one_that_is_no_YAML_are_compared_all_the_same()
    {
        after.With("pages/en/blorptang.bin", [0xff, 0xfe, 0]).With("figures.yaml", "figures: [unclosed\n");

        var files = Between().Files;

        Assert.False(files.Single(f => f.Path == "pages/en/blorptang.bin").IsText);
        Assert.Equal("text", Assert.Single(files.Single(f => f.Path == "figures.yaml").Added).Key);
    }

    private PackDifference Between() => PackDifference.Between(PackFiles.FromFolder(before.Folder), PackFiles.FromFolder(after.Folder));
}
