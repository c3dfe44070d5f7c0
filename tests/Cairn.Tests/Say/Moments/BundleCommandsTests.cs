using System.CommandLine;
using System.Security.Cryptography;
using Cairn.Moment.Bundles;
using Cairn.Say.Moments;
using Cairn.Tests.Say.Packs;
using Microsoft.Extensions.Time.Testing;
using Given = Cairn.Tests.Say.Packs.Given;

namespace Cairn.Tests.Say.Moments;

public sealed class BundleCommandsTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("cairn-test-").FullName;
    private readonly FakeTimeProvider time = new(TemporaryPack.Time.GetUtcNow());

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Fact]
    public void A_key_is_made_a_bundle_built_of_a_folder_and_verified()
    {
        using var pack = Given.APack();
        File.WriteAllBytes(At("list"), [.. "CAIRNTRM"u8, 1, 2, 3]);

        var made = Run("sign", "key", "--out", At("key"), "--public", At("public"));
        var built = Run("bundle", "build", pack.Folder, "--terms", At("list"), "--sign", At("key"), "--out", At("bundle"));
        var verified = Run("bundle", "verify", At("bundle"), "--key", At("public"));

        Assert.Equal((0, ""), (made.Exit, made.Output));
        Assert.Equal((0, ""), (built.Exit, built.Output));
        Assert.Contains("It is a demonstration, and every message says so.", built.People, StringComparison.Ordinal);
        Assert.Contains("Its owner is Demonstration.", built.People, StringComparison.Ordinal);
        Assert.Equal(0, verified.Exit);
        Assert.Matches("^campaign\tsmall\nrevision\t[0-9a-f]{64}\ndemonstration\tyes\nissued\t2026-11-23T12:00:00Z\nexpires\t2026-12-07T12:00:00Z\nmessages\t2\nways\t[0-9]+\nterms\tyes\n$", verified.Output);
        Assert.Equal(["bundle", "key", "list", "public"], Directory.GetFiles(home).Select(Path.GetFileName).Order());
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(At("key")));
    }

    [Fact]
    public void A_key_is_never_overwritten_neither_half_of_it()
    {
        Run("sign", "key", "--out", At("key"), "--public", At("public"));
        var before = (File.ReadAllText(At("key")), File.ReadAllText(At("public")));

        var again = Run("sign", "key", "--out", At("key"), "--public", At("other"));
        var other = Run("sign", "key", "--out", At("other"), "--public", At("public"));
        var same = Run("sign", "key", "--out", At("one"), "--public", At("one"));
        var nowhere = Run("sign", "key", "--out", Path.Combine(home, "no", "key"), "--public", At("third"));

        Assert.Equal((1, 1, 1, 1), (again.Exit, other.Exit, same.Exit, nowhere.Exit));
        Assert.Contains("never overwritten", again.People, StringComparison.Ordinal);
        Assert.Equal(before, (File.ReadAllText(At("key")), File.ReadAllText(At("public"))));
        Assert.Equal(["key", "public"], Directory.GetFiles(home).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_folder_with_errors_makes_no_bundle_and_the_one_before_stays()
    {
        using var pack = Given.APack();
        Run("sign", "key", "--out", At("key"), "--public", At("public"));
        Run("bundle", "build", pack.Folder, "--sign", At("key"), "--out", At("bundle"));
        var before = File.ReadAllBytes(At("bundle"));

        var refused = Run("bundle", "build", pack.Append("campaign.yaml", "blorptang: true\n").Folder, "--sign", At("key"), "--out", At("bundle"));

        Assert.Equal(1, refused.Exit);
        Assert.Contains("SHAPE007", refused.People, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(At("bundle")));
    }

    [Fact]
    public void Nothing_is_built_with_the_wrong_files_and_nothing_replaces_a_key_or_a_list()
    {
        using var pack = Given.APack();
        Run("sign", "key", "--out", At("key"), "--public", At("public"));
        File.WriteAllText(At("plain"), "zorkel fint\n");
        File.WriteAllBytes(At("list"), [.. "CAIRNTRM"u8]);

        var plain = Run("bundle", "build", pack.Folder, "--terms", At("plain"), "--sign", At("key"), "--out", At("bundle"));
        var open = Run("bundle", "build", pack.Folder, "--sign", At("public"), "--out", At("bundle"));
        var rubbish = Run("bundle", "build", pack.Folder, "--sign", At("plain"), "--out", At("bundle"));
        var missing = Run("bundle", "build", pack.Folder, "--sign", At("none"), "--out", At("bundle"));
        var overKey = Run("bundle", "build", pack.Folder, "--sign", At("key"), "--out", At("key"));
        var overList = Run("bundle", "build", pack.Folder, "--terms", At("list"), "--sign", At("key"), "--out", At("list"));
        var noFolder = Run("bundle", "build", At("nowhere"), "--sign", At("key"), "--out", At("bundle"));

        Assert.All(new[] { plain, open, rubbish, missing, overKey, overList, noFolder }, r => Assert.Equal(1, r.Exit));
        Assert.Contains("cairn terms seal", plain.People, StringComparison.Ordinal);
        Assert.All(new[] { plain, open, rubbish, missing, overKey, overList, noFolder }, r => Assert.DoesNotContain("zorkel", r.People, StringComparison.Ordinal));
        Assert.False(File.Exists(At("bundle")));
        Assert.StartsWith("-----BEGIN PRIVATE KEY", File.ReadAllText(At("key")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_with_a_bundle_is_said_in_one_sentence()
    {
        using var pack = Given.APack();
        Run("sign", "key", "--out", At("key"), "--public", At("public"));
        Run("sign", "key", "--out", At("key2"), "--public", At("public2"));
        Run("bundle", "build", pack.Folder, "--sign", At("key"), "--out", At("bundle"));
        var good = File.ReadAllBytes(At("bundle"));
        File.WriteAllBytes(At("cut"), good[..^1]);
        File.WriteAllBytes(At("later"), [.. good[..8], 9, .. good[9..]]);
        File.WriteAllBytes(At("changed"), [.. good[..100], (byte)(good[100] ^ 1), .. good[101..]]);
        File.WriteAllText(At("rubbish"), "zorkel");

        Refused("This is not a bundle", At("rubbish"), At("public"));
        Refused("is not whole", At("cut"), At("public"));
        Refused("has format 9", At("later"), At("public"));
        Refused("was not signed with this key, or was changed since", At("changed"), At("public"));
        Refused("was not signed with this key", At("bundle"), At("public2"));
        Refused("is a private key, which stays where it is", At("bundle"), At("key"));
        Refused("is not a public key", At("bundle"), At("rubbish"));
        Refused("could not be read", At("nowhere"), At("public"));
        time.Advance(TimeSpan.FromDays(14));
        Refused("ran out on 2026-12-07 12:00 UTC", At("bundle"), At("public"));
        Refused("still to come", At("bundle"), At("public"), new FakeTimeProvider(TemporaryPack.Time.GetUtcNow().AddMinutes(-6)));
    }

    [Fact]
    public void A_bundle_of_the_same_folder_built_later_replaces_the_first()
    {
        using var pack = Given.APack();
        Run("sign", "key", "--out", At("key"), "--public", At("public"));
        Run("bundle", "build", pack.Folder, "--sign", At("key"), "--out", At("one"));
        time.Advance(TimeSpan.FromMinutes(1));
        Run("bundle", "build", pack.Change("messages/en.yaml", "You can stop this now.", "You can stop now.").Folder, "--sign", At("key"), "--out", At("two"));

        var (one, two) = (Read("one"), Read("two"));

        two.CheckClock(time.GetUtcNow(), one);
        Assert.Throws<Cairn.Moment.MomentException>(() => one.CheckClock(time.GetUtcNow(), two));
    }

    private Bundle Read(string name)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(At("public")));
        return Bundle.Read(File.ReadAllBytes(At(name)), key.ExportSubjectPublicKeyInfo());
    }

    private string At(string name) => Path.Combine(home, name);

    private void Refused(string sentence, string bundle, string key, TimeProvider? clock = null)
    {
        var (exit, output, people) = Run(clock ?? time, "bundle", "verify", bundle, "--key", key);

        Assert.Equal((1, ""), (exit, output));
        Assert.Contains(sentence, people, StringComparison.Ordinal);
        Assert.Single(people.TrimEnd('\n').Split('\n'));
        Assert.DoesNotContain("zorkel", people, StringComparison.Ordinal);
    }

    private (int Exit, string Output, string People) Run(params string[] words) => Run(time, words);

    private static (int Exit, string Output, string People) Run(TimeProvider time, params string[] words)
    {
        using var output = new StringWriter();
        using var people = new StringWriter();
        var root = new RootCommand { SignCommands.All(), BundleCommands.All(time) };
        var exit = root.Parse(words).Invoke(new InvocationConfiguration { Output = output, Error = people });
        return (exit, output.ToString(), people.ToString());
    }
}
