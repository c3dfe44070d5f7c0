using Cairn.Foundation.Text;
using Cairn.Know.Register.Computed;
using NodaTime;

namespace Cairn.Know.Register;

/// <summary>A share with everything needed to judge it. Cited by id; never typed into a page.</summary>
/// <param name="Value">In percent, 0 to 100.</param>
/// <param name="Decimals">Decimals it is said with; the range its rounding allows is half a unit of the last decimal either way.</param>
/// <param name="AsOf">The day the figure describes.</param>
/// <param name="Sentence">Continues the number: "of people on the sex offenders register in Scotland ...".</param>
/// <param name="Base">What the share is a share of. Never null: a percentage is not shown without its base.</param>
/// <param name="Numerator">Count it comes from, or null when none was published.</param>
/// <param name="Denominator">Count it comes from, or null when none was published.</param>
/// <param name="Historical">True keeps it on show past <see cref="FigureList.MaxAgeDays"/>, with its month said beside it.</param>
public sealed record Figure(
    string Id,
    decimal Value,
    int Decimals,
    LocalDate AsOf,
    LocalText Sentence,
    LocalText Base,
    long? Numerator,
    long? Denominator,
    LocalText Definition,
    LocalText OnlineMeans,
    string Publisher,
    string SourceTitle,
    FigureOrigin Origin,
    bool Historical);

/// <summary>Where a figure comes from.</summary>
public abstract record FigureOrigin
{
    private FigureOrigin()
    {
    }

    /// <summary>Somebody else published it, and it was read there.</summary>
    public sealed record Read(Uri Source, LocalDate SeenOn) : FigureOrigin;

    /// <summary>It was computed here from a published table.</summary>
    public sealed record Computed(FigureWorking Working) : FigureOrigin;
}

/// <summary>The figures of a revision.</summary>
/// <param name="Figures">With their values.</param>
/// <param name="Computed">Whose values come from the tables that are published.</param>
/// <param name="MaxAgeDays">A figure whose <see cref="Figure.AsOf"/> is older is withheld unless historical.</param>
public sealed record FigureList(IReadOnlyList<Figure> Figures, IReadOnlyList<ComputedFigure> Computed, int MaxAgeDays)
{
    /// <summary>Each computed figure with a value of two wide digits, to measure whether it fits where it is cited. Never shown.</summary>
    public FigureList WithStandIns(LocalDate today) => this with { Figures = [.. Figures, .. Computed.Select(c => c.StandIn(today))], Computed = [] };
}
