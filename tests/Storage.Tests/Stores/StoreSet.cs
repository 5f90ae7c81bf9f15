using BillingActors.Storage.Accounts;
using BillingActors.Storage.Audit;
using BillingActors.Storage.BillRuns;
using BillingActors.Storage.Cash;
using BillingActors.Storage.Charging;
using BillingActors.Storage.Closing;
using BillingActors.Storage.Collectives;
using BillingActors.Storage.Deliveries;
using BillingActors.Storage.Drafts;
using BillingActors.Storage.DueWork;
using BillingActors.Storage.Evidence;
using BillingActors.Storage.Exports;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Keys;
using BillingActors.Storage.Ledger;
using BillingActors.Storage.MasterData;
using BillingActors.Storage.Mediation;
using BillingActors.Storage.Meters;
using BillingActors.Storage.Notes;
using BillingActors.Storage.Postgres.Audit;
using BillingActors.Storage.Postgres.BillRuns;
using BillingActors.Storage.Postgres.Cash;
using BillingActors.Storage.Postgres.Charging;
using BillingActors.Storage.Postgres.Closing;
using BillingActors.Storage.Postgres.Collectives;
using BillingActors.Storage.Postgres.Deliveries;
using BillingActors.Storage.Postgres.Drafts;
using BillingActors.Storage.Postgres.DueWork;
using BillingActors.Storage.Postgres.Evidence;
using BillingActors.Storage.Postgres.Exports;
using BillingActors.Storage.Postgres.Imports;
using BillingActors.Storage.Postgres.Keys;
using BillingActors.Storage.Postgres.Ledger;
using BillingActors.Storage.Postgres.MasterData;
using BillingActors.Storage.Postgres.Mediation;
using BillingActors.Storage.Postgres.Meters;
using BillingActors.Storage.Postgres.Notes;
using BillingActors.Storage.Postgres.Privacy;
using BillingActors.Storage.Postgres.Reports;
using BillingActors.Storage.Postgres.Users;
using BillingActors.Storage.Postgres.Webhooks;
using BillingActors.Storage.Postgres.Worklists;
using BillingActors.Storage.Privacy;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Sqlite.Audit;
using BillingActors.Storage.Sqlite.BillRuns;
using BillingActors.Storage.Sqlite.Cash;
using BillingActors.Storage.Sqlite.Charging;
using BillingActors.Storage.Sqlite.Closing;
using BillingActors.Storage.Sqlite.Collectives;
using BillingActors.Storage.Sqlite.Deliveries;
using BillingActors.Storage.Sqlite.Drafts;
using BillingActors.Storage.Sqlite.DueWork;
using BillingActors.Storage.Sqlite.Evidence;
using BillingActors.Storage.Sqlite.Exports;
using BillingActors.Storage.Sqlite.Imports;
using BillingActors.Storage.Sqlite.Keys;
using BillingActors.Storage.Sqlite.Ledger;
using BillingActors.Storage.Sqlite.MasterData;
using BillingActors.Storage.Sqlite.Mediation;
using BillingActors.Storage.Sqlite.Meters;
using BillingActors.Storage.Sqlite.Notes;
using BillingActors.Storage.Sqlite.Privacy;
using BillingActors.Storage.Sqlite.Reports;
using BillingActors.Storage.Sqlite.Users;
using BillingActors.Storage.Sqlite.Webhooks;
using BillingActors.Storage.Sqlite.Worklists;
using BillingActors.Storage.Tests.Fixtures;
using BillingActors.Storage.Users;
using BillingActors.Storage.Webhooks;
using BillingActors.Storage.Worklists;

namespace BillingActors.Storage.Tests.Stores;

/// <summary>All stores on one database.</summary>
public sealed record StoreSet(
    IAccountStore Accounts,
    IMeterDataStore Meters,
    IImportStore Imports,
    IBillRunStore Runs,
    IUnidentifiedCashStore UnidentifiedCash,
    IWorklistStore Worklist,
    IDueWorkStore DueWork,
    IKeyStore Keys,
    IReports Reports,
    ICollectionReports Collections,
    Func<string, Task<long>> Sql) : IAsyncDisposable
{
    /// <summary>Accounting periods.</summary>
    public required IPeriodStore Periods { get; init; }

    /// <summary>People of the console.</summary>
    public required IUserStore Users { get; init; }

    /// <summary>Keys of sessions.</summary>
    public required IProtectionKeyStore ProtectionKeys { get; init; }

    /// <summary>Choices of people.</summary>
    public required IViewSettingStore ViewSettings { get; init; }

    /// <summary>What was done to the installation.</summary>
    public required IAuditTrail Audit { get; init; }

    /// <summary>Persons and retention.</summary>
    public required IPersonStore Persons { get; init; }

    /// <summary>What people type.</summary>
    public required IFormDrafts Drafts { get; init; }

    /// <summary>Long exports.</summary>
    public required IExportStore Exports { get; init; }

    public required IEvidenceStore Evidence { get; init; }

    /// <summary>Documents that were asked to be sent.</summary>
    public required IDeliveryStore Deliveries { get; init; }

    /// <summary>Notes of accounts.</summary>
    public required INoteStore Notes { get; init; }

    /// <summary>Seals over all chains.</summary>
    public required IAuditSeals Seals { get; init; }

    /// <summary>Accounts at which looks are noted.</summary>
    public required ISensitiveAccounts Sensitive { get; init; }

    /// <summary>Lists of deposits.</summary>
    public required IDepositReports Deposits { get; init; }

    /// <summary>All accounts as one list.</summary>
    public required IAccountList AccountList { get; init; }

    /// <summary>What is open by its age.</summary>
    public required IAgeingReports Ageing { get; init; }

    /// <summary>Records that were rated when they came.</summary>
    public required IUsageStore Usage { get; init; }

    /// <summary>Seals them.</summary>
    public required UsageEnvelopes UsageEnvelopes { get; init; }

    /// <summary>Long calls.</summary>
    public required IHeldCallStore HeldCalls { get; init; }

    /// <summary>Bills of children.</summary>
    public required ICollectiveStore Collectives { get; init; }

    /// <summary>The books of legal entities.</summary>
    public required ILedgerBooks Ledger { get; init; }

    /// <summary>Key figures of receivables.</summary>
    public required IReceivablesReports Receivables { get; init; }

    /// <summary>What is looked at before a release.</summary>
    public required IRunReports RunReports { get; init; }

    /// <summary>Documents across accounts.</summary>
    public required IInvoiceList Invoices { get; init; }

    /// <summary>Master data.</summary>
    public required IMasterDataStore Masters { get; init; }

    /// <summary>When cycles come due.</summary>
    public required ICycleLoad CycleLoad { get; init; }

    /// <summary>Endpoints outside.</summary>
    public required IWebhookStore Webhooks { get; init; }

    /// <summary>What they are to be sent.</summary>
    public required IWebhookOutbox WebhookOutbox { get; init; }

    /// <summary>What calls to them are signed with.</summary>
    public required IWebhookSecrets WebhookSecrets { get; init; }

    /// <summary>
    /// One for all tests: those of a class share their database, and with it the keys that this one wraps.
    /// </summary>
    private static readonly MasterKey Master = MasterKey.Create();

    /// <summary>The key of every seal.</summary>
    public static SealKey SealWith { get; } = SealKey.Create();

    public static StoreSet Of(PostgresFixture fixture, MasterKey? master = null)
    {
        var database = fixture.Database;
        var keys = new KeyRing(new PostgresMasterDataTable(database), master ?? Master);
        var envelopes = new ImportEnvelopes(keys);
        var meters = new PostgresMeterDataStore(database);
        var words = new PaymentWords(keys, new MasterDataStore(new PostgresMasterDataTable(database), keys));
        return new StoreSet(
            StorageHosting.PostgresAccounts(database, new StorageOptions(), words),
            meters,
            new PostgresImportStore(database, envelopes),
            new PostgresBillRunStore(database),
            new PostgresUnidentifiedCashStore(database, new CashEnvelopes(keys)),
            new PostgresWorklistStore(database, envelopes, new UsageEnvelopes(keys)),
            new PostgresDueWorkStore(database),
            new PostgresKeyStore(database),
            new PostgresReports(database, meters, new KnownCustomers(), envelopes, words),
            new PostgresCollectionReports(database),
            fixture.Sql)
        {
            Periods = new PostgresPeriodStore(database),
            Users = new PostgresUserStore(database),
            Webhooks = new PostgresWebhookStore(database),
            WebhookOutbox = new PostgresWebhookOutbox(database),
            WebhookSecrets = new WebhookSecrets(keys),
            Audit = new PostgresAuditTrail(database),
            Persons = new PostgresPersonStore(database),
            Drafts = new FormDrafts(new PostgresDraftTable(database), keys, TimeProvider.System),
            Exports = new ExportStore(new PostgresExportTable(database), keys),
            Evidence = new EvidenceStore(new PostgresEvidenceTable(database), keys, TimeProvider.System),
            Deliveries = new DeliveryStore(new PostgresDeliveryTable(database), keys),
            Notes = new NoteStore(new PostgresNoteTable(database), keys),
            Seals = new AuditSeals(new PostgresSealTable(database), () => SealWith),
            Sensitive = new PostgresSensitiveAccounts(database),
            ProtectionKeys = new PostgresProtectionKeyStore(database),
            ViewSettings = new PostgresViewSettingStore(database),
            Deposits = new PostgresDepositReports(database),
            AccountList = new PostgresAccountList(database, new KnownCustomers()),
            Ageing = new PostgresAgeingReports(database, new KnownCustomers()),
            Usage = new PostgresUsageStore(database, new UsageEnvelopes(keys)),
            UsageEnvelopes = new UsageEnvelopes(keys),
            HeldCalls = new PostgresHeldCallStore(database, new HeldCallEnvelopes(keys)),
            Collectives = new PostgresCollectiveStore(database),
            Ledger = new LedgerBooks(new PostgresBooksReader(database)),
            Receivables = new ReceivablesReports(new PostgresBooksReader(database)),
            RunReports = new RunReports(new PostgresBooksReader(database)),
            Masters = new MasterDataStore(new PostgresMasterDataTable(database), keys),
            Invoices = new InvoiceList(new PostgresBooksReader(database), new KnownCustomers()),
            CycleLoad = new CycleLoad(
                new MasterDataStore(new PostgresMasterDataTable(database), keys), new PostgresBooksReader(database)),
        };
    }

    public static StoreSet Of(SqliteFixture fixture, MasterKey? master = null)
    {
        var database = fixture.Database;
        var keys = new KeyRing(new SqliteMasterDataTable(database), master ?? Master);
        var envelopes = new ImportEnvelopes(keys);
        var meters = new SqliteMeterDataStore(database);
        var words = new PaymentWords(keys, new MasterDataStore(new SqliteMasterDataTable(database), keys));
        return new StoreSet(
            StorageHosting.SqliteAccounts(database, new StorageOptions(), words),
            meters,
            new SqliteImportStore(database, envelopes),
            new SqliteBillRunStore(database),
            new SqliteUnidentifiedCashStore(database, new CashEnvelopes(keys)),
            new SqliteWorklistStore(database, envelopes, new UsageEnvelopes(keys)),
            new SqliteDueWorkStore(database),
            new SqliteKeyStore(database),
            new SqliteReports(database, meters, new KnownCustomers(), envelopes, words),
            new SqliteCollectionReports(database),
            fixture.Sql)
        {
            Periods = new SqlitePeriodStore(database),
            Users = new SqliteUserStore(database),
            Webhooks = new SqliteWebhookStore(database),
            WebhookOutbox = new SqliteWebhookOutbox(database),
            WebhookSecrets = new WebhookSecrets(keys),
            Audit = new SqliteAuditTrail(database),
            Persons = new SqlitePersonStore(database),
            Drafts = new FormDrafts(new SqliteDraftTable(database), keys, TimeProvider.System),
            Exports = new ExportStore(new SqliteExportTable(database), keys),
            Evidence = new EvidenceStore(new SqliteEvidenceTable(database), keys, TimeProvider.System),
            Deliveries = new DeliveryStore(new SqliteDeliveryTable(database), keys),
            Notes = new NoteStore(new SqliteNoteTable(database), keys),
            Seals = new AuditSeals(new SqliteSealTable(database), () => SealWith),
            Sensitive = new SqliteSensitiveAccounts(database),
            ProtectionKeys = new SqliteProtectionKeyStore(database),
            ViewSettings = new SqliteViewSettingStore(database),
            Deposits = new SqliteDepositReports(database),
            AccountList = new SqliteAccountList(database, new KnownCustomers()),
            Ageing = new SqliteAgeingReports(database, new KnownCustomers()),
            Usage = new SqliteUsageStore(database, new UsageEnvelopes(keys)),
            UsageEnvelopes = new UsageEnvelopes(keys),
            HeldCalls = new SqliteHeldCallStore(database, new HeldCallEnvelopes(keys)),
            Collectives = new SqliteCollectiveStore(database),
            Ledger = new LedgerBooks(new SqliteBooksReader(database)),
            Receivables = new ReceivablesReports(new SqliteBooksReader(database)),
            RunReports = new RunReports(new SqliteBooksReader(database)),
            Masters = new MasterDataStore(new SqliteMasterDataTable(database), keys),
            Invoices = new InvoiceList(new SqliteBooksReader(database), new KnownCustomers()),
            CycleLoad = new CycleLoad(
                new MasterDataStore(new SqliteMasterDataTable(database), keys), new SqliteBooksReader(database)),
        };
    }

    public async ValueTask DisposeAsync() => await ((IAsyncDisposable)Accounts).DisposeAsync();
}
