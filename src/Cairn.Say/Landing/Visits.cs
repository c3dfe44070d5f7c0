using Cairn.Know.Tallies;
using Microsoft.AspNetCore.Http;

namespace Cairn.Say.Landing;

internal static class Visits
{
    /// <summary>Counts a view, unless it is a robot's or the visitor asked to be left out. Nothing of the request goes into the count.</summary>
    public static void Count(this Tally tally, HttpContext http, in View view)
    {
        var headers = http.Request.Headers;
        if (CountedVisit.Counts(
            http.Request.Method, headers["Sec-GPC"], headers["DNT"], headers["Purpose"], headers["Sec-Purpose"], headers["X-Moz"], headers.UserAgent))
            tally.Add(view);
    }
}
