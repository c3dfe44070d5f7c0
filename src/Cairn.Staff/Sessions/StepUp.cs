using Cairn.Staff.Console;
using Cairn.Staff.Roles;
using Microsoft.AspNetCore.Http;

namespace Cairn.Staff.Sessions;

/// <summary>Before a dangerous act a member shows again that it is them; what they had filled in is kept on the page meanwhile.</summary>
internal static class StepUp
{
    internal const string PathField = "confirm-path";
    internal const string CodeField = "confirm-code";

    /// <summary>How long it is believed.</summary>
    internal static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    // The page's own fields, which the form that is kept does not have.
    private static readonly string[] Own = [FormToken.FieldName, PathField, CodeField, "credential"];

    public static bool IsFresh(SignedIn who, TimeProvider time) =>
        time.GetUtcNow().ToUnixTimeMilliseconds() - who.ConfirmedAt <= Fresh.TotalMilliseconds;

    /// <summary>The page that asks, with the form that was sent inside it.</summary>
    public static Task<IResult> Ask(HttpContext http, ConsolePages pages, string? problem = null)
    {
        var form = http.Request.Form;
        var path = form.TryGetValue(PathField, out var kept) ? ConsolePath.Or(kept) : http.Request.Path.Value!;
        return pages.Show<ConfirmPage>(
            http, new Confirmation(path, [.. Fields(form)], problem), status: problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(IFormCollection form) =>
        from field in form
        where !Own.Contains(field.Key)
        from value in field.Value
        select KeyValuePair.Create(field.Key, value ?? "");
}

/// <param name="Path">Where the form was going.</param>
/// <param name="Fields">What was in it.</param>
public sealed record Confirmation(string Path, IReadOnlyList<KeyValuePair<string, string>> Fields, string? Problem);
