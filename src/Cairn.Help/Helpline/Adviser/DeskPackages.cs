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
internal sealed class DeskPackages(HelplineLine line, DeskThreads threads, ThreadReader reader, TimeProvider time)
{
    private int Today => (int)(time.GetUtcNow().ToUnixTimeSeconds() / 86_400);

    /// <summary>An adviser chose messages of a flagged conversation in hand and signed what is to be handed over.</summary>
    /// <param name="key">The adviser's Ed25519 key.</param>
    /// <exception cref="StorageException">It was not kept.</exception>
    public async Task<PackageStep> Ask(DeskAct asked, byte[]? key, SignedIn who, CancellationToken cancel)
    {
        if (!FlagReason.Knows(asked.Code) || asked.Chosen.Count is 0 or > Conversations.MostMessages || asked.Chosen.Any(n => n < 1) || !asked.Chosen.SequenceEqual(asked.Chosen.Distinct().Order()) || !IsSigned(asked, key))
            return PackageStep.NotUnderstood;
        // The day is in what was signed: around midnight it is asked for once more.
        if (asked.Day != Today)
            return PackageStep.NotUnderstood;
        if (!await threads.Beat(asked.Conversation, who, cancel))
            return PackageStep.NotInHand;
        if (!await Lies(asked, cancel))
            return PackageStep.Changed;
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
        return await Tried(who, Acts.PackageAsked, $"{threads.Subject(asked.Conversation)}, {asked.Code}", (turn, stop) => DeskWrites.AskPackage(turn, row, line.DeskNumber, stop), cancel);
    }

    /// <summary>Another adviser, with the conversation in hand, saw the same words and signed the same manifest.</summary>
    /// <exception cref="StorageException">It was not kept.</exception>
    public async Task<PackageStep> Approve(DeskAct agreed, byte[]? key, SignedIn who, CancellationToken cancel)
    {
        if (!IsSigned(agreed, key))
            return PackageStep.NotUnderstood;
        if (!await threads.Beat(agreed.Conversation, who, cancel))
            return PackageStep.NotInHand;
        return await Tried(who, Acts.PackageApproved, threads.Subject(agreed.Conversation), (turn, stop) => DeskWrites.ApprovePackage(turn, agreed.Conversation, line.DeskNumber, agreed.Digest, who.Id, agreed.Signature, stop), cancel);
    }

    /// <summary>Closes a hand-over: done, or not wanted any more. From then on the flag can be taken down.</summary>
    /// <exception cref="StorageException">It was not kept.</exception>
    public async Task<PackageStep> End(byte[] conversation, SignedIn who, CancellationToken cancel)
    {
        if (!await threads.Beat(conversation, who, cancel))
            return PackageStep.NotInHand;
        return await Tried(who, Acts.PackageEnded, threads.Subject(conversation), (turn, stop) => DeskWrites.EndPackage(turn, conversation, line.DeskNumber, who.Id, stop), cancel);
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

    private async Task<PackageStep> Tried(SignedIn who, string act, string subject, Func<Statements, CancellationToken, Task<bool>> write, CancellationToken cancel) =>
        await threads.Tried(who, act, subject, write, cancel) ? PackageStep.Done : PackageStep.Changed;
}

/// <summary>How a step of a hand-over ended.</summary>
internal enum PackageStep
{
    Done,

    /// <summary>The conversation is not in this adviser's hand, or it is gone.</summary>
    NotInHand,

    /// <summary>It is not flagged, something else was asked for meanwhile, or whoever agrees asked for it themselves.</summary>
    Changed,

    /// <summary>No request, or no signature by this adviser's key.</summary>
    NotUnderstood,
}
