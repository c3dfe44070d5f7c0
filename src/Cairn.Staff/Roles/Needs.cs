using Microsoft.AspNetCore.Builder;

namespace Cairn.Staff.Roles;

/// <summary>What a console route asks of whoever calls it; the gate reads it.</summary>
public sealed record Needs(Permission Permission);

public static class NeedsRoutes
{
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder route, Permission permission) => route.WithMetadata(new Needs(permission));
}
