namespace Cairn.Say.Toolkit;

/// <summary>At most two pictures are drawn at once, so that whoever asks for all of them does not take the machine from the pages that help.</summary>
/// <param name="patience">How long one waits for a turn.</param>
internal sealed class DrawingTurns(TimeSpan patience) : IDisposable
{
    private const int AtOnce = 2;

    private readonly SemaphoreSlim free = new(AtOnce);

    public DrawingTurns()
        : this(TimeSpan.FromSeconds(5))
    {
    }

    /// <returns>Null when no turn came in time.</returns>
    public async Task<T?> Draw<T>(Func<T> draw)
        where T : class
    {
        if (!await free.WaitAsync(patience))
            return null;
        try
        {
            return await Task.Run(draw);
        }
        finally
        {
            free.Release();
        }
    }

    public void Dispose() => free.Dispose();
}
