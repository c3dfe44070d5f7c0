using Cairn.Foundation.Web;
using Cairn.Staff.Console;
using Cairn.Staff.Roles;
using Microsoft.AspNetCore.Http;

namespace Cairn.Staff.Accounts;

/// <summary>A member's own account: passkeys, passphrase and codes, sessions.</summary>
internal static class AccountRoutes
{
    public static void Map(Surfaces surfaces)
    {
        surfaces.Console.MapPage("/account", Own).Needs(Permission.OwnAccount);
    }

    private static Task<IResult> Own(HttpContext http, ConsolePages pages) => pages.Say(http, "Your account", "", 200);
}
