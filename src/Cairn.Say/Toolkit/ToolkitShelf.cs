using Cairn.Foundation.Text;
using Cairn.Help.Directory;
using Cairn.Know.Register;
using Cairn.Say.Packs;
using Cairn.Say.Packs.Publishing;
using Cairn.Say.Posters;
using NodaTime;
using NodaTime.Extensions;

namespace Cairn.Say.Toolkit;

/// <summary>What the toolkit hands out of the edition on the air. Made anew, and every picture of before forgotten, when the edition, the ways to help, a figure or the day change: a picture
/// never shows a number or a figure that may not be shown today.</summary>
internal sealed class ToolkitShelf(ServiceDirectory directory, FigureRegister figures, DrawingTurns turns, TimeProvider time)
{
    // Where a day ends: the campaigns are British.
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    private readonly Lock turn = new();
    private volatile Edition? edition;
    private volatile Stock? stock;

    public void Swap(Edition fresh) => (edition, stock) = (fresh, null);

    /// <summary>Null before anything is published, and when the pack has no artwork.</summary>
    public Stock? Today
    {
        get
        {
            if (edition is not { Pack.Artworks.Count: > 0 } shown)
                return null;
            var now = time.GetUtcNow().ToInstant();
            var made = new MadeFrom(shown, directory.Version, figures.Version, now.InZone(Zone).Date);
            if (stock is { } kept && kept.From.Equals(made))
                return kept;
            lock (turn)
            {
                if (stock is { } other && other.From.Equals(made))
                    return other;
                return stock = new(made, new PosterContents(shown.Pack, shown.Demonstration, directory, figures, OnAir.Address, now), turns);
            }
        }
    }
}

/// <summary>What decides whether a picture is still right.</summary>
/// <param name="Services">The directory's version.</param>
/// <param name="Figures">The figures' version, which a published table changes.</param>
internal sealed record MadeFrom(Edition Edition, object Services, object Figures, LocalDate Day)
{
    // An edition is a long text; which one it is, is enough.
    public bool Equals(MadeFrom? other) => other is not null && ReferenceEquals(Edition, other.Edition) && ReferenceEquals(Services, other.Services) && ReferenceEquals(Figures, other.Figures) && Day == other.Day;

    public override int GetHashCode() => Day.GetHashCode();
}
