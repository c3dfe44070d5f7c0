using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Cairn.Staff.Roles;
using Microsoft.AspNetCore.Routing;

namespace Cairn.Tests.Staff;

/// <summary>Every role at every route of the console, by real requests, against a table that somebody read: <c>Approved/routes.approved.txt</c>.</summary>
public sealed partial class RoleMatrixTests
{
    private static string Approved { get; } = Path.Combine(Checkout.Root, "tests", "Cairn.Tests", "Staff", "Approved", "routes.approved.txt");

    [Fact]
    public async Task Each_role_gets_into_each_route_that_the_table_says_and_into_no_other()
    {
        SwappableRoutes routes = null!;
        await using var cairn = await RunningCairn.Start(changed: app => routes = SwappableRoutes.In(app));

        var table = new StringBuilder();
        foreach (var route in InOrder(routes))
            table.Append(await Row(cairn, route)).Append('\n');

        if (Environment.GetEnvironmentVariable("CAIRN_APPROVE") == "1")
            await File.WriteAllTextAsync(Approved, table.ToString(), TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllTextAsync(Approved, TestContext.Current.CancellationToken), table.ToString());
    }

    [Fact]
    public async Task With_the_check_of_any_one_route_taken_away_the_table_is_not_met()
    {
        SwappableRoutes routes = null!;
        await using var cairn = await RunningCairn.Start(changed: app => routes = SwappableRoutes.In(app));
        var approved = (await File.ReadAllLinesAsync(Approved, TestContext.Current.CancellationToken)).ToDictionary(l => l.Split(" | ")[0].Trim());
        var unnoticed = new List<string>();

        foreach (var route in InOrder(routes).Where(r => !Check(r).ForAnyone))
        {
            // One step down: where roles are asked for, any member of staff; where any member is asked for, anybody.
            routes.Loosen(route, Check(route).Roles.Count > 0 ? Permission.OwnAccount : Permission.ComeIn);
            if (await Row(cairn, route) == approved[Name(route)])
                unnoticed.Add(Name(route));
        }

        Assert.Empty(unnoticed);
    }

    [Fact]
    public async Task A_route_that_asks_for_nothing_is_closed_to_everybody()
    {
        SwappableRoutes routes = null!;
        await using var cairn = await RunningCairn.Start(changed: app => routes = SwappableRoutes.In(app));
        var page = routes.Console.Single(r => r.RoutePattern.RawText == "/console/account");
        using var ada = await Colleague.SignsIn(cairn, "ada", [.. Role.All]);

        routes.Loosen(page, null!);

        Assert.Equal(HttpStatusCode.Forbidden, (await ada.Gets("/console/account")).StatusCode);
    }

    /// <summary><c>POST /console/packs/{revision}/approve | approver</c>: who gets past the check.</summary>
    private static async Task<string> Row(RunningCairn cairn, RouteEndpoint route)
    {
        var inside = new List<string>();
        using (var nobody = Colleague.Nobody(cairn))
        {
            if (await Outcome(nobody, route) == "in")
                inside.Add("anybody");
        }

        foreach (var role in Role.All)
        {
            using var member = await Colleague.SignsIn(cairn, "the-" + role.Slug, role);
            if (await Outcome(member, route) == "in")
                inside.Add(role.Slug);
        }

        return $"{Name(route)} | {(inside.Count == 0 ? "nobody" : string.Join(' ', inside))}";
    }

    private static async Task<string> Outcome(Colleague who, RouteEndpoint route)
    {
        var path = Hole().Replace(route.RoutePattern.RawText!, hole => hole.Groups["name"].Value switch
        {
            "number" or "revision" => new string('a', 64),
            "service" => "childline",
            "field" => "about",
            _ => "nobody-here",
        });
        using var answer = Method(route) == "GET" ? await who.Gets(path) : await who.Posts(path);
        var towardsSignIn = answer.StatusCode == HttpStatusCode.SeeOther && answer.Headers.Location!.ToString().StartsWith("/console/sign-in", StringComparison.Ordinal);
        // Signing out leads to the sign-in page too; a member was inside.
        return answer.StatusCode == HttpStatusCode.Forbidden ? "refused" : towardsSignIn && who.Name.Length == 0 ? "sign in" : "in";
    }

    private static IEnumerable<RouteEndpoint> InOrder(SwappableRoutes routes) => routes.Console.OrderBy(r => r.RoutePattern.RawText, StringComparer.Ordinal).ThenBy(Method, StringComparer.Ordinal);

    private static string Name(RouteEndpoint route) => $"{Method(route)} {route.RoutePattern.RawText}";

    private static string Method(RouteEndpoint route) => route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0];

    private static Permission Check(RouteEndpoint route) => route.Metadata.GetMetadata<Needs>()!.Permission;

    [GeneratedRegex(@"\{(?<name>[a-z]+)\}")]
    private static partial Regex Hole();
}
