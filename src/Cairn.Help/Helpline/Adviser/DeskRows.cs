using Cairn.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cairn.Help.Helpline.Adviser;

/// <summary>A desk that answers.</summary>
[Kept("One row a desk: which generation of its key is the latest, the recovery key's public half, when an adviser was last there.", Until = "Kept as long as the desk answers; a rehearsal's is deleted at the next start.")]
internal sealed class HelplineDeskRow
{
    [Kept("1 the helpline's, 2 the concerns desk; 0 and -1 for a rehearsal.")]
    public int Desk { get; init; }

    [Kept("The latest generation of its key, from 1.")]
    public int Generation { get; set; }

    [Kept("The public half of the recovery key; the other half is on paper.")]
    public required byte[] RecoveryPublic { get; set; }

    [Kept("The hour in which an adviser last had the desk open, counted from 1970: two promised times later the line closes by itself.")]
    public long OpenedHour { get; set; }

    public static void Configure(EntityTypeBuilder<HelplineDeskRow> row)
    {
        row.ToTable("help_desk");
        row.HasKey(r => r.Desk);
        row.Property(r => r.Desk).ValueGeneratedNever();
    }
}

/// <summary>The public half of a desk's key.</summary>
[Kept("The public key of a desk, a row a generation; conversations are sealed to the latest.", Until = "Kept as long as the desk answers.")]
internal sealed class DeskKeyRow
{
    [Kept("The desk.")]
    public int Desk { get; init; }

    [Kept("Counts from 1; another one begins when a member leaves the desk.")]
    public int Generation { get; init; }

    [Kept("The X25519 public key, 32 bytes.")]
    public required byte[] Public { get; init; }

    public static void Configure(EntityTypeBuilder<DeskKeyRow> row)
    {
        row.ToTable("help_desk_key");
        row.HasKey(r => new { r.Desk, r.Generation });
    }
}

/// <summary>A desk's private key, sealed to one of its members.</summary>
[Kept("The private key of a desk, sealed to each of its members' own keys.", Until = "Deleted when the member leaves the desk.")]
internal sealed class DeskBoxRow
{
    [Kept("The desk.")]
    public int Desk { get; init; }

    [Kept("Generation of the desk's key.")]
    public int Generation { get; init; }

    [Kept("The member of staff.")]
    public required string Member { get; init; }

    [Kept("The sealed key, covered by a key of the keyring.")]
    public required byte[] Box { get; init; }

    public static void Configure(EntityTypeBuilder<DeskBoxRow> row)
    {
        row.ToTable("help_desk_box");
        row.HasKey(r => new { r.Desk, r.Generation, r.Member });
    }
}

/// <summary>A supervisor asks to open the desk with the recovery paper.</summary>
[Kept("Who asked to open the desk with the recovery paper, with the desk's next key, and whether another person agreed.", Until = "Deleted when the conversations are open again, or when it was refused.")]
internal sealed class RecoveryRow
{
    [Kept("The desk.")]
    public int Desk { get; init; }

    [Kept("The member of staff who asked.")]
    public required string Member { get; init; }

    [Kept("The generation that the desk's key gets.")]
    public int Generation { get; init; }

    [Kept("The X25519 public key of that generation, 32 bytes.")]
    public required byte[] Public { get; init; }

    [Kept("Its private half, sealed to the member who asked, covered by a key of the keyring.")]
    public required byte[] Box { get; init; }

    [Kept("1 once another person agreed.")]
    public int Agreed { get; set; }

    public static void Configure(EntityTypeBuilder<RecoveryRow> row)
    {
        row.ToTable("help_recovery");
        row.HasKey(r => r.Desk);
        row.Property(r => r.Desk).ValueGeneratedNever();
    }
}

/// <summary>An adviser's own keys, made and opened in the adviser's browser.</summary>
[Kept("An adviser's keys: the public halves, and the private halves under a passphrase that never reaches the server.", Until = "Deleted when the adviser makes new ones; kept after they leave, because signatures name them.")]
internal sealed class AdviserKeysRow
{
    [Kept("The member of staff.")]
    public required string Member { get; init; }

    [Kept("The X25519 public key, 32 bytes.")]
    public required byte[] Public { get; set; }

    [Kept("The Ed25519 public key that replies are checked with, 32 bytes.")]
    public required byte[] Verify { get; set; }

    [Kept("16 random bytes for Argon2id.")]
    public required byte[] Salt { get; set; }

    [Kept("Both private keys, sealed under Argon2id of the adviser's passphrase and covered by a key of the keyring: with the database alone no passphrase can be tried.")]
    public required byte[] Wrapped { get; set; }

    public static void Configure(EntityTypeBuilder<AdviserKeysRow> row)
    {
        row.ToTable("help_adviser");
        row.HasKey(r => r.Member);
    }
}

/// <summary>Who has a conversation in hand.</summary>
[Kept("Which adviser has a conversation in hand, and for how many half minutes yet. No time is stored: a task counts down.", Until = "Deleted when the adviser lets go, or when nothing was heard of them for five minutes.")]
internal sealed class LeaseRow
{
    [Kept("The conversation.")]
    public required byte[] Conversation { get; init; }

    [Kept("The member of staff.")]
    public required string Member { get; init; }

    [Kept("Half minutes left.")]
    public int BeatsLeft { get; set; }

    public static void Configure(EntityTypeBuilder<LeaseRow> row)
    {
        row.ToTable("help_lease");
        row.HasKey(r => r.Conversation);
    }
}

/// <summary>A red flag: a child is at risk, and the supervisor on call must look.</summary>
[Kept("A red flag on a conversation, for how many half minutes it may stay unanswered, and who answered it.", Until = "Deleted when the flag is taken down, or when nobody renews it within sixty days.")]
internal sealed class RedFlagRow
{
    [Kept("The conversation.")]
    public required byte[] Conversation { get; init; }

    [Kept("Why, a word of a closed list.")]
    public required string Reason { get; init; }

    [Kept("Half minutes left until it counts as overdue.")]
    public int BeatsLeft { get; set; }

    [Kept("The member of staff who took it, or nothing.")]
    public string? Taken { get; set; }

    [Kept("The last day on which it holds the conversation, in days since 1970: sixty days on, and sixty more each time a supervisor renews it with a reason.")]
    public int UntilDay { get; set; }

    public static void Configure(EntityTypeBuilder<RedFlagRow> row)
    {
        row.ToTable("help_flag");
        row.HasKey(r => r.Conversation);
    }
}

/// <summary>What one adviser leaves for the next.</summary>
[Kept("A note from one adviser to the next, sealed to the desk alone and covered by the week's key: the person who wrote cannot open it.", Until = "Deleted with its conversation.")]
internal sealed class NoteRow
{
    [Kept("The conversation.")]
    public required byte[] Conversation { get; init; }

    [Kept("Counts the notes of a conversation, from 1.")]
    public int Sequence { get; init; }

    [Kept("The hour in which it was written, counted from 1970.")]
    public long Hour { get; init; }

    [Kept("The sealed note, of one of four sizes.")]
    public required byte[] Box { get; init; }

    public static void Configure(EntityTypeBuilder<NoteRow> row)
    {
        row.ToTable("help_note");
        row.HasKey(r => new { r.Conversation, r.Sequence });
    }
}

/// <summary>How many conversations of a day ended how.</summary>
[Kept("How often advisers closed a conversation with which outcome, a row a day. It names no conversation.", Until = "Kept: they are counts.")]
internal sealed class OutcomeRow
{
    [Kept("The desk.")]
    public int Desk { get; init; }

    [Kept("Days since 1 January 1970.")]
    public int Day { get; init; }

    [Kept("The outcome, a word of a closed list.")]
    public required string Code { get; init; }

    [Kept("How many.")]
    public int Count { get; set; }

    public static void Configure(EntityTypeBuilder<OutcomeRow> row)
    {
        row.ToTable("help_outcome");
        row.HasKey(r => new { r.Desk, r.Day, r.Code });
    }
}
