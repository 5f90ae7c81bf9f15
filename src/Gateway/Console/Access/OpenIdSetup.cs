using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace BillingActors.Gateway.Console.Access;

/// <summary>
/// OpenID Connect by code and PKCE. The issuer proves who somebody is; what that person may do, our own store says.
/// </summary>
internal sealed class OpenIdSetup(IOptions<ConsoleOptions> options) : IConfigureNamedOptions<OpenIdConnectOptions>
{
    public void Configure(OpenIdConnectOptions options) => Configure(ConsoleScheme.OpenId, options);

    public void Configure(string? name, OpenIdConnectOptions openId)
    {
        if (name != ConsoleScheme.OpenId)
            return;
        var own = options.Value;
        openId.Authority = own.Authority;
        openId.ClientId = own.ClientId;
        openId.ClientSecret = own.ClientSecretFile.Length == 0 ? null : File.ReadAllText(own.ClientSecretFile).Trim();
        // The options ask for https by default; an issuer on the loopback address is a developer's.
        openId.RequireHttpsMetadata = own.Authority.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        openId.ResponseType = OpenIdConnectResponseType.Code;
        openId.ResponseMode = OpenIdConnectResponseMode.Query;
        openId.UsePkce = true;
        openId.MapInboundClaims = false;
        openId.SaveTokens = false;
        openId.SignInScheme = ConsoleScheme.Session;
        openId.CallbackPath = ConsolePath.Root + "/openid";
        openId.SignedOutCallbackPath = ConsolePath.Root + "/openid-signed-out";
        openId.Scope.Clear();
        openId.Scope.Add("openid");
        openId.Scope.Add("profile");
        openId.TokenValidationParameters.RequireSignedTokens = true;
        openId.TokenValidationParameters.RequireExpirationTime = true;
        openId.Events.OnRedirectToIdentityProvider = AskAgain;
        openId.Events.OnTokenValidated = Begin;
        openId.Events.OnRemoteFailure = Refuse;
    }

    /// <summary>Before an approval a remembered log-in does not count.</summary>
    private static Task AskAgain(RedirectContext context)
    {
        if (context.Properties.Items.ContainsKey(LogInEndpoints.Again))
            context.ProtocolMessage.MaxAge = "0";
        return Task.CompletedTask;
    }

    private async Task Begin(TokenValidatedContext context)
    {
        var http = context.HttpContext;
        var person = context.Principal?.FindFirstValue(options.Value.PersonClaim);
        var before = (await http.AuthenticateAsync(ConsoleScheme.Session)).Principal;
        var logIn = http.RequestServices.GetRequiredService<LogIn>();
        var principal = person is null ? null : await logIn.Begin(person, before, http.RequestAborted);
        if (principal is null)
            context.Fail("Nobody gave this person a role.");
        else
            context.Principal = principal;
    }

    private static Task Refuse(RemoteFailureContext context)
    {
        context.Response.Redirect(ConsolePath.Login + "?refused=true");
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
