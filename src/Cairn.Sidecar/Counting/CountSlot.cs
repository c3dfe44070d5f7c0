using System.Text;
using Cairn.Moment.Decisions;

namespace Cairn.Sidecar.Counting;

/// <summary>One count as it lies in a <see cref="CountFile"/>: the number, then what it counts.</summary>
/// <remarks>Layout: count (8), 1 when in use (1), event (1), surface (1), look (1), outcome or 255 (1), length of language (1), length of arm (1), nothing (1), language (8),
/// arm (64), nothing. Two cache lines, so that two counts never share one.</remarks>
internal static class CountSlot
{
    public const int Size = 128;
    private const int NoOutcome = 255;
    private const int Used = 8;
    private const int Language = 16;
    private const int LongestLanguage = 8;
    private const int Arm = 24;
    private const int LongestArm = 64;

    public static bool Fits(in CountKey key) => key.Arm.Length <= LongestArm && key.Language.Length <= LongestLanguage && key.Look is >= 0 and <= 255;

    public static void Write(Span<byte> slot, in CountKey key)
    {
        slot[9] = (byte)key.Event;
        slot[10] = (byte)key.Surface;
        slot[11] = (byte)key.Look;
        slot[12] = key.Outcome is { } outcome ? (byte)outcome : (byte)NoOutcome;
        slot[13] = (byte)Encoding.ASCII.GetBytes(key.Language, slot.Slice(Language, LongestLanguage));
        slot[14] = (byte)Encoding.ASCII.GetBytes(key.Arm, slot.Slice(Arm, LongestArm));
        // Last: a slot is in use once everything about it is there.
        Volatile.Write(ref slot[Used], 1);
    }

    public static bool TryRead(ReadOnlySpan<byte> slot, out CountKey key)
    {
        key = default;
        // A power cut may leave anything.
        if (slot[Used] != 1 || slot[13] > LongestLanguage || slot[14] is 0 or > LongestArm || !Enum.IsDefined((MomentEvent)slot[9]) || !Enum.IsDefined((MomentSurface)slot[10])
            || (slot[12] != NoOutcome && !Enum.IsDefined((MomentOutcome)slot[12])))
            return false;
        key = new(
            (MomentEvent)slot[9],
            Encoding.ASCII.GetString(slot.Slice(Arm, slot[14])),
            (MomentSurface)slot[10],
            slot[11],
            Encoding.ASCII.GetString(slot.Slice(Language, slot[13])),
            slot[12] == NoOutcome ? null : (MomentOutcome)slot[12]);
        return true;
    }
}
