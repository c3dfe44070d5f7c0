namespace Cairn.Say.Packs;

/// <summary>A stretch of a page's prose. Figures and services stay citations, because what may be shown of them depends on the day.</summary>
internal abstract record ProsePiece
{
    /// <param name="Markup">May open an element that a later piece closes: <c>&lt;p&gt;In 2018, </c>, then a figure, then <c> of …&lt;/p&gt;</c>.</param>
    internal sealed record Html(CleanHtml Markup) : ProsePiece;

    /// <summary><c>[[figure:ID]]</c> in running text: the value with a link to the figure's page, or nothing but words when withheld.</summary>
    internal sealed record Figure(string FigureId) : ProsePiece;

    /// <summary><c>[[service:ID]]</c> in running text: the service's name and, where it may be shown, its number.</summary>
    internal sealed record Service(string ServiceId) : ProsePiece;
}
