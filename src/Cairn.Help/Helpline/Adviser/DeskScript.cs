namespace Cairn.Help.Helpline.Adviser;

/// <summary>The desk's script: all that opens and seals for an adviser. Its hash is written down here, in the source, so that a page loads these bytes or none.</summary>
internal static class DeskScript
{
    public const string Name = "desk.js";

    /// <summary>For the page's <c>integrity</c>; published in <c>docs/advisers.md</c>.</summary>
    public const string Integrity = "sha384-J8ZZkDOs5ah3+yxEiNqcJ14ZE4sTa+6lwxV+QjDsXUXV2gSH3GyLeimLPO9Bx7tv";
}
