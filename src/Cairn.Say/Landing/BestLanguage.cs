using Cairn.Foundation.Web;
using Microsoft.AspNetCore.Http;

namespace Cairn.Say.Landing;

internal static class BestLanguage
{
    /// <summary>The offered language a visitor's browser prefers, the reference language when it prefers none of them, or null before anything is published.</summary>
    /// <remarks>Regions are ignored: <c>pl-PL</c> is served <c>pl</c>.</remarks>
    public static Frame? Best(this Frames frames, HttpRequest request)
    {
        if (frames.Reference is not { } reference)
            return null;

        var wanted = request.GetTypedHeaders().AcceptLanguage
            .Where(l => (l.Quality ?? 1) > 0)
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.ToString().Split('-')[0].ToLowerInvariant());
        foreach (var code in wanted)
        {
            if (code == "*")
                return reference;
            if (reference.Languages.FirstOrDefault(l => l.Code == code) is { } offered && frames.In(offered) is { } frame)
                return frame;
        }

        return reference;
    }
}
