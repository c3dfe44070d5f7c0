namespace Cairn.Know.Moments;

/// <summary>Sums that a sender reports under a number; they count once.</summary>
/// <param name="Platform">Empty for this program itself.</param>
public sealed record ReportedCounts(string Platform, string Node, long Number, IReadOnlyCollection<KeyValuePair<MomentKey, long>> Counts);

/// <summary>An outcome that somebody tells, with what is left of its receipt.</summary>
/// <param name="ReceiptHash">SHA-256 of the receipt's number.</param>
/// <param name="ReceiptHour">The hour in which its message was shown.</param>
/// <param name="Key">What to count.</param>
/// <param name="Good">False for a receipt that is to be refused: then nothing is counted and nothing kept, but the same statements run as for a good one.</param>
public sealed record ToldOutcome(byte[] ReceiptHash, int ReceiptHour, MomentKey Key, bool Good);
