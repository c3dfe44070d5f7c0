namespace Cairn.Know.Register.Snapshots;

/// <summary>Where a snapshot stands; the words of the database.</summary>
internal static class SnapshotState
{
    public const string Read = "read", Submitted = "submitted", Published = "published", SentBack = "sent-back";
}

/// <summary>Nothing was changed, and why, in words for people.</summary>
internal sealed class SnapshotRefusedException(string message) : Exception(message);
