using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Auth;

/// <summary>
/// Puts authentication and permissions into a program: what declares no permission is open to nobody.
/// </summary>
internal static class AuthHosting
{
    public static IServiceCollection AddBillingAuth(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AuthOptions>()
            .Bind(configuration.GetSection(AuthOptions.Section))
            .Validate(options => options.KnowsItsIssuer,
                $"{AuthOptions.Section}: an Issuer needs an Audience and a KeySetPath that exists.")
            .Validate(options => options.KeyCacheSeconds is >= 0 and <= 60,
                $"{AuthOptions.Section}:KeyCacheSeconds must be 0 to 60.")
            .Validate(options => options.AccountFailureCount is >= 1 and <= 100
                    && options.NetworkFailureCount is >= 0 and <= 10_000,
                $"{AuthOptions.Section}: AccountFailureCount must be 1 to 100, NetworkFailureCount 0 to 10,000.")
            .Validate(options => !options.DevelopmentIssuer || options.Issuer.Length == 0,
                $"{AuthOptions.Section}: the development issuer does not stand beside another Issuer.")
            .ValidateOnStart();
        services.AddSingleton<LockOut>().AddSingleton<KeyRing>().AddSingleton<KeyDesk>().AddSingleton<UserDesk>();
        services.AddSingleton<DevelopmentIssuer>();
        services.AddHostedService<DevelopmentGuard>();
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, TokenSetup>();
        services.AddSingleton<IAuthorizationHandler, PermissionCheck>();
        services.AddAuthentication(AuthScheme.Either)
            .AddPolicyScheme(AuthScheme.Either, null, either => either.ForwardDefaultSelector = ChooseScheme)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(AuthScheme.Key, null)
            .AddJwtBearer(AuthScheme.Token);
        services.AddAuthorization(AddPolicies);
        return services;
    }

    private static string ChooseScheme(HttpContext context) =>
        BearerText.Of(context.Request)?.StartsWith(ApiKeyText.Prefix, StringComparison.Ordinal) == false
            ? AuthScheme.Token
            : AuthScheme.Key;

    private static void AddPolicies(AuthorizationOptions options)
    {
        foreach (var permission in RolePermissions.All)
        {
            options.AddPolicy(permission, policy => policy
                .AddAuthenticationSchemes(AuthScheme.Either)
                .RequireAuthenticatedUser()
                .AddRequirements(new PermissionRequirement(permission)));
        }
        options.FallbackPolicy = new AuthorizationPolicyBuilder(AuthScheme.Either)
            .RequireAuthenticatedUser()
            .RequireAssertion(IsNowhere)
            .Build();
    }

    /// <summary>
    /// Where no route leads, 404, 405 and 415 may be said; a route that declares nothing is closed.
    /// </summary>
    private static bool IsNowhere(AuthorizationHandlerContext context) =>
        context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint;
}
