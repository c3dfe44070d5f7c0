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
            "csv" => TableCsv.Csv(table, TableLanguage.English.Words),
            "json" => TableJsonStat.Write(table, TableLanguage.English, new Uri($"urn:cairn:table:{table.Id}:{table.Revision}")),
            _ => PlainTable.Html(table),
        };
    }

    /// <summary>Attacks a table as it is, or would be, published; one that cannot be protected as it was read in. A protected one also beside what other series have published over the same areas.</summary>
    /// <param name="with">Another table, published or not, that it is attacked beside; null for none.</param>
    /// <returns>Null when there is none with this id.</returns>
    /// <exception cref="StorageException">The database cannot be used, or there is no other table of this id to attack it beside.</exception>
    public async Task<TableAttack?> Audit(string id, string? with, CancellationToken cancel)
    {
        if (await book.Find(id, cancel) is not { } row || row is { Shown.Length: 0, Printed.Length: 0 })
            return null;
        var near = await Near(row, with, cancel);
        var table = KeptTable.Read(row.Shown.Length > 0 ? row.Shown : row.Printed);
        if (table.Axes.Count == 0)
            return new([], [], false, table.Hindrance);
        try
        {
            var learnt = Protection.Attack(table);
            var holds = row.Shown.Length > 0 && !learnt.Any(l => l.Learnt.Low == l.Learnt.High) && (row.Printed.Length == 0 || Protection.StillHolds(KeptTable.Read(row.Printed), table, row.Way, row.Threshold));
            IReadOnlyList<string> beside = row.Shown.Length == 0 ? [] : BesideOthers.GivenAway(new(row.Printed.Length > 0 ? KeptTable.Read(row.Printed) : null, table), row.Threshold, BesideTable.Of(near, row, with));
            return new([.. learnt.Select(l => (l.Cell, l.Learnt.ToString()))], beside, holds && beside.Count == 0, null);
        }
        catch (Disclosure.Attack.ContradictionException contradiction)
        {
            return new([], [], false, contradiction.Message);
        }
    }

    private async Task<IReadOnlyList<SnapshotRow>> Near(SnapshotRow row, string? with, CancellationToken cancel)
    {
        var near = await book.Near(row, cancel);
        if (with is null)
            return near;
        if (with == row.Id || await book.Find(with, cancel) is not { Shown.Length: > 0 } other)
            throw new StorageException($"There is no other protected table '{with}'.");
        if (other.Series == row.Series)
            throw new StorageException($"'{with}' is of the same series. The two are attacked together when the later one is published.");
        return near.Any(o => o.Id == with) ? near : throw new StorageException($"'{with}' is of a day more than {BesideOthers.MostDaysApart} days away. The two are not attacked together.");
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
/// <param name="Beside">What is given away beside tables of other series over the same areas, a sentence each.</param>
/// <param name="Holds">No blank comes out exactly, and none closer than its rules ask where what was read in is still there.</param>
/// <param name="Problem">Why it could not be attacked, or null.</param>
public sealed record TableAttack(IReadOnlyList<(string Cell, string Learnt)> Cells, IReadOnlyList<string> Beside, bool Holds, string? Problem);
