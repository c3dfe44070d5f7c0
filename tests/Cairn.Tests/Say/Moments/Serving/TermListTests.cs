using System.Text;
using Cairn.Foundation.Storage;
using Cairn.Moment.Terms;
using Cairn.Say.Moments.Serving;
using Cairn.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Say.Moments.Serving;

public sealed class TermListTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cairn-terms-").FullName;

    private string Key => Path.Combine(folder, "terms.key");

    private string List => Path.Combine(folder, "list.sealed");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_server_with_a_list_and_its_key_matches_text_itself()
    {
        Seal("blorptang vestibule\nquonk\taction=block\n");
        await using var database = await TestDatabase.Empty(Engine.Sqlite);
        await using var cairn = await On(database, new(List, Key, InBundle: false));
        using var platform = await APlatform.On(cairn);

        var warned = await platform.Asks("""{"surface":"search","text":"my bl0rptang vestibule","language":"en"}""");
        var blocked = await platform.Asks("""{"surface":"search","text":"Quonk","language":"en"}""");
        var clean = await platform.Asks("""{"surface":"search","text":"weather tomorrow","language":"en"}""");

        Assert.Equal("warn", warned.GetProperty("action").GetString());
        Assert.Equal("block", blocked.GetProperty("action").GetString());
        Assert.Equal("""{"show":false}""", clean.GetRawText());
        Assert.False(cairn.Services.GetRequiredService<MomentsOnAir>().Current!.Bundle.HasTerms, "A list travels only when it is told to.");
    }

    [Fact]
    public async Task A_list_travels_in_the_bundle_when_it_is_told_to_and_a_server_without_its_key_matches_nothing()
    {
        Seal("blorptang vestibule\n");
        await using var database = await TestDatabase.Empty(Engine.Sqlite);
        await using var cairn = await On(database, new(List, null, InBundle: true));
        using var platform = await APlatform.On(cairn);

        using var text = await platform.Post("moments", """{"surface":"search","text":"blorptang vestibule","language":"en"}""");
        var bundle = cairn.Services.GetRequiredService<MomentsOnAir>().Current!.Bundle;
        using var opened = bundle.OpenTerms(TermKey.Read(Key));

        Assert.Equal(422, (await APlatform.Refusal(text)).Status);
        Assert.Equal(TermAction.Warn, opened!.Match("blorptang vestibule"));
    }

    [Fact]
    public async Task With_a_list_that_cannot_be_used_a_server_refuses_to_start_and_says_why()
    {
        Seal("blorptang vestibule\n");
        var other = Path.Combine(folder, "other.key");
        TermKey.Make().Write(other);
        var damaged = Path.Combine(folder, "damaged.sealed");
        var bytes = await File.ReadAllBytesAsync(List, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(damaged, bytes[..^3], TestContext.Current.CancellationToken);

        var missing = await Refused(new(Path.Combine(folder, "none"), Key, false));
        var wrong = await Refused(new(List, other, false));
        var cut = await Refused(new(damaged, Key, true));
        var keyless = await Refused(new(null, Key, false));
        var travelling = await Refused(new(Path.Combine(folder, "none"), null, true));

        Assert.All([missing, wrong, cut, keyless, travelling], sentence => Assert.Contains("CAIRN_TERMS", sentence, StringComparison.Ordinal));
        Assert.All([missing, wrong, cut, keyless, travelling], sentence => Assert.DoesNotContain("blorptang", sentence, StringComparison.Ordinal));
        Assert.Equal(4, new[] { missing, wrong, cut, keyless }.Distinct().Count());
    }

    private void Seal(string lines)
    {
        var key = TermKey.Make();
        key.Write(Key);
        using var file = File.Create(List);
        TermSealer.Seal(new MemoryStream(Encoding.UTF8.GetBytes(lines)), key, file);
    }

    private static async Task<string> Refused(TermSettings terms)
    {
        await using var database = await TestDatabase.Empty(Engine.Sqlite);
        return (await Assert.ThrowsAsync<StorageException>(async () => await On(database, terms))).Message;
    }

    private static Task<RunningCairn> On(TestDatabase database, TermSettings terms) =>
        RunningCairn.With(new ServeOptions("http://127.0.0.1:0", database.Directory, database.KeyringDirectory, Checkout.Campaign, Drafts: false, database.CairnDatabase, Terms: terms));
}
