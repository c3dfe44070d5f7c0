using Cairn.Foundation.Web;
using Cairn.Staff.Console;
using Cairn.Staff.Roles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Cairn.Help.Directory.Desk;

/// <summary>The pages on which staff keep the directory true.</summary>
internal static class DeskRoutes
{
    private const string KeptOnly = "kept";

    private delegate Task<Spoken> Act(DirectoryDesk desk, Service service, DeskField field, FieldForm form, SignedIn who);

    internal static void Map(Surfaces surfaces)
    {
        surfaces.Console.MapPage("/directory", List).Needs(Permission.SeeDirectory);
        surfaces.Console.MapPage("/directory/{service}", One).Needs(Permission.SeeDirectory);
        surfaces.Console.MapPost("/directory/{service}/{field}/confirm", Doing("confirm", (desk, s, f, form, who) => desk.Confirm(s, f, form, who))).Needs(Permission.ConfirmField);
        surfaces.Console.MapPost("/directory/{service}/{field}/change", Doing("change", (desk, s, f, form, who) => desk.Change(s, f, form, who))).Needs(Permission.ChangeField);
        surfaces.Console.MapPost("/directory/{service}/{field}/retire", Doing("retire", (desk, s, f, form, who) => desk.Retire(s, f, form, who))).Needs(Permission.RetireNumber);
        surfaces.Console.MapPost("/directory/{service}/{field}/restore", Doing("restore", (desk, s, f, form, who) => desk.Restore(s, f, form, who))).Needs(Permission.ChangeField);
    }

    private static async Task<IResult> List(HttpContext http, ServiceDirectory directory, DirectoryDesk desk, ConsolePages pages) =>
        directory.Everything is { } list
            ? await pages.Show<DirectoryPage>(http, new DeskRows(list, directory.Notes, desk.Today).Directory())
            : Results.NotFound();

    private static async Task<IResult> One(string service, HttpContext http, SignedIn who, ServiceDirectory directory, DirectoryDesk desk, ConsolePages pages) =>
        Model(service, who, directory, desk, null) is { } model
            ? await pages.Show<ServiceDeskPage>(http, model, Done(http.Request.Query["done"]))
            : Results.NotFound();

    private static Delegate Doing(string word, Act act) => async (
        string service, string field, HttpContext http, SignedIn who, ServiceDirectory directory, DirectoryDesk desk, ConsolePages pages) =>
    {
        if (desk.Find(service, field) is not { } found || !Takes(word, found.Field))
            return Results.NotFound();

        var form = new FieldForm(found.Field.Key, word, await http.Request.ReadFormAsync(http.RequestAborted));
        var spoken = await act(desk, found.Service, found.Field, form, who);
        if (spoken != Spoken.Refused)
            return new SeeOther($"/console/directory/{found.Service.Id}?done={(spoken == Spoken.Shown ? word : KeptOnly)}");
        return Model(found.Service.Id, who, directory, desk, form) is { } model
            ? await pages.Show<ServiceDeskPage>(http, model, status: StatusCodes.Status422UnprocessableEntity)
            : Results.NotFound();
    };

    private static bool Takes(string word, DeskField field) => word switch
    {
        "confirm" => true,
        "change" => FieldInput.CanChange(field.Key),
        _ => field.IsNumber,
    };

    private static ServiceDeskModel? Model(string id, SignedIn who, ServiceDirectory directory, DirectoryDesk desk, FieldForm? sent)
    {
        if (directory.Everything is not { } list || list.Services.FirstOrDefault(s => s.Id == id) is not { } service)
            return null;

        var notes = directory.Notes;
        var rows = new DeskRows(list, notes, desk.Today);
        var forms = new DeskForms(who, notes, desk.Today, sent);
        return new(
            service.Name.Value,
            DeskRows.Kind(service.Kind),
            [.. DeskField.Of(service).Select(f => new FieldBox(
                rows.Of(service, f), f.IsNumber && notes.RetiredBy(f.Written) is { } note ? DeskHistory.Retirement(note) : null, forms.Of(service, f)))],
            DeskHistory.Of(id, notes),
            forms.Problems());
    }

    private static string? Done(string? word) => word switch
    {
        "confirm" => "The field is confirmed.",
        "change" => "The field is changed, on every page.",
        "retire" => "The number is off every page.",
        "restore" => "The number may be shown again.",
        KeptOnly => "It is kept, but this server could not read it back: its pages are still as before. It shows it as soon as the database answers.",
        _ => null,
    };
}
