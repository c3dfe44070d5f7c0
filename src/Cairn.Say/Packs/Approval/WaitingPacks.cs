using Cairn.Say.Packs.Publishing;
using Cairn.Staff.Roles;
using Cairn.Staff.Today;

namespace Cairn.Say.Packs.Approval;

/// <summary>What the console's first page says about packs.</summary>
internal static class WaitingPacks
{
    /// <summary>For approvers: what they can decide. For editors: what waits for a name, and what came back.</summary>
    public static IReadOnlyList<Waiting> For(PackStore store) =>
    [
        new(Permission.ApprovePack, cancel => Lines(store, s => s is { Waiting: true, HasName: true }, "waits for approval", cancel)),
        new(Permission.SubmitPack, cancel => Lines(store, s => s is { Waiting: true, HasName: false }, "waits for somebody to put their name to it", cancel)),
        new(Permission.SubmitPack, cancel => Lines(store, s => s.SentBack, "was sent back", cancel)),
    ];

    private static async Task<IReadOnlyList<WaitingLine>> Lines(PackStore store, Func<Standing, bool> wanted, string said, CancellationToken cancel) =>
        [.. (await store.Standings(cancel)).Where(wanted).Select(s => new WaitingLine($"Revision {s.Short} of {s.PackId} {said}", $"/console/packs/{s.Revision}"))];
}
