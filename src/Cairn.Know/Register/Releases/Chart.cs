namespace Cairn.Know.Register.Releases;

/// <summary>A drawing made of a few kinds of shape, laid out once and drawn twice: into a page, and as a file of its own.</summary>
/// <remarks>Across, everything is a share of the width, so that on a page the drawing fills whatever width there is while its words keep their size: at 320 pixels, at 200 % and at 400 %.
/// Everything has one colour, the text's own: full, outlined or dashed tells apart what a colour would, in print, in greyscale, on a dark ground and in forced colours.</remarks>
/// <param name="Id">Letters, digits and <c>-</c>; unique on its page.</param>
/// <param name="Title">What the drawing shows.</param>
/// <param name="Description">What a person sees in it, for those who do not.</param>
/// <param name="Width">In pixels, or null for a drawing that fills the width.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Notes">Sentences that belong under the drawing.</param>
/// <param name="Table">The same numbers: no chart is without them.</param>
public sealed record Chart(string Id, string Title, string Description, int? Width, int Height, IReadOnlyList<ChartShape> Shapes, IReadOnlyList<string> Notes, ChartTable Table)
{
    /// <summary>The same for a page that is read from right to left: all of it begins on the right.</summary>
    internal Chart FromTheRight() => this with { Shapes = [.. Shapes.Select(s => s.FromTheRight())] };
}

/// <summary>The numbers of a chart.</summary>
/// <param name="Rows">A heading and one cell for each column after the first.</param>
public sealed record ChartTable(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<ChartRow> Rows);

public sealed record ChartRow(string Heading, IReadOnlyList<string> Cells);

/// <summary>Measures across are in percent of the width, 0 to 100; all others are in pixels from the top.</summary>
public abstract record ChartShape
{
    internal abstract ChartShape FromTheRight();
}

/// <param name="Full">Filled; otherwise an outline.</param>
public sealed record ChartBar(decimal Left, decimal Top, decimal Width, decimal Height, bool Full) : ChartShape
{
    internal override ChartShape FromTheRight() => this with { Left = 100 - Left - Width };
}

public sealed record ChartRule(decimal Left, decimal Top, decimal Right, decimal Bottom, decimal Weight, bool Dashed = false) : ChartShape
{
    internal override ChartShape FromTheRight() => this with { Left = 100 - Left, Right = 100 - Right };
}

public sealed record ChartDot(decimal Across, decimal Down, decimal Radius) : ChartShape
{
    internal override ChartShape FromTheRight() => this with { Across = 100 - Across };
}

/// <param name="Down">Where the line of writing stands.</param>
/// <param name="Shift">Pixels to the right of <paramref name="Across"/>, or to the left where negative.</param>
public sealed record ChartWords(string Text, decimal Across, decimal Down, TextAnchor Anchor = TextAnchor.Start, bool Bold = false, decimal Shift = 0) : ChartShape
{
    /// <summary>In pixels, the same for all words of a chart.</summary>
    public const int Size = 16;

    /// <remarks>The anchor stays: it says where in its own direction a text is held.</remarks>
    internal override ChartShape FromTheRight() => this with { Across = 100 - Across, Shift = -Shift };
}

public enum TextAnchor
{
    Start,
    Middle,
    End,
}
