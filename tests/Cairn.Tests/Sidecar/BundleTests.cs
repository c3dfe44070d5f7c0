using System.Net;
using System.Security.Cryptography;
using Cairn.Sidecar;
using Cairn.Tests.Moment;
using Microsoft.AspNetCore.Http;

namespace Cairn.Tests.Sidecar;

public sealed class BundleTests
{
    private static readonly DateTimeOffset Later = SmallBundle.Now.AddMinutes(-10);
    private static readonly DateTimeOffset Earlier = SmallBundle.Now.AddMinutes(-20);

    public static TheoryData<string> Bad => ["rolled back", "run out", "of the future", "signed by another", "of another campaign", "half of it", "changed by a byte", "not a bundle", "nothing"];

    [Theory, MemberData(nameof(Bad))]
    public async Task A_bad_bundle_never_replaces_a_good_one_also_not_at_the_next_start(string how)
    {
        await using var sidecar = new SmallSidecar();
        sidecar.Issue(Later);
        await sidecar.Start();
        var good = sidecar.Running.Bundles.InForce!.Bundle.Tag;

        Write(sidecar, how);
        await sidecar.Running.Look(SmallSidecar.Cancel);

        Assert.Equal(good, sidecar.Running.Bundles.InForce!.Bundle.Tag);
        Assert.Equal(200, (int)(await sidecar.Ask()).StatusCode);
        Assert.Single((await sidecar.Health())["troubles"]!.AsArray());
        await sidecar.Restart();
        Assert.Equal(good, sidecar.Running.Bundles.InForce!.Bundle.Tag);
        Assert.Equal(200, (int)(await sidecar.Ask()).StatusCode);
    }

    [Theory, MemberData(nameof(Bad))]
    public async Task A_bad_bundle_from_the_server_never_replaces_a_good_one_also_not_at_the_next_start(string how)
    {
        await using var receiver = await SmallReceiver.Start();
        await using var sidecar = new SmallSidecar();
        receiver.Bundles = http => http.Response.Body.WriteAsync(sidecar.Made(Later)).AsTask();
        await sidecar.Start(sidecar.Options with { Bundle = receiver.Address.ToString() });
        await sidecar.Running.Pull(SmallSidecar.Cancel);
        var good = sidecar.Running.Bundles.InForce!.Bundle.Tag;

        Write(sidecar, how);
        receiver.Bundles = http => http.Response.Body.WriteAsync(File.ReadAllBytes(sidecar.BundleFile)).AsTask();
        await sidecar.Running.Pull(SmallSidecar.Cancel);

        Assert.Equal(good, sidecar.Running.Bundles.InForce!.Bundle.Tag);
        Assert.Single((await sidecar.Health())["troubles"]!.AsArray());
        await sidecar.Restart();
        await sidecar.Running.Pull(SmallSidecar.Cancel);
        Assert.Equal(good, sidecar.Running.Bundles.InForce!.Bundle.Tag);
    }

    [Fact]
    public async Task A_newer_bundle_comes_into_force_while_questions_are_answered()
    {
        await using var sidecar = new SmallSidecar();
        sidecar.Issue(Earlier);
        await sidecar.Start();
        using var end = new CancellationTokenSource();
        var asking = Task.Run(async () =>
        {
            var answers = new List<HttpStatusCode>();
            while (!end.IsCancellationRequested)
                answers.Add((await sidecar.Ask()).StatusCode);
            return answers;
        }, SmallSidecar.Cancel);

        sidecar.Issue(Later);
        await sidecar.Running.Look(SmallSidecar.Cancel);
        await sidecar.Ask();
        await end.CancelAsync();

        Assert.Equal(Later, sidecar.Running.Bundles.InForce!.Bundle.Issued);
        Assert.All(await asking, status => Assert.Equal(HttpStatusCode.OK, status));
    }

    [Fact]
    public async Task A_download_that_breaks_off_or_never_ends_leaves_the_good_one_in_force()
    {
        await using var receiver = await SmallReceiver.Start();
        await using var sidecar = new SmallSidecar();
        receiver.Bundles = http => http.Response.Body.WriteAsync(sidecar.Made(Earlier)).AsTask();
        await sidecar.Start(sidecar.Options with { Bundle = receiver.Address.ToString() });
        await sidecar.Running.Pull(SmallSidecar.Cancel);
        var newer = sidecar.Made(Later);
        receiver.Bundles = async http =>
        {
            http.Response.ContentLength = newer.Length;
            await http.Response.Body.WriteAsync(newer.AsMemory(0, newer.Length / 2));
            await http.Response.Body.FlushAsync();
            http.Abort();
        };

        await sidecar.Running.Pull(SmallSidecar.Cancel);

        Assert.Equal(Earlier, sidecar.Running.Bundles.InForce!.Bundle.Issued);
        Assert.Contains("broke off on its way", sidecar.People.ToString(), StringComparison.Ordinal);
        receiver.Bundles = http =>
        {
            http.Response.ContentLength = 300L * 1024 * 1024;
            return http.Response.Body.FlushAsync();
        };
        await sidecar.Running.Pull(SmallSidecar.Cancel);
        Assert.Contains("sends more than 256 MB", sidecar.People.ToString(), StringComparison.Ordinal);
        Assert.Equal(Earlier, sidecar.Running.Bundles.InForce!.Bundle.Issued);
    }

    [Fact]
    public async Task The_server_is_asked_for_what_is_newer_and_to_wait_for_it()
    {
        await using var receiver = await SmallReceiver.Start();
        await using var sidecar = new SmallSidecar();
        receiver.Bundles = http =>
        {
            http.Response.Headers.ETag = "\"one\"";
            http.Response.StatusCode = http.Request.Headers.IfNoneMatch == "\"one\"" ? 304 : 200;
            return http.Response.StatusCode == 304 ? Task.CompletedTask : http.Response.Body.WriteAsync(sidecar.Made(Later)).AsTask();
        };
        await sidecar.Start(sidecar.Options with { Bundle = receiver.Address.ToString(), Token = "blorptang-token" });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await sidecar.Ask()).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await sidecar.Http.GetAsync("/healthz", SmallSidecar.Cancel)).StatusCode);
        await sidecar.Running.Pull(SmallSidecar.Cancel);
        await sidecar.Running.Pull(SmallSidecar.Cancel);

        Assert.Equal(["GET /api/v1/bundles/current Bearer blorptang-token  ", "GET /api/v1/bundles/current Bearer blorptang-token \"one\" wait=60"], receiver.Asked);
        Assert.Equal(HttpStatusCode.OK, (await sidecar.Ask()).StatusCode);
        Assert.Empty(sidecar.People.ToString());
    }

    [Fact]
    public async Task A_start_without_the_server_goes_on_with_the_last_good_bundle_even_when_it_has_run_out()
    {
        await using var receiver = await SmallReceiver.Start();
        await using var sidecar = new SmallSidecar();
        receiver.Bundles = http => http.Response.Body.WriteAsync(sidecar.Made(Later)).AsTask();
        await sidecar.Start(sidecar.Options with { Bundle = receiver.Address.ToString() });
        await sidecar.Running.Pull(SmallSidecar.Cancel);

        // Nobody listens there, and nobody ever answers.
        sidecar.Time.Advance(TimeSpan.FromDays(20));
        await sidecar.Restart(sidecar.Options with { Bundle = "http://127.0.0.1:1/" });
        var pause = Task.Run(() => sidecar.Running.Pull(SmallSidecar.Cancel), SmallSidecar.Cancel);

        Assert.Equal(HttpStatusCode.OK, (await sidecar.Ask()).StatusCode);
        Assert.Equal("stale", (string?)(await sidecar.Health())["state"]);
        await pause;
    }

    [Fact]
    public async Task A_new_key_begins_anew()
    {
        await using var sidecar = new SmallSidecar();
        sidecar.Issue(Later);
        await sidecar.Start();
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllBytes(sidecar.PublicKey, other.ExportSubjectPublicKeyInfo());
        File.WriteAllBytes(sidecar.BundleFile, sidecar.Made(Earlier, by: other));

        await sidecar.Restart();

        Assert.Equal(Earlier, sidecar.Running.Bundles.InForce!.Bundle.Issued);
    }

    private static void Write(SmallSidecar sidecar, string how)
    {
        using var another = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var newer = sidecar.Made(SmallBundle.Now);
        File.WriteAllBytes(sidecar.BundleFile, how switch
        {
            "rolled back" => sidecar.Made(Earlier),
            "run out" => sidecar.Made(SmallBundle.Now.AddDays(-15)),
            "of the future" => sidecar.Made(SmallBundle.Now.AddHours(1)),
            "signed by another" => sidecar.Made(SmallBundle.Now, by: another),
            "of another campaign" => sidecar.Made(SmallBundle.Now, "snorfle-campaign"),
            "half of it" => newer[..(newer.Length / 2)],
            "changed by a byte" => [.. newer[..200], (byte)(newer[200] ^ 1), .. newer[201..]],
            "not a bundle" => "blorptang"u8.ToArray(),
            _ => [],
        });
        // Written within the same tick of the file system's clock as the good one, it would not be looked at.
        File.SetLastWriteTimeUtc(sidecar.BundleFile, new DateTime(2026, 11, 24, 12, 0, 0, DateTimeKind.Utc));
    }
}
