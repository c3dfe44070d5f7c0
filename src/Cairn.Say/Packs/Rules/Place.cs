namespace Cairn.Say.Packs.Rules;

/// <summary>Where something stands in a pack.</summary>
/// <param name="File">Relative to the pack, with forward slashes.</param>
/// <param name="Line">Counted from 1; the whole file is line 1.</param>
internal readonly record struct Place(string File, int Line)
{
    public override string ToString() => $"{File}:{Line}";
}
