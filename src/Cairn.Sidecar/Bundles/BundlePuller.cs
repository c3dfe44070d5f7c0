using System.Net;
using System.Net.Http.Headers;
using Cairn.Moment;
using Cairn.Sidecar.Starting;

namespace Cairn.Sidecar.Bundles;

/// <summary>Asks the server for the bundle and waits there for the next: a change arrives within a second, and an idle minute costs one answer without a body.</summary>
internal sealed class BundlePuller(Uri address, HttpClient http, CurrentBundle bundles, TimeProvider time, Notes notes)
{
    private const int WaitSeconds = 60;
    private static readonly TimeSpan LongestDownload = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(WaitSeconds + 30);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private TimeSpan pause = FirstPause;
    private EntityTagHeaderValue? tag;

    public async Task Run(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
            await Task.Delay(await Turn(cancel), time, cancel);
    }

    /// <summary>One question.</summary>
    /// <returns>How long to wait before the next.</returns>
    public async Task<TimeSpan> Turn(CancellationToken cancel)
    {
        var asked = time.GetTimestamp();
        try
        {
            var changed = await Ask(cancel);
            pause = FirstPause;
            notes.Clear(Topic.Bundle, "Bundles come again as they should.");
            // A server that does not wait is not asked without end.
            var rest = changed ? TimeSpan.Zero : TimeSpan.FromSeconds(WaitSeconds) - time.GetElapsedTime(asked);
            return rest > FirstPause ? rest : changed ? FirstPause : TimeSpan.Zero;
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && e is HttpRequestException or IOException or OperationCanceledException or MomentException)
        {
            notes.Say(Topic.Bundle, $"{Sentence(e)} {(bundles.InForce is null ? "Trying again; until then questions are answered with 503." : "The bundle in force stays; trying again.")}");
            return NextPause();
        }
    }

    /// <returns>False when the server has nothing new.</returns>
    private async Task<bool> Ask(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(LongestSilence);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (bundles.InForce is { } known)
        {
            request.Headers.IfNoneMatch.Add(tag ?? new($"\"{known.Bundle.Tag}\""));
            request.Headers.Add("Prefer", $"wait={WaitSeconds}");
        }

        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        if (answer.StatusCode == HttpStatusCode.NotModified)
            return false;
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new MomentException($"The server of bundles answers with {(int)answer.StatusCode}{Remedy(answer.StatusCode)}.");
        if (answer.Content.Headers.ContentLength > WatchedFile.Largest)
            throw new MomentException($"The server of bundles sends more than {WatchedFile.Largest >> 20} MB.");

        patience.CancelAfter(LongestDownload);
        // Whole before anything: a download that breaks off throws here.
        var changed = bundles.Offer(await Download(answer.Content, patience.Token));
        tag = answer.Headers.ETag;
        return changed;
    }

    private static async Task<byte[]> Download(HttpContent content, CancellationToken cancel)
    {
        await content.LoadIntoBufferAsync(WatchedFile.Largest, cancel);
        return await content.ReadAsByteArrayAsync(cancel);
    }

    private TimeSpan NextPause()
    {
        var now = pause;
        pause = now * 2 < LongestPause ? now * 2 : LongestPause;
        // Many sidecars that lost the same server do not come back in the same second.
        return now * (0.5 + Random.Shared.NextDouble() / 2);
    }

    private static string Remedy(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => ": give the platform's token in CAIRN_SIDECAR_TOKEN",
        HttpStatusCode.NotFound => ": no bundle is there",
        _ => "",
    };

    private static string Sentence(Exception e) => e switch
    {
        MomentException => e.Message,
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => $"The server of bundles sends more than {WatchedFile.Largest >> 20} MB.",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "The certificate of the server of bundles is not trusted on this machine.",
        OperationCanceledException => "The server of bundles does not answer.",
        HttpIOException or IOException => "The bundle broke off on its way.",
        HttpRequestException { InnerException: IOException } => "The bundle broke off on its way.",
        _ => "The server of bundles cannot be reached.",
    };
}
