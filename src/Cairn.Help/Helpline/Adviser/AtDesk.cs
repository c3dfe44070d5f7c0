using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Help.Helpline.Adviser;

/// <summary>One of the two desks: which line it answers, who is at it, what lies on it.</summary>
internal sealed record AtDesk(HelplineLine Line, DeskBook Book, DeskThreads Threads, DeskPackages Packages)
{
    /// <summary>The desk that the address of a route of the console names: the route carries it.</summary>
    public static ValueTask<AtDesk?> BindAsync(HttpContext http) =>
        new(http.RequestServices.GetRequiredService<Desks>().Of(http.GetEndpoint()!.Metadata.GetRequiredMetadata<DeskPlace>().Kind));
}

/// <summary>Where a desk's pages are in the console, and what it is called there.</summary>
public sealed record DeskPlace(LineKind Kind, string Path, string CountsPath, string RecoveryPath, string Name, string Title)
{
    public static DeskPlace Talk { get; } = new(LineKind.Talk, "/desk", "/helpline", "/helpline/recovery", "Helpline", "Helpline desk");

    public static DeskPlace Concerns { get; } = new(LineKind.Report, "/concerns", "/helpline/concerns", "/helpline/recovery/concerns", "Concerns", "Concerns desk");

    /// <summary>The desk beside this one.</summary>
    public DeskPlace Other => Kind == LineKind.Talk ? Concerns : Talk;

    public static DeskPlace Of(LineKind kind) => kind == LineKind.Talk ? Talk : Concerns;
}

/// <summary>Both desks.</summary>
internal sealed class Desks(IServiceProvider services, Lines lines)
{
    private readonly AtDesk talk = Made(services, lines.Talk), concerns = Made(services, lines.Report);

    public AtDesk Of(LineKind kind) => kind == LineKind.Talk ? talk : concerns;

    private static AtDesk Made(IServiceProvider services, HelplineLine line)
    {
        var threads = ActivatorUtilities.CreateInstance<DeskThreads>(services, line);
        return new(line, ActivatorUtilities.CreateInstance<DeskBook>(services, line), threads, ActivatorUtilities.CreateInstance<DeskPackages>(services, line, threads));
    }
}
