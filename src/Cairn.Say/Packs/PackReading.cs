using Cairn.Say.Packs.Reading;
using Cairn.Say.Packs.Rules;

namespace Cairn.Say.Packs;

/// <summary>What came of reading a folder.</summary>
/// <param name="Pack">The whole pack; null when the reader found an error in it.</param>
/// <param name="Readable">What could be read in spite of errors, so that the check can go on; null when not even the campaign could. Never published.</param>
/// <param name="Findings">In the order of files and lines.</param>
internal sealed record PackReading(Pack? Pack, Pack? Readable, IReadOnlyList<Finding> Findings, PackMap Map);
