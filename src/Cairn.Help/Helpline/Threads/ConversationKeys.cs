using Cairn.Help.Sealing;

namespace Cairn.Help.Helpline.Threads;

/// <summary>A conversation's keys, a generation each.</summary>
internal sealed class ConversationKeys : IDisposable
{
    private readonly Dictionary<int, SecretKey> keys = [];

    private ConversationKeys()
    {
    }

    public SecretKey Latest { get; private set; } = null!;

    public IEnumerable<SecretKey> All => keys.Values;

    public SecretKey? Of(int generation) => keys.GetValueOrDefault(generation);

    /// <summary>Those of somebody who has the first and only one in hand already.</summary>
    public static ConversationKeys Of(SecretKey only)
    {
        var opened = new ConversationKeys { Latest = SecretKey.From(only.Span) };
        opened.keys[1] = opened.Latest;
        return opened;
    }

    /// <returns>Null when the latest does not open for this holder.</returns>
    public static ConversationKeys? Open(StoredThread stored, BoxKind kind, SecretKey holder, SecretKey cover)
    {
        var opened = new ConversationKeys();
        foreach (var wrap in stored.Wraps.Where(w => w.Kind == (int)kind))
        {
            var context = SealContext.OfWrap(stored.Conversation.Id, wrap.Generation, kind);
            if (Envelope.Uncover(cover, wrap.Box, context) is not { } box || SealedBox.Open(holder, box, context) is not { Length: 32 } secret)
                continue;
            opened.keys[wrap.Generation] = SecretKey.From(secret);
            System.Security.Cryptography.CryptographicOperations.ZeroMemory(secret);
        }

        if (opened.keys.TryGetValue(stored.Conversation.Generation, out var latest))
        {
            opened.Latest = latest;
            return opened;
        }

        opened.Dispose();
        return null;
    }

    public void Dispose()
    {
        foreach (var key in keys.Values)
            key.Dispose();
        keys.Clear();
    }
}
