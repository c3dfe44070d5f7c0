using Cairn.Foundation.Storage;
using Cairn.Foundation.Web;
using Cairn.Staff.Sessions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cairn.Staff.Console;

/// <summary>Every cookie of the program, and the keys under which they are sealed. All of them stay under <c>/console</c>; no page of the site is ever sent one.</summary>
internal static class ConsoleCookies
{

    public static void Add(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("cairn");
        services.AddOptions<KeyManagementOptions>().Configure<Keyring>((options, keyring) => options.XmlRepository = new KeyringXml(keyring));
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure(options =>
        {
            options.FormFieldName = FormToken.FieldName;
            options.HeaderName = "X-Form-Token";
            options.SuppressXFrameOptionsHeader = true;
            Close(options.Cookie, "cairn-form");
        });
        services.AddAuthentication()
            .AddCookie(SessionBook.Scheme)
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme)
            .AddCookie(IdentityConstants.ExternalScheme);
        Cookie(services, SessionBook.Scheme, SessionBook.Scheme, SessionBook.Longest);
        // What a passkey has to sign travels in it, between the question and the answer.
        Cookie(services, IdentityConstants.TwoFactorUserIdScheme, "cairn-question", TimeSpan.FromMinutes(5));
        Cookie(services, IdentityConstants.ExternalScheme, "cairn-external", TimeSpan.FromMinutes(5));
    }

    /// <summary>For the cookies of the sign-in service, which must survive its redirect back to us: a strict cookie would not be sent.</summary>
    internal static void CloseForRedirect(CookieBuilder cookie, string name)
    {
        Close(cookie, name);
        cookie.SameSite = SameSiteMode.Lax;
    }

    private static void Cookie(IServiceCollection services, string scheme, string name, TimeSpan lifetime) =>
        services.AddOptions<CookieAuthenticationOptions>(scheme).Configure<TimeProvider>((options, time) =>
        {
            Close(options.Cookie, name);
            options.ExpireTimeSpan = lifetime;
            options.SlidingExpiration = false;
            options.TimeProvider = time;
        });

    private static void Close(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.Path = Surfaces.ConsolePath;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Strict;
        cookie.IsEssential = true;
        // The gate has put right what a proxy that ends TLS hides.
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }
}
