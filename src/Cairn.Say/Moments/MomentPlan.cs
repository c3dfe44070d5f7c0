namespace Cairn.Say.Moments;

/// <summary>What a pack's <c>moments.yaml</c> decides about warnings; without the file every fitting message is an arm of weight 1.</summary>
/// <param name="Experiment">Name of the running experiment; null when none is.</param>
/// <param name="Looks">In how many appearances a warning exists.</param>
/// <param name="Report">Ids of the services to report to, the first choice first; empty for the order of the pack.</param>
/// <param name="Arms">Null when every fitting message is one.</param>
internal sealed record MomentPlan(string? Experiment, int Looks, IReadOnlyList<string> Report, IReadOnlyList<PlannedArm>? Arms)
{
    public const int FewestLooks = 4;
    public const int MostLooks = 12;
    public const int HeaviestArm = 1000;

    /// <summary>A pack without the file.</summary>
    public static MomentPlan Usual { get; } = new(null, FewestLooks, [], null);
}

/// <param name="Id">What is counted; the message's own id unless the file names another.</param>
/// <param name="Weight">From 1 to <see cref="MomentPlan.HeaviestArm"/>, relative to the other arms of the same audience and aim.</param>
internal sealed record PlannedArm(string Id, string Message, int Weight);
