using System.Globalization;
using Cairn.Foundation.Storage;
using Cairn.Foundation.Web;
using Cairn.Know.Register.Tables.Sheets;
using Cairn.Staff.Console;
using Cairn.Staff.Roles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Cairn.Know.Register.Snapshots;

/// <summary>The console's pages about the register: read a table in, look at what protects it, and as a second person publish it.</summary>
internal static class SnapshotRoutes
{
    private const string Path = "/register", One = Path + "/{id}";

    // The file, a mapping, and the form around them.
    private const long LargestUpload = SheetLimits.MostBytes + 1024 * 1024;
    private const int LongestMapping = 256 * 1024;

    // A table of ten thousand cells is attacked, and attacked beside others, while somebody waits.
    private static readonly TimeSpan LongestWork = TimeSpan.FromMinutes(3);

    public static void Map(Surfaces surfaces)
    {
        surfaces.Console.MapPage(Path, List).Needs(Permission.SeeRegister);
        surfaces.Console.MapPost(Path, Read).Needs(Permission.WorkOnRegister).WithMetadata(new LargestForm(LargestUpload)).WithRequestTimeout(LongestWork);
        surfaces.Console.MapPage(One, Look).Needs(Permission.SeeRegister).WithRequestTimeout(LongestWork);
        surfaces.Console.MapPost(One + "/protect", Protect).Needs(Permission.WorkOnRegister).WithRequestTimeout(LongestWork);
        surfaces.Console.MapPost(One + "/submit", Submit).Needs(Permission.WorkOnRegister);
        surfaces.Console.MapPost(One + "/publish", Publish).Needs(Permission.PublishRegister).WithRequestTimeout(LongestWork);
        surfaces.Console.MapPost(One + "/send-back", SendBack).Needs(Permission.SendBackRegister);
    }

    private static async Task<IResult> List(HttpContext http, SignedIn who, SnapshotBook book, ConsolePages pages, FigureRegister figures, TimeProvider time) =>
        await pages.Show<SnapshotListPage>(http, await Listed(http, who, book, figures, time, [], SnapshotSaid.Nothing));

    private static async Task<IResult> Read(HttpContext http, SignedIn who, SnapshotBook book, ConsolePages pages, FigureRegister figures, TimeProvider time)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        string Typed(string name) => form[name].ToString();
        var said = new SnapshotSaid(
            Typed("series"), Typed("title"), Typed("as_of"), Typed("source"), Typed("address"), Typed("publisher"), Typed("base"), Typed("definition"), Typed("mapping").Replace("\r\n", "\n", StringComparison.Ordinal),
            form["demonstration"] == "yes", form["by_group"] == "yes");
        if (form.Files.GetFile("file") is not { Length: > 0 and <= SheetLimits.MostBytes } file || said.Mapping.Length > LongestMapping)
            return await Refuse(["Choose a file, CSV or XLSX, of at most 20 MB."]);

        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, http.RequestAborted);
        try
        {
            var read = await book.Read(bytes.ToArray(), said.Mapping.Trim().Length == 0 ? null : said.Mapping, said.Facts(), who, http.RequestAborted);
            return read.Id is { } id ? new SeeOther($"/console{Path}/{id}") : await Refuse(read.Refusals);
        }
        catch (StorageException failed)
        {
            return await Refuse([failed.Message], StatusCodes.Status503ServiceUnavailable);
        }

        async Task<IResult> Refuse(IReadOnlyList<string> why, int status = StatusCodes.Status422UnprocessableEntity) =>
            await pages.Show<SnapshotListPage>(http, await Listed(http, who, book, figures, time, why, said), status: status);
    }

    private static Task<IResult> Look(string id, HttpContext http, SignedIn who, SnapshotBook book, ConsolePages pages, Frames frames, FigureRegister figures, TimeProvider time) => Page(id, http, who, book, pages, frames, figures, time, null, StatusCodes.Status200OK);

    private static Task<IResult> Protect(string id, HttpContext http, SignedIn who, SnapshotBook book, ConsolePages pages, Frames frames, FigureRegister figures, TimeProvider time) => Act(id, http, who, book, pages, frames, figures, time, form =>
        book.Protect(id, form["way"].ToString(), int.TryParse(form["threshold"], NumberStyles.None, CultureInfo.InvariantCulture, out var threshold) ? threshold : 0, form["small_changes"] == "seen", who, http.RequestAborted));

    private static Task<IResult> Submit(string id, HttpContext http, SignedIn who, SnapshotBook book, ConsolePages pages, Frames frames, FigureRegister figures, TimeProvider time) =>
        Act(id, http, who, book, pages, frames, figures, time, _ => book.Submit(id, who, http.RequestAborted));

    private static Task<IResult> Publish(string id, HttpContext http, SignedIn who, SnapshotBook book, ConsolePages pages, Frames frames, FigureRegister figures, TimeProvider time) =>
        Act(id, http, who, book, pages, frames, figures, time, form => book.Publish(id, form["revision"].ToString(), form["small_changes"] == "seen", who, http.RequestAborted));

    private static Task<IResult> SendBack(string id, HttpContext http, SignedIn who, SnapshotBook book, ConsolePages pages, Frames frames, FigureRegister figures, TimeProvider time) =>
        Act(id, http, who, book, pages, frames, figures, time, form => book.SendBack(id, form["reason"].ToString().Replace("\r\n", "\n", StringComparison.Ordinal), who, http.RequestAborted));

    private static async Task<IResult> Act(string id, HttpContext http, SignedIn who, SnapshotBook book, ConsolePages pages, Frames frames, FigureRegister figures, TimeProvider time, Func<IFormCollection, Task> act)
    {
        try
        {
            await act(await http.Request.ReadFormAsync(http.RequestAborted));
            return new SeeOther($"/console{Path}/{id}");
        }
        catch (SnapshotRefusedException refused)
        {
            return await Page(id, http, who, book, pages, frames, figures, time, refused.Message, StatusCodes.Status409Conflict);
        }
        catch (StorageException failed)
        {
            return await Page(id, http, who, book, pages, frames, figures, time, failed.Message, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> Page(string id, HttpContext http, SignedIn who, SnapshotBook book, ConsolePages pages, Frames frames, FigureRegister figures, TimeProvider time, string? problem, int status)
    {
        if (await book.Find(id, http.RequestAborted) is not { } row)
            return TypedResults.NotFound();
        // A large table takes a second or two to attack.
        var model = await Task.Run(() => SnapshotModel.Of(row, who, frames.Reference?.Language.Code ?? "en", problem) with { Figures = SnapshotFigureLine.Of(row, figures, FigureRoutes.Today(time)) }, http.RequestAborted);
        return await pages.Show<SnapshotPage>(http, model, status: status);
    }

    private static async Task<SnapshotListModel> Listed(HttpContext http, SignedIn who, SnapshotBook book, FigureRegister figures, TimeProvider time, IReadOnlyList<string> refusals, SnapshotSaid said) => new(
        [.. (await book.All(http.RequestAborted)).Select(l => new SnapshotListLine(l.Id, l.Title, l.AsOf, SnapshotModel.Word(l.State), $"{l.DecidedBy ?? l.ReadBy}, {SnapshotModel.Day(l.DecidedAt > 0 ? l.DecidedAt : l.ReadAt)}"))],
        who.May(Permission.WorkOnRegister), time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), refusals, said)
    {
        Figures = SnapshotFigureLine.All(figures, FigureRoutes.Today(time)),
    };
}
