namespace Cairn.Know.Register.Releases;

/// <summary>How a status is written in files: our own word, and the codes of SDMX's lists CL_OBS_STATUS 2.2 and CL_CONF_STATUS 1.2.</summary>
internal static class StatusCodes
{
    internal static readonly IReadOnlyList<CellStatus> All = Enum.GetValues<CellStatus>();

    internal static string Word(CellStatus status) => status switch
    {
        CellStatus.Shown => "shown",
        CellStatus.Rounded => "rounded",
        CellStatus.Suppressed => "suppressed",
        CellStatus.NotAvailable => "not_available",
        CellStatus.CannotOccur => "cannot_occur",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <remarks>SDMX has no code for rounded. E means worked out by a method other than counting, which a rounded count is not, so it stays A and the base stands beside it.
    /// M is for what cannot exist; the 0 stands all the same, so that a reader who only adds up is not misled.</remarks>
    internal static string Observation(CellStatus status) => status switch
    {
        CellStatus.Shown or CellStatus.Rounded => "A",
        CellStatus.Suppressed => "Q",
        CellStatus.NotAvailable => "L",
        CellStatus.CannotOccur => "M",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <remarks>SDMX tells A (primary, small counts) from D and S (secondary). C, confidential, covers both: see <see cref="CellStatus"/> for why no more is said.</remarks>
    internal static string Confidentiality(CellStatus status) => status == CellStatus.Suppressed ? "C" : "F";
}
