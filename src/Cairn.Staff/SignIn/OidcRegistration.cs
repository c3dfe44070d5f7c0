using Cairn.Staff.Console;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Cairn.Staff.SignIn;

internal static class OidcRegistration
{
    /// <summary>The scheme is always there; its routes answer 404 while no service is configured.</summary>
    public static IServiceCollection AddOidcDoor(this IServiceCollection services)
    {
        services.AddAuthentication().AddOpenIdConnect(OidcRoutes.Scheme, _ => { });
        services.AddOptions<OpenIdConnectOptions>(OidcRoutes.Scheme).Configure<OidcDoor>((options, door) =>
        {
            options.Authority = door.Authority?.AbsoluteUri ?? "https://not-configured.invalid";
            options.ClientId = door.ClientId;
            options.ClientSecret = door.ClientSecret;
            // A sign-in service on this machine is for trying things out.
            options.RequireHttpsMetadata = door.Authority?.IsLoopback != true;
            options.ResponseType = OpenIdConnectResponseType.Code;
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.UsePkce = true;
            options.CallbackPath = OidcRoutes.BackPath;
            options.SignedOutCallbackPath = "/console/oidc/signed-out";
            options.RemoteSignOutPath = "/console/oidc/remote-sign-out";
            options.SignInScheme = Microsoft.AspNetCore.Identity.IdentityConstants.ExternalScheme;
            // Nothing about the person is asked for but the account's number.
            options.Scope.Clear();
            options.Scope.Add("openid");
            options.MapInboundClaims = false;
            options.SaveTokens = false;
            options.GetClaimsFromUserInfoEndpoint = false;
            ConsoleCookies.CloseForRedirect(options.CorrelationCookie, "cairn-correlation-");
            ConsoleCookies.CloseForRedirect(options.NonceCookie, "cairn-nonce-");
            options.Events.OnTicketReceived = OidcRoutes.Arrive;
            options.Events.OnRemoteFailure = OidcRoutes.Fail;
        });
        return services;
    }
}
