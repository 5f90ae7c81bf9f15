using BillingActors.Storage.Accounts;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Cash;
using BillingActors.Storage.Charging;
using BillingActors.Storage.Deliveries;
using BillingActors.Storage.Drafts;
using BillingActors.Storage.Evidence;
using BillingActors.Storage.Exports;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Inbox;
using BillingActors.Storage.MasterData;
using BillingActors.Storage.Mediation;
using BillingActors.Storage.Migrations;
using BillingActors.Storage.Notes;
using BillingActors.Storage.Postgres;
using BillingActors.Storage.Postgres.Accounts;
using BillingActors.Storage.Postgres.MasterData;
using BillingActors.Storage.Privacy;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Sqlite;
using BillingActors.Storage.Sqlite.Accounts;
using BillingActors.Storage.Sqlite.MasterData;
using BillingActors.Storage.Users;
using BillingActors.Storage.Verification;
using BillingActors.Storage.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace BillingActors.Storage;

/// <summary>Puts the database and its stores into a program.</summary>
public static class StorageHosting
{
    /// <summary>
    /// Registers the database of the options and every store on it; wrong options are refused here. Without privacy
    /// options an SQLite file gets a key file beside it, and a cluster is refused when personal data is first asked
    /// for.
    /// </summary>
    public static IServiceCollection AddStorage(
        this IServiceCollection services,
        StorageOptions options,
        PrivacyOptions? privacy = null,
        InboxOptions? inbox = null,
        AuditOptions? audit = null)
    {
        Check(options);
        services.AddSingleton(options)
            .AddSingleton(_ => MasterKey.Of(privacy ?? new PrivacyOptions(), options))
            .AddSingleton<IAuditSeals>(provider => new AuditSeals(
                provider.GetRequiredService<ISealTable>(), () => SealKey.Of(audit ?? new AuditOptions(), options)))
            .AddSingleton<ICustomerDirectory, CustomerDirectory>()
            .AddPersonalData();
        services.AddInbox(inbox ?? new InboxOptions());
        return options.Provider == StorageOptions.Postgres
            ? AddPostgres(services, options) : AddSqlite(services, options);
    }

    /// <summary>
    /// Brings the registered database to the schema of this program; call it before anything else uses it.
    /// </summary>
    public static Task MigrateStorage(this IServiceProvider services, CancellationToken cancellation) =>
        services.GetService<PostgresDatabase>() is { } postgres
            ? Migrator.Run(postgres, cancellation)
            : Migrator.Run(services.GetRequiredService<SqliteDatabase>(), cancellation);

    private static IServiceCollection AddPostgres(IServiceCollection services, StorageOptions options) => services
        .AddSingleton(_ => new PostgresDatabase(options.ConnectionString))
        .AddSingleton<ISchema>(provider => new PostgresSchema(provider.GetRequiredService<PostgresDatabase>()))
        .AddSingleton<IVerification, PostgresVerification>()
        .AddSingleton<IMasterDataTable, PostgresMasterDataTable>()
        .AddAccounts(services => PostgresAccounts(
            services.GetRequiredService<PostgresDatabase>(), options, services.GetRequiredService<PaymentWords>()))
        .AddPostgresStores();

    private static IServiceCollection AddSqlite(IServiceCollection services, StorageOptions options) => services
        .AddSingleton(_ => new SqliteDatabase(options.Path))
        .AddSingleton<ISchema>(provider => new SqliteSchema(provider.GetRequiredService<SqliteDatabase>()))
        .AddSingleton<IVerification, SqliteVerification>()
        .AddSingleton<IMasterDataTable, SqliteMasterDataTable>()
        .AddAccounts(services => SqliteAccounts(
            services.GetRequiredService<SqliteDatabase>(), options, services.GetRequiredService<PaymentWords>()))
        .AddSqliteStores();

    internal static AccountStore PostgresAccounts(
        PostgresDatabase database, StorageOptions options, PaymentWords? words = null) =>
        new(new PostgresAccountReader(database), new PostgresFlush(database), options.WriterCount, options, words);

    internal static AccountStore SqliteAccounts(
        SqliteDatabase database, StorageOptions options, PaymentWords? words = null) =>
        new(new SqliteAccountReader(database), new SqliteFlush(database), writerCount: 1, options, words);

    private static IServiceCollection AddAccounts(
        this IServiceCollection services, Func<IServiceProvider, AccountStore> create) => services
        .AddSingleton(create)
        .AddSingleton<IAccountStore>(provider => provider.GetRequiredService<AccountStore>())
        .AddSingleton<IChainVerifier>(provider => provider.GetRequiredService<AccountStore>());

    private static void AddPersonalData(this IServiceCollection services) => services
        .AddSingleton<KeyRing>(provider => new(
            provider.GetRequiredService<IMasterDataTable>(), provider.GetRequiredService<MasterKey>()))
        .AddSingleton<ImportEnvelopes>()
        .AddSingleton<CashEnvelopes>()
        .AddSingleton<PaymentWords>()
        .AddSingleton<HeldCallEnvelopes>()
        .AddSingleton(provider => new UsageEnvelopes(provider.GetRequiredService<KeyRing>()))
        .AddSingleton<ProtectionKeys>()
        .AddSingleton<IWebhookSecrets, WebhookSecrets>()
        .AddSingleton<IFormDrafts>(provider => new FormDrafts(
            provider.GetRequiredService<IDraftTable>(), provider.GetRequiredService<KeyRing>(),
            provider.GetService<TimeProvider>() ?? TimeProvider.System))
        .AddSingleton<IEvidenceStore>(provider => new EvidenceStore(
            provider.GetRequiredService<IEvidenceTable>(), provider.GetRequiredService<KeyRing>(),
            provider.GetService<TimeProvider>() ?? TimeProvider.System))
        .AddSingleton<IExportStore, ExportStore>()
        .AddSingleton<IDeliveryStore, DeliveryStore>()
        .AddSingleton<INoteStore, NoteStore>()
        .AddSingleton<IMasterKeyRotation>(provider => provider.GetRequiredService<KeyRing>())
        .AddSingleton<MasterDataStore>()
        .AddSingleton<ITariffList, TariffList>()
        .AddSingleton<ILimitReports, LimitReports>()
        .AddSingleton<ICycleLoad, CycleLoad>()
        .AddSingleton<IInvoiceList, InvoiceList>()
        .AddSingleton<IApprovalInbox, ApprovalInbox>()
        .AddSingleton<ILegalEntityDrafts, LegalEntityDrafts>()
        .AddSingleton<IPersonDuties, PersonDuties>()
        .AddSingleton<IMasterDataStore>(provider => provider.GetRequiredService<MasterDataStore>())
        .AddSingleton<ICustomerSearch>(provider => provider.GetRequiredService<MasterDataStore>());

    private static void Check(StorageOptions options)
    {
        Holds(
            options.Provider is StorageOptions.Sqlite or StorageOptions.Postgres,
            "Provider", "'sqlite' or 'postgres'");
        Holds(options.Provider != StorageOptions.Postgres || options.ConnectionString.Length > 0,
            "ConnectionString", "given when the provider is 'postgres'");
        Holds(options.Provider != StorageOptions.Sqlite || options.Path.Length > 0,
            "Path", "given when the provider is 'sqlite'");
        Holds(options.WriterCount is >= 1 and <= 16, "WriterCount", "1 to 16");
        Holds(options.FlushCountMax is >= 1 and <= 10_000, "FlushCountMax", "1 to 10,000");
        Holds(options.QueueCountMax is >= 1 and <= 1_000_000, "QueueCountMax", "1 to 1,000,000");
    }

    private static void Holds(bool holds, string option, string rule)
    {
        if (!holds)
            throw new ArgumentException($"{StorageOptions.Section}:{option} must be {rule}.", nameof(option));
    }
}
