using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console.Access;
using BillingActors.Gateway.Console.Lists;
using BillingActors.Gateway.Console.Look;
using BillingActors.Gateway.Console.Pages;
using BillingActors.Gateway.Console.Parts;
using BillingActors.Gateway.Console.Readings;
using BillingActors.Gateway.Persons;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Radzen;

namespace BillingActors.Gateway.Console;

/// <summary>Puts the console into the gateway: pages, sessions, and what they load.</summary>
internal static class ConsoleHosting
{
    public static IServiceCollection AddBillingConsole(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(ConsoleOptions.Section);
        services.AddOptions<ConsoleOptions>()
            .Bind(section)
            .Validate(options => options.IsUsable,
                $"{ConsoleOptions.Section}: IdleMinutes, ApprovalMinutes and CheckSeconds must be 1 to 60, "
                + "SessionHours 1 to 24, BatchApprovalMax 0 to 1000000000.")
            .Validate(options => options.KnowsItsIssuer,
                $"{ConsoleOptions.Section}: an Authority is an https address (http on the loopback address) and needs "
                + "a ClientId, a PersonClaim, and a ClientSecretFile that exists, if one is named.")
            .ValidateOnStart();
        services.AddSessions();
        if ((section.Get<ConsoleOptions>() ?? new ConsoleOptions()).HasIssuer)
        {
            services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, OpenIdSetup>();
            services.AddAuthentication().AddOpenIdConnect(ConsoleScheme.OpenId, _ => { });
        }
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddScoped<AuthenticationStateProvider, CircuitState>().AddCascadingAuthenticationState();
        services.AddSingleton<SensitiveSight>();
        services.AddScoped<Desk>().AddTransient<Drafting>().AddScoped<DeskLook>().AddScoped<DeskViews>()
            .AddScoped<SavedViews>().AddScoped<SharedViews>().AddSingleton<Recents>().AddRadzenComponents();
        return services.AddLists().AddReadings();
    }

    public static void MapBillingConsole(this WebApplication app)
    {
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.DisableWebSocketCompression = true)
            .RequireAuthorization(ConsoleScheme.AnyUser);
        app.MapConsoleAssets();
        app.MapLogIn();
        app.MapLook();
        app.MapPalette();
        app.MapPrintedInvoice();
        app.MapEvidence();
        app.MapRequestDocuments();
        app.MapExports();
        app.MapPrintedStatements();
        app.MapPersonFile();
        app.MapGet("/", () => TypedResults.Redirect(ConsolePath.Root)).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>Whether a request is one of the console.</summary>
    public static bool IsConsole(HttpContext http) =>
        http.Request.Path.StartsWithSegments(ConsolePath.Root, StringComparison.Ordinal)
        || http.Request.Path.StartsWithSegments(ConsolePath.Circuits, StringComparison.Ordinal);

    private static void AddSessions(this IServiceCollection services)
    {
        services.AddSingleton<Standings>().AddSingleton<LogIn>();
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, SessionCookie>();
        services.AddAuthentication().AddCookie(ConsoleScheme.Session);
        services.AddAntiforgery(options => options.SuppressXFrameOptionsHeader = true); // The content policy says it.
        services.AddOptions<AntiforgeryOptions>().Configure<DevelopmentIssuer>(
            (options, development) => options.Cookie = new FormCookie(isSecure: !development.IsOn));
        // The keys are sealed where they are stored, which this warning cannot know.
        services.AddLogging(logs => logs.AddFilter(
            "Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
        services.AddDataProtection().SetApplicationName("billing-console");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, SessionKeys>();
        services.AddScoped<CircuitActivity>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<CircuitActivity>());
        services.AddAuthorization(AddPolicies);
    }

    private static void AddPolicies(AuthorizationOptions options)
    {
        options.AddPolicy(ConsoleScheme.AnyUser, policy => policy
            .AddAuthenticationSchemes(ConsoleScheme.Session).RequireAuthenticatedUser());
        foreach (var permission in RolePermissions.All)
        {
            options.AddPolicy(ConsoleScheme.PolicyOf(permission), policy => policy
                .AddAuthenticationSchemes(ConsoleScheme.Session)
                .RequireAuthenticatedUser()
                .AddRequirements(new PermissionRequirement(permission)));
        }
    }
}
