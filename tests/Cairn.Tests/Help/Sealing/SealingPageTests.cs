using System.Text;
using Cairn.Foundation.Storage;
using Cairn.Help.Sealing;

namespace Cairn.Tests.Help.Sealing;

/// <summary>The known answers on <c>docs/sealing.md</c> are what the program makes. To write them anew, run with <c>CAIRN_WRITE_DOCS=1</c> and read the difference.</summary>
public sealed class SealingPageTests : IDisposable
{
    private const string Begin = "<!-- answers -->\n", End = "<!-- /answers -->";

    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("cairn-site-");

    [Fact]
    public async Task The_known_answers_on_the_page_are_the_programs()
    {
        var file = Path.Combine(Checkout.Root, "docs", "sealing.md");
        var page = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var (from, to) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));

        var right = page[..from] + Answers() + page[to..];
        if (Environment.GetEnvironmentVariable("CAIRN_WRITE_DOCS") == "1")
            await File.WriteAllTextAsync(file, right, TestContext.Current.CancellationToken);

        Assert.True(right == await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), "docs/sealing.md is out of date. Run the tests with CAIRN_WRITE_DOCS=1 and read the difference.");
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string Answers()
    {
        var keyring = new Keyring(Path.Combine(folder.FullName, "keyring"));
        keyring.ReadOrMake(SiteKeys.FileName, () => [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
        var site = new SiteKeys(keyring);
        var code = site.CodeOf([.. Enumerable.Range(0x20, 16).Select(i => (byte)i)]);
        var (lookup, seed) = (new byte[16], new byte[32]);
        SeekerKeys.Derive(code, site, lookup, seed);
        using var seeker = SecretKey.From(seed);
        using var ephemeral = SecretKey.From([.. Enumerable.Range(0x40, 32).Select(i => (byte)i)]);
        byte[] conversation = [.. Enumerable.Range(0x60, 16).Select(i => (byte)i)];
        byte[] secret = [.. Enumerable.Range(0x80, 32).Select(i => (byte)i)];
        var box = SealedBox.Seal(ephemeral, seeker.PublicKey, secret, SealContext.OfWrap(conversation, 1, BoxKind.Seeker));
        var record = new byte[MessageRecord.LengthOf("", "en", "", 9)];
        MessageRecord.Write(record, 20_784, "", "en", "", "blorptang"u8);
        using var key = SecretKey.From(secret);
        var (_, stored) = MessageSeal.Seal(key, [.. Enumerable.Range(0xA0, 24).Select(i => (byte)i)], record, conversation, 1, 1, Sender.Seeker);
        var text = new StringBuilder("| What | Bytes |\n|---|---|\n");
        void Row(string what, ReadOnlySpan<byte> bytes) => text.Append("| ").Append(what).Append(" | `").Append(Convert.ToHexStringLower(bytes)).Append("` |\n");
        text.Append("| code | `").Append(SeekerCodeTests.Letters(code)).Append("` |\n| code in digits | `").Append(SeekerCodeTests.Digits(code)).Append("` |\n");
        Row("`lookup`", lookup);
        Row("`seed`", seed);
        Row("the seeker's public key", seeker.PublicKey.ToArray());
        Row("box of the key `80 … 9f`, `esk` = `40 … 5f`, conversation `60 … 6f`, generation 1, kind 1", box);
        Row("record of day 20,784, language `en`, text `blorptang`", record);
        Row("first 32 bytes of that record sealed under `80 … 9f`, nonce `a0 … b7`, sequence 1, sender 1", stored.AsSpan(0, 32));
        Row("its tag", stored.AsSpan(stored.Length - 16));
        return text.ToString();
    }
}
