using Cairn.Staff.Roles;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Staff.Members;

/// <summary>Who is on the staff, for commands and for features that ask whether somebody may.</summary>
public sealed class StaffBook
{
    private readonly IDbContextFactory<StaffDb> databases;

    internal StaffBook(IDbContextFactory<StaffDb> databases) => this.databases = databases;

    /// <summary>Everybody on the staff by the random id that ties their rows together.</summary>
    public async Task<IReadOnlyDictionary<string, StaffPerson>> ById(CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return (await db.Members.AsNoTracking().Where(m => m.RemovedAt == null).ToListAsync(cancel)).ToDictionary(m => m.Id, m => new StaffPerson(m.UserName!, m.Called, m.Roles));
    }

    /// <summary>A member by sign-in name, or null when there is none or the member was removed.</summary>
    public async Task<StaffPerson?> Find(string name, CancellationToken cancel = default)
    {
        var upper = name.Trim().ToUpperInvariant();
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.NormalizedUserName == upper && m.RemovedAt == null, cancel) is { } member
            ? new(member.UserName!, member.Called, member.Roles)
            : null;
    }
}

/// <param name="Name">Sign-in name.</param>
/// <param name="Called">The name people use.</param>
public sealed record StaffPerson(string Name, string Called, IReadOnlyList<Role> Roles)
{
    public bool May(Permission permission) => permission.IsHeldBy(Roles);
}
