using Cairn.Help.Sealing;

namespace Cairn.Help.Helpline.Threads;

/// <summary>A message that was opened, as long as its thread is. <see cref="Record"/> is null when it does not open.</summary>
internal readonly record struct OpenedMessage(Sender Sender, ReadOnlyMemory<byte>? Record);

/// <summary>A conversation as its reader sees it. What was opened is wiped with it.</summary>
internal sealed class OpenedThread : IDisposable
{
    private readonly WipedBytes records;

    private OpenedThread(StoredThread stored, ConversationKeys keys)
    {
        Id = stored.Conversation.Id;
        Opened = OpenedMark.Read(stored.Conversation, keys);
        Flagged = stored.Conversation.State == NewThread.Flagged;
        Recovered = stored.Conversation.Recovered == 1;
        Whole = stored.Messages.Count > 0;
        records = new(stored.Messages.Sum(m => MessageSeal.RoomOf(m.Sealed)));
        var messages = new List<OpenedMessage>(stored.Messages.Count);
        var from = 0;
        foreach (var row in stored.Messages)
        {
            var room = from..(from + MessageSeal.RoomOf(row.Sealed));
            var record = Enum.IsDefined((Sender)row.Sender) && keys.Of(row.Generation) is { } key
                ? MessageSeal.Open(key, row.Nonce, row.Sealed, Id, row.Generation, row.Sequence, (Sender)row.Sender, records.Span[room])
                : null;
            messages.Add(new((Sender)row.Sender, record is { } part ? records.Memory[room][part] : null));
            Whole &= record is not null && row.Sequence == messages.Count;
            from = room.End.Value;
        }

        Messages = messages;
    }

    public byte[] Id { get; }

    public IReadOnlyList<OpenedMessage> Messages { get; }

    public OpenedMark Opened { get; }

    public bool Flagged { get; }

    /// <summary>True once it was opened with the recovery paper.</summary>
    public bool Recovered { get; }

    /// <summary>False when a message is missing, out of order, there twice, or does not open.</summary>
    public bool Whole { get; }

    public static OpenedThread Of(StoredThread stored, ConversationKeys keys) => new(stored, keys);

    public void Dispose() => records.Dispose();
}
