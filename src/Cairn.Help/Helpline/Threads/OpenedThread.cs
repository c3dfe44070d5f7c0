using Cairn.Help.Sealing;

namespace Cairn.Help.Helpline.Threads;

/// <summary>A message that was opened; its record is wiped with it. <see cref="Record"/> is null when it does not open.</summary>
internal sealed record OpenedMessage(Sender Sender, WipedBytes? Record) : IDisposable
{
    public void Dispose() => Record?.Dispose();
}

/// <summary>A conversation as its reader sees it.</summary>
/// <param name="Recovered">True once it was opened with the recovery paper.</param>
/// <param name="Whole">False when a message is missing, out of order, there twice, or does not open.</param>
internal sealed record OpenedThread(byte[] Id, IReadOnlyList<OpenedMessage> Messages, OpenedMark Opened, bool Flagged, bool Recovered, bool Whole) : IDisposable
{
    public static OpenedThread Of(StoredThread stored, ConversationKeys keys)
    {
        var whole = stored.Messages.Count > 0;
        var messages = new List<OpenedMessage>(stored.Messages.Count);
        for (var i = 0; i < stored.Messages.Count; i++)
        {
            var row = stored.Messages[i];
            var opened = Enum.IsDefined((Sender)row.Sender) && keys.Of(row.Generation) is { } key
                ? MessageSeal.Open(key, row.Nonce, row.Sealed, stored.Conversation.Id, row.Generation, row.Sequence, (Sender)row.Sender)
                : null;
            whole &= opened is not null && row.Sequence == i + 1;
            messages.Add(new((Sender)row.Sender, opened));
        }

        return new(stored.Conversation.Id, messages, OpenedMark.Read(stored.Conversation, keys), stored.Conversation.State == NewThread.Flagged, stored.Conversation.Recovered == 1, whole);
    }

    public void Dispose()
    {
        foreach (var message in Messages)
            message.Dispose();
    }
}
