namespace Cairn.Say.Moments;

/// <summary>How far long work has come, on one line of a terminal. Nothing is written where nobody watches.</summary>
internal sealed class ProgressLine : IProgress<long>
{
    private const int Width = 40;

    private readonly TextWriter people;
    private readonly long total;
    private long shown = -1;

    private ProgressLine(TextWriter people, long total) => (this.people, this.total) = (people, total);

    /// <returns>Null when there is no terminal, or no telling how long it takes.</returns>
    public static ProgressLine? On(TextWriter people, long total) =>
        total > 0 && ReferenceEquals(people, Console.Error) && !Console.IsErrorRedirected ? new(people, total) : null;

    public void Report(long value)
    {
        var filled = Math.Min(Width, value * Width / total);
        if (filled == shown)
            return;
        shown = filled;
        people.Write($"\r[{new string('#', (int)filled)}{new string(' ', Width - (int)filled)}]{(filled == Width ? "\r\u001b[K" : "")}");
    }
}
