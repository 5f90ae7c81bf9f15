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
using BillingActors.Storage.Privacy;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Sqlite.Audit;
using BillingActors.Storage.Sqlite.BillRuns;
using BillingActors.Storage.Sqlite.Cash;
using BillingActors.Storage.Sqlite.Charging;
using BillingActors.Storage.Sqlite.Closing;
using BillingActors.Storage.Sqlite.Collectives;
using BillingActors.Storage.Sqlite.Drafts;
using BillingActors.Storage.Sqlite.DueWork;
using BillingActors.Storage.Sqlite.Imports;
using BillingActors.Storage.Sqlite.Inbox;
using BillingActors.Storage.Sqlite.Keys;
using BillingActors.Storage.Sqlite.Ledger;
using BillingActors.Storage.Sqlite.Mediation;
using BillingActors.Storage.Sqlite.Meters;
using BillingActors.Storage.Sqlite.Privacy;
using BillingActors.Storage.Sqlite.Reports;
using BillingActors.Storage.Sqlite.Users;
using BillingActors.Storage.Sqlite.Worklists;
using BillingActors.Storage.Users;
using BillingActors.Storage.Worklists;
using Microsoft.Extensions.DependencyInjection;

namespace BillingActors.Storage.Sqlite;

/// <summary>Registers the stores on SQLite beside the account store.</summary>
internal static class SqliteStoresHosting
{
    public static IServiceCollection AddSqliteStores(this IServiceCollection services) => services
        .AddSingleton<IMeterDataStore, SqliteMeterDataStore>()
        .AddSingleton<IImportStore, SqliteImportStore>()
        .AddSingleton<IBillRunStore, SqliteBillRunStore>()
        .AddSingleton<ICollectiveStore, SqliteCollectiveStore>()
        .AddSingleton<IUnidentifiedCashStore, SqliteUnidentifiedCashStore>()
        .AddSingleton<IUsageStore, SqliteUsageStore>()
        .AddSingleton<IHeldCallStore, SqliteHeldCallStore>()
        .AddSingleton<IWorklistStore, SqliteWorklistStore>()
        .AddSingleton<IDueWorkStore, SqliteDueWorkStore>()
        .AddSingleton<IKeyStore, SqliteKeyStore>()
        .AddSingleton<IAuditTrail, SqliteAuditTrail>()
        .AddSingleton<ISealTable, SqliteSealTable>()
        .AddSingleton<ISensitiveAccounts, SqliteSensitiveAccounts>()
        .AddSingleton<IPersonStore, SqlitePersonStore>()
        .AddSingleton<IDraftTable, SqliteDraftTable>()
        .AddSingleton<IUserStore, SqliteUserStore>()
        .AddSingleton<IProtectionKeyStore, SqliteProtectionKeyStore>()
        .AddSingleton<IViewSettingStore, SqliteViewSettingStore>()
        .AddSingleton<IPeriodStore, SqlitePeriodStore>()
        .AddSingleton<IBooksReader, SqliteBooksReader>()
        .AddSingleton<ILedgerBooks, LedgerBooks>()
        .AddSingleton<ILedgerReports, LedgerReports>()
        .AddSingleton<IReceivablesReports, ReceivablesReports>()
        .AddSingleton<IRunReports, RunReports>()
        .AddSingleton<ICollectionReports, SqliteCollectionReports>()
        .AddSingleton<IDepositReports, SqliteDepositReports>()
        .AddSingleton<IAccountList, SqliteAccountList>()
        .AddSingleton<IAgeingReports, SqliteAgeingReports>()
        .AddSingleton<IInboxTable, SqliteInboxTable>()
        .AddSingleton<IInboxLogTable, SqliteInboxLogTable>()
        .AddSingleton<IQuarantineTable, SqliteQuarantineTable>()
        .AddSingleton<IStreamReports, SqliteStreamReports>()
        .AddSingleton<IReports, SqliteReports>();
}
