using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Cash;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Meters;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Sqlite.Imports;
using BillingActors.Storage.Sqlite.Worklists;

namespace BillingActors.Storage.Sqlite.Reports;

/// <summary>Lists and look-ups on SQLite.</summary>
internal sealed class SqliteReports(
    SqliteDatabase database, IMeterDataStore meters, ICustomerDirectory customers, ImportEnvelopes envelopes,
    PaymentWords words)
    : IReports
{
    /// <summary>The customer is $2, null for any.</summary>
    private const string SelectAccounts = """
        select entity_id, account_id, customer_id, status, cycle_id, currency, balance_minor, version
        from account
        where ($1 = '[]' or entity_id in (select value from json_each($1))) and ($2 is null or customer_id = $2)
            and account_key > $3
        order by account_key limit $4
        """;

    private const string SelectInvoices = $"""
        select {SqliteReportRows.InvoiceColumns} from invoice i
        where account_key = $1 and ($2 = 0 or version < $2)
        order by version desc limit $3
        """;

    private const string SelectInvoicesOfRun = $"""
        select {SqliteReportRows.InvoiceColumns} from invoice i
        where run_id = $1 and account_key > $2
        order by account_key, version limit $3
        """;

    private const string SelectDocument = """
        select series, number, hash, body from invoice i
        where account_key in (select value from json_each($1)) and version = $2 and invoice_id = $3
            and ($4 = '[]' or entity_id in (select value from json_each($4)))
        """;

    // The cross join says which comes first: there are few series and very many invoices.
    internal const string SelectNumbered = """
        select i.series, i.number, i.hash, i.body
        from number_series s cross join invoice i
            on i.entity_id = s.entity_id and i.series = s.series and i.number = $2
        where s.series = $1 and ($3 = '[]' or i.entity_id in (select value from json_each($3)))
        order by i.entity_id limit 1
        """;

    private const string SelectImports = """
        select import_id, file_name, format, state, sha256, record_count, stored_count, corrected_count,
            duplicate_count, rejected_count, at, actor_id, problems
        from import
        where $1 = '' or (at, import_id) < (select b.at, b.import_id from import b where b.import_id = $1)
        order by at desc, import_id desc limit $2
        """;

    private const string FilteredWorklist = $"""
        select {SqliteWorklistRows.Columns} from worklist
        where ($1 = '[]' or entity_id in (select value from json_each($1)))
            and ($2 is null or kind = $2) and ($3 is null or state = $3) and ($4 is null or code = $4)
            and ($5 is null or run_id = $5) and ($6 is null or import_id = $6)
            and ($7 is null or owner = $7) and ($8 is null or snoozed_until is null or snoozed_until <= $8)
        """;

    private const string SelectWorklist = FilteredWorklist + " and id > $9 order by id limit $10";

    private const string SelectLastOfWorklist = FilteredWorklist + " order by id desc limit $9";

    private const string SelectApprovals = """
        select account_key, request_id, action, currency, effect_minor, maker, reason, requested_on, expires_on
        from approval_request
        where ($1 = '[]' or substr(account_key, 1, instr(account_key, '/') - 1) in (select value from json_each($1)))
            and expires_on between $2 and $3 and account_key || '/' || request_id > $4
        order by account_key || '/' || request_id limit $5
        """;

    private const string SelectRuns = """
        select run_id, entity_id, cycle_id, period_from, period_until, stage, planned_at, planned_by from bill_run
        where ($1 = '[]' or entity_id in (select value from json_each($1))) and ($2 is null or cycle_id = $2)
        order by planned_at desc, run_id desc limit 500
        """;

    /// <summary>An entity's keys lie between "entity/" and "entity0", the character after the slash.</summary>
    private const string SelectLedger = """
        select ledger_account, currency, sum(amount_minor) from journal_line
        where account_key > $1 || '/' and account_key < $1 || '0' and booked_on >= $2 and booked_on < $3
        group by ledger_account, currency order by ledger_account, currency
        """;

    public Task<ImmutableArray<SearchHit>> Search(EntityScope scope, string text, CancellationToken cancellation) =>
        new SqliteSearch(database, customers, words).Search(scope, SearchText.Of(text), cancellation);

    public async Task<ImmutableArray<AccountRow>> Accounts(
        EntityScope scope, string? customerId, string afterKey, int countMax, CancellationToken cancellation)
    {
        var rows = await database.All(
            SelectAccounts, SqliteReportRows.ReadAccount, cancellation, Entities(scope), customerId, afterKey,
            countMax);
        return await customers.Named(rows, cancellation);
    }

    public Task<ImmutableArray<InvoiceRow>> InvoicesOf(
        string accountKey, long beforeVersion, int countMax, CancellationToken cancellation) =>
        database.All(
            SelectInvoices, SqliteReportRows.ReadInvoice, cancellation, accountKey, beforeVersion, countMax);

    public Task<ImmutableArray<InvoiceRow>> InvoicesOfRun(
        string runId, string afterKey, int countMax, CancellationToken cancellation) =>
        database.All(SelectInvoicesOfRun, SqliteReportRows.ReadInvoice, cancellation, runId, afterKey, countMax);

    public async Task<InvoiceView?> Invoice(EntityScope scope, string idOrNumber, CancellationToken cancellation)
    {
        var (keys, version) = InvoiceId.Split(idOrNumber);
        var found = await database.All(
            SelectDocument, SqliteReportRows.ReadDocument, cancellation, SqliteQueries.JsonArray(keys), version,
            idOrNumber, Entities(scope));
        if (!found.IsEmpty)
            return found[0];
        var text = SearchText.Of(idOrNumber);
        return (await database.All(
            SelectNumbered, SqliteReportRows.ReadDocument, cancellation, text.Series, text.Number,
            Entities(scope))).FirstOrDefault();
    }

    public Task<ImmutableArray<UsageDay>> Usage(
        string servicePointId, DateOnly from, DateOnly until, CancellationToken cancellation) =>
        UsageRows.Usage(meters, servicePointId, from, until, cancellation);

    public Task<ImmutableArray<ReadRow>> Reads(
        string servicePointId, DateOnly from, DateOnly until, CancellationToken cancellation) =>
        UsageRows.Reads(meters, servicePointId, from, until, cancellation);

    public async Task<ImmutableArray<ImportView>> Imports(
        string beforeId, int countMax, CancellationToken cancellation) =>
        await envelopes.Open(
            await database.All(SelectImports, SqliteImportStore.ReadView, cancellation, beforeId, countMax),
            cancellation);

    public async Task<ImmutableArray<WorklistRow>> Worklist(
        EntityScope scope, WorklistFilter filter, long afterId, int countMax, CancellationToken cancellation)
    {
        var rows = await database.All(
            SelectWorklist, SqliteWorklistRows.Read, cancellation, [.. Values(scope, filter), afterId, countMax]);
        return await envelopes.Open(rows, cancellation);
    }

    public async Task<ImmutableArray<WorklistRow>> LastOfWorklist(
        EntityScope scope, WorklistFilter filter, int countMax, CancellationToken cancellation)
    {
        var rows = await database.All(
            SelectLastOfWorklist, SqliteWorklistRows.Read, cancellation, [.. Values(scope, filter), countMax]);
        return await envelopes.Open([.. rows.Reverse()], cancellation);
    }

    public Task<ImmutableArray<ApprovalRow>> Approvals(
        EntityScope scope, (DateOnly First, DateOnly Last) days, string afterKey, int countMax,
        CancellationToken cancellation) =>
        database.All(
            SelectApprovals, SqliteReportRows.ReadApproval, cancellation, Entities(scope),
            SqliteReportRows.Text(days.First), SqliteReportRows.Text(days.Last), afterKey, countMax);

    public Task<ImmutableArray<RunRow>> Runs(EntityScope scope, string? cycleId, CancellationToken cancellation) =>
        database.All(SelectRuns, SqliteReportRows.ReadRun, cancellation, Entities(scope), cycleId);

    public Task<ImmutableArray<LedgerSum>> Ledger(
        string entityId, DateOnly from, DateOnly until, CancellationToken cancellation) =>
        database.All(
            SelectLedger, row => new LedgerSum(row.GetString(0), row.GetString(1), row.GetInt64(2)), cancellation,
            entityId, SqliteReportRows.Text(from), SqliteReportRows.Text(until));

    private static IEnumerable<object?> Values(EntityScope scope, WorklistFilter filter) =>
    [
        Entities(scope), filter.Kind, filter.State, filter.Code, filter.RunId, filter.ImportId, filter.Owner,
        filter.AwakeOn is { } on ? SqliteReportRows.Text(on) : null,
    ];

    private static string Entities(EntityScope scope) => SqliteQueries.JsonArray(scope.Entities);
}
