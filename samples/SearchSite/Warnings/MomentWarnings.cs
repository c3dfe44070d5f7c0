using Cairn.Moment;

namespace SearchSite.Warnings;

/// <summary>What this server knows when somebody searches. There is nothing in it about who that is.</summary>
/// <param name="Exposure">Notices shown lately in this window, as the form carried them.</param>
/// <param name="After">Receipt of the last of them.</param>
internal sealed record Moment(string Query, string Language, int Exposure, string? After);

/// <summary>Asks Cairn whether a search needs a warning, in one of three ways.</summary>
internal abstract partial class MomentWarnings(ILogger log) : IDisposable
{
    public static MomentWarnings Choose(WarningSettings settings, ILogger log) => settings.Way switch
    {
        WarningSettings.InProcess => new InProcessWarnings(settings, log),
        WarningSettings.Sidecar or WarningSettings.Server => new HttpWarnings(settings, log),
        _ => throw new InvalidOperationException($"Warnings:Way is {WarningSettings.InProcess}, {WarningSettings.Sidecar} or {WarningSettings.Server}."),
    };

    /// <summary>Null when nothing is to be shown, and also when Cairn cannot be asked: a search engine goes on without it.</summary>
    public async Task<ShownNotice?> For(Moment moment, CancellationToken cancel)
    {
        try
        {
            return ShownNotice.Read(await Ask(moment, cancel));
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or MomentException or System.Text.Json.JsonException)
        {
            // The kind of failure and nothing else: a message may quote what was sent.
            LogSilence(log, failure.GetType().Name);
            return null;
        }
    }

    /// <summary>Says what happened after a notice. Lost when Cairn cannot be reached: counting is never worth a visitor's wait.</summary>
    public async Task Tell(string receipt, string outcome, CancellationToken cancel)
    {
        try
        {
            await Report(receipt, outcome, cancel);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            LogSilence(log, failure.GetType().Name);
        }
    }

    public abstract void Dispose();

    /// <summary>The answer as JSON.</summary>
    protected abstract Task<byte[]?> Ask(Moment moment, CancellationToken cancel);

    protected abstract Task Report(string receipt, string outcome, CancellationToken cancel);

    [LoggerMessage(LogLevel.Warning, "Cairn could not be asked ({Failure}); the search went on without it.")]
    private static partial void LogSilence(ILogger log, string failure);
}
