using Cairn.Moment.Decisions;

namespace Cairn.Sidecar.Counting;

/// <summary>What is counted together within one hour of one revision: closed lists only.</summary>
internal readonly record struct CountKey(MomentEvent Event, string Arm, MomentSurface Surface, int Look, string Language, MomentOutcome? Outcome)
{
    public static CountKey Of(in MomentCount count) => new(count.Event, count.Arm, count.Surface, count.Look, count.Language, count.Outcome);

    public MomentCount InBatch(int hour, string revision) => new(Event, hour, revision, Arm, Surface, Look, Language, Outcome);

    // Called for each message shown: the arm tells nearly all keys apart.
    public override int GetHashCode() => Arm.GetHashCode() * 31 + (int)Event + ((int)Surface << 3) + (Look << 6) + (Language.Length > 0 ? Language[0] << 12 : 0) + ((int)(Outcome ?? 0) << 20);
}
