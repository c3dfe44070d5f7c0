using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Cairn.Foundation.Storage;
using Cairn.Foundation.Web;
using Cairn.Help.Helpline.Threads;
using Cairn.Help.Sealing;
using Cairn.Staff.Console;
using Cairn.Staff.Roles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Hosting;

namespace Cairn.Help.Helpline.Adviser;

/// <summary>The adviser's side of the helpline: one page, whose script opens and seals in the browser, and what it asks the server for.</summary>
internal static class AdviserRoutes
{
    // Longer than a sealed message of the largest size in base64, and than a hundred conversations' new boxes.
    private const long LargestBody = 256 * 1024;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan TimeToAnswer = TimeSpan.FromSeconds(10);

    // The role let them in; that they hold no key of the desk is another matter, and 403 is the role's word.
    private static readonly DeskAnswer NotOnDesk = new("You are not on this desk.");
    private static readonly DeskAnswer NotYours = new("This conversation is not in your hand any more: somebody else has it, or it is gone.");
    private static readonly DeskAnswer NoFlag = new("That flag is not up any more, somebody else has taken it, or a hand-over of the conversation is open.");
    private static readonly DeskAnswer PackageChanged = new("The hand-over is not as it was: look for news in the conversation. It needs a red flag, messages as they are now, and two different advisers.");
    private static readonly DeskAnswer NoSuch = new("That was not understood. Load the page again.");

    public static void Map(Surfaces surfaces)
    {
        Map(surfaces, DeskPlace.Talk);
        Map(surfaces, DeskPlace.Concerns);
    }

    private static void Map(Surfaces surfaces, DeskPlace place)
    {
        var console = surfaces.Console;
        var desk = place.Path;
        console.MapPage(desk, Page).At(place, Permission.AnswerDesk);
        console.MapPage(place.CountsPath, Counts).At(place, Permission.SeeDeskCounts);
        console.MapPage(place.RecoveryPath, Recovery).At(place, Permission.DecideRecovery);
        console.MapPost(place.RecoveryPath, DecideRecovery).At(place, Permission.DecideRecovery);
        console.MapPage(desk + "/opening", Opening).At(place, Permission.AnswerDesk);
        console.MapPost(desk + "/keys", Keys).At(place, Permission.MakeOwnDeskKeys).WithMetadata(new LargestForm(LargestBody));
        console.MapPost(desk + "/make", Form((book, who, work, cancel) => book.Make(who, work, cancel))).At(place, Permission.ManageDesk).WithMetadata(new LargestForm(LargestBody));
        console.MapPost(desk + "/add", Form((book, who, work, cancel) => book.Add(who, work, cancel))).At(place, Permission.AddToDesk).WithMetadata(new LargestForm(LargestBody));
        console.MapPost(desk + "/remove", Form((book, who, work, cancel) => book.Remove(who, work, cancel))).At(place, Permission.ManageDesk).WithMetadata(new LargestForm(LargestBody));
        console.MapPost(desk + "/recover", Form((book, who, work, cancel) => book.AskRecovery(who, work, cancel))).At(place, Permission.ManageDesk).WithMetadata(new LargestForm(LargestBody));
        console.MapPage(desk + "/queue", Queue).At(place, Permission.AnswerDesk).WithRequestTimeout(LongestWait + TimeToAnswer);
        console.MapPage(desk + "/outdated", Outdated).At(place, Permission.AnswerDesk);
        console.MapPost(desk + "/{act}", Act).At(place, Permission.AnswerDesk).WithMetadata(new LargestForm(LargestBody));
    }

    private static RouteHandlerBuilder At(this RouteHandlerBuilder route, DeskPlace place, Permission needed) => route.WithMetadata(place).Needs(needed);

    private static Task<IResult> Page(HttpContext http, SignedIn who, AtDesk at, Assets assets, ConsolePages pages, [FromQuery] string? done) => pages.Show<AdviserPage>(
        http, new AdviserModel(who.Id, DeskPlace.Of(at.Line.Kind), assets.PathOf(DeskScript.Name), DeskScript.Integrity, at.Line.Rehearsing, who.May(Permission.ManageDesk)), Done(done));

    private static async Task<IResult> Counts(HttpContext http, AtDesk at, ConsolePages pages) => await pages.Show<DeskCountsPage>(
        http, new DeskCountsModel(DeskPlace.Of(at.Line.Kind), await at.Threads.Counts(http.RequestAborted), LineWords.Why(at.Line.Closed), at.Line.State?.Members ?? 0, at.Line.Rehearsing));

    private static async Task<IResult> Opening(SignedIn who, AtDesk at, Frames frames, TimeProvider time, CancellationToken cancel)
    {
        var (line, book) = (at.Line, at.Book);
        var standing = await book.Standing(cancel);
        DeskMember Member(string id) => standing.Advisers.TryGetValue(id, out var keys)
            ? new(id, standing.People.TryGetValue(id, out var person) ? person.Called : "Somebody who left", keys.Public, keys.Verify, standing.People.ContainsKey(id))
            : new(id, "Somebody who left", [], [], false);
        return Json(new(
            new(who.Id, who.Called, book.KeysOf(standing.Advisers.GetValueOrDefault(who.Id)), book.BoxesOf(standing, who.Id)),
            standing.Desk is null ? null : new(standing.Desk.Desk, [.. standing.Keys.Select(k => new DeskKey(k.Generation, k.Public))], standing.Desk.RecoveryPublic),
            [.. standing.MemberIds.Select(Member).OrderBy(m => m.Called, StringComparer.Ordinal)],
            [.. standing.Advisers.Keys.Where(id => !standing.IsMember(id) && standing.MayAnswer(id)).Select(Member).OrderBy(m => m.Called, StringComparer.Ordinal)],
            [.. standing.Advisers.Keys.Select(Member)],
            [.. line.Replies],
            Outcome.All, FlagReason.All, line.PenName, frames.Reference?.CampaignName ?? "", line.DeskNumber, line.Kind == LineKind.Report, line.Rehearsing, (int)(time.GetUtcNow().ToUnixTimeSeconds() / 86_400), LineWords.Why(line.Closed), await book.Recovery(cancel) is { } asked && asked.Member == who.Id ? asked.Agreed == 1 ? "agreed" : "asked" : null),
            DeskJson.Default.DeskOpening);
    }

    private static async Task<IResult> Recovery(HttpContext http, SignedIn who, AtDesk at, ConsolePages pages, [FromQuery] string? done)
    {
        var book = at.Book;
        var asked = await book.Recovery(http.RequestAborted);
        var people = (await book.Standing(http.RequestAborted)).People;
        return await pages.Show<RecoveryPage>(
            http, new RecoveryModel(DeskPlace.Of(at.Line.Kind), asked is null ? null : people.TryGetValue(asked.Member, out var person) ? person.Called : "Somebody who left", asked?.Agreed == 1, asked?.Member == who.Id),
            done is "yes" ? "It is agreed. Whoever asked can open the desk with the paper now." : done is "no" ? "It is refused." : null);
    }

    private static async Task<IResult> DecideRecovery(HttpContext http, SignedIn who, AtDesk at, ConsolePages pages, [FromForm] string? decision) =>
        decision is not ("yes" or "no") ? await pages.Say(http, "Nothing was decided", NoSuch.Said, StatusCodes.Status422UnprocessableEntity)
        : await at.Book.DecideRecovery(who, decision == "yes", http.RequestAborted) is { } problem ? await pages.Say(http, "Nothing was changed", problem, StatusCodes.Status409Conflict)
        : new SeeOther($"{http.Request.Path}?done={decision}");

    private static async Task<IResult> Keys(HttpContext http, SignedIn who, AtDesk at)
    {
        if (await Read(http, DeskJson.Default.DeskAct) is not { Keys: { } keys } || !await at.Book.KeepKeys(who, keys, http.RequestAborted))
            return Say(NoSuch, StatusCodes.Status422UnprocessableEntity);
        return Say(new("Your keys are made."));
    }

    private static Delegate Form(Func<DeskBook, SignedIn, DeskWork, CancellationToken, Task<string?>> act) => async (HttpContext http, SignedIn who, AtDesk at, ConsolePages pages, [FromForm] string? work) =>
    {
        DeskWork? read = null;
        try
        {
            read = work is null ? null : JsonSerializer.Deserialize(work, DeskJson.Default.DeskWork) is { IsWhole: true } whole ? whole : null;
        }
        catch (JsonException)
        {
            // Said below.
        }

        var problem = read is null ? NoSuch.Said : await act(at.Book, who, read, http.RequestAborted);
        return problem is null
            ? new SeeOther($"/console{DeskPlace.Of(at.Line.Kind).Path}?done={http.Request.Path.Value!.Split('/')[^1]}")
            : await pages.Say(http, "The desk was not changed", problem, StatusCodes.Status422UnprocessableEntity);
    };

    private static async Task<IResult> Queue(HttpContext http, SignedIn who, AtDesk at, IHostApplicationLifetime life, [FromQuery] long? after)
    {
        if (!(await at.Book.Standing(http.RequestAborted)).IsMember(who.Id))
            return Say(NotOnDesk, StatusCodes.Status409Conflict);
        await at.Book.IsOpen(http.RequestAborted);
        if (after is { } seen)
            await at.Threads.Changed(seen, LongestWait, life.ApplicationStopping, http.RequestAborted);
        return Json(await at.Threads.Queue(who, http.RequestAborted), DeskJson.Default.DeskQueue);
    }

    private static async Task<IResult> Outdated(HttpContext http, SignedIn who, AtDesk at) => (await at.Book.Standing(http.RequestAborted)).IsMember(who.Id)
        ? Json(
            await at.Book.Recovery(http.RequestAborted) is { Agreed: 1 } recovery && recovery.Member == who.Id ? await at.Threads.ForRecovery(100, http.RequestAborted) : await at.Threads.Outdated(100, http.RequestAborted),
            DeskJson.Default.IReadOnlyListDeskThread)
        : Say(NotOnDesk, StatusCodes.Status409Conflict);

    private static async Task<IResult> Act(string act, HttpContext http, SignedIn who, AtDesk at)
    {
        var (book, threads) = (at.Book, at.Threads);
        var cancel = http.RequestAborted;
        if (await Read(http, DeskJson.Default.DeskAct) is not { IsWhole: true } sent || (act is not ("rewrap" or "reseal" or "recovered") && sent.Conversation.Length != SealContext.IdBytes))
            return Say(NoSuch, StatusCodes.Status422UnprocessableEntity);
        if (!(await book.Standing(cancel)).IsMember(who.Id))
            return Say(NotOnDesk, StatusCodes.Status409Conflict);
        try
        {
            switch (act)
            {
                case "claim":
                    return Held(await threads.Claim(sent.Conversation, who, cancel));
                case "beat":
                    return Held(await threads.Beat(sent.Conversation, who, cancel));
                case "release":
                    return Held(await threads.Release(sent.Conversation, who, cancel));
                case "open":
                    return await threads.Open(sent.Conversation, who, cancel) is { } thread ? Json(thread, DeskJson.Default.DeskThread) : Held(false);
                case "reply":
                    return await threads.Reply(sent, who, cancel) switch
                    {
                        null => Say(NoSuch, StatusCodes.Status422UnprocessableEntity),
                        Appended.Behind => Say(new("Somebody wrote meanwhile."), StatusCodes.Status412PreconditionFailed),
                        Appended.Gone => Held(false),
                        _ => Held(true),
                    };
                case "hand-over":
                    return Held(await threads.HandOver(sent, who, cancel));
                case "checklist":
                    return Held(await threads.Note(sent, who, cancel));
                case "close":
                    return Held(await threads.Close(sent, who, cancel));
                case "flag":
                    return Held(await threads.Flag(sent, who, cancel));
                case "take-flag" when who.May(Permission.ManageDesk):
                    return Flagged(await threads.TakeFlag(sent.Conversation, who, cancel));
                case "lower-flag" when who.May(Permission.ManageDesk):
                    return Flagged(await threads.LowerFlag(sent.Conversation, who, cancel));
                case "renew-flag" when who.May(Permission.ManageDesk):
                    return Flagged(await threads.RenewFlag(sent, who, cancel));
                case "package":
                    return Packed(await at.Packages.Ask(sent, await book.VerifyKeyOf(who.Id, cancel), who, cancel));
                case "package-approve":
                    return Packed(await at.Packages.Approve(sent, await book.VerifyKeyOf(who.Id, cancel), who, cancel));
                case "package-end":
                    return Packed(await at.Packages.End(sent.Conversation, who, cancel));
                case "rewrap":
                    return Say(new((await threads.Rewrap(sent.Rewrapped, cancel)).ToString(CultureInfo.InvariantCulture)));
                case "reseal" when await book.Recovery(cancel) is { Agreed: 1 } recovery && recovery.Member == who.Id:
                    return Say(new((await threads.Reseal(sent.Resealed, cancel)).ToString(CultureInfo.InvariantCulture)));
                case "recovered":
                    await book.EndRecovery(who, cancel);
                    return Held(true);
                default:
                    return Say(NoSuch, StatusCodes.Status404NotFound);
            }
        }
        catch (StorageException failed)
        {
            return Say(new(failed.Message), StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static IResult Held(bool? held) => held switch
    {
        true => Say(new("Done.")),
        false => Say(NotYours, StatusCodes.Status409Conflict),
        null => Say(NoSuch, StatusCodes.Status422UnprocessableEntity),
    };

    private static IResult Flagged(bool? done) => done == false ? Say(NoFlag, StatusCodes.Status412PreconditionFailed) : Held(done);

    private static IResult Packed(PackageStep step) => step switch
    {
        PackageStep.Done => Held(true),
        PackageStep.NotInHand => Held(false),
        PackageStep.Changed => Say(PackageChanged, StatusCodes.Status412PreconditionFailed),
        _ => Held(null),
    };

    private static async Task<T?> Read<T>(HttpContext http, JsonTypeInfo<T> type)
        where T : class
    {
        if (!http.Request.HasJsonContentType())
            return null;
        try
        {
            return await JsonSerializer.DeserializeAsync(http.Request.Body, type, http.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Say(DeskAnswer answer, int status = StatusCodes.Status200OK) => Json(answer, DeskJson.Default.DeskAnswer, status);

    private static IResult Json<T>(T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) => TypedResults.Json(value, type, statusCode: status);

    private static string? Done(string? word) => word switch
    {
        "make" => "The desk is made. It opens when a second adviser is on it.",
        "add" => "They are on the desk.",
        "recover" => "It is asked for. Another supervisor or an administrator agrees under Helpline recovery.",
        "remove" => "They are off the desk. Open conversations get new keys while this page is open.",
        _ => null,
    };
}
