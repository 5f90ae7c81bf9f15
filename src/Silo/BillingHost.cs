using BillingActors.Gateway;
using BillingActors.Gateway.Mail;
using BillingActors.Grains;
using BillingActors.Grains.Webhooks;
using BillingActors.Storage;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Inbox;
using BillingActors.Storage.Privacy;

namespace BillingActors.Silo;

/// <summary>The whole product in one process: database, grains and gateway. The composition root.</summary>
public static class BillingHost
{
    private static readonly string[] AdviceForServers =
    [
        "Orleans.Runtime.Silo",
        "Orleans.Runtime.Watchdog",
        "Orleans.Runtime.MembershipService.LocalSiloHealthMonitor",
        "Orleans.Runtime.Scheduler.WorkItemGroup",
    ];

    /// <summary>
    /// Builds the program and brings its database to the schema; nothing listens or runs before it is started.
    /// Wrong options are refused here, with their name and rule.
    /// </summary>
    public static async Task<WebApplication> Build(BillingHostSettings settings, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateBuilder([.. settings.Arguments]);
        builder.Configuration.AddInMemoryCollection(settings.Overrides);
        if (settings.Urls.Count > 0)
            builder.WebHost.UseUrls([.. settings.Urls]);
        if (settings.IsQuiet)
            SayLittle(builder.Logging);

        var storage = Section<StorageOptions>(builder, StorageOptions.Section);
        var silo = Section<SiloOptions>(builder, SiloOptions.Section);
        SiloSetup.Check(silo, storage);
        builder.Services.AddStorage(
            storage,
            Section<PrivacyOptions>(builder, PrivacyOptions.Section),
            Section<InboxOptions>(builder, InboxOptions.Section),
            Section<AuditOptions>(builder, AuditOptions.Section));
        AddSealing(builder, storage);
        builder.Services.AddGateway(builder.Configuration);
        builder.Services.AddWebhookSending();
        builder.Services.AddMailSending();
        builder.Services.Configure<GrainsOptions>(builder.Configuration.GetSection(GrainsOptions.Section));
        builder.UseOrleans(orleans => orleans.AddBillingSilo(silo, storage).AddBillingGrains(settings.Clock));

        var app = builder.Build();
        if (silo.Clustering == SiloOptions.Postgres)
            app.Services.GetRequiredService<MasterKey>(); // Refused now if it cannot be read, not with the first name.
        app.MapGateway();
        await app.Services.MigrateStorage(cancellation);
        return app;
    }

    // A cluster without a key cannot seal; that it should have one, the guide of operators says.
    private static void AddSealing(WebApplicationBuilder builder, StorageOptions storage)
    {
        var audit = Section<AuditOptions>(builder, AuditOptions.Section);
        if (!audit.AreUsable)
        {
            throw new InvalidOperationException(
                $"{AuditOptions.Section}: SealMinutes must be 0 to 525,600, and more than 0 with a SealFolder.");
        }
        if (audit.SealKeyFile.Length == 0 && storage.Provider == StorageOptions.Postgres)
            return;
        builder.Services.AddSingleton(provider => new PeriodicSeals(provider.GetRequiredService<IAuditSeals>(), audit));
        builder.Services.AddHostedService<SealWatch>();
    }

    // Whether the one silo of an embedded program was slow for a while, or collects garbage like a workstation, is
    // advice to those who run servers; its errors are still told.
    private static void SayLittle(ILoggingBuilder logging)
    {
        logging.SetMinimumLevel(LogLevel.Warning);
        foreach (var category in AdviceForServers)
            logging.AddFilter(category, LogLevel.Error);
    }

    private static T Section<T>(WebApplicationBuilder builder, string name)
        where T : class, new() => builder.Configuration.GetSection(name).Get<T>() ?? new T();
}
