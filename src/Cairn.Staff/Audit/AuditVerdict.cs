using System.Globalization;

namespace Cairn.Staff.Audit;

/// <summary>Whether the record is whole, and if not, where it was touched.</summary>
/// <param name="Rows">How many rows were read.</param>
/// <param name="Problems">Sentences that name the row; empty when all is well.</param>
internal sealed record AuditVerdict(long Rows, long? LastNumber, string? LastHash, IReadOnlyList<string> Problems)
{
    private const int Enough = 20;

    public static async Task<AuditVerdict> Of(IAsyncEnumerable<AuditEntry> rows, IReadOnlyList<AuditHead> heads, AuditKey key, CancellationToken cancel)
    {
        var problems = new List<string>();
        // Which hash a row must have, according to something signed or kept outside the database.
        var anchors = new Dictionary<long, List<(string Hash, string Says)>>();
        foreach (var head in heads)
        {
            if (!key.Verifies(AuditHead.Statement(head.Day, head.Number, head.Hash), head.Signature))
                problems.Add($"The signed end of {head.Day} (row {Number(head.Number)}) does not carry the signature of this keyring.");
            else
                Anchor(head.Number, head.Hash, $"the signed end of {head.Day}");
        }

        foreach (var (day, number, hash) in key.Remembered())
        {
            Anchor(number, hash, $"the keyring's note of {day}");
            if (heads.All(h => h.Day != day))
                problems.Add($"The signed end of {day} is missing; the keyring remembers row {Number(number)} of that day.");
        }

        long count = 0;
        AuditEntry? last = null;
        await foreach (var row in rows.WithCancellation(cancel))
        {
            count++;
            var expected = (last?.Number ?? 0) + 1;
            if (row.Number != expected)
                problems.Add(row.Number == expected + 1 ? $"Row {Number(expected)} is missing." : $"Rows {Number(expected)} to {Number(row.Number - 1)} are missing.");
            // After a gap the chain is picked up again, so that one missing row is named once; a row over a gap cannot be checked.
            else if (AuditTrail.HashOf(last?.Hash ?? AuditTrail.Start, row.Number, row.At, row.Actor, row.Act, row.Subject) != row.Hash)
                problems.Add($"Row {Number(row.Number)} was changed, or is not where it was written.");
            if (anchors.Remove(row.Number, out var said))
                problems.AddRange(said.Where(a => a.Hash != row.Hash).Select(a => $"Row {Number(row.Number)} is not the one that {a.Says} names."));
            last = row;
            if (problems.Count >= Enough)
                break;
        }

        if (problems.Count < Enough)
            problems.AddRange(anchors.Keys.Order().Where(n => n > (last?.Number ?? 0)).Select(n => $"Row {Number(n)} is missing: {anchors[n][0].Says} names it."));
        if (problems.Count == 0 && last is not null && heads.LastOrDefault()?.Number != last.Number)
            problems.Add($"Row {Number(last.Number)} stands after the last signed end.");
        return new(count, last?.Number, last?.Hash, problems);

        void Anchor(long number, string hash, string says)
        {
            if (!anchors.TryGetValue(number, out var said))
                anchors[number] = said = [];
            said.Add((hash, says));
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
