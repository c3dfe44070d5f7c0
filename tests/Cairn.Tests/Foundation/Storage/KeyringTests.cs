using System.Text;
using Cairn.Foundation.Storage;

namespace Cairn.Tests.Foundation.Storage;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class KeyringTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("cairn-test-").FullName;

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Fact]
    public void A_key_is_made_once_and_only_its_owner_can_read_it()
    {
        var keyring = new Keyring(Path.Combine(home, "keyring"));

        var first = keyring.ReadOrMake("a.pem", () => [1, 2, 3]);
        var second = keyring.ReadOrMake("a.pem", () => [9]);

        Assert.Equal([1, 2, 3], first);
        Assert.Equal(first, second);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(keyring.Directory, "a.pem")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(keyring.Directory));
        Assert.Equal(["a.pem"], Directory.GetFiles(keyring.Directory).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Of_many_that_make_a_key_at_once_one_wins_and_all_get_its_key()
    {
        var directory = Path.Combine(home, "keyring");

        var keys = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => new Keyring(directory).ReadOrMake("a.pem", () => Encoding.ASCII.GetBytes($"key {i}")))));

        Assert.Single(keys.Select(Encoding.ASCII.GetString).Distinct());
        Assert.Equal(["a.pem"], Directory.GetFiles(directory).Select(Path.GetFileName));
    }

    [Fact]
    public void Reading_a_key_that_is_not_there_makes_nothing()
    {
        var keyring = new Keyring(Path.Combine(home, "keyring"));

        var key = keyring.Read("a.pem");

        Assert.Null(key);
        Assert.False(Directory.Exists(keyring.Directory));
    }

    [Theory]
    [InlineData("keyring", "chmod 700")]
    [InlineData("keyring/a.pem", "chmod 600")]
    public void A_keyring_others_can_look_into_is_refused(string open, string remedy)
    {
        var keyring = new Keyring(Path.Combine(home, "keyring"));
        keyring.ReadOrMake("a.pem", () => [1]);
        File.SetUnixFileMode(Path.Combine(home, open), File.GetUnixFileMode(Path.Combine(home, open)) | UnixFileMode.GroupRead);

        var refused = Assert.Throws<StorageException>(() => keyring.Read("a.pem"));

        Assert.Contains(remedy, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_keyring_that_cannot_be_made_is_said_in_one_sentence()
    {
        File.WriteAllText(Path.Combine(home, "a-file"), "");

        var refused = Assert.Throws<StorageException>(() => new Keyring(Path.Combine(home, "a-file", "keyring")).ReadOrMake("a.pem", () => [1]));

        Assert.Contains("CAIRN_KEYRING", refused.Message, StringComparison.Ordinal);
    }
}
