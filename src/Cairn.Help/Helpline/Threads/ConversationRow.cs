using Cairn.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Help.Helpline.Threads;

/// <summary>One conversation, as far as the database knows it.</summary>
[Kept("One row a conversation: what finds it, what it is sealed under, when it must be gone. Nothing in it says who wrote, or what.", Until = "Deleted by the person at any time, and always 30 days after the last message.")]
internal sealed class ConversationRow
{
    [Kept("16 random bytes.")]
    public required byte[] Id { get; init; }

    [Kept("What a code becomes under a key of the keyring (HMAC-SHA256, 16 bytes): without that key nobody can tell whether a code exists. Random bytes once the person has deleted the conversation.")]
    public required byte[] Lookup { get; init; }

    [Kept("The public key that answers to the person are sealed to, covered by the week's key.")]
    public required byte[] SeekerPublic { get; init; }

    [Kept("How often it was opened with its code and on which day last, sealed under the conversation's key.")]
    public required byte[] Opened { get; init; }

    [Kept("Which desk answers, 1 the helpline's, 2 the concerns desk; 0 and -1 for a rehearsal, which is deleted at the next start.")]
    public int Desk { get; init; }

    [Kept("Generation of the conversation's key, from 1.")]
    public int Generation { get; init; }

    [Kept("The week of the last message, whose key of the keyring covers the boxes.")]
    public int Epoch { get; init; }

    [Kept("0 open, 1 flagged by an adviser because a child is at risk.")]
    public int State { get; init; }

    [Kept("1 while the person waits for an answer.")]
    public int Waits { get; init; }

    [Kept("Language and worry, sealed under the conversation's key, so that advisers can sort without opening messages; always of one size.")]
    public required byte[] Label { get; init; }

    [Kept("1 once somebody opened it with the recovery key: its pages say so.")]
    public int Recovered { get; init; }

    [Kept("1 once the person has kept the code: the form that began the conversation shows it no more.")]
    public int CodeKept { get; init; }

    [Kept("The hour in which it began, counted from 1970.")]
    public long Hour { get; init; }

    [Kept("The week in which the key that covers it is gone, at the latest.")]
    public int PurgeWeek { get; init; }

    public static void Configure(EntityTypeBuilder<ConversationRow> row)
    {
        row.ToTable("help_conversation");
        row.HasKey(r => r.Id);
        row.HasIndex(r => r.Lookup).IsUnique();
        row.HasIndex(r => r.PurgeWeek);
        row.HasIndex(r => new { r.Desk, r.Waits });
    }
}

/// <summary>The conversation's key, sealed to one of those who may open it.</summary>
[Kept("The key of a conversation, sealed once to the person, once to the desk and once to the recovery key; each box is covered by the week's key.", Until = "Deleted with its conversation.")]
internal sealed class WrapRow
{
    [Kept("The conversation.")]
    public required byte[] Conversation { get; init; }

    [Kept("Whose box: 1 the person's, 2 the desk's, 3 the recovery key's.")]
    public int Kind { get; init; }

    [Kept("Generation of the conversation's key.")]
    public int Generation { get; init; }

    [Kept("Generation of the desk's key that it is sealed to; 0 for the others.")]
    public int DeskGeneration { get; init; }

    [Kept("The sealed key.")]
    public required byte[] Box { get; init; }

    public static void Configure(EntityTypeBuilder<WrapRow> row)
    {
        row.ToTable("help_wrap");
        row.HasKey(r => new { r.Conversation, r.Kind, r.Generation });
    }
}

/// <summary>One message.</summary>
[Kept("One row a message, sealed. Its text, language, day and sender's pen-name are inside.", Until = "Deleted with its conversation.")]
internal sealed class MessageRow
{
    [Kept("The conversation.")]
    public required byte[] Conversation { get; init; }

    [Kept("Counts the messages of a conversation, from 1 without a gap.")]
    public int Sequence { get; init; }

    [Kept("1 the person, 2 an adviser, 3 the program.")]
    public int Sender { get; init; }

    [Kept("The hour in which it was written, counted from 1970.")]
    public long Hour { get; init; }

    [Kept("Generation of the key it is sealed under.")]
    public int Generation { get; init; }

    [Kept("24 random bytes.")]
    public required byte[] Nonce { get; init; }

    [Kept("The sealed message, of one of four sizes.")]
    public required byte[] Sealed { get; init; }

    public static void Configure(EntityTypeBuilder<MessageRow> row)
    {
        row.ToTable("help_message");
        row.HasKey(r => new { r.Conversation, r.Sequence });
    }
}

/// <summary>That something was sent, so that sending it twice keeps it once.</summary>
[Kept("Hashes of what a form carried, so that a message that is sent twice is kept once, and a form begins one conversation.", Until = "31 days: a day longer than a conversation, so that no form begins one anew that was deleted.")]
internal sealed class SubmissionRow
{
    [Kept("SHA-256 over 16 random bytes of the form, once alone and once with the text: nobody can test a text against it without the form.")]
    public required byte[] Hash { get; init; }

    [Kept("The hour, counted from 1970.")]
    public long Hour { get; init; }

    public static void Configure(EntityTypeBuilder<SubmissionRow> row)
    {
        row.ToTable("help_submission");
        // Without an index of the hours: each message would write one more page, and once an hour all rows are looked through in a few milliseconds.
        row.HasKey(r => r.Hash);
    }
}

/// <summary>A stay in a conversation that was ended by leaving.</summary>
[Kept("The hash of a session that ended, so that going back shows the code prompt.", Until = "Three hours, longer than a session could live.")]
internal sealed class EndedRow
{
    [Kept("SHA-256 over the session's 16 random bytes.")]
    public required byte[] Hash { get; init; }

    [Kept("The hour, counted from 1970.")]
    public long Hour { get; init; }

    public static void Configure(EntityTypeBuilder<EndedRow> row)
    {
        row.ToTable("help_ended");
        row.HasKey(r => r.Hash);
        row.HasIndex(r => r.Hour);
    }
}
