using Cairn.Foundation.Text;
using NodaTime;

namespace Cairn.Know.Register;

/// <summary>A published share with everything needed to judge it. Cited by id; never typed into a page.</summary>
/// <param name="Value">As published, in percent, 0 to 100.</param>
/// <param name="Decimals">Decimals it was published with; the range its rounding allows is half a unit of the last decimal either way.</param>
/// <param name="AsOf">The day the figure describes.</param>
/// <param name="Sentence">Continues the number: "of people on the sex offenders register in Scotland ...".</param>
/// <param name="Base">What the share is a share of. Never null: a percentage is not shown without its base.</param>
/// <param name="Numerator">Count published with it, or null when none was.</param>
/// <param name="Denominator">Count published with it, or null when none was.</param>
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
    Uri Source,
    LocalDate SeenOn,
    bool Historical);

/// <summary>The figures of a revision.</summary>
/// <param name="MaxAgeDays">A figure whose <see cref="Figure.AsOf"/> is older is withheld unless historical.</param>
public sealed record FigureList(IReadOnlyList<Figure> Figures, int MaxAgeDays);
