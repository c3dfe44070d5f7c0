using System.Globalization;
using Cairn.Foundation.Storage;
using Cairn.Know.Register.Releases;
using Cairn.Staff.Audit;

namespace Cairn.Know.Register.Snapshots;

/// <summary>What the command line may do with the register's tables: read one in, print one as it would be published, attack one. Publishing takes two people, in the console.</summary>
public sealed class RegisterIntake
{
    /// <summary>Largest file that is read: 20 MB.</summary>
    public const int LargestFile = Tables.Sheets.SheetLimits.MostBytes;

    private readonly SnapshotBook book;

    internal RegisterIntake(SnapshotBook book) => this.book = book;

    /// <summary>Reads a table in and protects it with the rules that stand when nobody says otherwise.</summary>
    /// <param name="byGroup">Whether the groups of the announcement become totals of the axis of offences.</param>
    /// <param name="series">Null: <c>register</c>. The same of title, publisher and definition: words that claim nothing.</param>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public async Task<TableReadIn> Import(
        ReadOnlyMemory<byte> file, string? mapping, DateOnly asOf, string source, string? series, string? title, string? publisher, string? definition, bool demonstration, bool byGroup, CancellationToken cancel)
    {
        var facts = new SnapshotFacts(
            series ?? SnapshotFacts.DefaultSeries, title ?? SnapshotFacts.DefaultTitle, asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), source, null, publisher ?? source, SnapshotFacts.DefaultBase,
            definition ?? SnapshotFacts.DefaultDefinition, demonstration, byGroup);
        var read = await book.Read(file, mapping, facts, Actor.CommandLine, cancel);
        if (read is not { Id: { } id, Table: { } table })
            return new(null, [], [], [], [], read.Refusals, null);
        var problem = table.Hindrance;
        try
        {
            if (problem is null)
                await book.Protect(id, ProtectionWay.Blanks, Disclosure.DisclosureRules.DefaultThreshold, smallChanges: false, Actor.CommandLine, cancel);
        }
        catch (SnapshotRefusedException refused)
        {
            problem = refused.Message;
        }

        return new(id, table.Preview, table.Arithmetic, [.. table.Offences?.Said() ?? []], table.Notes, [], problem);
    }

    /// <summary>A table as it is published, or would be.</summary>
    /// <param name="format"><c>csv</c>, <c>json</c> (JSON-stat) or <c>html</c> (the table alone).</param>
    /// <returns>Null when there is none with this id, or when it is not protected.</returns>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public async Task<byte[]?> Table(string id, string format, CancellationToken cancel)
    {
        if (await book.Find(id, cancel) is not { Shown: { Length: > 0 } shown })
            return null;
        var table = ReleasedTables.Of(KeptTable.Read(shown));
        return format switch
        {
            "csv" => TableCsv.Csv(table, TableWords.English),
            "json" => TableJsonStat.Write(table, TableWords.English, new Uri($"urn:cairn:table:{table.Id}:{table.Revision}")),
            _ => PlainTable.Html(table),
        };
    }

    /// <summary>Attacks a table as it is, or would be, published; one that cannot be protected as it was read in.</summary>
    /// <returns>Null when there is none with this id.</returns>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public async Task<TableAttack?> Audit(string id, CancellationToken cancel)
    {
        if (await book.Find(id, cancel) is not { } row || row is { Shown.Length: 0, Printed.Length: 0 })
            return null;
        var table = KeptTable.Read(row.Shown.Length > 0 ? row.Shown : row.Printed);
        if (table.Axes.Count == 0)
            return new([], false, table.Hindrance);
        try
        {
            var learnt = Protection.Attack(table);
            var holds = row.Shown.Length > 0 && !learnt.Any(l => l.Learnt.Low == l.Learnt.High) && (row.Printed.Length == 0 || Protection.StillHolds(KeptTable.Read(row.Printed), table, row.Way, row.Threshold));
            return new([.. learnt.Select(l => (l.Cell, l.Learnt.ToString()))], holds, null);
        }
        catch (Disclosure.Attack.ContradictionException contradiction)
        {
            return new([], false, contradiction.Message);
        }
    }
}

/// <param name="Id">Null when the file was refused.</param>
/// <param name="Preview">How each column was understood.</param>
/// <param name="Arithmetic">What its sums and rates say.</param>
/// <param name="Offences">How its offences were classified; none when it has none.</param>
/// <param name="Notes">What its page says to every reader.</param>
/// <param name="Refusals">Why it was refused: no word of its content.</param>
/// <param name="Problem">Why it is kept and not protected, or null.</param>
public sealed record TableReadIn(
    string? Id, IReadOnlyList<string> Preview, IReadOnlyList<string> Arithmetic, IReadOnlyList<string> Offences, IReadOnlyList<string> Notes, IReadOnlyList<string> Refusals, string? Problem);

/// <param name="Cells">Of every blank what anybody can work out.</param>
/// <param name="Holds">No blank comes out exactly, and none closer than its rules ask where what was read in is still there.</param>
/// <param name="Problem">Why it could not be attacked, or null.</param>
public sealed record TableAttack(IReadOnlyList<(string Cell, string Learnt)> Cells, bool Holds, string? Problem);
