using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Cairn.Moment.Terms;

namespace Cairn.Moment.Decisions;

/// <summary>What a body of <c>POST /api/v1/moments</c> comes to.</summary>
/// <param name="Status">200, 400 (not JSON as promised), 413 (too many) or 422 (understood, but it cannot be answered here).</param>
/// <param name="Problem">One sentence; null with 200. It never repeats what was sent.</param>
public readonly record struct WireResult(int Status, string? Problem)
{
    public static WireResult Ok => new(200, null);
}

/// <summary>Reads questions and writes answers as JSON, for every place that speaks HTTP. Nothing of a question is kept.</summary>
public static class MomentWire
{
    /// <summary>Bytes of one question.</summary>
    public const int LargestQuestion = 4 * 1024;

    /// <summary>Bytes of an array of questions.</summary>
    public const int LargestBatch = 256 * 1024;

    /// <summary>Questions in an array.</summary>
    public const int MostQuestions = 100;

    /// <summary>Answers a question or an array of questions. All of an array is read before any of it is answered, so that a wrong one leaves nothing counted.</summary>
    /// <param name="body">UTF-8.</param>
    /// <param name="answer">Written with status 200 only.</param>
    public static WireResult Answer(ReadOnlySpan<byte> body, Decider decider, IBufferWriter<byte> answer)
    {
        var first = body.TrimStart(" \t\r\n"u8);
        if (first.Length > 0 && first[0] == (byte)'[')
            return body.Length > LargestBatch ? new(413, $"An array of questions is at most {LargestBatch} bytes long.") : Many(body, decider, answer);
        if (body.Length > LargestQuestion)
            return new(413, $"A question is at most {LargestQuestion} bytes long.");
        var room = ArrayPool<char>.Shared.Rent(LargestQuestion);
        try
        {
            return One(body, decider, answer, room);
        }
        finally
        {
            // A text has no more letters than its body has bytes: none of it stays behind.
            room.AsSpan(0, body.Length).Clear();
            ArrayPool<char>.Shared.Return(room);
        }
    }

    private static WireResult One(ReadOnlySpan<byte> body, Decider decider, IBufferWriter<byte> answer, Span<char> room)
    {
        var reader = new Utf8JsonReader(body);
        if ((QuestionJson.Read(ref reader, room, out var asked, first: true) ?? QuestionJson.Ends(ref reader)) is { } bad)
            return new(400, bad);
        if (Refusal(asked, decider) is { } refused)
            return refused;
        Write([], asked, decider, answer);
        return WireResult.Ok;
    }

    private static WireResult Many(ReadOnlySpan<byte> body, Decider decider, IBufferWriter<byte> answer)
    {
        // A text has no more letters than it has bytes: there is room for the texts of all.
        var room = ArrayPool<char>.Shared.Rent(body.Length);
        var kept = ArrayPool<KeptMoment>.Shared.Rent(MostQuestions);
        try
        {
            if (ReadAll(body, decider, room, kept, out var count) is { } refused)
                return refused;
            for (var i = 0; i < count; i++)
                Write(i == 0 ? "["u8 : ","u8, kept[i].In(body, room), decider, answer);
            answer.Write("]"u8);
            return WireResult.Ok;
        }
        finally
        {
            room.AsSpan(0, body.Length).Clear();
            ArrayPool<char>.Shared.Return(room);
            ArrayPool<KeptMoment>.Shared.Return(kept, clearArray: true);
        }
    }

    private static WireResult? ReadAll(ReadOnlySpan<byte> body, Decider decider, Span<char> room, Span<KeptMoment> kept, out int count)
    {
        var reader = new Utf8JsonReader(body);
        var used = 0;
        count = 0;
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (count == MostQuestions)
                    return new(413, $"An array holds at most {MostQuestions} questions.");
                if (QuestionJson.Read(ref reader, room.Slice(used, Math.Min(LargestQuestion, room.Length - used)), out var asked, first: false) is { } bad)
                    return new(400, bad);
                if (Refusal(asked, decider) is { } refused)
                    return refused;
                kept[count++] = new(asked.Question, used, asked.Text.Length, asked.After.IsEmpty ? 0 : Offset(body, asked.After), asked.After.Length);
                used += asked.Text.Length;
            }
        }
        catch (JsonException)
        {
            return new(400, QuestionJson.NotJson);
        }

        return QuestionJson.Ends(ref reader) is { } more ? new(400, more) : count == 0 ? new(400, "The array holds no question.") : null;
    }

    private static int Offset(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> part) => whole.Overlaps(part, out var offset) ? offset : 0;

    /// <summary>A question that was read and waits for the rest of its array.</summary>
    private readonly record struct KeptMoment(MomentQuestion Question, int TextAt, int TextLength, int AfterAt, int AfterLength)
    {
        public AskedMoment In(ReadOnlySpan<byte> body, ReadOnlySpan<char> room) => new(Question, room.Slice(TextAt, TextLength), body.Slice(AfterAt, AfterLength));
    }

    private static WireResult? Refusal(in AskedMoment asked, Decider decider) =>
        asked.Question.Signal is not null ? null
        : asked.Text.IsEmpty ? new(422, "Send text, or a signal when you matched it yourself.")
        : decider.MatchesText ? null
        : new(422, "No list is loaded here. Match it yourself and send a signal.");

    /// <param name="lead">What stands before the answer.</param>
    [SkipLocalsInit]
    private static void Write(ReadOnlySpan<byte> lead, in AskedMoment asked, Decider decider, IBufferWriter<byte> answer)
    {
        var action = decider.ActionFor(asked.Question.Signal, asked.Text);
        if (action == TermAction.None)
        {
            var nothing = answer.GetSpan(lead.Length + AnswerJson.Nothing.Length);
            lead.CopyTo(nothing);
            AnswerJson.Nothing.CopyTo(nothing[lead.Length..]);
            answer.Advance(lead.Length + AnswerJson.Nothing.Length);
            return;
        }

        Span<byte> receipt = stackalloc byte[Receipt.LongestText];
        var ready = decider.Show(asked.Question, asked.After, receipt, out var length);
        var start = action == TermAction.Block ? AnswerJson.Block : AnswerJson.Warn;
        var whole = lead.Length + start.Length + ready.Head.Length + ready.Rest.Length + length + AnswerJson.End.Length;
        var rest = answer.GetSpan(whole);
        Put(lead, ref rest);
        Put(start, ref rest);
        Put(ready.Head, ref rest);
        Put(ready.Rest, ref rest);
        Put(receipt[..length], ref rest);
        Put(AnswerJson.End, ref rest);
        answer.Advance(whole);
    }

    private static void Put(scoped ReadOnlySpan<byte> piece, ref Span<byte> rest)
    {
        piece.CopyTo(rest);
        rest = rest[piece.Length..];
    }
}
