using System.Collections.Immutable;
using Cairn.Know.Disclosure.Attack;

namespace Cairn.Know.Disclosure.Releases;

internal enum GivenAwayBy
{
    /// <summary>Everything shown in all releases together bounds a small count too closely.</summary>
    Together,

    /// <summary>A cell is blank in one month and shown in the other.</summary>
    TheOtherMonth,

    /// <summary>Two shown values of one cell differ by a small count.</summary>
    SmallChange,
}

/// <param name="What">The area or cell, in words.</param>
/// <param name="Need">What it should be left open to.</param>
/// <param name="Words">A sentence for whoever decides about the release.</param>
internal sealed record GivenAway(GivenAwayBy By, string What, Learnt Learnt, ProtectionInterval Need, string Words);

/// <summary>Whether a release may go out beside the earlier ones: nothing but <see cref="MayGoOut"/> lets it.</summary>
internal abstract record ReleaseVerdict
{
    private ReleaseVerdict()
    {
    }

    /// <param name="OutAlready">What earlier releases had given away as closely without this one.</param>
    internal sealed record MayGoOut(ImmutableArray<GivenAway> OutAlready) : ReleaseVerdict;

    /// <param name="GivenAway">At least one.</param>
    internal sealed record Blocked(ImmutableArray<GivenAway> GivenAway) : ReleaseVerdict;

    public static ReleaseVerdict Of(IReadOnlyList<GivenAway> now, IReadOnlyList<GivenAway> outAlready) =>
        now.Count > 0 ? new Blocked([.. now]) : new MayGoOut([.. outAlready]);
}
