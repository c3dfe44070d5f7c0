using Cairn.Foundation.Web;

namespace Cairn.Say.Toolkit;

/// <param name="Answer">As it is sent to whoever names its version in the address.</param>
internal sealed record MadePicture(byte[] Bytes, string ContentType, ReadyBytes Answer);

/// <summary>Pictures that were asked for, up to so many bytes; what was not asked for longest goes first. Two who ask for one picture wait for the same drawing.</summary>
internal sealed class MadePictures(DrawingTurns turns, long most)
{
    private readonly Lock turn = new();
    private readonly Dictionary<string, LinkedListNode<Kept>> byKey = new(StringComparer.Ordinal);

    // The one asked for last comes first.
    private readonly LinkedList<Kept> order = new();
    private long bytes;

    /// <summary>How many bytes are kept.</summary>
    public long Bytes
    {
        get
        {
            lock (turn)
                return bytes;
        }
    }

    /// <param name="key">From closed lists, never from what somebody typed.</param>
    /// <returns>Null when no turn for drawing came in time; the next one who asks tries again.</returns>
    public Task<MadePicture?> Of(string key, string contentType, Func<byte[]> draw)
    {
        lock (turn)
        {
            if (byKey.TryGetValue(key, out var known))
            {
                order.Remove(known);
                order.AddFirst(known);
                return known.Value.Picture;
            }

            var kept = new Kept(key);
            byKey[key] = order.AddFirst(kept);
            kept.Picture = Make(kept, contentType, draw);
            return kept.Picture;
        }
    }

    private async Task<MadePicture?> Make(Kept kept, string contentType, Func<byte[]> draw)
    {
        MadePicture? made = null;
        try
        {
            // Compressed already, each in its own way.
            made = await turns.Draw(() => draw() is var picture ? new MadePicture(picture, contentType, new(picture, contentType, ReadyBytes.Forever, compress: false)) : null);
            return made;
        }
        finally
        {
            Settle(kept, made);
        }
    }

    private void Settle(Kept kept, MadePicture? made)
    {
        lock (turn)
        {
            if (!byKey.TryGetValue(kept.Key, out var node) || node.Value != kept)
                return;
            if (made is null)
            {
                Forget(node);
                return;
            }

            kept.Size = made.Bytes.Length;
            bytes += kept.Size;
            // What is still being drawn has no size yet, and is not worth forgetting.
            for (var last = order.Last; last is not null && bytes > most;)
            {
                var before = last.Previous;
                if (last.Value.Size > 0)
                    Forget(last);
                last = before;
            }
        }
    }

    private void Forget(LinkedListNode<Kept> node)
    {
        order.Remove(node);
        byKey.Remove(node.Value.Key);
        bytes -= node.Value.Size;
    }

    private sealed class Kept(string key)
    {
        public string Key => key;

        public long Size { get; set; }

        public Task<MadePicture?> Picture { get; set; } = Task.FromResult<MadePicture?>(null);
    }
}
