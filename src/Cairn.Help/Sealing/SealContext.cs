using System.Buffers.Binary;

namespace Cairn.Help.Sealing;

/// <summary>Whose box it is.</summary>
internal enum BoxKind : byte
{
    Seeker = 1,
    Desk = 2,
    Recovery = 3,
}

/// <summary>What a box belongs to. A box that was moved to another row does not open there.</summary>
internal static class SealContext
{
    public const int IdBytes = 16;

    /// <summary>Of a conversation's key: the table, the conversation, the key's generation, whose box.</summary>
    public static byte[] OfWrap(ReadOnlySpan<byte> conversation, int generation, BoxKind kind)
    {
        var context = new byte[10 + IdBytes + 4 + 1];
        "help_wrap\0"u8.CopyTo(context);
        conversation.CopyTo(context.AsSpan(10));
        BinaryPrimitives.WriteInt32BigEndian(context.AsSpan(10 + IdBytes), generation);
        context[^1] = (byte)kind;
        return context;
    }

    /// <summary>Of the seeker's public key, which stands in the conversation's own row.</summary>
    public static byte[] OfSeeker(ReadOnlySpan<byte> conversation)
    {
        var context = new byte[18 + IdBytes];
        "help_conversation\0"u8.CopyTo(context);
        conversation.CopyTo(context.AsSpan(18));
        return context;
    }

    /// <summary>Of a note between advisers.</summary>
    public static byte[] OfNote(ReadOnlySpan<byte> conversation) => [.. "help_note\0"u8, .. conversation];

    /// <summary>Of a message: version, conversation, generation, sequence, sender.</summary>
    public static void OfMessage(ReadOnlySpan<byte> conversation, int generation, int sequence, Sender sender, Span<byte> into)
    {
        into[0] = MessageSeal.Version;
        conversation.CopyTo(into[1..]);
        BinaryPrimitives.WriteInt32BigEndian(into[(1 + IdBytes)..], generation);
        BinaryPrimitives.WriteInt32BigEndian(into[(5 + IdBytes)..], sequence);
        into[9 + IdBytes] = (byte)sender;
    }

    public const int MessageBytes = 10 + IdBytes;
}

/// <summary>Who wrote a message.</summary>
internal enum Sender : byte
{
    Seeker = 1,
    Adviser = 2,

    /// <summary>The program itself: the acknowledgement.</summary>
    Automatic = 3,
}
