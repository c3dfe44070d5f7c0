using System.Text.Json;

namespace Cairn.Moment.Decisions;

/// <summary>Reads one question, strictly: an unknown member, a wrong type or a word outside its list is refused with a sentence that repeats nothing.</summary>
internal static class QuestionJson
{
    public const string NotJson = "The body is not JSON as this address takes it.";

    private const int MostExposures = 1_000_000;

    /// <param name="room">Where text is written; at least as many characters as the body has bytes, or it is refused.</param>
    /// <param name="textLength">Characters of text in <paramref name="room"/>; 0 when the question brought none.</param>
    /// <param name="first">True when the reader stands before the question, false when on its first token.</param>
    /// <returns>Null when it was read; otherwise what is wrong, in one sentence.</returns>
    public static string? Read(ref Utf8JsonReader reader, char[] room, out MomentQuestion question, out int textLength, bool first)
    {
        question = default;
        textLength = 0;
        try
        {
            if (first)
                reader.Read();
            return reader.TokenType == JsonTokenType.StartObject ? Members(ref reader, room, ref question, ref textLength) : NotJson;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not JSON, or a text that is not UTF-8.
            return NotJson;
        }
    }

    /// <summary>Null when nothing follows.</summary>
    public static string? Ends(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.Read() ? NotJson : null;
        }
        catch (JsonException)
        {
            return NotJson;
        }
    }

    private static string? Members(ref Utf8JsonReader reader, char[] room, ref MomentQuestion question, ref int textLength)
    {
        MomentSurface? surface = null;
        var language = false;
        var seen = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = Member(ref reader);
            if (member < 0)
                return "There is a member that this address does not know.";
            if ((seen & (1 << member)) != 0)
                return "A member stands twice.";
            seen |= 1 << member;
            reader.Read();
            if (member == 7)
            {
                if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out var exposure) || exposure is < 0 or > MostExposures)
                    return $"exposure is a whole number from 0 to {MostExposures}.";
                question = question with { Exposure = exposure };
                continue;
            }

            if (reader.TokenType != JsonTokenType.String)
                return "A member has a value of the wrong type.";
            switch (member)
            {
                case 0:
                    if (!TryWord(ref reader, SurfaceWords, out var place))
                        return "surface is one of search, upload, message, link, page.";
                    surface = (MomentSurface)place;
                    break;
                case 1:
                    if (reader.ValueSpan.Length > room.Length)
                        return "text is too long.";
                    textLength = reader.CopyString(room);
                    break;
                case 2:
                    if (!TryWord(ref reader, SignalWords, out var signal))
                        return "signal is one of term, link, hash.";
                    question = question with { Signal = (MomentSignal)signal };
                    break;
                case 3:
                    if (!TryWord(ref reader, AimWords, out var aim))
                        return "aim is stop or seek-help.";
                    question = question with { Aim = (MomentAim)aim };
                    break;
                case 4:
                    if (!TryWord(ref reader, AudienceWords, out var audience))
                        return "audience is adult, young or unknown.";
                    question = question with { Audience = (MomentAudience)audience };
                    break;
                case 5:
                    if (TagIn(ref reader, 35) is not { } tag)
                        return "language is a tag such as en-GB.";
                    question = question with { Language = tag };
                    language = true;
                    break;
                case 6:
                    if (TagIn(ref reader, 6) is not { } nation)
                        return "nation is a code such as GB-SCT.";
                    question = question with { Nation = nation };
                    break;
                default:
                    if (reader.ValueSpan.Length > Receipt.LongestText || reader.ValueIsEscaped)
                        return "after is not a receipt.";
                    question = question with { After = reader.GetString() };
                    break;
            }
        }

        if (surface is null || !language)
            return "surface and language must be given.";
        question = question with { Surface = surface.Value };
        return null;
    }

    private static int Member(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("surface"u8) ? 0
        : reader.ValueTextEquals("text"u8) ? 1
        : reader.ValueTextEquals("signal"u8) ? 2
        : reader.ValueTextEquals("aim"u8) ? 3
        : reader.ValueTextEquals("audience"u8) ? 4
        : reader.ValueTextEquals("language"u8) ? 5
        : reader.ValueTextEquals("nation"u8) ? 6
        : reader.ValueTextEquals("exposure"u8) ? 7
        : reader.ValueTextEquals("after"u8) ? 8
        : -1;

    private static readonly string[] SurfaceWords = ["search", "upload", "message", "link", "page"];
    private static readonly string[] SignalWords = ["term", "link", "hash"];
    private static readonly string[] AimWords = ["stop", "seek-help"];
    private static readonly string[] AudienceWords = ["unknown", "adult", "young"];

    // Tags come from a handful of values: their strings are made once.
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<ulong, string> Tags = new();

    private static bool TryWord(ref Utf8JsonReader reader, string[] words, out int index)
    {
        for (index = 0; index < words.Length; index++)
        {
            if (reader.ValueTextEquals(words[index]))
                return true;
        }

        return false;
    }

    private static string? TagIn(ref Utf8JsonReader reader, int longest)
    {
        var value = reader.ValueSpan;
        if (reader.ValueIsEscaped || value.Length is 0 || value.Length > longest || value.ContainsAnyExcept(TagLetters))
            return null;
        if (value.Length > 8)
            return System.Text.Encoding.ASCII.GetString(value);
        var key = 0UL;
        foreach (var letter in value)
            key = (key << 8) | letter;
        if (Tags.TryGetValue(key, out var known))
            return known;
        var made = System.Text.Encoding.ASCII.GetString(value);
        // Bounded: a stranger cannot fill it.
        if (Tags.Count < 1024)
            Tags.TryAdd(key, made);
        return made;
    }

    private static readonly System.Buffers.SearchValues<byte> TagLetters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"u8);
}
