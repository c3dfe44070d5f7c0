namespace Cairn.Help.Directory.Desk;

/// <summary>What became of a form.</summary>
internal enum Spoken
{
    /// <summary>It has problems, which it tells; nothing was done.</summary>
    Refused,

    /// <summary>It is kept, but this node could not read it back and does not show it yet.</summary>
    Kept,

    /// <summary>It is kept, and on every page of this node.</summary>
    Shown,
}
