using System.Globalization;
using Cairn.Foundation.Storage;
using Cairn.Know.Disclosure;
using Cairn.Know.Register.Snapshots;
using Cairn.Staff.Audit;

namespace Cairn.Know.Register.Demonstration;

/// <summary>Three tables of invented counts, a year apart, so that a demonstration has a figure that is computed. Written by <c>eng/invented-register</c>.</summary>
/// <remarks>The last of them follows another definition, so that a break can be seen. Every page, file and picture says that the counts are invented.</remarks>
public sealed class InventedRegister
{
    /// <summary>The series it is published as.</summary>
    public const string Series = "demonstration-register";

    private const string Publisher = "Cairn demonstration";
    private static readonly string[] Definitions =
        ["Invented. Online: marked so when the offence was recorded.", "Invented. Online: marked so when the offence was recorded.", "Invented. Online: marked so when the offence was recorded, or at conviction."];

    private readonly SnapshotBook book;
    private readonly TimeProvider time;

    internal InventedRegister(SnapshotBook book, TimeProvider time) => (this.book, this.time) = (book, time);

    /// <summary>Reads them in, protects and publishes them, through the same checks as any other table.</summary>
    /// <returns>False when they are published already; nothing is changed then.</returns>
    /// <exception cref="StorageException">The database cannot be used, or tables that are not invented are published there.</exception>
    public async Task<bool> Publish(CancellationToken cancel)
    {
        var published = (await book.All(cancel)).Where(l => l.State == SnapshotState.Published).ToList();
        if (published.Exists(l => l.Series == Series))
            return false;
        if (published.Count > 0)
            throw new StorageException("Tables are published here. Invented ones are for a demonstration, and do not stand beside them.");
        try
        {
            for (var year = 1; year <= Definitions.Length; year++)
                await Publish(year, cancel);
        }
        catch (SnapshotRefusedException refused)
        {
            throw new StorageException(refused.Message, refused);
        }

        return true;
    }

    private async Task Publish(int year, CancellationToken cancel)
    {
        var facts = new SnapshotFacts(
            Series, "Invented register by division", Day(year), "Invented for a demonstration", null, Publisher, "invented people on an invented register", Definitions[year - 1], Demonstration: true);
        var read = await book.Read(File(year), null, facts, Actor.CommandLine, cancel);
        if (read.Id is not { } id)
            throw new SnapshotRefusedException(string.Join(' ', read.Refusals));
        await book.Protect(id, ProtectionWay.Blanks, DisclosureRules.DefaultThreshold, smallChanges: false, Actor.CommandLine, cancel);
        await book.PublishInvented(id, Actor.CommandLine, cancel);
    }

    /// <summary>The last three ends of March, the earliest first.</summary>
    private string Day(int year)
    {
        var today = time.GetUtcNow();
        var last = today.Month > 3 ? today.Year : today.Year - 1;
        return string.Create(CultureInfo.InvariantCulture, $"{last - Definitions.Length + year}-03-31");
    }

    private static byte[] File(int year)
    {
        using var stream = typeof(InventedRegister).Assembly.GetManifestResourceStream($"Cairn.Know.Register.Demonstration.year-{year}.csv") ?? throw new InvalidOperationException("The invented register is not in the program.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
