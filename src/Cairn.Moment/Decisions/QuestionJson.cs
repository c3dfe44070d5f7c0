using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace Cairn.Moment.Decisions;

/// <summary>Reads one question, strictly: an unknown member, a wrong type or a word outside its list is refused with a sentence that repeats nothing.</summary>
internal static class QuestionJson
{
    public const string NotJson = "The body is not JSON as this address takes it.";

    private const int MostExposures = 1_000_000;
    private const int LongestLanguage = 35;
    private const int LongestNation = 6;
    private const int MostTags = 1024;

    // The members, as bits of those that were seen.
    private const int Surface = 0, Text = 1, Signal = 2, Aim = 3, Audience = 4, Language = 5, Nation = 6, Exposure = 7, After = 8;
    private const int Needed = (1 << Surface) | (1 << Language);

    /// <param name="room">Where text is written; at least as many characters as the text has bytes, or it is refused.</param>
    /// <param name="first">True when the reader stands before the question, false when on its first token.</param>
    /// <returns>Null when it was read; otherwise what is wrong, in one sentence.</returns>
    public static string? Read(ref Utf8JsonReader reader, Span<char> room, out AskedMoment asked, bool first)
    {
        asked = default;
        try
        {
            if (first)
                reader.Read();
            return reader.TokenType == JsonTokenType.StartObject ? Members(ref reader, room, out asked) : NotJson;
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

    private static string? Members(ref Utf8JsonReader reader, Span<char> room, out AskedMoment asked)
    {
        asked = default;
        var question = new Given();
        var text = ReadOnlySpan<char>.Empty;
        var after = ReadOnlySpan<byte>.Empty;
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
            if (reader.TokenType != (member == Exposure ? JsonTokenType.Number : JsonTokenType.String))
                return "A member has a value of the wrong type.";
            switch (member)
            {
                case Text:
                    if (reader.ValueSpan.Length > room.Length)
                        return "text is too long.";
                    text = room[..reader.CopyString(room)];
                    break;
                case After:
                    if (reader.ValueSpan.Length > Receipt.LongestText || reader.ValueIsEscaped)
                        return "after is not a receipt.";
                    after = reader.ValueSpan;
                    break;
                default:
                    if (Value(ref reader, member, ref question) is { } bad)
                        return bad;
                    break;
            }
        }

        if ((seen & Needed) != Needed)
            return "surface and language must be given.";
        asked = new(question.Whole(), text, after);
        return null;
    }

    private static string? Value(ref Utf8JsonReader reader, int member, ref Given question)
    {
        switch (member)
        {
            case Surface:
                if (!TryWord(ref reader, SurfaceWords, out var surface))
                    return "surface is one of search, upload, message, link, page.";
                question.Surface = (MomentSurface)surface;
                return null;
            case Signal:
                if (!TryWord(ref reader, SignalWords, out var signal))
                    return "signal is one of term, link, hash.";
                question.Signal = (MomentSignal)signal;
                return null;
            case Aim:
                if (!TryWord(ref reader, AimWords, out var aim))
                    return "aim is stop or seek-help.";
                question.Aim = (MomentAim)aim;
                return null;
            case Audience:
                if (!TryWord(ref reader, AudienceWords, out var audience))
                    return "audience is adult, young or unknown.";
                question.Audience = (MomentAudience)audience;
                return null;
            case Language:
                if (TagIn(ref reader, LongestLanguage) is not { } language)
                    return "language is a tag such as en-GB.";
                question.Language = language;
                return null;
            case Nation:
                if (TagIn(ref reader, LongestNation) is not { } nation)
                    return "nation is a code such as GB-SCT.";
                question.Nation = nation;
                return null;
            default:
                if (!reader.TryGetInt32(out var exposure) || exposure is < 0 or > MostExposures)
                    return $"exposure is a whole number from 0 to {MostExposures}.";
                question.Exposure = exposure;
                return null;
        }
    }

    /// <summary>The members as they come.</summary>
    private struct Given
    {
        public MomentSurface Surface;
        public MomentSignal? Signal;
        public MomentAim Aim;
        public MomentAudience Audience;
        public string? Language;
        public string? Nation;
        public int Exposure;

        public readonly MomentQuestion Whole() =>
            new(Surface) { Signal = Signal, Aim = Aim, Audience = Audience, Language = Language, Nation = Nation, Exposure = Exposure };
    }

    // By length first: most names are told from all others by one comparison.
    private static int Member(ref Utf8JsonReader reader) => reader.ValueIsEscaped ? -1 : Member(reader.ValueSpan);

    private static int Member(ReadOnlySpan<byte> name) => name.Length switch
    {
        3 => name.SequenceEqual("aim"u8) ? Aim : -1,
        4 => name.SequenceEqual("text"u8) ? Text : -1,
        5 => name.SequenceEqual("after"u8) ? After : -1,
        6 => name.SequenceEqual("signal"u8) ? Signal : name.SequenceEqual("nation"u8) ? Nation : -1,
        7 => name.SequenceEqual("surface"u8) ? Surface : -1,
        8 => name.SequenceEqual("language"u8) ? Language : name.SequenceEqual("audience"u8) ? Audience : name.SequenceEqual("exposure"u8) ? Exposure : -1,
        _ => -1,
    };

    private static readonly byte[][] SurfaceWords = [[.. "search"u8], [.. "upload"u8], [.. "message"u8], [.. "link"u8], [.. "page"u8]];
    private static readonly byte[][] SignalWords = [[.. "term"u8], [.. "link"u8], [.. "hash"u8]];
    private static readonly byte[][] AimWords = [[.. "stop"u8], [.. "seek-help"u8]];
    private static readonly byte[][] AudienceWords = [[.. "unknown"u8], [.. "adult"u8], [.. "young"u8]];

    private static bool TryWord(ref Utf8JsonReader reader, byte[][] words, out int index)
    {
        var written = reader.ValueSpan;
        for (index = 0; index < words.Length; index++)
        {
            if (written.SequenceEqual(words[index]))
                return !reader.ValueIsEscaped;
        }

        return false;
    }

    private static string? TagIn(ref Utf8JsonReader reader, int longest)
    {
        var value = reader.ValueSpan;
        if (value.Length is 0 || value.Length > longest)
            return null;
        // Tags are a handful: nearly every one is found here as eight bytes. Its letters were looked at when it came first.
        var bytes = value.Length <= sizeof(ulong) ? Packed(value) : 0;
        ref var place = ref Usual[(int)((bytes * 0x9E3779B97F4A7C15) >> 58)];
        if (Volatile.Read(ref place) is { } usual && usual.Bytes == bytes)
            return usual.Text;
        if (reader.ValueIsEscaped || value.ContainsAnyExcept(TagLetters))
            return null;
        var text = TextOf(value);
        if (bytes != 0 && place is null)
            Volatile.Write(ref place, new(bytes, text));
        return text;
    }

    private static ulong Packed(ReadOnlySpan<byte> value)
    {
        var packed = 0UL;
        for (var i = value.Length - 1; i >= 0; i--)
            packed = packed << 8 | value[i];
        return packed;
    }

    private static string TextOf(ReadOnlySpan<byte> value)
    {
        Span<char> letters = stackalloc char[LongestLanguage];
        letters = letters[..Encoding.ASCII.GetChars(value, letters)];
        if (Tags.TryGetValue(letters, out var known))
            return known;
        var made = letters.ToString();
        // Bounded: a stranger cannot fill it.
        if (Tags.Dictionary.Count < MostTags)
            Tags.Dictionary.TryAdd(made, made);
        return made;
    }

    /// <param name="Bytes">The tag, at most eight bytes.</param>
    private sealed record UsualTag(ulong Bytes, string Text);

    // The first that comes to a place stays there: nothing is made anew by whoever comes later.
    private static readonly UsualTag?[] Usual = new UsualTag?[64];

    // Tags come from a handful of values: their strings are made once.
    private static readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Tags =
        new ConcurrentDictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<byte> TagLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"u8);
}

/// <summary>A question as it came, with what lies in the reader's own memory.</summary>
/// <param name="after">The receipt of the message before, unread; empty for none.</param>
internal readonly ref struct AskedMoment(MomentQuestion question, ReadOnlySpan<char> text, ReadOnlySpan<byte> after)
{
    public MomentQuestion Question { get; } = question;

    public ReadOnlySpan<char> Text { get; } = text;

    public ReadOnlySpan<byte> After { get; } = after;
}
