namespace Cairn.Say.Posters.Text.Bidi;

/// <summary>A stretch of a line that is set in one direction.</summary>
/// <param name="Start">Where it begins in the line, in UTF-16 units, in the order of reading.</param>
/// <param name="Length">How many UTF-16 units it has.</param>
/// <param name="Level">Its embedding level: odd is right to left.</param>
internal readonly record struct BidiRun(int Start, int Length, byte Level)
{
    public bool RightToLeft => (Level & 1) == 1;
}
