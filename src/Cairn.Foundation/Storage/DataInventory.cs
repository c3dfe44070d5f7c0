using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Cairn.Foundation.Storage;

/// <summary>Every table and column of the program with its reason, from the models themselves: <c>docs/data-inventory.md</c>.</summary>
public sealed class DataInventory
{
    private DataInventory(IReadOnlyList<InventoryTable> tables) => Tables = tables;

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<InventoryTable> Tables { get; }

    public static DataInventory Of(IEnumerable<DbContext> contexts) => new([.. contexts
        .SelectMany(c => c.Model.GetEntityTypes())
        .Where(e => !e.IsMappedToJson())
        .Select(e => new InventoryTable(
            e.GetTableName()!,
            e.ClrType.GetCustomAttribute<KeptAttribute>()?.Why,
            e.ClrType.GetCustomAttribute<KeptAttribute>()?.Until,
            [
                .. e.GetProperties().Select(p => new InventoryColumn(p.GetColumnName(), KindOf(p), p.PropertyInfo?.GetCustomAttribute<KeptAttribute>()?.Why)),
                .. e.GetNavigations().Where(n => n.TargetEntityType.IsMappedToJson()).Select(n => new InventoryColumn(
                    n.TargetEntityType.GetContainerColumnName()!, "JSON", e.ClrType.GetProperty(n.Name)?.GetCustomAttribute<KeptAttribute>()?.Why)),
            ]))
        .OrderBy(t => t.Name, StringComparer.Ordinal)]);

    /// <summary>As Markdown.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(
            """
            # Everything Cairn keeps

            Made from the program's own tables by a test, which fails when this page is out of date, when a column has no reason, or when a column looks as if it
            could hold something about a visitor. There is no table of visitors, no address, no cookie, no device, no query. What is not listed here is not kept.
            Besides these tables each database holds the list of its own migrations (`__EFMigrationsHistory`).


            """);
        foreach (var table in Tables)
        {
            text.Append("## ").Append(table.Name).Append("\n\n").Append(table.Why).Append("\n\n*How long:* ").Append(table.Until).Append("\n\n");
            text.Append("| Column | Kind | Why it exists |\n|---|---|---|\n");
            foreach (var column in table.Columns)
                text.Append("| `").Append(column.Name).Append("` | ").Append(column.Kind).Append(" | ").Append(column.Why).Append(" |\n");
            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string KindOf(IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type == typeof(string) ? "text"
            : type == typeof(byte[]) ? "bytes"
            : type == typeof(bool) ? "yes or no"
            : type == typeof(int) || type == typeof(long) ? "whole number"
            : type.Name;
    }
}

/// <param name="Why">Null when nobody wrote a reason: the test refuses that.</param>
public sealed record InventoryTable(string Name, string? Why, string? Until, IReadOnlyList<InventoryColumn> Columns);

/// <param name="Why">Null when nobody wrote a reason: the test refuses that.</param>
public sealed record InventoryColumn(string Name, string Kind, string? Why);
