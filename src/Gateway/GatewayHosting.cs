using BillingActors.Gateway.Api;
using BillingActors.Gateway.Approvals;
using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console;
using BillingActors.Gateway.Health;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Imports;
using BillingActors.Gateway.Invoices;
using BillingActors.Gateway.Json;
using BillingActors.Gateway.Letters;
using BillingActors.Gateway.Mail;
using BillingActors.Gateway.Notes;
using BillingActors.Gateway.OpenApi;
using BillingActors.Gateway.Payments;
using BillingActors.Gateway.Persons;
using BillingActors.Gateway.Problems;
using BillingActors.Gateway.Runs;
using BillingActors.Gateway.Streams;
using BillingActors.Gateway.Webhooks;
using BillingActors.Grains.Interfaces;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BillingActors.Gateway;

/// <summary>Puts the front door into a program: a silo's or one of its own.</summary>
public static class GatewayHosting
{
    private static readonly string[] Paths = ["/v1", "/health", "/openapi", "/scalar"];

    /// <summary>
    /// Registers the gateway. The program also registers the stores (<c>AddStorage</c>) and an Orleans client or silo.
    /// </summary>
    public static IServiceCollection AddGateway(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GatewayOptions>()
            .Bind(configuration.GetSection(GatewayOptions.Section))
            .Validate(options => options.BodyBytesMax >= 1024 && options.ImportBytesMax >= 1024,
                $"{GatewayOptions.Section}: BodyBytesMax and ImportBytesMax must be at least 1,024.")
            .Validate(options => options.KnowsPlainHttp,
                $"{GatewayOptions.Section}:PlainHttp must be 'loopback' or 'anywhere'.")
            .Validate(options => options.HasUsableCursorKey,
                $"{GatewayOptions.Section}:CursorKey must be 32 bytes in base64.")
            .Validate(options => options.EventPollMilliseconds is >= 50 and <= 5000 && options.HasUsableHeartbeat,
                $"{GatewayOptions.Section}: EventPollMilliseconds must be 50 to 5,000, HeartbeatSeconds 1 to 60.")
            .Validate(options => options.Reads.IsUsable && options.Ingest.IsUsable && options.Money.IsUsable,
                $"{GatewayOptions.Section}: a limit needs a PermitCount of at least 1 and WindowSeconds of 1 to 3,600.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddKeyedSingleton(
            BillingClock.Key, static (provider, _) => provider.GetRequiredService<TimeProvider>());
        services.AddBillingAuth(configuration).AddBillingHealth().AddBillingOpenApi().AddTransport();
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>().AddProblemDetails();
        services.AddExceptionHandler<FaultHandler>();
        services.AddSingleton<CallLimits>().AddSingleton<QuickBalance>();
        services.ConfigureHttpJsonOptions(options => StrictJson.Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddWebhooks(configuration).AddMail(configuration);
        services.AddSingleton<PersonDesk>().AddSingleton<RetentionDesk>().AddSingleton<PersonFiles>()
            .AddSingleton<PersonArchive>();
        services.AddSingleton<RequestArchive>();
        services.AddSingleton<Cursors>().AddSingleton<SensitiveMarks>()
            .AddSingleton<FileReception>().AddSingleton<ReadHandIn>().AddSingleton<InvoiceReading>()
            .AddSingleton<LetterReading>()
            .AddSingleton<NoteDesk>()
            .AddSingleton<CashProposals>()
            .AddSingleton<MatchReading>()
            .AddSingleton<UnappliedProposals>()
            .AddSingleton<StreamIntake>()
            .AddSingleton<RunsBefore>()
            .AddSingleton<RunWatch>();
        return services.AddBillingConsole(configuration);
    }

    /// <summary>
    /// Puts the gateway's middleware and endpoints into the program. Authentication, permissions and security headers
    /// then hold for the whole program: an endpoint of another part declares what it needs, or nobody may call it.
    /// </summary>
    public static WebApplication MapGateway(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseTransport();
        app.UseStartGate();
        app.UseWhen(IsOurs, ours => ours.UseExceptionHandler().UseStatusCodePages());
        app.UseWhen(
            ConsoleHosting.IsConsole,
            console => console.UseExceptionHandler(BrokenPages.Options).Use(ContentPolicy.Set));
        app.Use(app.Services.GetRequiredService<QuickBalance>().Invoke);
        app.UseAuthentication();
        app.UseCallLimits();
        app.UseAuthorization();
        app.UseSensitiveLooks();
        app.UseAntiforgery();
        app.UseWhen(IsOurs, ours => ours.UseBodyLimit());
        app.MapResources();
        app.MapBillingHealth();
        app.MapBillingOpenApi();
        app.MapBillingConsole();
        if (app.Services.GetRequiredService<DevelopmentIssuer>().IsOn)
            app.MapDevelopment();
        BuiltOnce.Everything(app);
        return app;
    }

    private static void MapResources(this IEndpointRouteBuilder routes)
    {
        routes.MapAccounts();
        routes.MapAccountCommands();
        routes.MapCredits();
        routes.MapApprovals();
        routes.MapRequestDocuments();
        routes.MapTransfers();
        routes.MapBudgets();
        routes.MapCollectives();
        routes.MapPayments();
        routes.MapRefunds();
        routes.MapUnidentifiedCash();
        routes.MapUnappliedCash();
        routes.MapPaymentBatches();
        routes.MapPaymentEvents();
        routes.MapUsageEvents();
        routes.MapSearch();
        routes.MapInvoices();
        routes.MapDeliveries();
        routes.MapInquiries();
        routes.MapStatements();
        routes.MapUsage();
        routes.MapMasterData();
        routes.MapLegalEntityDrafts();
        routes.MapTariffs();
        routes.MapImports();
        routes.MapWorklist();
        routes.MapStreams();
        routes.MapBillRuns();
        routes.MapBillRunCommands();
        routes.MapDisputes();
        routes.MapCollections();
        routes.MapCollectionCommands();
        routes.MapDeposits();
        routes.MapNotes();
        routes.MapCharging();
        routes.MapLedger();
        routes.MapReports();
        routes.MapAudit();
        routes.MapSensitiveAccounts();
        routes.MapPersons();
        routes.MapRetention();
        routes.MapKeys();
        routes.MapWebhooks();
        routes.MapUsers();
        routes.MapSelf();
    }

    private static bool IsOurs(HttpContext context) =>
        Array.Exists(Paths, path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal));
}
