using System.CommandLine;
using Cairn.Say.Packs.Publishing;
using Cairn.Staff;
using Cairn.Staff.Audit;
using Cairn.Staff.Members;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Say.Packs.Approval;

/// <summary><c>cairn pack approve</c> and <c>rollback</c>: what the console does, for whoever has the machine.</summary>
internal static class DecisionCommands
{
    private static readonly Argument<string> Revision = new("REV") { Description = "A revision by at least 6 of its digits." };

    public static IReadOnlyList<Command> All(TimeProvider time)
    {
        var approver = new Option<string>("--as") { Description = "Who approves: the sign-in name of an approver who did not submit it.", Required = true };
        var person = new Option<string?>("--as") { Description = "Who decides: an approver's sign-in name. Not needed while only demonstrations are shown." };
        return
        [
            PackCommandRun.Command(
                time, new Command("approve", "Put a submitted revision on the air as a campaign.") { Revision, approver },
                (at, words, cancel) => Approve(at, words.GetRequiredValue(Revision), words.GetRequiredValue(approver), cancel)),
            PackCommandRun.Command(
                time, new Command("rollback", "Put an earlier revision in force again.") { Revision, person },
                (at, words, cancel) => Rollback(at, words.GetRequiredValue(Revision), words.GetValue(person), cancel)),
        ];
    }

    private static async Task<int> Approve(PackCommandRun at, string prefix, string person, CancellationToken cancel)
    {
        await StaffModule.CheckKeyring(at.Services, Actor.CommandLine, cancel);
        var revision = await at.Services.GetRequiredService<PackStore>().Named(prefix, cancel);
        var who = await Decider.Named(person, at.Services.GetRequiredService<StaffBook>(), cancel);
        await at.Services.GetRequiredService<PackDecisions>().Approve(revision, who, cancel);
        at.Output.WriteLine(revision);
        at.People.WriteLine("Approved, and in force. Running servers show it within two seconds.");
        return 0;
    }

    private static async Task<int> Rollback(PackCommandRun at, string prefix, string? person, CancellationToken cancel)
    {
        await StaffModule.CheckKeyring(at.Services, Actor.CommandLine, cancel);
        var revision = await at.Services.GetRequiredService<PackStore>().Named(prefix, cancel);
        var who = person is null ? Decider.CommandLine : await Decider.Named(person, at.Services.GetRequiredService<StaffBook>(), cancel);
        var changed = await at.Services.GetRequiredService<PackDecisions>().RollBack(revision, who, cancel);
        at.Output.WriteLine(revision);
        at.People.WriteLine(changed ? "In force again. Running servers show it within two seconds." : "It is in force already; nothing changed.");
        return 0;
    }
}
