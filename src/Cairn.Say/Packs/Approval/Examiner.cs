using System.Collections.Concurrent;
using Cairn.Say.Packs.Checking;
using Cairn.Say.Packs.Publishing;
using NodaTime;

namespace Cairn.Say.Packs.Approval;

/// <summary>A kept revision, read and checked as it is today.</summary>
internal sealed record Examined(PackFiles Files, PackReading Reading, CheckReport Report);

/// <summary>Runs the check of <c>cairn pack check</c> on revisions that are kept, and remembers what it found for the day.</summary>
internal sealed class Examiner(RevisionVault vault, PackGate gate)
{
    // More than wait at once; each holds a whole pack.
    private const int MostRemembered = 16;

    private readonly ConcurrentDictionary<(string Revision, LocalDate Day), Examined> remembered = new();

    /// <exception cref="PackRefusedException">The revision was changed in the database.</exception>
    public async Task<Examined> Examine(string revision, CancellationToken cancel)
    {
        // The files are taken out and their hashes and signature checked each time; only their meaning is remembered.
        var files = await vault.Genuine(revision, cancel);
        var key = (revision, gate.Today());
        if (remembered.TryGetValue(key, out var known))
            return known;

        var examined = Examine(files, key.Item2);
        if (remembered.Count >= MostRemembered)
            remembered.Clear();
        return remembered[key] = examined;
    }

    public static Examined Examine(PackFiles files, LocalDate today) =>
        files.AsFolder(folder => new Examined(files, PackReader.Read(folder), PackCheck.Run(folder, today)));
}
