using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using AngleSharp.Html.Parser;
using Cairn.Staff;
using Cairn.Staff.Members;
using Cairn.Staff.Roles;
using Cairn.Staff.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cairn.Tests.Staff;

/// <summary>A member of staff in a browser of their own, signed in without the ceremony (which has tests of its own).</summary>
internal sealed class Colleague : IDisposable
{
    private readonly HttpClient http;
    private readonly CookieContainer jar;

    private Colleague(Uri address, CookieContainer jar, string name) => (http, this.jar, Name) = (Browser(address, jar), jar, name);

    public string Name { get; }

    /// <summary>Makes the member when there is none of that name, and a session in which they have just shown that it is them.</summary>
    public static async Task<Colleague> SignsIn(RunningCairn cairn, string name, params Role[] roles)
    {
        var time = cairn.Services.GetRequiredService<TimeProvider>();
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var number = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
        await using (var db = await cairn.Services.GetRequiredService<IDbContextFactory<StaffDb>>().CreateDbContextAsync())
        {
            var upper = name.ToUpperInvariant();
            var member = await db.Members.SingleOrDefaultAsync(m => m.NormalizedUserName == upper);
            if (member is null)
            {
                member = new StaffMember
                {
                    Id = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16)),
                    UserName = name,
                    NormalizedUserName = upper,
                    Called = char.ToUpperInvariant(name[0]) + name[1..],
                    RoleWords = "",
                    SecurityStamp = "a",
                    ConcurrencyStamp = "a",
                    JoinedAt = now,
                };
                member.Roles = roles;
                db.Add(member);
            }

            db.Add(new StaffSession { Id = SessionBook.HashOf(number), Member = member.Id, Way = "passkey", StartedAt = now, SeenAt = now, ConfirmedAt = now });
            await db.SaveChangesAsync();
        }

        var cookie = cairn.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SessionBook.Scheme);
        var ticket = new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionBook.Claim, number)], "passkey")), new AuthenticationProperties { ExpiresUtc = time.GetUtcNow().AddHours(12) }, SessionBook.Scheme);
        var jar = new CookieContainer();
        jar.Add(cairn.Address, new Cookie(cookie.Cookie.Name!, cookie.TicketDataFormat.Protect(ticket), "/console"));
        return new(cairn.Address, jar, name);
    }

    /// <summary>Somebody who is not signed in; keeps cookies as a browser does.</summary>
    public static Colleague Nobody(RunningCairn cairn) => new(cairn.Address, new CookieContainer(), "");

    /// <summary>Another browser that holds the same cookies now: planted there, or stolen from here.</summary>
    public Colleague SameCookies(RunningCairn cairn) => SameCookies(cairn.Address);

    /// <param name="node">The address of any node on this machine.</param>
    public Colleague SameCookies(Uri node)
    {
        var copy = new CookieContainer();
        copy.Add(jar.GetCookies(new Uri(node, "/console")));
        return new(node, copy, Name);
    }

    public Task<HttpResponseMessage> Gets(string path) => http.GetAsync(path, TestContext.Current.CancellationToken);

    public async Task<string> Reads(string path)
    {
        var answer = await Gets(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a form as the page would: with the token of a page this browser has loaded.</summary>
    public async Task<HttpResponseMessage> Posts(string path, params (string Name, string Value)[] fields) =>
        await PostsWithToken(path, await Token(), fields);

    /// <param name="token">Null sends none.</param>
    public async Task<HttpResponseMessage> PostsWithToken(string path, string? token, params (string Name, string Value)[] fields)
    {
        var form = fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).ToList();
        if (token is not null)
            form.Add(new("form-token", token));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a form with a file as the page would.</summary>
    public async Task<HttpResponseMessage> PostsFile(string path, string token, byte[] file, string named, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(("form-token", token)))
            form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(file), "file", named);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends JSON as a script of the console does.</summary>
    public async Task<HttpResponseMessage> PostsJson(string path, string token, string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("X-Form-Token", token);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A post that says it comes from somewhere else.</summary>
    public async Task<HttpResponseMessage> PostsFrom(string path, string token, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("form-token", token)]) };
        request.Headers.TryAddWithoutValidation(header, value);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The antiforgery token of a page of the console: any will do, also that of an error.</summary>
    public async Task<string> Token()
    {
        // The sign-in page sends on whoever is signed in.
        using var first = await http.GetAsync("/console/sign-in", TestContext.Current.CancellationToken);
        var page = first.StatusCode == HttpStatusCode.OK
            ? await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            : await http.GetStringAsync("/console/account", TestContext.Current.CancellationToken);
        return new HtmlParser().ParseDocument(page).QuerySelector("input[name=form-token]")!.GetAttribute("value")!;
    }

    public void Dispose() => http.Dispose();

    private static HttpClient Browser(Uri address, CookieContainer jar)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = jar }) { BaseAddress = address };
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        return http;
    }
}
