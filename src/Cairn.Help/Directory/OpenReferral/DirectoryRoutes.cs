using System.Text.Json;
using Cairn.Foundation.Text;
using Cairn.Foundation.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Cairn.Help.Directory.OpenReferral;

/// <summary>The directory for other programs, in the shape of the Human Services Data Specification.</summary>
internal static class DirectoryRoutes
{
    internal static void Map(Surfaces surfaces)
    {
        surfaces.Api.MapGet("/directory/services", List).ForAnyOrigin();
        surfaces.Api.MapGet("/directory/services/{id}", One).ForAnyOrigin();
    }

    private static IResult List(HttpRequest request, ServiceDirectory directory, Frames frames, KeptBytes documents, TimeProvider time)
    {
        if (!ServicesAsked.TryRead(request.Query, out var asked, out var problem))
            return TypedResults.Problem(problem, statusCode: StatusCodes.Status400BadRequest);

        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        return documents.Of(directory.Version, $"services/{asked}", () => Json(JsonSerializer.SerializeToUtf8Bytes(Page(asked, directory, frames, now), HsdsText.Readable.HsdsPage)));
    }

    private static IResult One(string id, ServiceDirectory directory, Frames frames, KeptBytes documents, TimeProvider time)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        // Before the service is read: what is read after a swap may be kept under the old version, never the other way round.
        var version = directory.Version;
        var found = directory.Shown(now).FirstOrDefault(s => s.Service.Id == id || (Guid.TryParse(id, out var guid) && NameId.Of("service", s.Service.Id) == guid));
        if (found is null || MappingFor(directory, frames, now) is not { } mapping)
            return TypedResults.Problem("There is no service with this id, or nothing of it may be shown.", statusCode: StatusCodes.Status404NotFound);

        return documents.Of(
            version, "service/" + found.Service.Id, () => Json(JsonSerializer.SerializeToUtf8Bytes(mapping.Of(found.Service), HsdsText.Readable.HsdsService)));
    }

    internal static HsdsPage Page(ServicesAsked asked, ServiceDirectory directory, Frames frames, Instant now)
    {
        // In the order of the pack: pages of a list that is sorted by "open now" would change while they are read.
        var all = directory.Shown(now)
            .Select(listed => listed.Service)
            .Where(s => asked.Audience is null || s.Audiences.Contains(asked.Audience))
            .Where(s => asked.Nation is null || s.Nations.Contains(asked.Nation))
            .ToList();
        var pages = Math.Max(1, (all.Count + asked.PerPage - 1) / asked.PerPage);
        List<Service> here = [.. all.Skip((asked.Page - 1) * asked.PerPage).Take(asked.PerPage)];
        var mapping = MappingFor(directory, frames, now);
        return new(
            all.Count, pages, asked.Page, here.Count, asked.Page == 1, asked.Page >= pages, here.Count == 0,
            mapping is null ? [] : [.. here.Select(mapping.Of)]);
    }

    private static HsdsMapping? MappingFor(ServiceDirectory directory, Frames frames, Instant now)
    {
        var language = frames.Reference?.Language ?? Language.English;
        return directory.WordsIn(language) is { } words ? new(words, language, now) : null;
    }

    private static ReadyBytes Json(byte[] bytes) => new(bytes, "application/json", ReadyBytes.Revalidate);
}
