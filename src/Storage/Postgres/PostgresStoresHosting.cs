using BillingActors.Storage.Audit;
using BillingActors.Storage.BillRuns;
using BillingActors.Storage.Cash;
using BillingActors.Storage.Charging;
using BillingActors.Storage.Closing;
using BillingActors.Storage.Collectives;
using BillingActors.Storage.Drafts;
using BillingActors.Storage.DueWork;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Inbox;
using BillingActors.Storage.Keys;
using BillingActors.Storage.Ledger;
using BillingActors.Storage.Mediation;
using BillingActors.Storage.Meters;
using BillingActors.Storage.Postgres.Audit;
using BillingActors.Storage.Postgres.BillRuns;
using BillingActors.Storage.Postgres.Cash;
using BillingActors.Storage.Postgres.Charging;
using BillingActors.Storage.Postgres.Closing;
using BillingActors.Storage.Postgres.Collectives;
using BillingActors.Storage.Postgres.Drafts;
using BillingActors.Storage.Postgres.DueWork;
using BillingActors.Storage.Postgres.Imports;
using BillingActors.Storage.Postgres.Inbox;
using BillingActors.Storage.Postgres.Keys;
using BillingActors.Storage.Postgres.Ledger;
using BillingActors.Storage.Postgres.Mediation;
using BillingActors.Storage.Postgres.Meters;
using BillingActors.Storage.Postgres.Privacy;
using BillingActors.Storage.Postgres.Reports;
using BillingActors.Storage.Postgres.Users;
using BillingActors.Storage.Postgres.Worklists;
using BillingActors.Storage.Privacy;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Users;
using BillingActors.Storage.Worklists;
using Microsoft.Extensions.DependencyInjection;

namespace BillingActors.Storage.Postgres;

/// <summary>Registers the stores on PostgreSQL beside the account store.</summary>
internal static class PostgresStoresHosting
{
    public static IServiceCollection AddPostgresStores(this IServiceCollection services) => services
        .AddSingleton<IMeterDataStore, PostgresMeterDataStore>()
        .AddSingleton<IImportStore, PostgresImportStore>()
        .AddSingleton<IBillRunStore, PostgresBillRunStore>()
        .AddSingleton<ICollectiveStore, PostgresCollectiveStore>()
        .AddSingleton<IUnidentifiedCashStore, PostgresUnidentifiedCashStore>()
        .AddSingleton<IUsageStore, PostgresUsageStore>()
        .AddSingleton<IHeldCallStore, PostgresHeldCallStore>()
        .AddSingleton<IWorklistStore, PostgresWorklistStore>()
        .AddSingleton<IDueWorkStore, PostgresDueWorkStore>()
        .AddSingleton<IKeyStore, PostgresKeyStore>()
        .AddSingleton<IAuditTrail, PostgresAuditTrail>()
        .AddSingleton<ISealTable, PostgresSealTable>()
        .AddSingleton<ISensitiveAccounts, PostgresSensitiveAccounts>()
        .AddSingleton<IPersonStore, PostgresPersonStore>()
        .AddSingleton<IDraftTable, PostgresDraftTable>()
        .AddSingleton<IUserStore, PostgresUserStore>()
        .AddSingleton<IProtectionKeyStore, PostgresProtectionKeyStore>()
        .AddSingleton<IViewSettingStore, PostgresViewSettingStore>()
        .AddSingleton<IPeriodStore, PostgresPeriodStore>()
        .AddSingleton<IBooksReader, PostgresBooksReader>()
        .AddSingleton<ILedgerBooks, LedgerBooks>()
        .AddSingleton<ILedgerReports, LedgerReports>()
        .AddSingleton<IReceivablesReports, ReceivablesReports>()
        .AddSingleton<IRunReports, RunReports>()
        .AddSingleton<ICollectionReports, PostgresCollectionReports>()
        .AddSingleton<IDepositReports, PostgresDepositReports>()
        .AddSingleton<IAccountList, PostgresAccountList>()
        .AddSingleton<IAgeingReports, PostgresAgeingReports>()
        .AddSingleton<IInboxTable, PostgresInboxTable>()
        .AddSingleton<IInboxLogTable, PostgresInboxLogTable>()
        .AddSingleton<IQuarantineTable, PostgresQuarantineTable>()
        .AddSingleton<IStreamReports, PostgresStreamReports>()
        .AddSingleton<IReports, PostgresReports>();
}
