namespace Cairn.Moment.Terms;

/// <summary>What a list asks for when one of its entries matches. The only thing about an entry that leaves the matcher.</summary>
public enum TermAction : byte
{
    /// <summary>Nothing matched.</summary>
    None,

    /// <summary>Show a message and let the person go on.</summary>
    Warn,

    /// <summary>Show a message in place of what was asked for.</summary>
    Block,
}
