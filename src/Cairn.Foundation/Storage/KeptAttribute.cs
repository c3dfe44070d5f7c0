namespace Cairn.Foundation.Storage;

/// <summary>Why a table or a column exists and how long what is in it lives; printed in <c>docs/data-inventory.md</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public sealed class KeptAttribute(string why) : Attribute
{
    public string Why { get; } = why;

    /// <summary>Said of a table; a column lives as long as its row.</summary>
    public string? Until { get; init; }
}
