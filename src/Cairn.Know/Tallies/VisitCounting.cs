using Microsoft.AspNetCore.Http;

namespace Cairn.Know.Tallies;

public static class VisitCounting
{
    /// <summary>Counts the view unless the request is not a visit to be counted, see <see cref="CountedVisit"/>.</summary>
    public static void CountVisit(this Tally tally, HttpRequest request, in View view)
    {
        var headers = request.Headers;
        if (CountedVisit.Counts(request.Method, headers["Sec-GPC"], headers["DNT"], headers["Purpose"], headers["Sec-Purpose"], headers["X-Moz"], headers.UserAgent))
            tally.Add(view);
    }
}
