using System.Diagnostics;
using System.Text;
using Cairn.Bench.Terms;
using Cairn.Moment.Terms;

var n = args.Length > 0 ? int.Parse(args[0]) : 100_000;
var work = new Workload(n);
var key = TermKey.From(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());
var file = new MemoryStream();
var t = Stopwatch.StartNew();
var report = TermSealer.Seal(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', work.Terms))), key, file);
Console.WriteLine($"sealed {report} in {t.ElapsedMilliseconds} ms, {file.Length / (double)n:F2} B/term");
t.Restart();
var terms = SealedTerms.Read(file.ToArray(), key);
Console.WriteLine($"read in {t.Elapsed.TotalMilliseconds:F2} ms");
foreach (var kind in Disguises.Known.Concat(Disguises.New).Append("typo").Prepend("plain"))
{
    var qs = work.Of(kind, 20000);
    var missed = qs.Where(q => terms.Match(q.Text) == TermAction.None).ToArray();
    Console.WriteLine($"{kind,-24} {100.0 - 100.0 * missed.Length / qs.Length:F2} %   {string.Join(" | ", missed.Take(args.Length > 1 ? 4 : 0).Select(q => q.Text))}");
}
foreach (var kind in new[] { "plain words", "listed word inside a longer word", "all but the last word", "digits", "punctuation", "accents", "Cyrillic", "capitals" })
{
    var qs = work.CleanOnes(kind, 250_000);
    var false_ = qs.Where(q => terms.Match(q.Text) != TermAction.None).ToArray();
    Console.WriteLine($"{kind,-34} {1e6 * false_.Length / qs.Length:F0} ppm   {string.Join(" | ", false_.Take(args.Length > 1 ? 4 : 0).Select(q => q.Text))}");
}
var mixed = work.Mixed(1_000_000).Select(q => q.Text).ToArray();
Console.WriteLine($"mean {mixed.Average(q => q.Length):F1} chars, {mixed.Average(q => q.Count(c => c == ' ') + 1):F1} words");
for (var round = 0; round < 6; round++)
{
    var hits = 0;
    t.Restart();
    foreach (var q in mixed)
        hits += terms.Match(q) != TermAction.None ? 1 : 0;
    Console.WriteLine($"{t.Elapsed.TotalNanoseconds / mixed.Length:F1} ns, {hits}");
}
