using System.Text.RegularExpressions;
using NodaTime.Text;

namespace Cairn.Know.Register.Snapshots;

/// <summary>What may be done with a snapshot, and by whom. Pages and commands ask here.</summary>
internal static partial class SnapshotRules
{
    private const int LongestText = 300;

    /// <returns>What is wrong with what a snapshot says of itself, or null.</returns>
    public static string? AgainstFacts(SnapshotFacts facts, DateOnly today)
    {
        if (!SeriesName().IsMatch(facts.Series))
            return "The name of the series is up to 64 small letters, figures and hyphens, such as rso-by-division.";
        if (LocalDatePattern.Iso.Parse(facts.AsOf) is not { Success: true, Value: var day } || day.ToDateOnly() > today || day.Year < 1997)
            return "The day that the counts describe is written yyyy-MM-dd, lies not in the future, and not before 1997, when registers began.";
        string[] texts = [facts.Title, facts.Source, facts.Publisher, facts.Base, facts.Definition];
        if (texts.Any(t => t.Trim().Length is 0 or > LongestText || t.Any(char.IsControl)))
            return $"Title, source, publisher, base and definition are each said in a line of at most {LongestText} letters.";
        return facts.SourceAddress is null || Uri.TryCreate(facts.SourceAddress, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps ? null : "The source's address begins with https://.";
    }

    public static void RefuseDecided(SnapshotRow row)
    {
        if (row.State is SnapshotState.Published or SnapshotState.SentBack)
            throw new SnapshotRefusedException(row.State == SnapshotState.Published ? "It is published. Nothing was changed." : "It was sent back, and its counts are gone. Read the file in again.");
    }

    /// <param name="revision">What the approver looked at.</param>
    public static void RefusePublishing(SnapshotRow row, string revision, string approver)
    {
        RefuseDecided(row);
        if (row is not { State: SnapshotState.Submitted, SubmittedBy: { } submitter })
            throw new SnapshotRefusedException("Nobody has put their name to it. An analyst does that first, and somebody else publishes it.");
        if (string.Equals(submitter, approver, StringComparison.OrdinalIgnoreCase) || string.Equals(row.ReadBy, approver, StringComparison.OrdinalIgnoreCase))
            throw new SnapshotRefusedException("You read it in or put your name to it. Somebody else has to publish it.");
        if (row.Revision != revision)
            throw new SnapshotRefusedException("It was protected anew since you looked. Look at it as it is now.");
    }

    public static void RefuseUnlessInvented(SnapshotRow row)
    {
        RefuseDecided(row);
        if (row.Demonstration != 1 || row.Shown.Length == 0)
            throw new SnapshotRefusedException("Only a protected table of invented counts is published without a second person.");
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex SeriesName();
}
