using Cairn.Help.Helpline.Threads;

namespace Cairn.Help.Helpline.Adviser;

/// <summary>The statements of the desk. They run in the one writer's turns, beside those of the seekers. Every hole is a parameter.</summary>
internal static class DeskWrites
{
    /// <summary>Half minutes that a conversation stays in hand without a sign of its adviser: five minutes.</summary>
    public const int LeaseBeats = 10;

    /// <summary>Half minutes until a red flag that nobody took counts as overdue: a quarter of an hour.</summary>
    public const int FlagBeats = 30;

    /// <summary>Takes a conversation in hand, or keeps it there.</summary>
    /// <returns>False when somebody else has it, or when it is gone, or lies on another desk.</returns>
    public static async Task<bool> Claim(Statements turn, byte[] conversation, int desk, string member, CancellationToken cancel)
    {
        if (!await Lies(turn, conversation, desk, cancel))
            return false;
        var taken = await Run(turn, """
            INSERT INTO help_lease (conversation, member, beats_left) VALUES (@id, @member, @beats)
            ON CONFLICT (conversation) DO UPDATE SET member = excluded.member, beats_left = excluded.beats_left
            WHERE help_lease.member = excluded.member OR help_lease.beats_left <= 0
            """, cancel, ("id", conversation), ("member", member), ("beats", LeaseBeats)) > 0;
        await DeskBell.Tell(turn, cancel);
        return taken;
    }

    /// <summary>A sign of life of whoever has it in hand.</summary>
    /// <returns>False when it is no longer theirs, or lies on another desk.</returns>
    public static async Task<bool> Beat(Statements turn, byte[] conversation, int desk, string member, CancellationToken cancel) => await Run(turn, """
        UPDATE help_lease SET beats_left = @beats WHERE conversation = @id AND member = @member AND beats_left > 0
        AND EXISTS (SELECT 1 FROM help_conversation c WHERE c.id = @id AND c.desk = @desk)
        """, cancel, ("beats", LeaseBeats), ("id", conversation), ("member", member), ("desk", desk)) > 0;

    public static async Task<bool> Release(Statements turn, byte[] conversation, int desk, string member, CancellationToken cancel)
    {
        if (!await Lies(turn, conversation, desk, cancel))
            return false;
        var let = await Run(turn, "DELETE FROM help_lease WHERE conversation = @id AND member = @member", cancel, ("id", conversation), ("member", member)) > 0;
        await DeskBell.Tell(turn, cancel);
        return let;
    }

    /// <summary>Keeps a note on a conversation in hand.</summary>
    public static async Task<bool> Note(Statements turn, NoteRow note, int desk, string member, CancellationToken cancel)
    {
        if (!await InHand(turn, note.Conversation, desk, member, cancel))
            return false;
        await Run(turn, """
            INSERT INTO help_note (conversation, sequence, hour, box)
            SELECT @id, COALESCE(MAX(n.sequence), 0) + 1, @hour, @box FROM help_note n WHERE n.conversation = @id
            """, cancel, ("id", note.Conversation), ("hour", note.Hour), ("box", note.Box));
        await DeskBell.Tell(turn, cancel);
        return true;
    }

    /// <summary>Keeps a note for the next adviser and lets the conversation go; it waits again.</summary>
    public static async Task<bool> HandOver(Statements turn, NoteRow note, int desk, string member, CancellationToken cancel)
    {
        if (!await Note(turn, note, desk, member, cancel))
            return false;
        await Run(turn, "UPDATE help_conversation SET waits = 1 WHERE id = @id", cancel, ("id", note.Conversation));
        return await Release(turn, note.Conversation, desk, member, cancel);
    }

    /// <summary>Ends the waiting and counts how.</summary>
    public static async Task<bool> Close(Statements turn, byte[] conversation, string member, int desk, int day, string code, CancellationToken cancel)
    {
        if (!await InHand(turn, conversation, desk, member, cancel))
            return false;
        await Run(turn, "UPDATE help_conversation SET waits = 0 WHERE id = @id", cancel, ("id", conversation));
        await Run(turn, """
            INSERT INTO help_outcome (desk, day, code, count) VALUES (@desk, @day, @code, 1)
            ON CONFLICT (desk, day, code) DO UPDATE SET count = help_outcome.count + 1
            """, cancel, ("desk", desk), ("day", day), ("code", code));
        return await Release(turn, conversation, desk, member, cancel);
    }

    /// <summary>Raises a flag on a conversation in hand.</summary>
    /// <returns>False when it is not in this adviser's hand.</returns>
    public static async Task<bool> Flag(Statements turn, byte[] conversation, int desk, string member, string reason, int until, CancellationToken cancel)
    {
        if (!await InHand(turn, conversation, desk, member, cancel))
            return false;
        await Run(turn, "UPDATE help_conversation SET state = @flagged WHERE id = @id", cancel, ("flagged", NewThread.Flagged), ("id", conversation));
        await Run(turn, "INSERT INTO help_flag (conversation, reason, beats_left, until_day) VALUES (@id, @reason, @beats, @until) ON CONFLICT DO NOTHING", cancel, ("id", conversation), ("reason", reason), ("beats", FlagBeats), ("until", until));
        await DeskBell.Tell(turn, cancel);
        return true;
    }

    /// <summary>A supervisor says: I have it.</summary>
    public static async Task<bool> TakeFlag(Statements turn, byte[] conversation, string member, CancellationToken cancel)
    {
        var taken = await Run(turn, "UPDATE help_flag SET taken = @member WHERE conversation = @id AND taken IS NULL", cancel, ("id", conversation), ("member", member)) > 0;
        await DeskBell.Tell(turn, cancel);
        return taken;
    }

    /// <summary>A supervisor holds the conversation for longer.</summary>
    public static async Task<bool> RenewFlag(Statements turn, byte[] conversation, string reason, int until, CancellationToken cancel)
    {
        await Run(turn, "UPDATE help_conversation SET state = state WHERE id = @id", cancel, ("id", conversation));
        var renewed = await Run(turn, "UPDATE help_flag SET until_day = @until, reason = @reason WHERE conversation = @id", cancel, ("until", until), ("reason", reason), ("id", conversation)) > 0;
        await DeskBell.Tell(turn, cancel);
        return renewed;
    }

    /// <summary>Takes a flag down.</summary>
    /// <param name="lapsedBefore">A day since 1970: only a flag whose last day was before it. Null for one that a supervisor takes down.</param>
    /// <returns>False when there is none, or while a hand-over is open.</returns>
    public static async Task<bool> LowerFlag(Statements turn, byte[] conversation, int? lapsedBefore, CancellationToken cancel)
    {
        // Whoever asks for a package waits for this turn, and finds no flag.
        await Run(turn, "UPDATE help_conversation SET state = state WHERE id = @id", cancel, ("id", conversation));
        if (await turn.Finds("SELECT 1 FROM help_package WHERE conversation = @id", cancel, ("id", conversation)))
            return false;
        // Renewed since it was found: it holds.
        if (lapsedBefore is { } day && !await turn.Finds("SELECT 1 FROM help_flag WHERE conversation = @id AND until_day < @day", cancel, ("id", conversation), ("day", day)))
            return false;
        await Run(turn, "DELETE FROM help_flag WHERE conversation = @id", cancel, ("id", conversation));
        var lowered = await Run(turn, "UPDATE help_conversation SET state = @open WHERE id = @id AND state = @flagged", cancel, ("open", NewThread.Open), ("id", conversation), ("flagged", NewThread.Flagged)) > 0;
        // The person deleted it while the flag was up: it goes now.
        if (lowered && await Run(turn, "UPDATE help_wrap SET kind = kind WHERE conversation = @id AND kind = 1", cancel, ("id", conversation)) == 0)
            await ThreadWrites.Delete(turn, conversation, [], cancel);
        await DeskBell.Tell(turn, cancel);
        return lowered;
    }

    /// <summary>Keeps the boxes of a conversation's new key; from then on it is written under that one alone.</summary>
    /// <returns>False when another key was faster, or when the conversation is gone.</returns>
    public static async Task<bool> Rewrap(Statements turn, byte[] conversation, int generation, byte[] label, IReadOnlyList<WrapRow> wraps, CancellationToken cancel)
    {
        if (await Run(turn, "UPDATE help_conversation SET generation = @next, label = @label WHERE id = @id AND generation = @before", cancel, ("next", generation), ("label", label), ("id", conversation), ("before", generation - 1)) == 0)
            return false;
        foreach (var wrap in wraps)
            await ThreadWrites.Wrap(turn, wrap, cancel);
        return true;
    }

    /// <summary>Keeps boxes of the desk in the place of those before.</summary>
    public static async Task<int> Reseal(Statements turn, IReadOnlyList<WrapRow> wraps, CancellationToken cancel)
    {
        var kept = 0;
        foreach (var wrap in wraps)
            kept += await Run(turn, "UPDATE help_wrap SET box = @box, desk_generation = @desk WHERE conversation = @conversation AND kind = @kind AND generation = @generation AND desk_generation < @desk", cancel,
                ("box", wrap.Box), ("desk", wrap.DeskGeneration), ("conversation", wrap.Conversation), ("kind", wrap.Kind), ("generation", wrap.Generation));
        return kept;
    }

    /// <summary>Half a minute goes by for everything in hand and every flag nobody took.</summary>
    public static async Task<int> Sweep(Statements turn, CancellationToken cancel)
    {
        await Run(turn, "UPDATE help_flag SET beats_left = beats_left - 1 WHERE beats_left > 0 AND taken IS NULL", cancel);
        await Run(turn, "UPDATE help_lease SET beats_left = beats_left - 1", cancel);
        var ended = await Run(turn, "DELETE FROM help_lease WHERE beats_left <= 0", cancel);
        await DeskBell.Tell(turn, cancel);
        return ended;
    }

    /// <summary>Keeps that somebody hands messages of a flagged conversation over; one hand-over at a time.</summary>
    /// <returns>False when it is not in their hand, not flagged, or when another is open.</returns>
    public static async Task<bool> AskPackage(Statements turn, PackageRow row, int desk, CancellationToken cancel)
    {
        if (!await InHand(turn, row.Conversation, desk, row.Member, cancel)
            || await Run(turn, "UPDATE help_conversation SET state = state WHERE id = @id AND state = @flagged", cancel, ("id", row.Conversation), ("flagged", NewThread.Flagged)) == 0)
            return false;
        var asked = await Run(turn, """
            INSERT INTO help_package (conversation, member, reason, day, chosen, total, digest, signed)
            VALUES (@id, @member, @reason, @day, @chosen, @total, @digest, @signed) ON CONFLICT DO NOTHING
            """, cancel, ("id", row.Conversation), ("member", row.Member), ("reason", row.Reason), ("day", row.Day), ("chosen", row.Chosen), ("total", row.Total), ("digest", row.Digest), ("signed", row.Signed)) > 0;
        await DeskBell.Tell(turn, cancel);
        return asked;
    }

    /// <summary>Another person agrees to exactly what was asked for.</summary>
    /// <returns>False when it is not in their hand, when nothing or something else was asked for, or when they asked themselves.</returns>
    public static async Task<bool> ApprovePackage(Statements turn, byte[] conversation, int desk, byte[] digest, string member, byte[] signature, CancellationToken cancel)
    {
        if (!await InHand(turn, conversation, desk, member, cancel))
            return false;
        var agreed = await Run(turn, "UPDATE help_package SET approver = @member, countersigned = @signature WHERE conversation = @id AND digest = @digest AND member <> @member AND approver IS NULL", cancel,
            ("member", member), ("signature", signature), ("id", conversation), ("digest", digest)) > 0;
        await DeskBell.Tell(turn, cancel);
        return agreed;
    }

    /// <returns>False when it is not in this adviser's hand, or none is open.</returns>
    public static async Task<bool> EndPackage(Statements turn, byte[] conversation, int desk, string member, CancellationToken cancel)
    {
        if (!await InHand(turn, conversation, desk, member, cancel))
            return false;
        var ended = await Run(turn, "DELETE FROM help_package WHERE conversation = @id", cancel, ("id", conversation)) > 0;
        await DeskBell.Tell(turn, cancel);
        return ended;
    }

    /// <summary>A conversation that this adviser has in hand at this desk, held until the turn ends.</summary>
    private static async Task<bool> InHand(Statements turn, byte[] conversation, int desk, string member, CancellationToken cancel) =>
        await Lies(turn, conversation, desk, cancel) && await Beat(turn, conversation, desk, member, cancel);

    // Every turn that touches a conversation's parts takes the conversation first: on PostgreSQL nobody deletes it meanwhile, and no two turns wait for each other. On SQLite a turn has the whole file.
    private static Task<bool> Lies(Statements turn, byte[] conversation, int desk, CancellationToken cancel) =>
        turn.Finds($"SELECT 1 FROM help_conversation WHERE id = @id AND desk = @desk{(turn.IsPostgres ? " FOR UPDATE" : "")}", cancel, ("id", conversation), ("desk", desk));

    private static Task<int> Run(Statements turn, string text, CancellationToken cancel, params (string Name, object Value)[] holes) => ThreadWrites.Run(turn, text, cancel, holes);
}
