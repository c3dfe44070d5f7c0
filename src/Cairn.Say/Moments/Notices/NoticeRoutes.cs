using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Know.Tallies;
using Cairn.Moment.Decisions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Cairn.Say.Moments.Notices;

/// <summary>The page of a notice, for platforms that cannot or will not draw it themselves. It needs no script, and knows nothing of the moment that led to it.</summary>
internal static class NoticeRoutes
{
    /// <summary>The name its views are counted under.</summary>
    public const string Page = "notice";

    public static void Add(IServiceCollection services) => services.AddSingleton<NoticePages>();

    public static void Map(Surfaces surfaces) => surfaces.Site.MapPage("/{language}/notice/{token}", Show);

    private static async Task<IResult> Show(
        string language, string token, HttpContext http, Frames frames, NoticePages notices, DrawnPages drawn, Tally tally)
    {
        if (!Language.TryParse(language, null, out var asked) || frames.In(asked) is not { } frame
            || !NoticeToken.TryRead(token, out var named) || notices.Find(named, asked) is not { } notice)
            return TypedResults.NotFound();

        tally.CountVisit(http.Request, new View(Page, frame.Language, frame.Revision, notice.Token.Audience == MomentAudience.Young ? Audience.YoungPeople : Audience.Yourself));
        // What was understood, not what was written: many addresses may name one page.
        var (message, look, whom, nation) = notice.Token;
        var path = $"/{Page}/{NoticeToken.Write(message, look, whom, nation)}";
        return await drawn.DrawOneOfMany<NoticePage>(new PageKey(Page, frame.Language.Code, path), () => notices.Model(notice, frame, path));
    }
}
