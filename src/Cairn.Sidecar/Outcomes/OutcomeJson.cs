using System.Text.Json;
using Cairn.Moment.Counting;
using Cairn.Moment.Decisions;

namespace Cairn.Sidecar.Outcomes;

/// <summary>Reads the body of <c>POST /api/v1/outcomes</c>, strictly.</summary>
internal static class OutcomeJson
{
    /// <summary>Bytes of a body.</summary>
    public const int Largest = 1024;

    private const string NotJson = "The body is not JSON as this address takes it.";

    /// <returns>Null when it was read; otherwise what is wrong, in one sentence that repeats nothing.</returns>
    public static string? Read(ReadOnlySpan<byte> body, out byte[] receipt, out MomentOutcome outcome)
    {
        (receipt, outcome) = ([], default);
        try
        {
            var reader = new Utf8JsonReader(body);
            return Members(ref reader, ref receipt, ref outcome);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return NotJson;
        }
    }

    private static string? Members(ref Utf8JsonReader reader, ref byte[] receipt, ref MomentOutcome outcome)
    {
        bool hasReceipt = false, hasOutcome = false;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return NotJson;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isReceipt = reader.ValueTextEquals("receipt"u8);
            if (!isReceipt && !reader.ValueTextEquals("outcome"u8))
                return "There is a member that this address does not know.";
            if (isReceipt ? hasReceipt : hasOutcome)
                return "A member stands twice.";
            reader.Read();
            if (reader.TokenType != JsonTokenType.String)
                return "A member has a value of the wrong type.";
            if (isReceipt)
            {
                (receipt, hasReceipt) = (reader.ValueIsEscaped ? [] : reader.ValueSpan.ToArray(), true);
                continue;
            }

            if (CountWords.Outcome(reader.GetString()!) is not { } word)
                return "outcome is one of stopped, continued, dismissed, help, report, guide.";
            (outcome, hasOutcome) = (word, true);
        }

        if (reader.Read())
            return NotJson;
        return hasReceipt && hasOutcome ? null : "receipt and outcome must be given.";
    }
}
