using System.Globalization;
using System.Security.Claims;
using BillingActors.Gateway.Auth;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace BillingActors.Gateway.Console.Access;

/// <summary>
/// OpenID Connect by code and PKCE. The issuer proves who somebody is; what that person may do, our own store says.
/// </summary>
internal sealed class OpenIdSetup(IOptions<ConsoleOptions> options, TimeProvider clock)
    : IConfigureNamedOptions<OpenIdConnectOptions>
{
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256];

    /// <summary>So long a person may take at the issuer.</summary>
    private static readonly TimeSpan AskedAgain = TimeSpan.FromMinutes(5);

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
        openId.TokenValidationParameters.ValidAlgorithms = Algorithms;
        openId.TokenValidationParameters.LifetimeValidator =
            (from, until, _, _) => TokenLifetime.Holds(clock, from, until);
        openId.Events.OnRedirectToIdentityProvider = AskAgain;
        openId.Events.OnTokenValidated = MustBeSigned;
        openId.Events.OnTicketReceived = Begin;
        openId.Events.OnRemoteFailure = Refuse;
    }

    /// <summary>Before an approval a remembered log-in does not count.</summary>
    private static Task AskAgain(RedirectContext context)
    {
        if (context.Properties.Items.ContainsKey(LogInEndpoints.Again))
            context.ProtocolMessage.MaxAge = "0";
        return Task.CompletedTask;
    }

    /// <summary>
    /// The framework takes an unsigned token where it comes straight from the issuer, as the standard allows; we do
    /// not.
    /// </summary>
    private static Task MustBeSigned(TokenValidatedContext context)
    {
        if (!Algorithms.Contains(context.SecurityToken.Header.Alg, StringComparer.Ordinal))
            context.Fail("The issuer's answer is not signed.");
        return Task.CompletedTask;
    }

    // Only now everything of the answer was checked, the nonce last.
    private async Task Begin(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        var logIn = http.RequestServices.GetRequiredService<LogIn>();
        var person = context.Principal?.FindFirstValue(options.Value.PersonClaim);
        if (person is null || ProvedAt(context) is not { } provedAt)
        {
            await logIn.Refuse("(unknown)", "the issuer did not ask the person again", http);
            SendBack(context);
            return;
        }
        var before = (await http.AuthenticateAsync(ConsoleScheme.Session)).Principal;
        if (await logIn.Begin((person, provedAt), before, http) is { } principal)
            context.Principal = principal;
        else
            SendBack(context);
    }

    /// <summary>
    /// When the person last proved to be who it is, as the issuer says; a remembered log-in is old. Where it was to be
    /// asked again, an issuer that did not, or does not say, proved nothing: null.
    /// </summary>
    private DateTimeOffset? ProvedAt(TicketReceivedContext context)
    {
        var now = clock.GetUtcNow();
        var isSaid = long.TryParse(
            context.Principal?.FindFirstValue("auth_time"), NumberStyles.None, CultureInfo.InvariantCulture,
            out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds();
        var saidAt = isSaid ? DateTimeOffset.FromUnixTimeSeconds(seconds) : (DateTimeOffset?)null;
        var wasAsked = context.Properties?.Items.ContainsKey(LogInEndpoints.Again) == true;
        if (wasAsked)
            return now - saidAt <= AskedAgain ? saidAt : null;
        return saidAt ?? now;
    }

    private static async Task Refuse(RemoteFailureContext context)
    {
        var logIn = context.HttpContext.RequestServices.GetRequiredService<LogIn>();
        await logIn.Refuse("(unknown)", "the issuer's answer was not believed", context.HttpContext);
        SendBack(context);
    }

    private static void SendBack(HandleRequestContext<RemoteAuthenticationOptions> context)
    {
        context.Response.Redirect(ConsolePath.Login + "?refused=true");
        context.HandleResponse();
    }
}
