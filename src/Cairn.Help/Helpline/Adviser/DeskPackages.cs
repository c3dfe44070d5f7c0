using System.Globalization;
using System.Security.Cryptography;
using Cairn.Foundation.Storage;
using Cairn.Help.Helpline.Threads;
using Cairn.Help.Sealing;
using Cairn.Staff.Audit;
using Cairn.Staff.Roles;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Help.Helpline.Adviser;

/// <summary>
/// Hand-over packages for the police or child protection: two advisers sign the same manifest, each in their own browser. The server keeps who asked and who agreed and holds the conversation meanwhile; what is in the package it cannot open.
/// </summary>
internal sealed class DeskPackages(HelplineLine line, DeskThreads threads, ThreadReader reader, SealedWriter writer, DeskBell bell, AuditTrail audit, TimeProvider time)
{
    private int Today => (int)(time.GetUtcNow().ToUnixTimeSeconds() / 86_400);

    /// <summary>An adviser chose messages of a flagged conversation in hand and signed what is to be handed over.</summary>
    /// <param name="key">The adviser's Ed25519 key.</param>
    /// <returns>False when it is not in hand, not flagged, or handed over already; null when it is no request.</returns>
    /// <exception cref="StorageException">It was not kept.</exception>
    public async Task<bool?> Ask(DeskAct asked, byte[]? key, SignedIn who, CancellationToken cancel)
    {
        if (!FlagReason.Knows(asked.Code) || asked.Chosen.Count is 0 or > Conversations.MostMessages || asked.Chosen.Any(n => n < 1) || !asked.Chosen.SequenceEqual(asked.Chosen.Distinct().Order()) || !IsSigned(asked, key))
            return null;
        // The day is in what was signed: around midnight it is asked for once more.
        if (asked.Day != Today)
            return null;
        if (!await threads.Beat(asked.Conversation, who, cancel) || !await Lies(asked, cancel))
            return false;
        await audit.Record(who, Acts.PackageAsked, $"{threads.Subject(asked.Conversation)}, {asked.Code}", cancel);
        var row = new PackageRow
        {
            Conversation = asked.Conversation,
            Member = who.Id,
            Reason = asked.Code,
            Day = Today,
            Chosen = string.Join(',', asked.Chosen.Select(n => n.ToString(CultureInfo.InvariantCulture))),
            Total = asked.Total,
            Digest = asked.Digest,
            Signed = asked.Signature,
        };
        return await Act((turn, stop) => DeskWrites.AskPackage(turn, row, stop), cancel);
    }

    /// <summary>Another adviser, with the conversation in hand, saw the same words and signed the same manifest.</summary>
    /// <returns>False when it is not in hand, when nothing or something else was asked for, or when they asked themselves; null when it is no signature.</returns>
    /// <exception cref="StorageException">It was not kept.</exception>
    public async Task<bool?> Approve(DeskAct agreed, byte[]? key, SignedIn who, CancellationToken cancel)
    {
        if (!IsSigned(agreed, key))
            return null;
        if (!await threads.Beat(agreed.Conversation, who, cancel))
            return false;
        await audit.Record(who, Acts.PackageApproved, threads.Subject(agreed.Conversation), cancel);
        return await Act((turn, stop) => DeskWrites.ApprovePackage(turn, agreed.Conversation, agreed.Digest, who.Id, agreed.Signature, stop), cancel);
    }

    /// <summary>Closes a hand-over: done, or not wanted any more. From then on the flag can be taken down.</summary>
    /// <returns>False when it is not in hand, or when none is open.</returns>
    /// <exception cref="StorageException">It was not kept.</exception>
    public async Task<bool?> End(byte[] conversation, SignedIn who, CancellationToken cancel)
    {
        if (!await threads.Beat(conversation, who, cancel))
            return false;
        await audit.Record(who, Acts.PackageEnded, threads.Subject(conversation), cancel);
        return await Act((turn, stop) => DeskWrites.EndPackage(turn, conversation, stop), cancel);
    }

    internal static IReadOnlyList<int> Numbers(string chosen) => [.. chosen.Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];

    // Over "cairn/evidence/v1" and the manifest's hash.
    private static bool IsSigned(DeskAct act, byte[]? key) =>
        act is { Digest.Length: SHA256.HashSizeInBytes, Signature.Length: Sodium.SignatureBytes } && key is { Length: Sodium.KeyBytes }
        && Sodium.Verifies(act.Signature, [.. "cairn/evidence/v1"u8, .. act.Digest], key);

    // At this desk, with the messages that were chosen and as many as were seen.
    private Task<bool> Lies(DeskAct asked, CancellationToken cancel) => reader.Ask(
        async db => await db.Conversations.AnyAsync(c => c.Id == asked.Conversation && c.Desk == line.DeskNumber, cancel)
            && await db.Messages.CountAsync(m => m.Conversation == asked.Conversation, cancel) == asked.Total && asked.Chosen[^1] <= asked.Total, cancel);

    private async Task<bool> Act(Func<Statements, CancellationToken, Task<bool>> act, CancellationToken cancel)
    {
        var done = await writer.Write(act, cancel);
        bell.Ring();
        return done;
    }
}
