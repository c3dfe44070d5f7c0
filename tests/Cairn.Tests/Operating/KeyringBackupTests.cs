using System.Security.Cryptography;
using System.Text;
using Cairn.Foundation.Storage;
using Cairn.Operating;

namespace Cairn.Tests.Operating;

public sealed class KeyringBackupTests : IDisposable
{
    private const string Passphrase = "four blorptang words here";
    private static readonly DateOnly Today = new(2031, 3, 10);

    // As little work as the format bears, so that many attempts are quick; the commands' test does the whole.
    private static readonly SealedKeyring.Cost Light = new(8, 1);

    private readonly string home = Directory.CreateTempSubdirectory("cairn-test-").FullName;

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Fact]
    public async Task Every_file_of_the_keyring_comes_back_as_it_was()
    {
        var (keyring, file) = await BackedUp();

        var id = KeyringBackup.Restore(Other, file, Passphrase, Today.AddDays(7));

        Assert.Equal(keyring.Id(), id);
        Assert.Equal(keyring.Names(), Other.Names());
        Assert.All(keyring.Names(), name => Assert.Equal(keyring.Read(name), Other.Read(name)));
        Other.RefuseWhenOpen();
    }

    [Fact]
    public async Task The_file_is_for_its_owner_alone_and_holds_no_key_in_the_clear()
    {
        var (keyring, file) = await BackedUp();

        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);

        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.All(keyring.Names(), name => Assert.Equal(-1, bytes.AsSpan().IndexOf(keyring.Read(name))));
        Assert.Equal(-1, bytes.AsSpan().IndexOf("blorptang"u8));
    }

    [Fact]
    public async Task A_backup_is_never_written_over_another()
    {
        var (keyring, file) = await BackedUp();
        var before = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<StorageException>(() => KeyringBackup.Make(keyring, file, Passphrase, Today, Light));

        Assert.Contains("never overwritten", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal([file], Directory.GetFiles(home));
    }

    [Fact]
    public async Task A_wrong_passphrase_is_refused()
    {
        var (_, file) = await BackedUp();

        var sentence = IsRefused(file, "four other words here", Today);

        Assert.Contains("The passphrase is wrong", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damage_at_any_place_is_found()
    {
        var (_, file) = await BackedUp();
        var whole = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);

        for (var i = 0; i < 200; i++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[RandomNumberGenerator.GetInt32(damaged.Length)] ^= (byte)RandomNumberGenerator.GetInt32(1, 256);
            await File.WriteAllBytesAsync(file, i % 10 == 0 ? whole[..RandomNumberGenerator.GetInt32(whole.Length)] : damaged, TestContext.Current.CancellationToken);

            IsRefused(file, Passphrase, Today);
        }
    }

    // Whoever changes it on purpose makes the sum anew; then the cipher refuses it, header and all.
    [Fact]
    public async Task A_change_on_purpose_is_found_too()
    {
        var (_, file) = await BackedUp();
        var whole = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);

        for (var at = 16; at < whole.Length - 32; at += RandomNumberGenerator.GetInt32(1, 20))
        {
            var forged = (byte[])whole.Clone();
            forged[at] ^= 1;
            SHA256.HashData(forged.AsSpan(0, forged.Length - 32), forged.AsSpan(forged.Length - 32));
            await File.WriteAllBytesAsync(file, forged, TestContext.Current.CancellationToken);

            IsRefused(file, Passphrase, Today);
        }
    }

    [Fact]
    public async Task A_copy_of_eight_days_is_refused()
    {
        var (_, file) = await BackedUp();

        var sentence = IsRefused(file, Passphrase, Today.AddDays(8));

        Assert.Contains("8 days old", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_are_there_are_never_replaced()
    {
        var (_, file) = await BackedUp();
        Other.ReadOrMake("blorptang.key", () => [7]);

        var refused = Assert.Throws<StorageException>(() => KeyringBackup.Restore(Other, file, Passphrase, Today));

        Assert.Contains("There are keys in", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["blorptang.key"], Other.Names());
    }

    [Theory, EachDatabase]
    public async Task The_commands_make_it_seal_it_and_bring_it_back(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        var sealed_file = Path.Combine(home, "keyring.sealed");

        var made = await CairnProcess.Run(database, "keyring", "init");
        var again = await CairnProcess.Run(database, "keyring", "init");
        var backup = await CairnProcess.Run(database, "keyring", "backup", sealed_file);
        Directory.Delete(database.KeyringDirectory, recursive: true);
        var without = await CairnProcess.Run(database, "keyring", "status", "--data", database.Directory);
        var restore = await CairnProcess.Run(database, "keyring", "restore", sealed_file);
        var status = await CairnProcess.Run(database, "keyring", "status", "--data", database.Directory);

        Assert.Equal((0, 0, 0, 1, 0, 0), (made.Exit, again.Exit, backup.Exit, without.Exit, restore.Exit, status.Exit));
        Assert.Equal(made.Output, again.Output);
        Assert.Contains("nothing changed", again.People, StringComparison.Ordinal);
        Assert.Equal(made.Output, restore.Output);
        Assert.Contains("id\t" + made.Output, status.Output, StringComparison.Ordinal);
        Assert.Contains("file\tkeyring.id\t600\tthe keyring's name", status.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_passphrase_has_fourteen_characters_at_least()
    {
        var refused = Assert.Throws<StorageException>(() => WithVariable("thirteen char"));

        Assert.Contains("shorter than 14", refused.Message, StringComparison.Ordinal);
        Assert.Equal("fourteen chars", WithVariable("fourteen chars"));
    }

    private Keyring Other => new(Path.Combine(home, "other"));

    private async Task<(Keyring Keyring, string File)> BackedUp()
    {
        var keyring = new Keyring(Path.Combine(home, "keyring"));
        keyring.IdOrNew();
        keyring.ReadOrMake("blorptang.key", () => RandomNumberGenerator.GetBytes(32));
        keyring.ReadOrMake("blorptang.pem", () => Encoding.ASCII.GetBytes("a longer text that is a key\n"));
        var file = Path.Combine(home, "keyring.sealed");
        await KeyringBackup.Make(keyring, file, Passphrase, Today, Light);
        return (keyring, file);
    }

    /// <summary>In one sentence, and nothing was restored.</summary>
    private string IsRefused(string file, string passphrase, DateOnly today)
    {
        var refused = Assert.Throws<StorageException>(() => KeyringBackup.Restore(Other, file, passphrase, today));
        Assert.Empty(Other.Names());
        Assert.DoesNotContain('\n', refused.Message);
        return refused.Message;
    }

    private static string WithVariable(string value)
    {
        Environment.SetEnvironmentVariable("CAIRN_PASSPHRASE", value);
        try
        {
            return Cairn.Operating.Passphrase.Get(twice: true, TextWriter.Null);
        }
        finally
        {
            Environment.SetEnvironmentVariable("CAIRN_PASSPHRASE", null);
        }
    }
}
