using Cairn.Help.Sealing;
using NSec.Cryptography;

namespace Cairn.Help.Helpline.Threads;

/// <summary>A conversation's keys, a generation each.</summary>
internal sealed class ConversationKeys : IDisposable
{
    private readonly Dictionary<int, Key> keys = [];

    private ConversationKeys()
    {
    }

    public Key Latest { get; private set; } = null!;

    public IEnumerable<Key> All => keys.Values;

    public Key? Of(int generation) => keys.GetValueOrDefault(generation);

    /// <returns>Null when the latest does not open for this holder.</returns>
    public static ConversationKeys? Open(StoredThread stored, BoxKind kind, Key holder, Key cover)
    {
        var opened = new ConversationKeys();
        foreach (var wrap in stored.Wraps.Where(w => w.Kind == (int)kind))
        {
            var context = SealContext.OfWrap(stored.Conversation.Id, wrap.Generation, kind);
            if (Envelope.Uncover(cover, wrap.Box, context) is not { } box || SealedBox.Open(holder, box, context) is not { Length: 32 } secret)
                continue;
            opened.keys[wrap.Generation] = Envelope.Import(secret);
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
