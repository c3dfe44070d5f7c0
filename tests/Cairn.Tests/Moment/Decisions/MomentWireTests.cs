using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using Cairn.Moment.Decisions;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Moment.Decisions;

public sealed class MomentWireTests
{
    private const string Good = """{"surface":"search","signal":"term","language":"en"}""";

    private readonly KeptCounts counts = new();
    private readonly Decider decider;

    public MomentWireTests() => decider = new(SmallBundle.Make(), null, ReceiptKey.For(new byte[32], "blorptang-campaign"), counts, new FakeTimeProvider(SmallBundle.Now));

    public static TheoryData<string, int> Refused => new()
    {
        { "", 400 },
        { "   ", 400 },
        { "null", 400 },
        { "\"zorkel\"", 400 },
        { "7", 400 },
        { "{}", 400 },
        { "{", 400 },
        { Good + "x", 400 },
        { Good + Good, 400 },
        { Good[..^1] + ",}", 400 },
        { "/* zorkel */" + Good, 400 },
        { "\uFEFF" + Good, 400 },
        { """{"surface":"search","signal":"term"}""", 400 },
        { """{"signal":"term","language":"en"}""", 400 },
        { """{"surface":"search","language":"en"}""", 422 },
        { """{"surface":"search","language":"en","text":""}""", 422 },
        { """{"surface":"search","language":"en","text":"zorkel"}""", 422 },
        { """{"surface":"search","signal":"term","language":"en","zorkel":1}""", 400 },
        { """{"surface":"search","signal":"term","language":"en","Surface":"search"}""", 400 },
        { """{"surface":"search","surface":"search","signal":"term","language":"en"}""", 400 },
        { """{"surface":"search","signal":"term","language":"en","text":"a","text":"b"}""", 400 },
        { """{"surface":"zorkel","signal":"term","language":"en"}""", 400 },
        { """{"surface":"Search","signal":"term","language":"en"}""", 400 },
        { """{"surface":1,"signal":"term","language":"en"}""", 400 },
        { """{"surface":"search","signal":"zorkel","language":"en"}""", 400 },
        { """{"surface":"search","signal":null,"language":"en"}""", 400 },
        { """{"surface":"search","signal":"term","language":7}""", 400 },
        { """{"surface":"search","signal":"term","language":""}""", 400 },
        { """{"surface":"search","signal":"term","language":"e\u006e"}""", 400 },
        { """{"surface":"search","signal":"term","language":"en GB"}""", 400 },
        { """{"surface":"search","signal":"term","language":"abcdefghijklmnopqrstuvwxyz0123456789"}""", 400 },
        { """{"surface":"search","signal":"term","language":"en","nation":"GB-SCOT"}""", 400 },
        { """{"surface":"search","signal":"term","language":"en","nation":""}""", 400 },
        { """{"surface":"search","signal":"term","language":"en","nation":["GB"]}""", 400 },
        { """{"surface":"search","signal":"term","language":"en","aim":"zorkel"}""", 400 },
        { """{"surface":"search","signal":"term","language":"en","audience":"child"}""", 400 },
        { """{"surface":"search","signal":"term","language":"en","exposure":"3"}""", 400 },
        { """{"surface":"search","signal":"term","language":"en","exposure":-1}""", 400 },
        { """{"surface":"search","signal":"term","language":"en","exposure":1.5}""", 400 },
        { """{"surface":"search","signal":"term","language":"en","exposure":1000001}""", 400 },
        { """{"surface":"search","signal":"term","language":"en","exposure":99999999999999999999}""", 400 },
        { """{"surface":"search","signal":"term","language":"en","text":12}""", 400 },
        { """{"surface":"search","signal":"term","language":"en","text":{"a":"zorkel"}}""", 400 },
        { """{"surface":"search","signal":"term","language":"en","text":"\ud800"}""", 400 },
        { """{"surface":"search","signal":"term","language":"en","text":"\udc00\ud800"}""", 400 },
        { """{"surface":"search","signal":"term","language":"en","\ud800":"zorkel"}""", 400 },
        { """{"surface":"search","signal":"term","language":"en","after":7}""", 400 },
        { """{"surface":"search","signal":"term","language":"en","after":"\u0041"}""", 400 },
        { "[]", 400 },
        { "[" + Good, 400 },
        { "[" + Good + ",]", 400 },
        { "[" + Good + "]x", 400 },
        { "[[" + Good + "]]", 400 },
        { "[" + Good + ",7]", 400 },
        { "[" + Good + ",{}]", 400 },
        { "[" + Good + """,{"surface":"search","language":"en","text":"zorkel"}]""", 422 },
    };

    [Theory, MemberData(nameof(Refused))]
    public void What_cannot_be_answered_is_refused_with_a_sentence_that_repeats_nothing_and_counts_nothing(string body, int status)
    {
        var (result, answer) = Ask(Encoding.UTF8.GetBytes(body));

        Assert.Equal(status, result.Status);
        Assert.NotNull(result.Problem);
        Assert.EndsWith(".", result.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("zorkel", result.Problem, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(answer);
        Assert.Empty(counts.All);
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_refused_wherever_they_stand()
    {
        var whole = Encoding.UTF8.GetBytes("""{"surface":"search","signal":"term","language":"en","nation":"GB-SCT","text":"zorkel"}""");
        var letters = Enumerable.Range(1, whole.Length - 2).Where(i => char.IsAsciiLetter((char)whole[i]));

        Assert.All(letters, at =>
        {
            var broken = (byte[])whole.Clone();
            broken[at] = 0xff;
            Assert.Equal(400, Ask(broken).Result.Status);
        });
        Assert.Empty(counts.All);
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var deep = """{"surface":"search","signal":"term","language":"en","text":""" + new string('[', 2000) + new string(']', 2000) + "}";

        Assert.Equal(400, Ask(Encoding.UTF8.GetBytes(deep)).Result.Status);
        Assert.Equal(400, Ask(Encoding.UTF8.GetBytes(new string('[', 100_000))).Result.Status);
    }

    [Fact]
    public void Limits_are_met_to_the_byte()
    {
        string Filled(int length) => Good[..^1] + ",\"text\":\"" + new string('a', length - Good.Length - 10) + "\"}";
        var array = "[" + string.Join(",", Enumerable.Repeat(Good, MomentWire.MostQuestions)) + "]";
        string Padded(int length) => array + new string(' ', length - array.Length);

        Assert.Equal(200, Ask(Encoding.UTF8.GetBytes(Filled(MomentWire.LargestQuestion))).Result.Status);
        Assert.Equal(413, Ask(Encoding.UTF8.GetBytes(Filled(MomentWire.LargestQuestion + 1))).Result.Status);
        Assert.Equal(200, Ask(Encoding.UTF8.GetBytes(Padded(MomentWire.LargestBatch))).Result.Status);
        Assert.Equal(413, Ask(Encoding.UTF8.GetBytes(Padded(MomentWire.LargestBatch + 1))).Result.Status);
        Assert.Equal(413, Ask(Encoding.UTF8.GetBytes(array[..^1] + "," + Good + "]")).Result.Status);
        Assert.Equal(400, Ask(Encoding.UTF8.GetBytes("[" + Filled(MomentWire.LargestQuestion + 200) + "]")).Result.Status);
        Assert.Equal(1 + MomentWire.MostQuestions, counts.All.Count);
    }

    [Fact]
    public void A_batch_is_answered_in_its_order()
    {
        var (result, answer) = Ask("""
            [{"surface":"search","signal":"term","language":"en","exposure":0},
             {"surface":"upload","signal":"hash","language":"en","exposure":1,"audience":"young"},
             {"surface":"link","signal":"link","language":"en-GB","exposure":7,"aim":"seek-help"}]
            """u8);

        Assert.Equal(200, result.Status);
        var answers = JsonNode.Parse(answer)!.AsArray();
        Assert.Equal([1, 2, 4], answers.Select(a => (int)a!["look"]!));
        Assert.Equal(["warn", "block", "block"], answers.Select(a => (string)a!["action"]!));
        Assert.Equal("young-one", (string?)answers[1]!["message"]!["arm"]);
        Assert.Equal("help-one", (string?)answers[2]!["message"]!["arm"]);
    }

    [Fact]
    public void An_answer_has_the_members_that_are_promised_in_their_order()
    {
        var (_, answer) = Ask("""{"surface":"search","signal":"term","language":"en","nation":"GB-SCT","audience":"adult","aim":"seek-help"}"""u8);

        var json = JsonNode.Parse(answer)!.AsObject();
        Assert.Equal(["show", "action", "message", "ways", "look", "notice", "receipt"], json.Select(m => m.Key));
        Assert.Equal(["id", "arm", "language", "heading", "body"], json["message"]!.AsObject().Select(m => m.Key));
        Assert.All(json["ways"]!.AsArray(), w => Assert.Equal(["kind", "label", "href"], w!.AsObject().Select(m => m.Key).Take(3)));
        Assert.StartsWith("https://blorptang.example/en/notice/", (string)json["notice"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_comes_it_never_throws()
    {
        var pieces = Gen.OneOf(
            RandomBundle.AnyOf(
                "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800", "null", "true", "-1", "1e9", " ", "\n", "\"surface\"", "\"search\"", "\"signal\"", "\"term\"",
                "\"language\"", "\"en\"", "\"text\"", "\"after\"", "\"exposure\"", "\"nation\"", "\"GB\"", Good, "\u0000", "\uFFFF", "😀"),
            Gen.String[0, 8]);

        pieces.Array[0, 30].Sample(words => Ask(Encoding.UTF8.GetBytes(string.Concat(words))).Result.Status is 200 or 400 or 413 or 422, iter: 20_000);
        Gen.Byte.Array[0, 300].Sample(bytes => Ask(bytes).Result.Status is 200 or 400 or 413 or 422, iter: 5000);
        Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Byte).Sample(
            (at, with) =>
            {
                var bytes = Encoding.UTF8.GetBytes(Good);
                bytes[at] = with;
                return Ask(bytes).Result.Status is 200 or 400 or 422;
            },
            iter: 5000);
    }

    private (WireResult Result, string Answer) Ask(ReadOnlySpan<byte> body)
    {
        var output = new ArrayBufferWriter<byte>();
        var result = MomentWire.Answer(body, decider, output);
        return (result, Encoding.UTF8.GetString(output.WrittenSpan));
    }
}
