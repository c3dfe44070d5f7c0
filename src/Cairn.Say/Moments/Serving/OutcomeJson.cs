using System.Text.Json;
using Cairn.Moment.Counting;
using Cairn.Moment.Decisions;

namespace Cairn.Say.Moments.Serving;

/// <summary>Reads <c>{"receipt":"…","outcome":"…"}</c>, strictly; a refusal repeats nothing.</summary>
internal static class OutcomeJson
{
    private const string NotJson = "The body is not JSON as this address takes it.";

    /// <returns>Null when it was read; otherwise what is wrong, in one sentence.</returns>
    public static string? Read(ReadOnlySpan<byte> body, out string receipt, out MomentOutcome outcome)
    {
        string? given = null;
        MomentOutcome? said = null;
        (receipt, outcome) = ("", default);
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return NotJson;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isReceipt = reader.ValueTextEquals("receipt"u8);
                if (!isReceipt && !reader.ValueTextEquals("outcome"u8))
                    return "There is a member that this address does not know.";
                if (isReceipt ? given is not null : said is not null)
                    return "A member stands twice.";
                reader.Read();
                if (reader.TokenType != JsonTokenType.String)
                    return "A member has a value of the wrong type.";
                if (isReceipt)
                    given = reader.GetString();
                else if ((said = CountWords.Outcome(reader.GetString()!)) is null)
                    return "outcome is one of stopped, continued, dismissed, help, report, guide.";
            }

            if (reader.Read())
                return NotJson;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not JSON, or a text that is not UTF-8.
            return NotJson;
        }

        if (given is null || said is null)
            return "receipt and outcome must be given.";
        (receipt, outcome) = (given, said.Value);
        return null;
    }
}
