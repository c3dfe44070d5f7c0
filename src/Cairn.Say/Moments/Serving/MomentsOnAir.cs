using Cairn.Foundation.Storage;
using Cairn.Help.Directory;
using Cairn.Know.Register;
using Cairn.Moment;
using Cairn.Moment.Bundles;
using Cairn.Moment.Decisions;
using Cairn.Say.Packs;
using Cairn.Say.Packs.Publishing;
using Microsoft.Extensions.Logging;

namespace Cairn.Say.Moments.Serving;

/// <summary>What moments are answered from: a snapshot, made anew when the edition, the directory, a figure or the period changes, and swapped whole. What cannot be made never
/// replaces a good one.</summary>
internal sealed partial class MomentsOnAir(
    OnAir onAir, ServiceDirectory directory, FigureRegister figures, ReceiptSecret receipts, BundleSigningKey signing, IMomentCounter counter, Lazy<TermList> terms, ComposeBundle compose,
    TimeProvider time, ILogger<MomentsOnAir> log)
{
    private MadeFrom? made;
    private volatile ServedMoments? current;
    private volatile ServedMoments? before;

    /// <summary>Null until something could be made.</summary>
    public ServedMoments? Current => current;

    /// <summary>What is known of a revision that was served here, to check reports of it; null for any other.</summary>
    public BundleContent? Known(string revision) =>
        current?.Bundle.Revision == revision ? current.Bundle.Content
        : before?.Bundle.Revision == revision ? before.Bundle.Content
        : null;

    /// <summary>Opens the list, and makes what there is to make.</summary>
    /// <exception cref="StorageException">The list or the keyring cannot be used.</exception>
    public void Start()
    {
        _ = terms.Value;
        // Made before anything is answered: a backup of the keyring from now on holds them.
        receipts.MakeKey();
        signing.PublicPem();
        Refresh();
    }

    /// <summary>Looks whether something changed. Cheap when nothing has.</summary>
    public void Refresh()
    {
        lock (onAir.Turn)
        {
            var now = time.GetUtcNow();
            if (onAir.Shown is not { } edition)
                return;
            // Noted before it is made: what the desk says meanwhile is made again the next time.
            var from = new MadeFrom(edition, directory.Version, figures.Version, BundleComposer.StartOf(now));
            if (made == from)
                return;
            made = from;
            try
            {
                Swap(Bundle.Of(compose(edition, now), terms.Value.Travelling));
            }
            catch (Exception e)
            {
                // Whatever it was, moments go on being answered from what was good.
                LogRefused(log, e is StorageException or MomentException ? e.Message : e.GetType().Name);
            }
        }
    }

    private void Swap(Bundle bundle)
    {
        var shown = current;
        // Made from something else and yet the same: whoever waits for a change need not be woken.
        if (shown is not null && shown.Bundle.Tag == bundle.Tag)
            return;
        var decider = new Decider(bundle, terms.Value.Open, receipts.For(bundle.Campaign), counter, time);
        if (shown is not null && shown.Bundle.Revision != bundle.Revision)
            before = shown;
        current = new(bundle, decider, new Lazy<byte[]>(() => signing.With(bundle.Write)));
        shown?.SayReplaced();
    }

    /// <param name="Directory">Another object when the services or the notes about them have changed.</param>
    /// <param name="Figures">Another object when a table was published that a figure is computed from.</param>
    private sealed record MadeFrom(Edition Edition, object Directory, object Figures, DateTimeOffset Period)
    {
        public bool Equals(MadeFrom? other) =>
            other is not null && ReferenceEquals(Edition, other.Edition) && ReferenceEquals(Directory, other.Directory) && ReferenceEquals(Figures, other.Figures) && Period == other.Period;

        public override int GetHashCode() => Period.GetHashCode();
    }

    [LoggerMessage(LogLevel.Error, "The bundle for moments cannot be made. {Reason} The last good one stays in force.")]
    private static partial void LogRefused(ILogger log, string reason);
}

/// <summary>One bundle in force.</summary>
/// <param name="File">The bundle's file, signed when it is first asked for and not again.</param>
internal sealed record ServedMoments(Bundle Bundle, Decider Decider, Lazy<byte[]> File)
{
    private readonly TaskCompletionSource replaced = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when another bundle comes into force.</summary>
    public Task Replaced => replaced.Task;

    public string ETag { get; } = $"\"{Bundle.Tag}\"";

    public void SayReplaced() => replaced.TrySetResult();
}

/// <summary>Makes a bundle's content of an edition and the directory as it stands; the same on every node.</summary>
internal delegate BundleContent ComposeBundle(Edition edition, DateTimeOffset now);
