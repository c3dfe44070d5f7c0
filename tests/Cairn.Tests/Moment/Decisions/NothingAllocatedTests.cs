using System.Buffers;
using System.Text;
using Cairn.Moment.Decisions;
using Microsoft.Extensions.Time.Testing;

namespace Cairn.Tests.Moment.Decisions;

public sealed class NothingAllocatedTests
{
    private const int Questions = 1000;

    [Theory]
    [InlineData("""{"surface":"search","signal":"term","language":"en-GB","nation":"GB-SCT","audience":"adult"}""")]
    [InlineData("""{"surface":"search","signal":"term","text":"zorkel fint","language":"zh-Hant-TW","nation":"FR","exposure":3,"aim":"seek-help"}""")]
    [InlineData("""{"surface":"upload","signal":"hash","language":"ur","audience":"young","after":"RECEIPT"}""")]
    [InlineData("""[{"surface":"search","signal":"term","language":"en"},{"surface":"page","signal":"link","language":"ur","after":"RECEIPT"}]""")]
    public void Between_question_and_answer_nothing_is_allocated(string question)
    {
        var decider = new Decider(SmallBundle.Make(), null, ReceiptKey.For(new byte[32], "blorptang-campaign"), new Uncounted(), new FakeTimeProvider(SmallBundle.Now));
        var receipt = decider.Decide(new(MomentSurface.Search) { Signal = MomentSignal.Term })!.Receipt;
        var body = Encoding.UTF8.GetBytes(question.Replace("RECEIPT", receipt, StringComparison.Ordinal));
        var output = new ArrayBufferWriter<byte>(64 * 1024);
        // Menus, tags and the page of chance are made once.
        Ask(decider, body, output);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Ask(decider, body, output);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
    }

    private static void Ask(Decider decider, byte[] body, ArrayBufferWriter<byte> output)
    {
        for (var i = 0; i < Questions; i++)
        {
            output.ResetWrittenCount();
            if (MomentWire.Answer(body, decider, output).Status != 200)
                throw new InvalidOperationException("The question is not answered.");
        }
    }

    private sealed class Uncounted : IMomentCounter
    {
        public void Add(in MomentCount count)
        {
        }
    }
}
