using Cairn.Say.Posters.Rendering;
using Cairn.Tests.Say.Packs;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Say.Posters;

public sealed class ArtworkCommandsTests : IDisposable
{
    private readonly string to = Directory.CreateTempSubdirectory("cairn-render-").FullName;
    private readonly FakeTimeProvider time = new(TemporaryPack.Time.GetUtcNow());

    [Fact]
    public void A_second_run_with_nothing_changed_says_the_same_and_touches_no_file()
    {
        var (_, first) = Render(Checkout.Campaign);
        var before = Written();

        var (exit, second) = Render(Checkout.Campaign);

        Assert.Equal(0, exit);
        Assert.Contains("16 pictures made", first, StringComparison.Ordinal);
        Assert.Contains("0 pictures made (0.0 MB) and 16 unchanged", second, StringComparison.Ordinal);
        Assert.EndsWith("Every one says that it is a demonstration.", second.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(before, Written());
    }

    [Theory]
    [InlineData("one-click.en.thumb.png")]
    [InlineData("one-click.en.html")]
    [InlineData("manifest.json")]
    public void A_file_that_was_changed_or_taken_away_comes_back_as_it_was(string file)
    {
        Render(Checkout.Campaign);
        var path = Path.Combine(to, file);
        var whole = File.ReadAllBytes(path);

        // As long as before: only its time tells.
        File.WriteAllBytes(path, new byte[whole.Length]);
        Render(Checkout.Campaign);
        Assert.Equal(whole, File.ReadAllBytes(path));

        File.Delete(path);
        Render(Checkout.Campaign);
        Assert.Equal(whole, File.ReadAllBytes(path));
    }

    [Fact]
    public void A_changed_pack_another_day_another_partner_and_all_are_looked_at_anew()
    {
        using var pack = new TemporaryPack(Checkout.Campaign);
        Render(pack.Folder);

        pack.Change("artwork.yaml", "One number from the register.", "One number of blorptang.");
        var changed = Render(pack.Folder).People;
        var same = Render(pack.Folder).People;
        var partner = Render(pack.Folder, "--partner", "Blorptang Council").People;
        var all = Render(pack.Folder, "--partner", "Blorptang Council", "--all").People;
        time.Advance(TimeSpan.FromDays(3000));
        var (exit, late) = Render(pack.Folder, "--partner", "Blorptang Council");

        Assert.Contains("1 pictures made", changed, StringComparison.Ordinal);
        Assert.Contains("15 unchanged", changed, StringComparison.Ordinal);
        Assert.Contains("0 pictures made (0.0 MB) and 16 unchanged", same, StringComparison.Ordinal);
        Assert.Contains("16 pictures made", partner, StringComparison.Ordinal);
        Assert.Contains("16 pictures made", all, StringComparison.Ordinal);
        // Years later the numbers are no longer checked, and no picture may carry them.
        Assert.Equal(1, exit);
        Assert.Contains("may not be shown today", late, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_with_faults_is_never_taken_for_a_finished_one()
    {
        using var pack = new TemporaryPack(Checkout.Campaign);
        time.Advance(TimeSpan.FromDays(3000));

        var first = Render(pack.Folder);
        var second = Render(pack.Folder);

        Assert.Equal(1, first.Exit);
        Assert.Equal((1, true), (second.Exit, second.People.Contains("may not be shown today", StringComparison.Ordinal)));
    }

    public void Dispose() => Directory.Delete(to, recursive: true);

    private (int Exit, string People) Render(string pack, params string[] more)
    {
        using var people = new StringWriter();
        var parsed = ArtworkCommands.All(time).Parse(["render", pack, "--out", to, "--format", "thumb", "--language", "en", .. more]);
        var exit = parsed.Invoke(new() { Error = people });
        return (exit, people.ToString());
    }

    private Dictionary<string, DateTime> Written() => Directory.GetFiles(to).ToDictionary(f => f, File.GetLastWriteTimeUtc);
}
