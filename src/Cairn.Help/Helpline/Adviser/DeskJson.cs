using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cairn.Help.Helpline.Adviser;

/// <summary>All that the desk's script is told when it opens.</summary>
/// <param name="Joining">Who has keys and may be added.</param>
/// <param name="Signers">Whose signatures are known, also of those who have left.</param>
/// <param name="Number">The desk's, also before it is made.</param>
/// <param name="Concerns">True at the concerns desk, where each conversation has a checklist.</param>
/// <param name="Day">Days since 1970: what a reply is dated with.</param>
/// <param name="Recovery">"asked" or "agreed" while this member of staff opens the desk with the paper.</param>
/// <param name="Why">Why the line is closed, a word; null while it is open.</param>
internal sealed record DeskOpening(
    DeskMe Me, DeskKeys? Desk, IReadOnlyList<DeskMember> Members, IReadOnlyList<DeskMember> Joining, IReadOnlyList<DeskMember> Signers, IReadOnlyList<DeskReply> Replies, IReadOnlyList<Outcome> Outcomes,
    IReadOnlyList<FlagReason> Reasons, string PenName, string Campaign, int Number, bool Concerns, bool Rehearsal, int Day, string? Why, string? Recovery);

/// <param name="Keys">Null until the adviser has made them.</param>
/// <param name="Boxes">The desk's keys, sealed to this adviser.</param>
internal sealed record DeskMe(string Id, string Called, AdviserKeys? Keys, IReadOnlyList<DeskBox> Boxes);

internal sealed record AdviserKeys(byte[] Public, byte[] Verify, byte[] Salt, byte[] Wrapped);

internal sealed record DeskBox(int Generation, byte[] Box);

internal sealed record DeskKeys(int Number, IReadOnlyList<DeskKey> Keys, byte[] Recovery);

internal sealed record DeskKey(int Generation, byte[] Public);

/// <param name="OnStaff">False for somebody who has left the staff and must be taken off the desk.</param>
internal sealed record DeskMember(string Id, string Called, byte[] Public, byte[] Verify, bool OnStaff);

internal sealed record DeskReply(string Language, string Id, string Name, string Body);

/// <param name="Version">To be asked with next.</param>
/// <param name="Hour">Now, counted from 1970.</param>
/// <param name="Generation">The latest of the desk's key.</param>
/// <param name="More">True when more wait than are sent.</param>
internal sealed record DeskQueue(long Version, long Hour, int Generation, bool More, IReadOnlyList<QueuedThread> Conversations);

/// <param name="Hour">Of the person's last message.</param>
/// <param name="Order">In which order they came, as far as this node has seen it; equal for those of an hour before it started.</param>
/// <param name="By">Who has it in hand, or null.</param>
/// <param name="FlagUntil">The day, since 1970, on which its flag lapses; 0 without one.</param>
/// <param name="Package">Whether a hand-over is open.</param>
internal sealed record QueuedThread(
    byte[] Id, int Generation, byte[]? Box, byte[] Label, long Hour, long Order, bool Waits, bool Flagged, bool FlagTaken, bool FlagOverdue, string? By, bool Mine, int Messages, int Notes, int FlagUntil, bool Package);

/// <param name="Mark">What the conversation is called in the audit and in packages.</param>
internal sealed record DeskThread(byte[] Id, int Generation, bool Flagged, bool Gone, byte[] Label, IReadOnlyList<ThreadBox> Boxes, IReadOnlyList<ThreadMessage> Messages, IReadOnlyList<ThreadNote> Notes, byte[]? SeekerPublic, string Mark = "", ThreadPackage? Package = null);

/// <summary>A hand-over that is open.</summary>
/// <param name="By">The id of whoever asked.</param>
/// <param name="Total">How many messages there were then.</param>
/// <param name="Approver">The id of whoever agreed, or null.</param>
internal sealed record ThreadPackage(string By, string Called, string Reason, int Day, IReadOnlyList<int> Chosen, int Total, byte[] Digest, byte[] Signed, string? Approver, string? ApproverCalled, byte[]? Countersigned);

internal sealed record ThreadBox(int Generation, byte[] Box);

internal sealed record ThreadMessage(int Sequence, int Sender, long Hour, int Generation, byte[] Nonce, byte[] Sealed);

internal sealed record ThreadNote(int Sequence, long Hour, byte[] Box);

/// <summary>What the script sends; each act reads what it needs.</summary>
/// <remarks>Set, not init: what JSON leaves out would be null then, whatever stands here.</remarks>
internal sealed record DeskAct
{
    public byte[] Conversation { get; set; } = [];
    public int Generation { get; set; }
    public int Sequence { get; set; }
    public byte[] Nonce { get; set; } = [];
    public byte[] Sealed { get; set; } = [];
    public byte[] Submission { get; set; } = [];
    public string Code { get; set; } = "";
    public IReadOnlyList<int> Chosen { get; set; } = [];
    public int Total { get; set; }
    public int Day { get; set; }
    public byte[] Digest { get; set; } = [];
    public byte[] Signature { get; set; } = [];
    public AdviserKeys? Keys { get; set; }
    public IReadOnlyList<Rewrapped> Rewrapped { get; set; } = [];
    public IReadOnlyList<Resealed> Resealed { get; set; } = [];

    /// <summary>False when a list holds nothing where something should be, which JSON can say whatever the type of the list.</summary>
    [JsonIgnore]
    public bool IsWhole => Rewrapped.All(r => r is not null) && Resealed.All(r => r is { Boxes: { } boxes } && boxes.All(b => b is not null));
}

/// <summary>What a member sealed anew for a conversation, to a key of the desk's.</summary>
internal interface ISealedAnew
{
    byte[] Conversation { get; }

    int DeskGeneration { get; }
}

/// <summary>A conversation under a new key, for the desk's latest.</summary>
internal sealed record Rewrapped(byte[] Conversation, int Generation, byte[] Label, byte[]? Seeker, byte[] Desk, byte[] Recovery, int DeskGeneration) : ISealedAnew;

/// <summary>A conversation's keys, opened with the recovery paper and sealed to the desk's latest key.</summary>
internal sealed record Resealed(byte[] Conversation, IReadOnlyList<ThreadBox> Boxes, int DeskGeneration) : ISealedAnew;

/// <summary>What a form for a desk carries in one field.</summary>
/// <param name="Member">Who is added or leaves.</param>
internal sealed record DeskWork(string Member, int Generation, byte[] Public, byte[] Recovery, IReadOnlyList<MemberBox> Boxes)
{
    /// <summary>As of <see cref="DeskAct"/>.</summary>
    [JsonIgnore]
    public bool IsWhole => Boxes.All(b => b is not null);
}

internal sealed record MemberBox(string Member, int Generation, byte[] Box);

/// <param name="Said">A sentence for the adviser.</param>
/// <param name="By">Who has it, where that is why.</param>
internal sealed record DeskAnswer(string Said, string? By = null);

[JsonSerializable(typeof(DeskOpening))]
[JsonSerializable(typeof(DeskQueue))]
[JsonSerializable(typeof(DeskThread))]
[JsonSerializable(typeof(DeskAct))]
[JsonSerializable(typeof(DeskWork))]
[JsonSerializable(typeof(DeskAnswer))]
[JsonSerializable(typeof(IReadOnlyList<DeskThread>))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
internal sealed partial class DeskJson : JsonSerializerContext;
