using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using Cairn.Help.Directory.Desk;
using Cairn.Moment.Bundles;
using Cairn.Say.Moments.Platforms;
using Cairn.Say.Moments.Serving;
using Cairn.Tests.Help.Directory.Desk;
using Cairn.Tests.Moment;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Say.Moments.Serving;

public sealed class BundleRouteTests
{
    private static readonly Uri Current = new("/api/v1/bundles/current", UriKind.Relative);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Two_nodes_serve_the_same_bundle_signed_with_the_keyrings_key(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var one = await RunningCairn.On(database);
        await using var two = await RunningCairn.On(database);
        using var platform = await APlatform.On(one);
        using var there = await platform.At(two);
        var key = await CairnProcess.Run(database, "platform", "key", "--data", database.Directory);

        using var here = await platform.Http.GetAsync(Current, Cancel);
        using var other = await there.Http.GetAsync(Current, Cancel);
        var file = await here.Content.ReadAsByteArrayAsync(Cancel);
        var bundle = Bundle.Read(file, PublicKey(key.Output));

        Assert.Equal((200, "application/octet-stream"), ((int)here.StatusCode, here.Content.Headers.ContentType?.ToString()));
        Assert.Equal($"\"{bundle.Tag}\"", here.Headers.ETag!.Tag);
        Assert.Equal(here.Headers.ETag, other.Headers.ETag);
        bundle.CheckClock(TimeProvider.System.GetUtcNow(), null);
        Assert.Equal(file, await (await platform.Http.GetAsync(Current, Cancel)).Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task Who_has_it_already_gets_304_and_may_wait()
    {
        await using var cairn = await RunningCairn.Start();
        using var platform = await APlatform.On(cairn);
        var tag = await Tag(platform);

        using var at_once = await Get(platform, tag);
        using var weak = await Get(platform, "W/" + tag);
        using var among = await Get(platform, "\"blorptang\", " + tag);
        using var other = await Get(platform, "\"blorptang\"", "wait=60");
        using var waited = await Get(platform, tag, "respond-async, wait=1");
        using var nonsense = await Get(platform, tag, "wait=blorptang");

        Assert.All([at_once, weak, among, waited, nonsense], a => Assert.Equal(HttpStatusCode.NotModified, a.StatusCode));
        Assert.All([at_once, waited], a => Assert.Equal(tag, a.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Equal("wait=1", waited.Headers.GetValues("Preference-Applied").Single());
        Assert.False(nonsense.Headers.Contains("Preference-Applied"));
    }

    [Fact]
    public async Task Before_anything_can_be_made_of_what_is_published_there_is_none()
    {
        await using var cairn = await RunningCairn.Start(instead: services => services.AddSingleton<ComposeBundle>((_, _) => throw new Cairn.Moment.MomentException("Blorptang.")));
        using var platform = await APlatform.On(cairn);

        using var bundle = await platform.Http.GetAsync(Current, Cancel);
        using var moment = await platform.Post("moments", APlatform.Term);
        using var page = await cairn.Http.GetAsync(new Uri("/en", UriKind.Relative), Cancel);

        Assert.Equal(503, (await APlatform.Refusal(bundle)).Status);
        Assert.Equal(503, (await APlatform.Refusal(moment)).Status);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_made_never_replaces_a_good_one()
    {
        var broken = false;
        await using var cairn = await RunningCairn.Start(instead: services => services.AddSingleton<ComposeBundle>((_, now) =>
            broken ? SmallBundle.Content(now) with { Arms = [] } : SmallBundle.Content(now)));
        using var platform = await APlatform.On(cairn);
        var tag = await Tag(platform);

        broken = true;
        await AnotherEdition(cairn);
        var still = await Tag(platform);
        broken = false;
        await AnotherEdition(cairn);
        var next = await Tag(platform);

        Assert.Equal(tag, still);
        Assert.NotEqual(tag, next);
    }

    [Fact]
    public async Task A_token_that_was_revoked_while_it_waited_gets_no_bundle()
    {
        await using var cairn = await RunningCairn.Start(instead: services => services.AddSingleton<ComposeBundle>((_, now) => SmallBundle.Content(now)));
        using var platform = await APlatform.On(cairn);
        var waiting = Get(platform, await Tag(platform), "wait=60");

        await cairn.Services.GetRequiredService<PlatformStore>().Revoke("blorptang-search", Cancel);
        await cairn.Services.GetRequiredService<GoodTokens>().Reload(Cancel);
        await Task.Delay(200, Cancel);
        await AnotherEdition(cairn);
        using var answer = await waiting;

        Assert.Equal(401, (await APlatform.Refusal(answer)).Status);
    }

    [Fact]
    public async Task Two_hundred_sidecars_wait_without_a_thread_each_and_hear_of_a_new_bundle_at_once()
    {
        await using var cairn = await RunningCairn.Start(instead: services => services.AddSingleton<ComposeBundle>((_, now) => SmallBundle.Content(now)));
        using var platform = await APlatform.On(cairn);
        var tag = await Tag(platform);
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        var threads = ThreadPool.ThreadCount;

        var waiting = Enumerable.Range(0, 200).Select(_ => Get(platform, tag, "wait=120")).ToList();
        await Task.Delay(3000, Cancel);
        var before = waiting.Count(w => w.IsCompleted);
        var held = (GC.GetTotalMemory(forceFullCollection: true) - memory) / 1024.0 / 200;
        var more = ThreadPool.ThreadCount - threads;
        // Others are answered meanwhile.
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 500; i++)
            await platform.IsShown();
        var rate = 500 / watch.Elapsed.TotalSeconds;
        await AnotherEdition(cairn);
        watch.Restart();
        var answers = await Task.WhenAll(waiting);
        var woken = watch.Elapsed;

        Assert.Equal(0, before);
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Single(answers.Select(a => a.Headers.ETag!.Tag).Distinct());
        Assert.True(more < 100, $"{more} threads more for 200 who wait.");
        Console.Out.WriteLine($"> 200 sidecars waited: {held:0} kB each with their own ends in the same process, {more} threads more; one asker beside them got {rate:0} answers/s; all had the new bundle {woken.TotalMilliseconds:0} ms after it came into force");
        foreach (var answer in answers)
            answer.Dispose();
    }

    [Fact]
    public async Task A_server_that_stops_does_not_wait_for_those_who_wait()
    {
        var cairn = await RunningCairn.Start();
        using var platform = await APlatform.On(cairn);
        var waiting = Get(platform, await Tag(platform), "wait=120");
        await Task.Delay(500, Cancel);

        var watch = Stopwatch.StartNew();
        await cairn.DisposeAsync();
        using var answer = await waiting;

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(100), "It would have waited for two minutes.");
    }

    [Fact]
    public async Task A_number_that_the_desk_retires_is_gone_from_the_bundle_and_from_answers()
    {
        await using var cairn = await RunningCairn.Start();
        using var platform = await APlatform.On(cairn);
        var tag = await Tag(platform);
        var waiting = Get(platform, tag, "wait=60");

        Assert.Contains(cairn.Services.GetRequiredService<MomentsOnAir>().Current!.Bundle.Content.Ways, w => w.Id == "samaritans:call");
        await cairn.Services.GetRequiredService<NoteStore>().Add(NoteOf.Retired("samaritans", "phone", "116 123"), NoteOf.Morag, Cancel);
        using var answer = await waiting;

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEqual(tag, answer.Headers.ETag!.Tag);
        Assert.DoesNotContain(cairn.Services.GetRequiredService<MomentsOnAir>().Current!.Bundle.Content.Ways, w => w.Id == "samaritans:call");
    }

    private static byte[] PublicKey(string pem)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return key.ExportSubjectPublicKeyInfo();
    }

    /// <summary>The same campaign, put on the air again: another object, made at another instant.</summary>
    private static Task AnotherEdition(RunningCairn cairn)
    {
        var onAir = cairn.Services.GetRequiredService<Cairn.Say.Packs.OnAir>();
        onAir.Put(onAir.Shown! with { Version = onAir.Shown!.Version + 1 });
        cairn.Services.GetRequiredService<MomentsOnAir>().Refresh();
        return Task.CompletedTask;
    }

    private static async Task<string> Tag(APlatform platform)
    {
        using var answer = await Get(platform, null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Headers.ETag!.Tag;
    }

    private static Task<HttpResponseMessage> Get(APlatform platform, string? known, string? prefer = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Current);
        if (known is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        if (prefer is not null)
            request.Headers.TryAddWithoutValidation("Prefer", prefer);
        return platform.Http.SendAsync(request, Cancel);
    }
}
