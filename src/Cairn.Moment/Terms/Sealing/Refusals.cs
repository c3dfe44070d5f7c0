namespace Cairn.Moment.Terms.Sealing;

/// <summary>Why a sealed list is not opened, one sentence each.</summary>
internal static class Refusals
{
    public static MomentException NotAList() => new("This is not a sealed list of terms; make one with: cairn terms seal LIST --key KEYFILE --out FILE");

    public static MomentException LaterVersion(int version) =>
        new(FormattableString.Invariant($"This list was sealed by a later version of Cairn (format {version}, this program knows {SealedLayout.Version}): update this program, or seal the list again with it."));

    public static MomentException CutShort() => new("This sealed list is not as long as it says: it was cut short or something was added; copy it again.");

    public static MomentException OtherKey() => new("This list was sealed under another key, or its beginning is damaged: check which key belongs to it.");

    public static MomentException Damaged() => new("This sealed list is damaged or was changed after it was sealed: copy it again.");
}
