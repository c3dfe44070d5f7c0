using System.Net;
using System.Net.Http.Headers;
using Cairn.Sidecar.Starting;

namespace Cairn.Sidecar.Counting;

/// <summary>Sends finished batches, one after the other, and drops each once it is acknowledged. What is sent twice, because an acknowledgement was lost, counts once there:
/// node and sequence name it.</summary>
internal sealed class CountReporter(Uri address, HttpClient http, CountPile pile, TimeProvider time, Notes notes)
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);
    private long refused;
    private long last;

    /// <summary>Batches the server will never take, set aside since the start.</summary>
    public long Refused => Interlocked.Read(ref refused);

    /// <summary>When a batch was last acknowledged; null when none was yet.</summary>
    public DateTimeOffset? Last => Interlocked.Read(ref last) is var at and > 0 ? DateTimeOffset.FromUnixTimeSeconds(at) : null;

    /// <summary>Once a minute: everything that waits, or up to the first that does not go through.</summary>
    public async Task Turn(CancellationToken cancel)
    {
        while (pile.Oldest is { } sequence)
        {
            try
            {
                if (!Settle(sequence, await Send(sequence, cancel)))
                    return;
            }
            catch (Exception e) when (!cancel.IsCancellationRequested && e is HttpRequestException or IOException or OperationCanceledException or UnauthorizedAccessException)
            {
                notes.Say(Topic.Report, "The server of counts cannot be reached. They wait in the state directory.");
                return;
            }
        }
    }

    private async Task<HttpStatusCode> Send(long sequence, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(LongestSilence);
        using var body = new ByteArrayContent(pile.Read(sequence));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await http.PostAsync(address, body, patience.Token);
        return answer.StatusCode;
    }

    /// <returns>False when the next one need not be tried now.</returns>
    private bool Settle(long sequence, HttpStatusCode status)
    {
        switch (status)
        {
            case HttpStatusCode.OK or HttpStatusCode.Accepted or HttpStatusCode.NoContent:
                pile.Remove(sequence);
                Interlocked.Exchange(ref last, time.GetUtcNow().ToUnixTimeSeconds());
                notes.Clear(Topic.Report, "The server of counts takes them again.");
                return true;
            case HttpStatusCode.BadRequest or HttpStatusCode.Conflict or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity:
                // It would never go through, and all later ones would wait behind it.
                pile.SetAside(sequence);
                Interlocked.Increment(ref refused);
                notes.Mention($"The server of counts refused batch {sequence} with {(int)status}. It is set aside in the state directory as a file ending in .refused.");
                return true;
            default:
                notes.Say(Topic.Report, $"The server of counts answers with {(int)status}{(status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden ? ": give the platform's token in CAIRN_SIDECAR_TOKEN" : "")}. They wait in the state directory.");
                return false;
        }
    }
}
