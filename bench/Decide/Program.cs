using System.Buffers;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Cairn.Moment.Bundles;
using Cairn.Moment.Decisions;

// What a decision costs inside one process: a line of figures for each measure, in nanoseconds and bytes, for bench/decide to gather. Words: BUNDLE PUBLIC.
// Round by round: whoever calls this in turn with others sees the same neighbours.
const int Warm = 300_000;
const int Many = 1_000_000;

using var key = ECDsa.Create();
key.ImportFromPem(File.ReadAllText(args[1]));
var bundle = Bundle.Read(File.ReadAllBytes(args[0]), key.ExportSubjectPublicKeyInfo());
var decider = new Decider(bundle, null, ReceiptKey.For(RandomNumberGenerator.GetBytes(ReceiptKey.Length), bundle.Campaign), new Adds(), TimeProvider.System);

var choices = new Choices(bundle.Content);
var questions = Enumerable.Range(0, 64).Select(i => new MomentQuestion((MomentSurface)(i % 5))
{
    Signal = MomentSignal.Term, Aim = (MomentAim)(i % 2), Audience = (MomentAudience)(i % 3), Language = i % 4 == 0 ? "gd-GB" : "en-GB", Nation = i % 5 == 0 ? null : "GB-SCT", Exposure = i,
}).ToArray();

// The rule that fits the question, an arm by chance, its look: all of a choice but the receipt and the count.
Measure("rule and arm", i =>
{
    ref readonly var question = ref questions[i & 63];
    return choices.For(question, 1_795_529_627).Draw(Chance.Next()).In(question.Exposure).Look;
});

var single = Bodies("").Select(Encoding.UTF8.GetBytes).ToArray();
var receipt = decider.Decide(questions[0])!.Receipt;
var followed = Bodies($",\"after\":\"{receipt}\"").Select(Encoding.UTF8.GetBytes).ToArray();
var batch = Encoding.UTF8.GetBytes("[" + string.Join(",", Enumerable.Range(0, 100).Select(i => Bodies("").ElementAt(i % 64))) + "]");
var output = new ArrayBufferWriter<byte>(1 << 20);

Measure("one question as JSON", i => Answer(single[i & 63]));
Measure("one question as JSON, after another", i => Answer(followed[i & 63]));
Measure("a batch of 100, each", _ => Answer(batch), per: 100);
return;

int Answer(byte[] body)
{
    output.ResetWrittenCount();
    var result = MomentWire.Answer(body, decider, output);
    return result.Status == 200 ? output.WrittenCount : throw new InvalidOperationException(result.Problem);
}

IEnumerable<string> Bodies(string more) => questions.Select(q =>
    $$"""{"surface":"{{q.Surface.ToString().ToLowerInvariant()}}","signal":"term","aim":"{{(q.Aim == MomentAim.Stop ? "stop" : "seek-help")}}","audience":"{{q.Audience.ToString().ToLowerInvariant()}}","language":"{{q.Language}}"{{(q.Nation is null ? "" : $",\"nation\":\"{q.Nation}\"")}},"exposure":{{q.Exposure}}{{more}}}""");

static void Measure(string name, Func<int, int> act, int per = 1)
{
    var sum = 0L;
    for (var i = 0; i < Warm / per; i++)
        sum += act(i);
    Thread.Sleep(200);
    for (var i = 0; i < Warm / per; i++)
        sum += act(i);
    var before = GC.GetAllocatedBytesForCurrentThread();
    var begun = Stopwatch.GetTimestamp();
    for (var i = 0; i < Many / per; i++)
        sum += act(i);
    var spent = Stopwatch.GetElapsedTime(begun).TotalNanoseconds / Many;
    var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Many;
    Console.WriteLine(FormattableString.Invariant($"{name}\t{spent:F1}\t{allocated:F2}\t{sum % 10}"));
}

// The cheapest counter there is: its own cost is not a decision's.
internal sealed class Adds : IMomentCounter
{
    private long sum;

    public void Add(in MomentCount count) => sum += count.Look;
}
