using System.Globalization;
using Cairn.Foundation.Text;
using Cairn.Know.Register.Computed;
using Cairn.Know.Register.Releases;
using Cairn.Know.Register.Snapshots;
using NodaTime;

namespace Cairn.Know.Register;

/// <summary>The figures of the revision on the air, the computed ones as the published tables have them now. An immutable snapshot, swapped whole.</summary>
public sealed class FigureRegister
{
    private sealed record Snapshot(FigureList List, IReadOnlyDictionary<Language, FigureWords> Words);

    private sealed record Known(Snapshot? Snapshot, object Tables, IReadOnlyDictionary<string, (Figure? Figure, FigureHeld Why)> Computed);

    private readonly TableRegister tables;
    private volatile Snapshot? snapshot;
    private volatile Known? known;

    internal FigureRegister(TableRegister tables) => this.tables = tables;

    /// <summary>Figures where no table is published: every computed one is withheld.</summary>
    public static FigureRegister WithoutTables() => new(new TableRegister());

    /// <summary>Figures of another revision over the same tables: for a proof.</summary>
    public FigureRegister OverTheSameTables() => new(tables);

    /// <param name="words">For each language the revision offers, the reference language first.</param>
    public void Swap(FigureList list, IReadOnlyDictionary<Language, FigureWords> words) => snapshot = new(list, words);

    /// <summary>Changes with every swap and with every table that is published; what was made from the figures before is then out of date.</summary>
    public object Version => Now();

    /// <summary>The words around figures; null before anything is published or in a language the revision does not offer.</summary>
    public FigureWords? WordsIn(Language language) => snapshot?.Words.GetValueOrDefault(language);

    /// <summary>Every figure that may be shown on a day, in the order of the pack, the computed ones last.</summary>
    public IReadOnlyList<ShownFigure> Shown(LocalDate today)
    {
        var now = Now();
        return now.Snapshot is { List: var list }
            ? [.. list.Figures.Select(f => f.Id).Concat(list.Computed.Select(c => c.Id)).Select(id => Look(now, id, today)).OfType<FoundFigure.Shown>().Select(f => f.Figure)]
            : [];
    }

    /// <summary>A figure by its id: shown, withheld, or none.</summary>
    public FoundFigure Find(string id, LocalDate today) => Look(Now(), id, today);

    /// <summary>A computed figure on every day of which its series has a table; null for any other figure, and where there is none.</summary>
    internal FigureHistory? HistoryOf(string id) => Now().Snapshot?.List.Computed.FirstOrDefault(c => c.Id == id) is { } computed
        ? FigureHistory.Of(computed, [.. tables.Releases.Where(r => r.Table.Id == computed.Recipe.Series).Select(r => r.Table)])
        : null;

    /// <summary>Every figure that is computed from a series, or every computed one: as it is, and as it would be were another table published.</summary>
    /// <param name="next">Null: as it is alone.</param>
    internal IReadOnlyList<FigureChange> Changes(string? series, PublishedTable? next, LocalDate today)
    {
        var now = Now();
        return now.Snapshot is not { List: var list }
            ? []
            : [.. list.Computed.Where(c => series is null || c.Recipe.Series == series).Select(c => new FigureChange(
                c.Id, c.Recipe.Series, Look(now, c.Id, today), next is null ? null : Looked(FigureComputing.Of(c, next), c.Id, list, today)))];
    }

    private Known Now()
    {
        var (shown, version) = (snapshot, tables.Version);
        if (known is { } kept && ReferenceEquals(kept.Snapshot, shown) && ReferenceEquals(kept.Tables, version))
            return kept;
        var computed = new Dictionary<string, (Figure? Figure, FigureHeld Why)>(StringComparer.Ordinal);
        foreach (var figure in shown?.List.Computed ?? [])
            computed[figure.Id] = tables.Find(figure.Recipe.Series, null) is { } release ? FigureComputing.Of(figure, release.Table) : (null, FigureHeld.NoTable);
        return known = new(shown, version, computed);
    }

    private static FoundFigure Look(Known now, string id, LocalDate today)
    {
        if (now.Snapshot is not { List: var list })
            return FoundFigure.None.It;
        if (list.Figures.FirstOrDefault(f => f.Id == id) is { } figure)
            return Looked((figure, default), id, list, today);
        return now.Computed.TryGetValue(id, out var computed) ? Looked(computed, id, list, today) : FoundFigure.None.It;
    }

    private static FoundFigure Looked((Figure? Figure, FigureHeld Why) found, string id, FigureList list, LocalDate today)
    {
        if (found.Figure is not { } figure)
            return new FoundFigure.Withheld(id, found.Why);
        return Period.DaysBetween(figure.AsOf, today) > list.MaxAgeDays && !figure.Historical ? new FoundFigure.Withheld(id, FigureHeld.TooOld) : new FoundFigure.Shown(new(figure));
    }
}

/// <summary>A figure that may be shown.</summary>
public sealed record ShownFigure(Figure Figure)
{
    /// <summary>What it may have been before it, or the counts it comes from, were rounded.</summary>
    public RoundingRange Range { get; } = Figure.Origin is FigureOrigin.Computed { Working.Range: var range } ? range : RoundingRange.Of(Figure.Value, Figure.Decimals);

    /// <summary>Null when it was read somewhere.</summary>
    public FigureWorking? Working => (Figure.Origin as FigureOrigin.Computed)?.Working;

    /// <summary>True for invented counts.</summary>
    public bool Demonstration => Working is { Demonstration: true };

    /// <summary>The value with its decimals.</summary>
    public string Value(CultureInfo culture) => Figure.Value.ToString("F" + Figure.Decimals, culture);

    /// <summary>Where it can be looked up: the address it was read at, or the permalink of the table it was computed from.</summary>
    /// <param name="site">The campaign's address, without a slash at the end.</param>
    internal Uri SourceAt(string site, Language language) => Figure.Origin switch
    {
        FigureOrigin.Read read => read.Source,
        FigureOrigin.Computed { Working: var working } => new($"{site}/{language.Code}{TableAddresses.OfRevision(working.Series, working.Revision)}"),
        _ => throw new InvalidOperationException("A figure without an origin."),
    };
}

/// <summary>A computed figure before and after another table of its series is published.</summary>
/// <param name="Then">Null when no table is looked at.</param>
internal sealed record FigureChange(string Id, string Series, FoundFigure Now, FoundFigure? Then);

/// <summary>The answer to an id. What is withheld carries no number, so that none can be drawn.</summary>
public abstract record FoundFigure
{
    private FoundFigure()
    {
    }

    public sealed record None : FoundFigure
    {
        private None()
        {
        }

        public static None It { get; } = new();
    }

    public sealed record Shown(ShownFigure Figure) : FoundFigure;

    public sealed record Withheld(string Id, FigureHeld Why) : FoundFigure;
}
