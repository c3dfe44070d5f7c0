using System.Security.Cryptography;
using System.Text;
using Cairn.Foundation.Storage;
using Cairn.Help.Sealing;

namespace Cairn.Tests.Help.Sealing;

/// <summary>Known answers of <c>docs/sealing.md</c>, and that nothing opens anywhere but in its place.</summary>
public sealed class SealedBoxTests : IDisposable
{
    private static readonly byte[] Conversation = [.. Enumerable.Range(0, 16).Select(i => (byte)(0x40 + i))];

    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("cairn-keys-");

    [Fact]
    public void The_primitives_give_the_answers_of_their_standards()
    {
        // RFC 7748, 5.2: after one iteration, which is the public key of the base point's own letters.
        using var once = SecretKey.From([9, .. new byte[31]]);
        Assert.Equal("422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079", Hex(once.PublicKey.Span));
        // RFC 5869, A.1.
        var okm = HKDF.DeriveKey(HashAlgorithmName.SHA256, Convert.FromHexString("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"), 42, Convert.FromHexString("000102030405060708090a0b0c"), Convert.FromHexString("f0f1f2f3f4f5f6f7f8f9"));
        Assert.Equal("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865", Hex(okm));
        // draft-irtf-cfrg-xchacha-03, A.3.1.
        using var key = SecretKey.From(Convert.FromHexString("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f"));
        var plain = Encoding.ASCII.GetBytes("Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.");
        var sealed_ = new byte[plain.Length + Sodium.TagBytes];
        Sodium.Encrypt(key.Span, Convert.FromHexString("404142434445464748494a4b4c4d4e4f5051525354555657"), Convert.FromHexString("50515253c0c1c2c3c4c5c6c7"), plain, sealed_);
        Assert.StartsWith("bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e", Hex(sealed_), StringComparison.Ordinal);
        Assert.EndsWith("c0875924c1c7987947deafd8780acf49", Hex(sealed_), StringComparison.Ordinal);
    }

    [Fact]
    public void A_box_opens_for_its_holder_in_its_place_alone()
    {
        using var holder = Exportable();
        using var other = Exportable();
        var secret = RandomNumberGenerator.GetBytes(32);
        var context = SealContext.OfWrap(Conversation, 1, BoxKind.Desk);

        var box = SealedBox.Seal(holder.PublicKey, secret, context);

        Assert.Equal(81, box.Length);
        Assert.Equal(secret, SealedBox.Open(holder, box, context));
        Assert.Null(SealedBox.Open(other, box, context));
        Assert.Null(SealedBox.Open(holder, box, SealContext.OfWrap(Conversation, 2, BoxKind.Desk)));
        Assert.Null(SealedBox.Open(holder, box, SealContext.OfWrap(Conversation, 1, BoxKind.Seeker)));
        Assert.Null(SealedBox.Open(holder, box, SealContext.OfWrap([.. Conversation.Reverse()], 1, BoxKind.Desk)));
        for (var at = 0; at < box.Length; at++)
        {
            box[at] ^= 1;
            Assert.Null(SealedBox.Open(holder, box, context));
            box[at] ^= 1;
        }

        Assert.Null(SealedBox.Open(holder, [], context));
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800")]
    [InlineData("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    public void Nothing_is_sealed_to_a_key_that_everybody_could_open(string point)
    {
        Assert.Null(PublicKey.Read(Convert.FromHexString(point)));
        using var holder = SecretKey.Random();
        var box = new byte[SealedBox.Overhead + 32];
        box[0] = SealedBox.Version;
        Convert.FromHexString(point).CopyTo(box, 1);

        Assert.Null(SealedBox.Open(holder, box, SealContext.OfWrap(Conversation, 1, BoxKind.Desk)));
    }

    [Fact]
    public void An_envelope_opens_with_its_key_in_its_place_alone()
    {
        using var key = SecretKey.From(RandomNumberGenerator.GetBytes(32));
        using var later = SecretKey.From(RandomNumberGenerator.GetBytes(32));
        byte[] inner = [1, 2, 3];

        var cover = Envelope.Cover(key, inner, "a"u8);

        Assert.Equal(inner, Envelope.Uncover(key, cover, "a"u8));
        Assert.Null(Envelope.Uncover(later, cover, "a"u8));
        Assert.Null(Envelope.Uncover(key, cover, "b"u8));
        Assert.Null(Envelope.Uncover(key, cover.AsSpan(0, 20), "a"u8));
    }

    [Fact]
    public void A_message_that_was_moved_renumbered_or_given_to_somebody_else_does_not_open()
    {
        using var key = SecretKey.From(RandomNumberGenerator.GetBytes(32));
        var (nonce, stored) = MessageSeal.Seal(key, "blorptang"u8, Conversation, 1, 3, Sender.Seeker);

        using var right = MessageSeal.Open(key, nonce, stored, Conversation, 1, 3, Sender.Seeker);

        Assert.Equal("blorptang", Encoding.UTF8.GetString(right!.Span));
        Assert.Null(MessageSeal.Open(key, nonce, stored, Conversation, 1, 4, Sender.Seeker));
        Assert.Null(MessageSeal.Open(key, nonce, stored, Conversation, 2, 3, Sender.Seeker));
        Assert.Null(MessageSeal.Open(key, nonce, stored, Conversation, 1, 3, Sender.Adviser));
        Assert.Null(MessageSeal.Open(key, nonce, stored, [.. Conversation.Reverse()], 1, 3, Sender.Seeker));
        Assert.Null(MessageSeal.Open(key, nonce, stored.AsSpan(1), Conversation, 1, 3, Sender.Seeker));
    }

    [Theory]
    [InlineData(0, 1024)]
    [InlineData(1020, 1024)]
    [InlineData(1021, 4096)]
    [InlineData(4092, 4096)]
    [InlineData(16_380, 16_384)]
    [InlineData(16_381, 65_536)]
    [InlineData(MessageSeal.LargestRecord, 65_536)]
    public void A_row_tells_one_of_four_sizes(int record, int size)
    {
        using var key = SecretKey.From(RandomNumberGenerator.GetBytes(32));

        Assert.Equal(size + 16, MessageSeal.Seal(key, new byte[record], Conversation, 1, 1, Sender.Seeker).Sealed.Length);
    }

    [Fact]
    public void A_record_that_is_too_long_is_refused()
    {
        using var key = SecretKey.From(RandomNumberGenerator.GetBytes(32));

        Assert.Throws<ArgumentException>(() => MessageSeal.Seal(key, new byte[MessageSeal.LargestRecord + 1], Conversation, 1, 1, Sender.Seeker));
    }

    [Fact]
    public void A_record_reads_back_and_no_part_of_it_reads_as_one()
    {
        var text = Encoding.UTF8.GetBytes("blorptang, ہیلو, 🙂");
        var bytes = new byte[MessageRecord.LengthOf("Zintel", "ur", "myself", text.Length)];
        MessageRecord.Write(bytes, 20_784, "Zintel", "ur", "myself", text);

        Assert.True(MessageRecord.TryRead(bytes, out var record));
        Assert.Equal(20_784, record.Day);
        Assert.Equal("Zintel", Encoding.UTF8.GetString(record.Alias));
        Assert.Equal("ur", Encoding.UTF8.GetString(record.Language));
        Assert.Equal("myself", Encoding.UTF8.GetString(record.Worry));
        Assert.Equal(text, record.Text.ToArray());
        for (var cut = 0; cut < bytes.Length; cut++)
            Assert.False(MessageRecord.TryRead(bytes.AsSpan(0, cut), out _));
    }

    [Fact]
    public void A_session_lives_half_an_hour_on_every_node_that_shares_the_keyring_and_is_nothing_elsewhere()
    {
        var keyring = new Keyring(Path.Combine(folder.FullName, "keyring"));
        var here = new SessionKeys(keyring);
        var there = new SessionKeys(keyring);
        var stranger = new SessionKeys(new Keyring(Path.Combine(folder.FullName, "other")));
        var now = new DateTimeOffset(2026, 11, 27, 10, 50, 0, TimeSpan.Zero);
        var code = SeekerCode.From(RandomNumberGenerator.GetBytes(16));
        using var session = Session.Begin(Conversation, RandomNumberGenerator.GetBytes(32), code);
        var token = new byte[SessionToken.Letters];

        SessionToken.Write(session, here, now, token);

        using var read = SessionToken.Read(token, there, now.AddMinutes(29))!;
        Assert.Equal(session.Id.ToArray(), read.Id.ToArray());
        Assert.Equal(session.Seed.Span.ToArray(), read.Seed.Span.ToArray());
        Assert.Equal(code, read.Code);
        Assert.Null(read.Key);
        Assert.Null(SessionToken.Read(token, there, now.AddMinutes(31)));
        Assert.Null(SessionToken.Read(token, stranger, now));
        Assert.Null(SessionToken.Read(token.AsSpan(1), there, now));
        token[60] = (byte)(token[60] == 'A' ? 'B' : 'A');
        Assert.Null(SessionToken.Read(token, there, now));
    }

    [Fact]
    public void A_session_carries_the_conversations_key_once_it_was_opened()
    {
        var sessions = new SessionKeys(new Keyring(Path.Combine(folder.FullName, "keyring")));
        var now = new DateTimeOffset(2026, 11, 27, 10, 50, 0, TimeSpan.Zero);
        using var session = Session.Begin(Conversation, RandomNumberGenerator.GetBytes(32), SeekerCode.From(RandomNumberGenerator.GetBytes(16)));
        var key = RandomNumberGenerator.GetBytes(32);
        session.Know(SecretKey.From(key));
        var token = new byte[SessionToken.Letters];

        SessionToken.Write(session, sessions, now, token);

        using var read = SessionToken.Read(token, sessions, now)!;
        Assert.Equal(key, read.Key!.Span.ToArray());
        using var kept = read.WithoutCode();
        Assert.Equal(key, kept.Key!.Span.ToArray());
        Assert.Null(kept.Code);
    }

    [Fact]
    public void Keys_of_hours_and_weeks_are_gone_for_good_when_their_time_is_over()
    {
        var keyring = new Keyring(Path.Combine(folder.FullName, "keyring"));
        var epochs = new EpochKeys(keyring);
        var sessions = new SessionKeys(keyring);
        epochs.For(2960);
        epochs.For(2965);
        sessions.For(100);

        sessions.Forget(101);
        Assert.Equal(1, epochs.DeleteBefore(2965));

        Assert.Null(epochs.Of(2960));
        Assert.NotNull(epochs.Of(2965));
        Assert.Null(sessions.Of(100, 101));
        Assert.Equal(["epoch-2965.key"], keyring.Names());
    }

    [Theory]
    [InlineData("1970-01-05T00:00:00Z", 0)]
    [InlineData("1970-01-11T23:59:59Z", 0)]
    [InlineData("1970-01-12T00:00:00Z", 1)]
    [InlineData("2026-11-23T00:00:00Z", 2968)]
    [InlineData("2026-11-29T23:59:59Z", 2968)]
    public void A_week_begins_on_monday(string at, int week) => Assert.Equal(week, Epoch.Of(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)));

    public void Dispose() => folder.Delete(recursive: true);

    private static SecretKey Exportable() => SecretKey.Random();

    private static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);
}
