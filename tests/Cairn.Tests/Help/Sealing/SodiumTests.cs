using System.Security.Cryptography;
using Cairn.Help.Sealing;
using NSec.Cryptography;

namespace Cairn.Tests.Help.Sealing;

/// <summary>Our calls of libsodium beside those of a library that others look after.</summary>
public sealed class SodiumTests
{
    private const int Rounds = 300;

    private static readonly AeadAlgorithm Aead = AeadAlgorithm.XChaCha20Poly1305;

    [Fact]
    public void What_is_sealed_here_opens_there_and_the_other_way_round()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (secret, nonce, bound, plain) = (Some(32), Some(24), Some(round % 40), Some(round * 7));
            using var theirs = Key.Import(Aead, secret, KeyBlobFormat.RawSymmetricKey);
            var ours = new byte[plain.Length + Sodium.TagBytes];
            Sodium.Encrypt(secret, nonce, bound, plain, ours);
            var opened = new byte[plain.Length];

            Assert.Equal(Aead.Encrypt(theirs, nonce, bound, plain), ours);
            Assert.True(Sodium.Decrypt(secret, nonce, bound, ours, opened));
            Assert.Equal(plain, opened);
        }
    }

    [Fact]
    public void What_does_not_open_leaves_nothing_behind()
    {
        var (secret, nonce, sealed_, opened) = (Some(32), Some(24), new byte[100 + Sodium.TagBytes], Some(100));
        Sodium.Encrypt(secret, nonce, [], Some(100), sealed_);
        sealed_[50] ^= 1;

        Assert.False(Sodium.Decrypt(secret, nonce, [], sealed_, opened));
        Assert.All(opened, b => Assert.Equal(0, b));
    }

    [Fact]
    public void Two_agree_on_what_the_other_library_says()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (one, other, shared) = (Some(32), Some(32), new byte[32]);
            using var theirs = Key.Import(KeyAgreementAlgorithm.X25519, one, KeyBlobFormat.RawPrivateKey);
            var (ours, others) = (new byte[32], new byte[32]);
            Sodium.PublicOf(one, ours);
            Sodium.PublicOf(other, others);
            using var agreed = KeyAgreementAlgorithm.X25519.Agree(
                theirs, NSec.Cryptography.PublicKey.Import(KeyAgreementAlgorithm.X25519, others, KeyBlobFormat.RawPublicKey), new() { ExportPolicy = KeyExportPolicies.AllowPlaintextExport });

            Assert.Equal(theirs.PublicKey.Export(KeyBlobFormat.RawPublicKey), ours);
            Assert.True(Sodium.Agree(one, others, shared));
            Assert.Equal(agreed!.Export(SharedSecretBlobFormat.RawSharedSecret), shared);
        }
    }

    [Fact]
    public void A_key_that_was_given_back_is_not_used_again()
    {
        var key = SecretKey.Random();
        key.Dispose();
        key.Dispose();

        Assert.Throws<ObjectDisposedException>(() => Envelope.Cover(key, "blorptang"u8, []));
        Assert.Throws<FormatException>(() => SecretKey.From(new byte[31]));
    }

    private static byte[] Some(int length) => RandomNumberGenerator.GetBytes(length);
}
