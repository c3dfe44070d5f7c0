using Cairn.Know.Register.Computed;

namespace Cairn.Know.Register;

/// <summary>The words around figures in one language; section <c>figures</c> of a pack's <c>words/{l}.yaml</c>.</summary>
public sealed record FigureWords
{
    public required string Heading { get; init; }
    public required string Lead { get; init; }
    /// <summary>Holes {publisher} and {date}: "{publisher}, snapshot of {date}."</summary>
    public required string SourceLine { get; init; }
    /// <summary>Hole {month}: "In {month}".</summary>
    public required string Historical { get; init; }
    public required string HowMade { get; init; }
    public required string Definition { get; init; }
    public required string Base { get; init; }
    public required string OnlineMeans { get; init; }
    public required string AsOf { get; init; }
    public required string Publisher { get; init; }
    public required string Source { get; init; }
    /// <summary>Holes {low} and {high}.</summary>
    public required string Range { get; init; }
    public required string RangeWhy { get; init; }
    public required string CountsUnknown { get; init; }
    public required string Measure { get; init; }
    public required string Share { get; init; }
    public required string Rest { get; init; }
    public required string Download { get; init; }
    /// <summary>Hole {value}: text alternative of the bar.</summary>
    public required string BarAlternative { get; init; }
    public required string Withheld { get; init; }
    /// <summary>Said in the place of a number that its table does not give.</summary>
    public required string NotComputed { get; init; }
    /// <summary>Before the source of a figure of invented counts, wherever it stands.</summary>
    public required string Invented { get; init; }
    public required string ComputedFrom { get; init; }
    /// <summary>Holes {part}, {whole} and {exact}.</summary>
    public required string Counts { get; init; }
    /// <summary>Holes {multiple}, {low} and {high}.</summary>
    public required string CountsRounded { get; init; }
    public required string Protection { get; init; }
    public required string OverTime { get; init; }

    public string WithheldBecause(FigureHeld why) => why == FigureHeld.TooOld ? Withheld : NotComputed;
}
