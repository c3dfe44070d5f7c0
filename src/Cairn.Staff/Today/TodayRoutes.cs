using Cairn.Foundation.Web;
using Cairn.Staff.Console;
using Cairn.Staff.Roles;
using Microsoft.AspNetCore.Http;

namespace Cairn.Staff.Today;

/// <summary>The console's first page: what waits for this member, as each feature tells it.</summary>
internal static class TodayRoutes
{
    public static void Map(Surfaces surfaces) => surfaces.Console.MapPage("/", First).Needs(Permission.OwnAccount);

    private static async Task<IResult> First(HttpContext http, SignedIn who, IEnumerable<TodaysLines> features, ConsolePages pages)
    {
        var waiting = new List<WaitingLine>();
        foreach (var feature in features.SelectMany(f => f.Of).Where(f => who.May(f.For)))
            waiting.AddRange(await feature.Look(http.RequestAborted));
        return await pages.Show<TodayPage>(http, new TodayModel(who, waiting));
    }
}

/// <summary>What one feature has to say on the first page; each registers one.</summary>
public sealed record TodaysLines(IReadOnlyList<Waiting> Of);

/// <summary>How a feature says what waits for somebody.</summary>
/// <param name="For">Who is told.</param>
public sealed record Waiting(Permission For, Func<CancellationToken, Task<IReadOnlyList<WaitingLine>>> Look);

/// <param name="Text">For example: "One revision waits for approval".</param>
public sealed record WaitingLine(string Text, string Href);

public sealed record TodayModel(SignedIn Who, IReadOnlyList<WaitingLine> Waiting);
