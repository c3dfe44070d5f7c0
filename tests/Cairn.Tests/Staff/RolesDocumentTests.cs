using System.Text;
using Cairn.Staff.Roles;

namespace Cairn.Tests.Staff;

/// <summary><c>docs/roles.md</c> is made from the table in the code, and cannot say something else.</summary>
public sealed class RolesDocumentTests
{
    [Fact]
    public async Task The_page_about_roles_says_what_the_program_does()
    {
        var file = Path.Combine(Checkout.Root, "docs", "roles.md");
        var page = Page();

        if (Environment.GetEnvironmentVariable("CAIRN_WRITE_DOCS") == "1")
            await File.WriteAllTextAsync(file, page, TestContext.Current.CancellationToken);

        Assert.True(page == await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), "docs/roles.md is out of date. Run the tests with CAIRN_WRITE_DOCS=1 and read the difference.");
    }

    [Fact]
    public void Who_submits_cannot_approve_by_role_alone_and_who_gives_roles_publishes_nothing()
    {
        Assert.False(Permission.ApprovePack.IsHeldBy(Role.Editor));
        Assert.False(Permission.SubmitPack.IsHeldBy(Role.Approver));
        Assert.All(new[] { Permission.SubmitPack, Permission.ApprovePack, Permission.RollBackPack, Permission.ChangeField, Permission.ConfirmField }, p => Assert.False(p.IsHeldBy(Role.Administrator)));
        // Agreeing to a recovery is a second person's word; it opens nothing to whoever gives it.
        Assert.All(Permission.All.Where(p => p != Permission.ManageStaff && p != Permission.SeeStaff && p != Permission.SeeAudit && p != Permission.DecideRecovery), p => Assert.DoesNotContain(Role.Administrator, p.Roles));
    }

    private static string Page()
    {
        var text = new StringBuilder(
            """
            # Roles

            Made from the table in `src/Cairn.Staff/Roles/Permission.cs` by a test, which fails when this page is out of date. Every route of the console names one line of it; a
            route that names none is closed. A member of staff may have several roles. Nobody changes their own roles, and the person who submitted a revision cannot approve it,
            whatever roles they have.


            """);
        foreach (var role in Role.All)
            text.Append("- **").Append(role.Slug).Append("**: ").Append(role.Purpose).Append('\n');
        text.Append("\n| May | ").AppendJoin(" | ", Role.All).Append(" | asks again |\n|---|").Append(string.Concat(Role.All.Select(_ => ":-:|"))).Append(":-:|\n");
        foreach (var permission in Permission.All.Where(p => !p.ForAnyone))
        {
            text.Append("| ").Append(permission.What).Append(" | ").AppendJoin(" | ", Role.All.Select(r => permission.IsHeldBy(r) ? "yes" : "")).Append(" | ")
                .Append(permission.Dangerous ? "yes" : "").Append(" |\n");
        }

        text.Append(
            """

            *Asks again*: when more than five minutes have passed since the member showed that it is them, the console asks for the passkey or a code first, and keeps what was
            filled in. Signing in, the set-up link and invitations are open to anybody, and lead nowhere without a passkey, a passphrase with a code, or a link that has not been used.

            """);
        return text.ToString();
    }
}
