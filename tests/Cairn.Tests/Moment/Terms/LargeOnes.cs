using Cairn.Bench.Terms;

namespace Cairn.Tests.Moment.Terms;

/// <summary>A hundred thousand nonsense phrases from a fixed seed, the benchmark's own.</summary>
internal static class LargeOnes
{
    public static Workload Work { get; } = new(100_000);
}
