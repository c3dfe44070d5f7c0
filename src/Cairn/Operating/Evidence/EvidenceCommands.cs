using System.CommandLine;
using System.Text;
using Cairn.Foundation.Storage;
using Cairn.Help;
using Cairn.Help.Helpline;

namespace Cairn.Operating.Evidence;

/// <summary><c>cairn evidence verify</c> for whoever was given a package, and <c>export</c> of the keys it is checked with. Packages themselves are made at the desk: the server cannot open a conversation.</summary>
internal static class EvidenceCommands
{
    public static Command Build(TimeProvider time)
    {
        var file = new Argument<string>("FILE") { Description = "The package." };
        var signers = new Option<string?>("--signers") { Description = "The desk's signers, as 'evidence export' wrote them: who may have signed." };
        var verify = new Command("verify", "Check a package for police or child protection: every item, and two advisers' signatures. Needs no network and no database; the passphrase is CAIRN_PASSPHRASE, or asked.") { file, signers };
        verify.SetAction(parsed => Verify(parsed.GetRequiredValue(file), parsed.GetValue(signers), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));

        var to = new Option<string>("--out") { Description = "The new file; never overwritten.", Required = true };
        var rehearse = new Option<bool>("--rehearse") { Description = "Of the desks of a server that was started with --rehearse." };
        var export = new Command("export", "Write who may sign the desk's packages now, with their public keys. Packages are made on the desk's own page.") { to, rehearse, OperatingRun.Data };
        export.SetAction((parsed, cancel) => OperatingRun.With(time, parsed, at => Export(at, parsed.GetRequiredValue(to), cancel), services => services.AddSingleton(new Rehearsal(parsed.GetValue(rehearse)))));

        return new Command("evidence", "Packages for police or child protection.") { verify, export };
    }

    private static int Verify(string file, string? signersFile, TextWriter output, TextWriter people)
    {
        try
        {
            var signers = signersFile is null ? null : EvidenceSigners.Read(signersFile);
            var package = EvidencePackage.Open(file, () => Passphrase.OfPackage(people));
            var verdict = EvidenceVerdict.On(package, signers);
            foreach (var line in verdict.Lines)
                output.WriteLine(line);
            people.WriteLine(verdict.Sentence);
            return verdict.IsWhole ? 0 : 1;
        }
        catch (StorageException refused)
        {
            people.WriteLine(refused.Message);
            return 1;
        }
    }

    private static async Task<int> Export(OperatingRun at, string file, CancellationToken cancel)
    {
        NewFile.RefuseWhenThere(file);
        await at.DemandUpToDate(cancel);
        await at.Check.Demand(cancel);
        var signers = await HelpModule.Signers(at.Services, cancel);
        if (signers.Count == 0)
            throw new StorageException("Nobody is on a desk, so nobody can sign. Nothing was written.");

        var text = EvidenceSigners.Write(signers.Select(s => new EvidenceSigner(Convert.ToBase64String(s.Verify), s.Called)), at.Today);
        await NewFile.Write(file, stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancel).AsTask());
        at.Output.WriteLine(Path.GetFullPath(file));
        at.People.WriteLine($"{signers.Count} may sign today. Keep the earlier files: whoever left the desk since signed with a key that is only in those.");
        return 0;
    }
}
