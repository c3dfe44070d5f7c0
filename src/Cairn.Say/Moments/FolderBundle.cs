using Cairn.Foundation.Text;
using Cairn.Help.Directory;
using Cairn.Know.Register;
using Cairn.Moment;
using Cairn.Moment.Bundles;
using Cairn.Say.Packs;
using Cairn.Say.Packs.Approval;
using Cairn.Say.Packs.Publishing;
using Cairn.Staff.Console;

namespace Cairn.Say.Moments;

/// <summary>A bundle of a folder that is not published. Nobody approved it: it is a demonstration unless nothing stands against it being put on the air.</summary>
internal static class FolderBundle
{
    /// <returns>What goes into the bundle, and why it is a demonstration; no reasons when it is none.</returns>
    /// <exception cref="MomentException">The folder has errors; the message lists them.</exception>
    public static (BundleContent Content, IReadOnlyList<string> Hindrances) Compose(string folder, TimeProvider time)
    {
        try
        {
            var gate = new PackGate(time);
            var files = PackFiles.FromFolder(folder);
            var pack = gate.Admit(folder);
            if (PackFiles.FromFolder(folder).Revision != files.Revision)
                throw new MomentException("The folder changed while it was checked. Build it again.");

            var address = PublicAddress.Of(ConsoleAddress.FromEnvironment()).Https;
            var hindrances = Hindrances(pack, address, gate).ToList();
            var now = time.GetUtcNow();
            // Made now, not at the start of the period: of two builds the later one counts.
            var edition = new Edition(files.Revision, 0, pack, Demonstration: hindrances.Count > 0, Drafts: false, Since: now);
            return (BundleComposer.Compose(edition, Directory(edition), Figures(edition), address?.AbsoluteUri ?? OnAir.DemonstrationAddress, now), hindrances);
        }
        catch (PackRefusedException refused)
        {
            throw new MomentException(refused.Message, refused);
        }
    }

    private static IEnumerable<string> Hindrances(Pack pack, Uri? address, PackGate gate)
    {
        if (pack.Campaign.Owner == "Demonstration")
            yield return "Its owner is Demonstration.";
        if (address is null)
            yield return "CAIRN_ADDRESS is not set to the campaign's https address.";
        foreach (var doubt in ServiceDoubt.Sentences(ServiceDoubt.Of(pack.Services, gate.Today())))
            yield return doubt;
    }

    // No table is published with a folder: a message that cites a computed figure goes without it.
    private static FigureRegister Figures(Edition edition)
    {
        var figures = FigureRegister.WithoutTables();
        figures.Swap(edition.Pack.Figures, OnAir.Words(edition.Pack, edition.Pack.Campaign.Languages.Select(l => l.Language), w => w.Figures));
        return figures;
    }

    // What a site would show of the pack; no desk has said anything about a folder.
    private static ServiceDirectory Directory(Edition edition)
    {
        var pack = edition.Pack;
        var directory = new ServiceDirectory();
        directory.Swap(
            pack.Services with { Demonstration = edition.Demonstration },
            OnAir.Words(pack, pack.Campaign.Languages.Where(l => l.State == ReviewState.Reviewed).Select(l => l.Language), w => w.Directory));
        return directory;
    }
}
