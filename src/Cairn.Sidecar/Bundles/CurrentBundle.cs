using Cairn.Moment;
using Cairn.Moment.Bundles;
using Cairn.Moment.Decisions;
using Cairn.Moment.Terms;
using Cairn.Sidecar.Starting;
using Cairn.Sidecar.State;

namespace Cairn.Sidecar.Bundles;

/// <summary>The bundle in force and the list beside it. Replaced whole, and only by a bundle that passes every check; the last one that passed lies in the state directory.</summary>
internal sealed class CurrentBundle
{
    private readonly BundleKeys keys;
    private readonly StateDirectory state;
    private readonly IMomentCounter counter;
    private readonly TimeProvider time;
    private readonly Notes notes;
    private readonly Lock gate = new();

    // The newest that was ever in force: an older one is refused, also after a restart.
    private Bundle? newest;
    private byte[]? unsaved;

    // The file of the bundle in force, which holds its list.
    private byte[]? file;
    private bool serving;
    private SealedTerms? ownTerms;
    private InForce? now;

    public CurrentBundle(BundleKeys keys, StateDirectory state, IMomentCounter counter, TimeProvider time, Notes notes) =>
        (this.keys, this.state, this.counter, this.time, this.notes) = (keys, state, counter, time, notes);

    /// <summary>Null before the first bundle came.</summary>
    public InForce? InForce => Volatile.Read(ref now);

    /// <summary>A list of the operator's own, which the server never sees, in place of the one inside the bundle.</summary>
    /// <exception cref="MomentException">It cannot be used.</exception>
    public void UseTerms(string path)
    {
        lock (gate)
        {
            // Into memory: the file may be written over while it is in use.
            ownTerms = SealedTerms.Read(WatchedFile.Read(path), keys.Terms!);
            if (now is { } before)
                Enter(before.Bundle, ownTerms);
        }
    }

    /// <summary>Takes up the last good bundle of an earlier run. One that has run out is taken up as well: a restart must not end what a longer run would have kept up.</summary>
    public void Resume()
    {
        if (!File.Exists(state.Bundle))
            return;
        lock (gate)
        {
            try
            {
                var kept = File.ReadAllBytes(state.Bundle);
                newest = Bundle.Read(kept, keys.Public);
                Enter(newest, TermsFor(newest));
                file = kept;
            }
            catch (Exception e) when (e is MomentException or IOException or UnauthorizedAccessException)
            {
                notes.Mention($"The bundle kept in the state directory cannot be used and is passed over. {e.Message}");
            }
        }
    }

    /// <summary>True when the bundle in force came as these very bytes, which need no second check.</summary>
    /// <exception cref="IOException">It cannot be read, or may not be (<see cref="UnauthorizedAccessException"/>).</exception>
    public bool Is(string path)
    {
        lock (gate)
        {
            if (file is null)
                return false;
            using var other = File.OpenHandle(path, options: FileOptions.SequentialScan);
            if (RandomAccess.GetLength(other) != file.Length)
                return false;
            Span<byte> piece = stackalloc byte[16 * 1024];
            var at = 0;
            while (at < file.Length && RandomAccess.Read(other, piece, at) is > 0 and var read && file.AsSpan(at).StartsWith(piece[..read]))
                at += read;
            return at == file.Length;
        }
    }

    /// <summary>Brings a bundle into force, unless it is there already.</summary>
    /// <returns>False when nothing changed.</returns>
    /// <exception cref="MomentException">It is refused, and the one in force stays.</exception>
    public bool Offer(byte[] offered)
    {
        lock (gate)
        {
            var bundle = Bundle.Read(offered, keys.Public);
            if (bundle.Tag == InForce?.Bundle.Tag)
            {
                Save();
                return false;
            }

            bundle.CheckClock(time.GetUtcNow(), newest);
            Enter(bundle, TermsFor(bundle));
            (newest, file, unsaved) = (bundle, offered, offered);
            if (serving)
                Save();
            return true;
        }
    }

    /// <summary>Keeps the bundle of a start, now that somebody can ask, and tries again to keep what a full disk did not take.</summary>
    public void Keep()
    {
        lock (gate)
        {
            serving = true;
            Save();
        }
    }

    private SealedTerms? TermsFor(Bundle bundle) => ownTerms ?? (keys.Terms is { } key ? bundle.OpenTerms(key) : null);

    // The list of a bundle that is replaced is left to the collector: answers may still be reading it.
    private void Enter(Bundle bundle, SealedTerms? terms) =>
        Volatile.Write(ref now, new(bundle, new(bundle, terms, ReceiptKey.For(state.ReceiptSecret, bundle.Campaign), counter, time), terms?.Entries));

    private void Save()
    {
        if (unsaved is null)
            return;
        try
        {
            WholeFile.Write(state.Bundle, unsaved);
            unsaved = null;
            notes.Clear(Topic.Keeping);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            notes.Say(Topic.Keeping, "The new bundle is in force but cannot be kept in the state directory. Make room on the disk.");
        }
    }
}

/// <summary>What checks and opens bundles.</summary>
/// <param name="Public">SubjectPublicKeyInfo of whoever signs bundles.</param>
/// <param name="Terms">Null when this sidecar is to match no text.</param>
internal sealed record BundleKeys(byte[] Public, TermKey? Terms);

/// <param name="Entries">Null without a list.</param>
internal sealed record InForce(Bundle Bundle, Decider Decider, int? Entries);
