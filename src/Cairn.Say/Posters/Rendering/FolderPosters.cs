using Cairn.Foundation.Text;
using Cairn.Help.Directory;
using Cairn.Know.Register;
using Cairn.Moment;
using Cairn.Say.Packs;
using Cairn.Say.Packs.Approval;
using Cairn.Say.Packs.Publishing;
using Cairn.Staff.Console;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace Cairn.Say.Posters.Rendering;

/// <summary>The artwork of a folder that is not published. Nobody approved it: it is a demonstration unless nothing stands against it being put on the air.</summary>
internal static class FolderPosters
{
    /// <summary>The site's public address as the environment says it; null when it says none.</summary>
    public static string? Address => PublicAddress.Of(ConsoleAddress.FromEnvironment()).Https?.AbsoluteUri.TrimEnd('/');

    /// <summary>The day that decides what has expired.</summary>
    public static string Day(TimeProvider time) => LocalDatePattern.Iso.Format(Today(time.GetUtcNow().ToInstant()));

    /// <exception cref="PackRefusedException">The folder cannot be read.</exception>
    public static string RevisionOf(string folder) => PackFiles.FromFolder(folder).Revision;

    /// <exception cref="MomentException">The folder cannot be read as a pack; the message lists why.</exception>
    public static (PosterContents Contents, string Revision) Read(string folder, TimeProvider time)
    {
        var reading = PackReader.Read(folder);
        if (reading.Pack is not { } pack)
            throw new MomentException(string.Join('\n', [.. FindingLines.Errors(reading.Findings), $"The pack in '{folder}' has errors. Correct them; 'cairn pack check {folder}' shows them all."]));
        var now = time.GetUtcNow().ToInstant();
        var address = Address;
        try
        {
            var demonstration = pack.Campaign.Owner == "Demonstration" || address is null || ServiceDoubt.Sentences(ServiceDoubt.Of(pack.Services, Today(now))).Any();
            return (Of(pack, demonstration, address ?? OnAir.DemonstrationAddress, now), RevisionOf(folder));
        }
        catch (PackRefusedException refused)
        {
            throw new MomentException(refused.Message, refused);
        }
    }

    /// <summary>As a site would show the pack; no desk has said anything about a folder.</summary>
    public static PosterContents Of(Pack pack, bool demonstration, string address, Instant now)
    {
        var languages = pack.Campaign.Languages.Select(l => l.Language).ToList();
        var directory = new ServiceDirectory();
        directory.Swap(pack.Services with { Demonstration = demonstration }, OnAir.Words(pack, languages, w => w.Directory));
        var figures = FigureRegister.WithoutTables();
        figures.Swap(pack.Figures, OnAir.Words(pack, languages, w => w.Figures));
        return new(pack, demonstration, directory, figures, address, now);
    }

    private static LocalDate Today(Instant now) => now.InZone(DateTimeZoneProviders.Tzdb["Europe/London"]).Date;
}
