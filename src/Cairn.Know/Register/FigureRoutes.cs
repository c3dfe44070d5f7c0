using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Cairn.Know.Register.Computed;
using Cairn.Know.Register.Snapshots;
using Cairn.Know.Tallies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NodaTime;
using TableAddresses = Cairn.Know.Register.Releases.TableAddresses;

namespace Cairn.Know.Register;

/// <summary>The figures' pages and their data.</summary>
internal static class FigureRoutes
{
    internal const string Page = "figures";

    internal static readonly IReadOnlyList<(string Ending, string Name)> Downloads =
        [(".csv", "CSV"), (".csv-metadata.json", "CSVW metadata (JSON)"), (".json", "JSON-stat 2.0"), (".svg", "SVG")];

    // Where a day ends, for "older than": the figures are British.
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    internal static void Map(Surfaces surfaces)
    {
        surfaces.Site.MapPage("/{language}/figures", List);
        surfaces.Site.MapPage("/{language}/figures/{file}", One);
        surfaces.Api.MapGet("/figures/{id}", AsData).ForAnyOrigin();
    }

    private static async ValueTask<IResult> List(
        Language language, HttpRequest request, FigureRegister register, TableRegister tables, Frames frames, PageBodies bodies, DrawnPages pages, Tally tally, TimeProvider time)
    {
        if (frames.In(language) is not { } frame || register.WordsIn(language) is not { } words)
            return Results.NotFound();

        tally.CountVisit(request, new View(Page, language, frame.Revision));
        return await pages.Draw<FiguresPage>(
            new(Page, language.Code, tables.State),
            () => new FiguresModel(
                frame, words, [.. register.Shown(Today(time)).Select(f => FigureCardModel.Of(f, words, language))], bodies.In(Page, language),
                tables.Releases.Count > 0 && tables.WordsIn(language) is { } said ? new(TableAddresses.List, said.Link) : null));
    }

    // "online-share", or with an ending that says in which form it is wanted.
    private static async ValueTask<IResult> One(
        Language language, string file, HttpRequest request, FigureRegister register, TableRegister tables, Frames frames, DrawnPages pages, KeptBytes documents, Tally tally, TimeProvider time)
    {
        if (frames.In(language) is not { } frame || register.WordsIn(language) is not { } words || tables.WordsIn(language) is not { } tableWords)
            return Results.NotFound();

        var (id, ending) = file.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? (file[..dot], file[dot..]) : (file, "");
        switch (register.Find(id, Today(time)))
        {
            case FoundFigure.Shown { Figure: var shown } when ending.Length == 0:
                tally.CountVisit(request, new View(Page, language, frame.Revision));
                return await pages.Draw<FigurePage>(new(Page, language.Code, id), () => FigureModel.Of(shown, register.HistoryOf(id), words, tableWords, frame));
            case FoundFigure.Shown { Figure: var shown } when Downloads.Any(d => d.Ending == ending):
                return new Saved(documents.Of(register.Version, $"{language.Code}/{id}{ending}", () => Document(ending, shown, words, frame)), id + ending);
            case FoundFigure.Shown when ending.Length > 0 && register.HistoryOf(id) is { } history && FigureHistoryFiles.Of(ending, id, history, new(tableWords, language)) is { } made:
                return new Saved(documents.Of(register.Version, $"{language.Code}/{id}{ending}", () => new(made.Bytes, made.Type, ReadyBytes.Revalidate)), id + ending);
            case FoundFigure.Withheld { Why: var why } when ending.Length == 0:
                return await pages.Draw<WithheldPage>(
                    new(Page, language.Code, id), () => new WithheldModel(frame, words.WithheldBecause(why), words.Heading, "/figures/" + id), StatusCodes.Status410Gone);
            case FoundFigure.Withheld when Downloads.Any(d => d.Ending == ending):
                return Results.StatusCode(StatusCodes.Status410Gone);
            default:
                return Results.NotFound();
        }
    }

    private static IResult AsData(string id, FigureRegister register, Frames frames, KeptBytes documents, TimeProvider time) =>
        register.Find(id, Today(time)) switch
        {
            FoundFigure.Shown { Figure: var shown } when frames.Reference is { } frame =>
                documents.Of(register.Version, "api/" + id, () => new ReadyBytes(FigureAnswer.Write(shown, frame.Address, frame.Language), "application/json", ReadyBytes.Revalidate)),
            FoundFigure.Withheld { Why: not FigureHeld.TooOld } =>
                TypedResults.Problem("This figure is computed from a table that is not published, or that does not show the counts it needs. There is no number to give.", statusCode: StatusCodes.Status410Gone),
            FoundFigure.Withheld => TypedResults.Problem("This figure is older than the campaign allows and is withheld until there is a newer one.", statusCode: StatusCodes.Status410Gone),
            _ => TypedResults.Problem("There is no figure with this id. The campaign's page of figures links to every figure it cites.", statusCode: StatusCodes.Status404NotFound),
        };

    private static ReadyBytes Document(string ending, ShownFigure shown, FigureWords words, Frame frame)
    {
        var card = FigureCardModel.Of(shown, words, frame.Language);
        var site = new FigureSite(frame.Address, frame.Language);
        var (bytes, type) = ending switch
        {
            ".csv" => (FigureFiles.Csv(shown, site), "text/csv; charset=utf-8; header=present"),
            ".csv-metadata.json" => (FigureFiles.CsvMetadata(shown, site, frame.Words.Licence), "application/csvm+json"),
            ".json" => (FigureFiles.JsonStat(shown, site, words, frame.Address + card.Href + ".json"), "application/json"),
            ".svg" => (FigureDrawing.Draw(card, frame.Language), "image/svg+xml"),
            _ => throw new ArgumentOutOfRangeException(nameof(ending)),
        };
        return new(bytes, type, ReadyBytes.Revalidate);
    }

    internal static LocalDate Today(TimeProvider time) => Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(Zone).Date;
}
