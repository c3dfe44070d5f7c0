// One process of the benchmark; ./bench/terms runs it. Everything is measured in processor time of this thread's process, which neighbours disturb least.
//   Terms COUNT QUERIES FOLDER     writes terms and queries for other peers into FOLDER, then answers each line of standard input:
//   chars | ours | frozen | typos | foreign | ascii: nanoseconds a query;  recall: a line a kind;  facts: sizes and times
using System.Diagnostics;
using System.Text;
using Cairn.Bench.Terms;
using Cairn.Moment.Terms;

var count = int.Parse(args[0]);
var work = new Workload(count);
var mixed = work.Mixed(int.Parse(args[1]));
var texts = mixed.Select(q => q.Text).ToArray();
File.WriteAllLines(Path.Combine(args[2], "terms"), work.Terms);
File.WriteAllLines(Path.Combine(args[2], "queries"), mixed.Select(q => $"{q.Kind}\t{q.Text}"));

var key = TermKey.From(new byte[TermKey.Length]);
var clock = Stopwatch.StartNew();
var plain = new SealedTermsOf(work.Terms, key, Path.Combine(args[2], "sealed"), typos: false);
var near = new SealedTermsOf(work.Terms, key, Path.Combine(args[2], "sealed-typos"), typos: true);
var frozen = new FrozenGrams(work.Terms);
string[] ascii = [.. texts.Where(t => System.Text.Ascii.IsValid(t)).Take(200_000)];
string[] foreign = [.. ascii.Select(t => t.Replace('a', 'à').Replace('e', 'é').Replace('o', 'ö').Replace('i', 'ï').Replace('u', 'ü'))];

while (Console.ReadLine() is { } asked)
{
    switch (asked)
    {
        case "chars":
            Say(texts, t => Chars(t));
            break;
        case "ours":
            Say(texts, t => (int)plain.Terms.Match(t));
            break;
        case "typos":
            Say(texts, t => (int)near.Terms.Match(t));
            break;
        case "frozen":
            Say(texts, t => frozen.Finds(t) ? 1 : 0);
            break;
        case "ascii":
            Say(ascii, t => (int)plain.Terms.Match(t));
            break;
        case "foreign":
            Say(foreign, t => (int)plain.Terms.Match(t));
            break;
        case "facts":
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var text in texts)
                plain.Terms.Match(text);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Console.WriteLine(FormattableString.Invariant($"{plain.Bytes} {near.Bytes} {plain.OpenMilliseconds:F2} {allocated} {texts.Average(t => t.Length):F1} {plain.SealSeconds:F2}"));
            break;
        case "recall":
            foreach (var kind in Disguises.Known.Concat(Disguises.New).Append("typo").Prepend("plain"))
            {
                var queries = work.Of(kind, 5_000);
                Share(kind, queries, 100.0);
            }

            var clean = Workload.CleanKinds.SelectMany(k => work.CleanOnes(k, 125_000)).ToArray();
            Share("false alarms a million", clean, 1e6);
            break;
    }

    Console.WriteLine("done");
}

void Share(string kind, Query[] queries, double scale) => Console.WriteLine(FormattableString.Invariant(
    $"{kind}\t{scale * queries.Count(q => plain.Terms.Match(q.Text) != TermAction.None) / queries.Length:F2}\t{scale * queries.Count(q => near.Terms.Match(q.Text) != TermAction.None) / queries.Length:F2}\t{scale * queries.Count(q => frozen.Finds(q.Text)) / queries.Length:F2}"));

static int Chars(string text)
{
    var sum = 0;
    foreach (var c in text)
        sum = sum * 31 + c;
    return sum;
}

static void Say(string[] texts, Func<string, int> answer)
{
    var from = Environment.CpuUsage.TotalTime;
    var sum = 0;
    foreach (var text in texts)
        sum += answer(text);
    Console.WriteLine(FormattableString.Invariant($"{(Environment.CpuUsage.TotalTime - from).TotalNanoseconds / texts.Length:F1} {sum}"));
}

internal sealed class SealedTermsOf
{
    public SealedTermsOf(string[] list, TermKey key, string path, bool typos)
    {
        var clock = Stopwatch.StartNew();
        using (var file = File.Create(path))
            TermSealer.Seal(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', list))), key, file, null, new(typos));
        SealSeconds = clock.Elapsed.TotalSeconds;
        Bytes = new FileInfo(path).Length;
        SealedTerms.Open(path, key).Dispose();
        List<double> times = [];
        for (var round = 0; round < 9; round++)
        {
            clock.Restart();
            SealedTerms.Open(path, key).Dispose();
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        OpenMilliseconds = times.Order().ElementAt(4);
        Terms = SealedTerms.Open(path, key);
    }

    public SealedTerms Terms { get; }

    public long Bytes { get; }

    public double OpenMilliseconds { get; }

    public double SealSeconds { get; }
}
