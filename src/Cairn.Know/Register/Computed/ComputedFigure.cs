using Cairn.Foundation.Text;
using NodaTime;

namespace Cairn.Know.Register.Computed;

/// <summary>A figure whose value comes from the newest published table of a series, and changes with it. Day, publisher and source are the table's own.</summary>
/// <param name="Label">What the share tells, for charts and rows: "Registered for an online offence".</param>
/// <param name="Sentence">Continues the number.</param>
/// <param name="Historical">True keeps it on show past <see cref="FigureList.MaxAgeDays"/>.</param>
public sealed record ComputedFigure(string Id, FigureRecipe Recipe, LocalText Label, LocalText Sentence, LocalText Base, LocalText Definition, LocalText OnlineMeans, bool Historical)
{
    private static readonly Uri Nowhere = new("https://standin.invalid/");

    internal Figure With(decimal value, LocalDate asOf, long part, long whole, string publisher, string source, FigureWorking working) =>
        new(Id, value, Recipe.Decimals, asOf, Sentence, Base, part, whole, Definition, OnlineMeans, publisher, source, new FigureOrigin.Computed(working), Historical);

    internal Figure StandIn(LocalDate today) =>
        new(Id, 88, Recipe.Decimals, today, Sentence, Base, null, null, Definition, OnlineMeans, "Police Scotland", "", new FigureOrigin.Read(Nowhere, today), Historical);
}

/// <summary>Which cells of a table a share is made of.</summary>
/// <param name="Series">Of the table.</param>
/// <param name="Part">By dimension, the codes whose counts are added up; a dimension that is not named is taken as in <paramref name="Whole"/>. Codes are ids or labels.</param>
/// <param name="Whole">By dimension, the codes of what it is a share of; a dimension that is not named is taken with its total.</param>
/// <param name="Decimals">0 to 3.</param>
public sealed record FigureRecipe(string Series, IReadOnlyDictionary<string, IReadOnlyList<string>> Part, IReadOnlyDictionary<string, IReadOnlyList<string>> Whole, int Decimals);

/// <summary>How a figure came out of a table.</summary>
/// <param name="Revision">Of the table; with <paramref name="Series"/> its permalink.</param>
/// <param name="Range">What the share may have been before the counts or it were rounded.</param>
/// <param name="Exact">The share of the two counts as they are shown, in percent, not rounded.</param>
/// <param name="RoundedTo">The multiple the counts are rounded to; null when they are exact.</param>
/// <param name="Method">How the table is protected.</param>
/// <param name="Demonstration">True for invented counts: wherever the figure stands, that is said.</param>
public sealed record FigureWorking(string Series, string Revision, string Title, RoundingRange Range, decimal Exact, int? RoundedTo, string Method, bool Demonstration);
