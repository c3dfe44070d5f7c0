using System.Net;
using Cairn.Help;
using Cairn.Help.Helpline;
using Cairn.Help.Helpline.Threads;
using Cairn.Help.Sealing;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Help.Helpline;

public sealed class KeyringLostTests
{
    /// <summary>As a share does that is not mounted for a while: no code may be given out under keys that nobody has afterwards.</summary>
    [Fact]
    public async Task A_code_that_was_given_while_the_keyring_was_away_opens_when_it_is_back()
    {
        await using var database = await TestDatabase.Empty(Engine.Sqlite);
        await using var cairn = await RunningCairn.On(database, instead: s => s.AddSingleton(new Rehearsal(true)));
        var away = database.KeyringDirectory + "-away";
        System.IO.Directory.Move(database.KeyringDirectory, away);
        var answer = await cairn.Http.Talk("send", ("text", "blorptang"), ("submission", PostedTalk.NewSubmission()));
        if (System.IO.Directory.Exists(database.KeyringDirectory))
            System.IO.Directory.Delete(database.KeyringDirectory, recursive: true);
        System.IO.Directory.Move(away, database.KeyringDirectory);

        Assert.True(answer.Status == HttpStatusCode.OK || answer.Box == "blorptang");
        if (answer.Status != HttpStatusCode.OK)
            answer = await cairn.Http.Talk("send", ("text", "blorptang"), ("submission", PostedTalk.NewSubmission()));
        // Another program, which reads its keys from the keyring that came back.
        var another = database.Program(null, s => s.AddConversations());
        var (lookup, seed) = (new byte[16], new byte[SeekerKeys.SeedBytes]);
        SeekerKeys.Derive(SeekerCode.Read(answer.Code)!.Value, another.GetRequiredService<SiteKeys>(), lookup, seed);
        Assert.NotNull(await another.GetRequiredService<ThreadReader>().ByLookup(lookup, TestContext.Current.CancellationToken));
    }
}
