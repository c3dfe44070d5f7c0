using Cairn.Foundation.Text;
using Cairn.Moment.Bundles;
using Cairn.Say.Packs;

namespace Cairn.Say.Moments;

/// <summary>Which messages of a pack may be shown at a moment, and as which arms.</summary>
internal static class MomentArms
{
    /// <summary>To an adult at risk: stop, or seek help. To a young person: tell somebody, or seek help, and never the law; what only teaches is for a quieter hour.</summary>
    public static bool Fits(Message message) => message.Audience switch
    {
        var a when a == Audience.Yourself => message.Aim is MessageAim.Stop or MessageAim.SeekHelp,
        var a when a == Audience.YoungPeople => message.Aim is MessageAim.Report or MessageAim.SeekHelp && message.Appeal != MessageAppeal.Law,
        _ => false,
    };

    /// <summary>In the order of the plan, or else of the pack.</summary>
    public static IReadOnlyList<BundleArm> Of(Pack pack)
    {
        var fitting = pack.Messages.Where(Fits).ToDictionary(m => m.Id);
        var planned = pack.Moments.Arms ?? [.. fitting.Values.Select(m => new PlannedArm(m.Id, m.Id, 1))];
        return [.. planned.Where(a => fitting.ContainsKey(a.Message)).Select(a => Arm(a, fitting[a.Message]))];
    }

    // Whoever is young is met by whichever message fits, whatever the platform hopes for.
    private static BundleArm Arm(PlannedArm arm, Message message) =>
        new(arm.Id, message.Id, message.Audience == Audience.YoungPeople, message.Audience == Audience.YoungPeople ? null : AimOf(message), arm.Weight);

    private static string AimOf(Message message) => message.Aim == MessageAim.Stop ? "stop" : "seek-help";
}
