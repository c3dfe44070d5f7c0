using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Cairn.Staff.Roles;

/// <summary>The member of staff behind a request of the console, as the database knows them now. An endpoint takes it as a parameter.</summary>
/// <param name="Id">Random; the key of the member's rows.</param>
/// <param name="Name">Sign-in name: unique for ever, lower case. Histories and the audit are written with it.</param>
/// <param name="Called">The name people use, for pages and for <c>verified by</c>.</param>
/// <param name="Session">Hash of the session's id, lower-case hex; never shown.</param>
/// <param name="ConfirmedAt">When they last showed that it is them, in milliseconds since 1970.</param>
public sealed record SignedIn(string Id, string Name, string Called, IReadOnlyList<Role> Roles, string Session, long ConfirmedAt)
{
    public bool May(Permission permission) => permission.IsHeldBy(Roles);

    /// <summary>Given by the console's gate before any endpoint runs.</summary>
    public static ValueTask<SignedIn?> BindAsync(HttpContext context, ParameterInfo parameter) => new(context.Features.Get<SignedIn>());
}
