using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Cairn.Help.Sealing;

/// <summary>
/// What a seeker's page carries in a hidden field between two of its steps: session, conversation and the key that opens it, under the key of the hour, so that any node can go on and none keeps a thing.
/// <c>version(1) || hour(8) || nonce(24) || ciphertext || tag(16)</c> in base64url; expires half an hour after it was written.
/// </summary>
internal static class SessionToken
{
    /// <summary>Letters of a token as it stands in a page.</summary>
    public const int Letters = (Whole * 8 + 5) / 6;

    /// <summary>Idle time after which a page asks for the code again.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    private const byte Version = 2;
    private const int HeadBytes = 1 + 8;
    private const int BodyBytes = 2 * SealContext.IdBytes + SeekerKeys.SeedBytes + 1 + SeekerCode.SecretBytes + 4 + SecretKey.Length + 8;
    private const int CodeAt = 2 * SealContext.IdBytes + SeekerKeys.SeedBytes;
    private const int KeyAt = CodeAt + 1 + SeekerCode.SecretBytes;
    private const int Whole = HeadBytes + Envelope.Overhead + BodyBytes;

    public static void Write(Session session, SessionKeys keys, DateTimeOffset now, Span<byte> into)
    {
        var hour = now.ToUnixTimeSeconds() / 3600;
        Span<byte> body = stackalloc byte[BodyBytes];
        body.Clear();
        session.Id.CopyTo(body);
        session.Conversation.CopyTo(body[SealContext.IdBytes..]);
        session.Seed.Span.CopyTo(body[(2 * SealContext.IdBytes)..]);
        body[CodeAt] = session.Code is null ? (byte)0 : (byte)1;
        session.Code?.WriteSecret(body[(CodeAt + 1)..]);
        if (session.Key is { } key)
        {
            BinaryPrimitives.WriteInt32BigEndian(body[KeyAt..], 1);
            key.Span.CopyTo(body[(KeyAt + 4)..]);
        }

        BinaryPrimitives.WriteInt64BigEndian(body[^8..], (now + Idle).ToUnixTimeSeconds());
        Span<byte> whole = stackalloc byte[Whole];
        whole[0] = Version;
        BinaryPrimitives.WriteInt64BigEndian(whole[1..], hour);
        Envelope.Cover(keys.For(hour), body, whole[..HeadBytes], whole[HeadBytes..]);
        body.Clear();
        Base64Url.EncodeToUtf8(whole, into);
    }

    /// <returns>Null when it is none of ours, was changed, or is too old.</returns>
    public static Session? Read(ReadOnlySpan<byte> letters, SessionKeys keys, DateTimeOffset now)
    {
        Span<byte> whole = stackalloc byte[Whole];
        if (letters.Length != Letters || Base64Url.DecodeFromUtf8(letters, whole, out _, out var written) != System.Buffers.OperationStatus.Done || written != Whole || whole[0] != Version)
            return null;
        var hour = BinaryPrimitives.ReadInt64BigEndian(whole[1..]);
        Span<byte> body = stackalloc byte[BodyBytes];
        if (keys.Of(hour, now.ToUnixTimeSeconds() / 3600) is not { } key || !Envelope.Uncover(key, whole[HeadBytes..], whole[..HeadBytes], body))
            return null;
        var live = BinaryPrimitives.ReadInt64BigEndian(body[^8..]) > now.ToUnixTimeSeconds();
        var session = live ? new Session(
                body[..SealContext.IdBytes].ToArray(), body[SealContext.IdBytes..(2 * SealContext.IdBytes)].ToArray(), body[(2 * SealContext.IdBytes)..CodeAt],
                body[CodeAt] == 1 ? SeekerCode.FromSecret(body.Slice(CodeAt + 1, SeekerCode.SecretBytes)) : null)
            : null;
        if (session is not null && BinaryPrimitives.ReadInt32BigEndian(body[KeyAt..]) == 1)
            session.Know(SecretKey.From(body.Slice(KeyAt + 4, SecretKey.Length)));
        body.Clear();
        return session;
    }
}

/// <summary>One stay of a seeker in a conversation.</summary>
/// <param name="id">16 random bytes; its hash is remembered when the seeker leaves.</param>
/// <param name="conversation">The conversation's id.</param>
/// <param name="seed">The seeker's private key; it is copied.</param>
/// <param name="code">The code while its own page is shown: that page can be shown again after a slip.</param>
internal sealed class Session(byte[] id, byte[] conversation, ReadOnlySpan<byte> seed, SeekerCode? code = null) : IDisposable
{
    public ReadOnlySpan<byte> Id => id;

    public byte[] Conversation => conversation;

    /// <summary>The seeker's private key.</summary>
    public SecretKey Seed { get; } = SecretKey.From(seed);

    /// <summary>The conversation's key while it has had no other: with it in hand no box has to be opened. Null until one was.</summary>
    public SecretKey? Key { get; private set; }

    public SeekerCode? Code => code;

    /// <summary>The group of the code that is typed back: another one each time, and the same while one page is shown.</summary>
    public int Group => id[0] % SeekerCode.Groups;

    public static Session Begin(byte[] conversation, ReadOnlySpan<byte> seed, SeekerCode? code = null) =>
        new(RandomNumberGenerator.GetBytes(SealContext.IdBytes), conversation, seed, code);

    /// <summary>Keeps the conversation's first and only key.</summary>
    /// <param name="key">The stay's own from now on: wiped with it.</param>
    public void Know(SecretKey key)
    {
        Key?.Dispose();
        Key = key;
    }

    /// <summary>The same stay without its code: it has been kept.</summary>
    public Session WithoutCode()
    {
        var same = new Session(id, conversation, Seed.Span);
        if (Key is { } key)
            same.Know(SecretKey.From(key.Span));
        return same;
    }

    /// <summary>What is remembered of a session that ended: nothing that could open anything.</summary>
    public byte[] Ended() => SHA256.HashData([.. "cairn/session/ended/v1"u8, .. id]);

    public void Dispose()
    {
        Seed.Dispose();
        Key?.Dispose();
    }
}
