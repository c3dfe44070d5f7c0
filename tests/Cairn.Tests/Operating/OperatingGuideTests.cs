using System.Diagnostics;
using System.Text.RegularExpressions;
using Cairn.Say.Packs.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Tests.Operating;

/// <summary>Does what <c>docs/operating.md</c> tells an operator to do, word by word, on a machine that is then lost and on an empty one.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed partial class OperatingGuideTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("cairn-test-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Theory, EachDatabase]
    public async Task What_was_backed_up_as_the_guide_says_is_served_again_on_an_empty_machine(Engine engine)
    {
        var blocks = BlocksOf("Backup and restore");
        Assert.Equal(2, blocks.Count);
        await using var first = await TestDatabase.Empty(engine);
        await using var second = await TestDatabase.Empty(engine);
        var old = Machine("old");
        var campaign = Path.Combine(old, "campaign");
        Copy(Checkout.Campaign, campaign);
        await File.AppendAllTextAsync(Path.Combine(campaign, "campaign.yaml"), "# blorptang\n", Cancel);
        await Bash(old, first, "cairn keyring init && cairn pack publish campaign --approve-as-demo >revision");
        var revision = (await File.ReadAllTextAsync(Path.Combine(old, "revision"), Cancel)).Trim();

        await Bash(old, first, blocks[0]);
        var fresh = Machine("new");
        Directory.Move(Path.Combine(old, "backup"), Path.Combine(fresh, "backup"));
        Directory.Delete(old, recursive: true);
        await Bash(fresh, second, blocks[1]);

        await using var cairn = await RunningCairn.At(Path.Combine(fresh, "data"), Path.Combine(fresh, "keyring"), second.CairnDatabase, campaign: null);
        Assert.Equal(revision, cairn.Services.GetRequiredService<PublishedPacks>().Current!.Revision);
        Assert.Equal(200, (int)(await cairn.Http.GetAsync("/en", Cancel)).StatusCode);
    }

    private static IReadOnlyList<string> BlocksOf(string section)
    {
        var text = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "operating.md"));
        var part = text.Split($"\n## {section}\n")[1].Split("\n## ")[0];
        return [.. ShellBlock().Matches(part).Select(m => m.Groups["commands"].Value)];
    }

    private string Machine(string name) => Directory.CreateDirectory(Path.Combine(home, name)).FullName;

    /// <summary>With the program on the path, as an installed one would be.</summary>
    private async Task Bash(string machine, TestDatabase database, string commands)
    {
        var bin = Directory.CreateDirectory(Path.Combine(home, "bin")).FullName;
        var cairn = Path.Combine(bin, "cairn");
        await File.WriteAllTextAsync(cairn, $"#!/bin/sh\nexec {string.Join(' ', CairnProcess.Command.Select(w => $"'{w}'"))} \"$@\"\n", Cancel);
        File.SetUnixFileMode(cairn, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", commands]) { WorkingDirectory = machine, RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["PATH"] = $"{bin}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["CAIRN_DATABASE"] = database.CairnDatabase;
        start.Environment["CAIRN_PASSPHRASE"] = CairnProcess.Passphrase;
        start.Environment.Remove("CAIRN_KEYRING");

        using var bash = Process.Start(start)!;
        var said = await Task.WhenAll(bash.StandardOutput.ReadToEndAsync(Cancel), bash.StandardError.ReadToEndAsync(Cancel));
        await bash.WaitForExitAsync(Cancel);
        Assert.True(bash.ExitCode == 0, $"{commands}\n{string.Concat(said)}");
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    [GeneratedRegex(@"^```sh\n(?<commands>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShellBlock();
}
