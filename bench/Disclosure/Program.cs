// One table of the benchmark; ./bench/disclosure runs it.
//   Disclosure two-way | hierarchy | three-way CELLS SEED
// Answers one line: cells, primary, blank, seconds to protect, seconds to see that every need holds, whether they do, peak MB.
using System.Diagnostics;
using System.Globalization;
using Cairn.Bench.Disclosure;
using Cairn.Know.Disclosure;
using Cairn.Know.Disclosure.Attack;
using Cairn.Know.Disclosure.Suppression;
using Cairn.Know.Disclosure.Tables;

var (cells, seed) = (int.Parse(args[1], CultureInfo.InvariantCulture), int.Parse(args[2], CultureInfo.InvariantCulture));
var table = RandomTable.Filled(new Random(seed), RandomTable.Shape(args[0], cells));
// What is compiled on first use is not what is measured.
Suppressor.Suppress(RandomTable.Filled(new Random(1), RandomTable.Shape(args[0], 60)), new());

var clock = Stopwatch.StartNew();
var suppressed = Suppressor.Suppress(table, new());
var protect = clock.Elapsed.TotalSeconds;
clock.Restart();
var audit = Auditor.Examine(PublishedTable.Of(table, suppressed.Blank), suppressed.Primary.ToDictionary(p => p.Cell, p => p.Interval), AttackDepth.UntilNeedsHold);
var attack = clock.Elapsed.TotalSeconds;
using var self = Process.GetCurrentProcess();
Console.WriteLine(FormattableString.Invariant(
    $"{table.Shape.CellCount} {suppressed.Primary.Count} {suppressed.Blank.Count} {protect:F2} {attack:F2} {audit.Holds} {self.PeakWorkingSet64 / 1_000_000}"));
