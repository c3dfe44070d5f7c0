using System.Net;
using System.Text;
using Cairn.Know.Register.Releases;

namespace Cairn.Know.Register.Snapshots;

/// <summary>A published table as HTML tables and nothing around them, for whoever puts it into a page of their own.</summary>
internal static class PlainTable
{
    public static byte[] Html(PublishedTable table)
    {
        var text = new StringBuilder();
        foreach (var grid in TableGrid.Of(table, TableLanguage.English))
            Write(text, grid);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Write(StringBuilder text, TableGrid grid)
    {
        text.Append("<table>\n<caption>").Append(Safe(grid.Caption)).Append("</caption>\n<thead><tr>");
        foreach (var heading in grid.Columns.Prepend(grid.Corner))
            text.Append("<th scope=\"col\">").Append(Safe(heading)).Append("</th>");
        text.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in grid.Rows)
        {
            text.Append("<tr><th scope=\"row\">").Append(Safe(row.Heading)).Append("</th>");
            foreach (var cell in row.Cells)
                text.Append("<td>").Append(Safe(string.Join(' ', new[] { cell.Count, cell.Mark }.OfType<string>()))).Append("</td>");
            text.Append("</tr>\n");
        }

        text.Append("</tbody>\n</table>\n");
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
