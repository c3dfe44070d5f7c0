using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using Cairn.Moment.Bundles;
using Cairn.Moment.Decisions;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Moment.Decisions;

public sealed class DeciderTests
{
    private readonly KeptCounts counts = new();
    private readonly FakeTimeProvider time = new(SmallBundle.Now);
    private readonly Decider decider;

    public DeciderTests() => decider = new(SmallBundle.Make(), terms: null, ReceiptKey.For(new byte[32], "blorptang-campaign"), counts, time);

    [Fact]
    public void A_signal_gets_a_message_with_help_first_the_report_second_and_a_crisis_line_and_999_beside_it()
    {
        var answer = decider.Decide(new(MomentSurface.Search) { Signal = MomentSignal.Term, Audience = MomentAudience.Adult, Language = "en-GB", Nation = "GB-SCT" })!;

        Assert.Equal(["Call the helpline", "Report it", "Call in Scotland", "If you cannot go on", "Danger now: 999"], answer.Ways.Select(w => w.Label));
        Assert.Equal("en", answer.Message.Language);
        Assert.Single(counts.All);
    }

    [Fact]
    public void The_same_question_as_JSON_gets_the_same_answer_and_the_receipt_can_be_read()
    {
        var output = new ArrayBufferWriter<byte>();

        var result = MomentWire.Answer(Encoding.UTF8.GetBytes("""{"surface":"search","signal":"hash","language":"ur","audience":"young","exposure":6}"""), decider, output);

        Assert.Equal(WireResult.Ok, result);
        var answer = JsonNode.Parse(output.WrittenSpan)!;
        Assert.Equal("block", (string?)answer["action"]);
        Assert.Equal("young-one", (string?)answer["message"]!["id"]);
        Assert.Equal(3, (int?)answer["look"]);
        Assert.True(decider.TryReadReceipt(Encoding.ASCII.GetBytes((string)answer["receipt"]!), out var receipt));
        Assert.Equal(("young-one", 3, "en", MomentSurface.Search), (receipt.Arm, receipt.Look, receipt.Language, receipt.Surface));
    }

    [Fact]
    public void A_bundle_reads_back_as_it_was_written()
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        var made = SmallBundle.Make();

        var read = Bundle.Read(made.Write(key), key.ExportSubjectPublicKeyInfo());

        Assert.Equal(made.Tag, read.Tag);
        Assert.Equal(made.Content.Ways.Count, read.Content.Ways.Count);
    }
}
