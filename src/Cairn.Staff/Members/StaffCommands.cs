using System.CommandLine;
using Cairn.Foundation.Storage;
using Cairn.Staff.Audit;
using Cairn.Staff.Console;
using Cairn.Staff.Roles;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Staff.Members;

/// <summary><c>cairn staff invite</c>, <c>list</c> and <c>remove</c>: for whoever runs the server, for the first people and when nobody can get in.</summary>
internal static class StaffCommands
{
    private static readonly Argument<string> Name = new("NAME") { Description = "The sign-in name: small letters, digits, dots and hyphens." };
    private static readonly Option<string> Data = new("--data") { Description = "Folder of the SQLite files.", DefaultValueFactory = _ => "data" };
    private static readonly Option<string[]> Roles = new("--role") { Description = "A role; may be given several times.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string?> Called = new("--called") { Description = "The name people use." };
    private static readonly Option<string> Address = new("--address")
    {
        Description = "Where the console is opened, for the link; CAIRN_ADDRESS when that is set.",
        DefaultValueFactory = _ => ConsoleAddress.FromEnvironment().Public?.GetLeftPart(UriPartial.Authority) ?? "http://localhost:5080",
    };

    public static Command All(TimeProvider time)
    {
        Roles.AcceptOnlyFromAmong([.. Role.All.Select(r => r.Slug)]);
        var invite = new Command("invite", "Make a link with which one person joins the staff, or comes back after losing every way in. It works once, for a day.") { Name, Roles, Called, Address, Data };
        invite.SetAction((parsed, cancel) => With(time, parsed, (desk, output, people) => Invite(
            desk, parsed.GetRequiredValue(Name), parsed.GetValue(Called), parsed.GetValue(Roles) ?? [], parsed.GetRequiredValue(Address), output, people, cancel), cancel));

        var list = new Command("list", "List the staff: sign-in name, name, roles; separated by tabs.") { Data };
        list.SetAction((parsed, cancel) => With(time, parsed, async (desk, output, _) =>
        {
            foreach (var member in await desk.Everybody(cancel))
                output.WriteLine(string.Join('\t', member.UserName, member.Called, member.RoleWords));
            return 0;
        }, cancel));

        var remove = new Command("remove", "Take somebody off the staff: every way in is gone at once.") { Name, Data };
        remove.SetAction((parsed, cancel) => With(time, parsed, async (desk, _, people) =>
        {
            var problem = await desk.Remove(Actor.CommandLine, parsed.GetRequiredValue(Name), cancel);
            people.WriteLine(problem?.Sentence ?? "Removed, and signed out everywhere.");
            return problem is null ? 0 : 1;
        }, cancel));

        return new Command("staff", "Who may publish and who may answer.") { invite, list, remove };
    }

    private static async Task<int> Invite(
        StaffDesk desk, string name, string? called, string[] words, string address, TextWriter output, TextWriter people, CancellationToken cancel)
    {
        var known = (await desk.Everybody(cancel)).Find(m => m.UserName == name);
        IReadOnlyList<Role> roles = words.Length > 0 ? [.. words.Select(w => Role.Parse(w, null)).Distinct()] : known?.Roles ?? [];
        if (roles.Count == 0)
        {
            people.WriteLine($"Say what {name} is there for with --role: {string.Join(", ", Role.All)}.");
            return 1;
        }

        var (number, problem) = await desk.Invite(Actor.CommandLine, name, called ?? known?.Called ?? name, roles, cancel);
        if (number is null)
        {
            people.WriteLine(problem!.Sentence);
            return 1;
        }

        output.WriteLine($"{address.TrimEnd('/')}/console/invitation/{number}");
        people.WriteLine($"Give this link to {name} over a way you trust. It works once, for a day.");
        return 0;
    }

    private static async Task<int> With(TimeProvider time, ParseResult parsed, Func<StaffDesk, TextWriter, TextWriter, Task<int>> act, CancellationToken cancel)
    {
        try
        {
            var services = new ServiceCollection().AddLogging().AddSingleton(time).AddDatabase(Database.FromEnvironment(parsed.GetRequiredValue(Data))).AddStaffRecords().AddStaffAccounts();
            await using var provider = services.BuildServiceProvider();
            await provider.GetRequiredService<Migrator>().MigrateAsync(cancel);
            await StaffModule.CheckKeyring(provider, Actor.CommandLine, cancel);
            await using var scope = provider.CreateAsyncScope();
            return await act(scope.ServiceProvider.GetRequiredService<StaffDesk>(), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        }
        catch (StorageException refused)
        {
            parsed.InvocationConfiguration.Error.WriteLine(refused.Message);
            return 1;
        }
    }
}
