using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Cairn.Foundation.Storage;
using Cairn.Staff;
using Cairn.Staff.Keys;
using Cairn.Staff.Members;
using Cairn.Staff.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cairn.Tests.Staff.Keys;

/// <summary>What a thief of the database can do without the keyring: no cookie, no code.</summary>
public sealed class DumpAloneTests
{
    private const string Seed = "BLORPTANGBLORPTANGBLORPTANGBLORP";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task The_database_holds_no_byte_of_a_key_and_no_seed(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var cairn = await RunningCairn.On(database);
        await Member(cairn);

        var dump = await Everything(database);

        Assert.NotEmpty(dump);
        var keyring = new Keyring(database.KeyringDirectory);
        // The name is in the database on purpose, and the notes repeat what the audit holds.
        var keys = keyring.Names().Where(n => n != KeyringName.FileName && !n.EndsWith(".head", StringComparison.Ordinal)).SelectMany(n => Secrets(n, keyring.Read(n)!)).ToList();
        Assert.True(keys.Count >= 4, "The keyring had keys to look for.");
        Assert.All(keys, key => Assert.All(Writings(key.Bytes), writing => Assert.False(Holds(dump, writing), $"The database holds {key.Name}.")));
        Assert.All(Writings(Encoding.UTF8.GetBytes(Seed)), writing => Assert.False(Holds(dump, writing), "The database holds the seed."));
    }

    [Theory, EachDatabase]
    public async Task A_wrapped_seed_opens_with_no_other_keyring(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var cairn = await RunningCairn.On(database);
        var member = await Member(cairn);
        await using var db = await cairn.Services.GetRequiredService<IDbContextFactory<StaffDb>>().CreateDbContextAsync(Cancel);
        var wrapped = (await db.Tokens.SingleAsync(Cancel)).Value!;
        var place = $"staff_token/{member.Id}/AuthenticatorKey";

        var ours = new SecretWrap(new Keyring(database.KeyringDirectory)).Unwrap(wrapped, place);
        var theirs = () => new SecretWrap(new Keyring(Path.Combine(database.Directory, "thief"))).Unwrap(wrapped, place);

        Assert.Equal(Seed, ours);
        Assert.Throws<StorageException>(theirs);
    }

    [Theory, EachDatabase]
    public async Task A_cookie_made_with_another_keyring_lets_nobody_in(Engine engine)
    {
        await using var database = await TestDatabase.Empty(engine);
        await using var cairn = await RunningCairn.On(database);
        var member = await Member(cairn);
        // More than a thief has: the very number of a living session, of which the database keeps only a hash.
        var number = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        await using (var db = await cairn.Services.GetRequiredService<IDbContextFactory<StaffDb>>().CreateDbContextAsync(Cancel))
        {
            var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
            db.Add(new StaffSession { Id = SessionBook.HashOf(number), Member = member.Id, Way = "passkey", StartedAt = now, SeenAt = now, ConfirmedAt = now });
            await db.SaveChangesAsync(Cancel);
        }

        await using var thief = await RunningCairn.Start();
        var forged = await Status(cairn, Cookie(thief, number));
        var genuine = await Status(cairn, Cookie(cairn, number));

        Assert.Equal(HttpStatusCode.SeeOther, forged);
        Assert.NotEqual(HttpStatusCode.SeeOther, genuine);
    }

    private static async Task<StaffMember> Member(RunningCairn cairn)
    {
        var member = new StaffMember
        {
            Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            UserName = "blorp",
            NormalizedUserName = "BLORP",
            Called = "Blorp",
            RoleWords = "editor",
            SecurityStamp = "a",
            ConcurrencyStamp = "a",
            JoinedAt = 1,
        };
        await using var db = await cairn.Services.GetRequiredService<IDbContextFactory<StaffDb>>().CreateDbContextAsync(Cancel);
        db.Add(member);
        await db.SaveChangesAsync(Cancel);
        using var store = new StaffStore(db, cairn.Services.GetRequiredService<SecretWrap>());
        await store.SetTokenAsync(member, "[cairn]", "AuthenticatorKey", Seed, Cancel);
        await db.SaveChangesAsync(Cancel);
        return member;
    }

    private static string Cookie(RunningCairn maker, string number)
    {
        var options = maker.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SessionBook.Scheme);
        var ticket = new AuthenticationTicket(
            new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionBook.Claim, number)], "passkey")),
            new AuthenticationProperties { ExpiresUtc = TimeProvider.System.GetUtcNow().AddHours(1) }, SessionBook.Scheme);
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}";
    }

    private static async Task<HttpStatusCode> Status(RunningCairn cairn, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/console/account");
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        using var answer = await cairn.Http.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    /// <summary>The file and, of a key written as text, the secret itself.</summary>
    private static IEnumerable<(string Name, byte[] Bytes)> Secrets(string name, byte[] file)
    {
        yield return (name, file);
        if (name.EndsWith(".pem", StringComparison.Ordinal))
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(Encoding.ASCII.GetString(file));
            yield return (name + " (private number)", key.ExportParameters(includePrivateParameters: true).D!);
        }

        if (name.EndsWith(".xml", StringComparison.Ordinal))
        {
            var value = System.Xml.Linq.XElement.Parse(Encoding.UTF8.GetString(file)).Descendants("value").Single().Value;
            yield return (name + " (master key)", Convert.FromBase64String(value));
        }
    }

    /// <summary>As bytes, in hex of both cases, in base64.</summary>
    private static IEnumerable<byte[]> Writings(byte[] secret) =>
    [
        secret,
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(secret)),
        Encoding.ASCII.GetBytes(Convert.ToHexString(secret)),
        Encoding.ASCII.GetBytes(Convert.ToBase64String(secret).TrimEnd('=')),
    ];

    private static bool Holds(byte[] dump, byte[] writing) => dump.AsSpan().IndexOf(writing) >= 0;

    /// <summary>Every byte of SQLite's files, logs too; of PostgreSQL a full dump.</summary>
    private static async Task<byte[]> Everything(TestDatabase database)
    {
        if (database.Database is Database.Postgres)
            return await PgDump.Of(database);

        // The logs before the files they are written back to.
        var files = Directory.GetFiles(database.Directory).Where(f => !f.EndsWith("migrate.lock", StringComparison.Ordinal)).OrderByDescending(f => f.EndsWith("-wal", StringComparison.Ordinal));
        using var all = new MemoryStream();
        foreach (var file in files)
        {
            try
            {
                await using var bytes = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                await bytes.CopyToAsync(all, Cancel);
            }
            catch (FileNotFoundException) when (file.EndsWith("-wal", StringComparison.Ordinal) || file.EndsWith("-shm", StringComparison.Ordinal))
            {
                // The last connection closed between the list and here: what the log held is in the database file, which is read after it.
            }
        }

        return all.ToArray();
    }
}
