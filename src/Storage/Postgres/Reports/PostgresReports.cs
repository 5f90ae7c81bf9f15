using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Cash;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Meters;
using BillingActors.Storage.Postgres.Imports;
using BillingActors.Storage.Postgres.Worklists;
using BillingActors.Storage.Reports;

namespace BillingActors.Storage.Postgres.Reports;

/// <summary>Lists and look-ups on PostgreSQL.</summary>
internal sealed class PostgresReports(
    PostgresDatabase database, IMeterDataStore meters, ICustomerDirectory customers, ImportEnvelopes envelopes,
    PaymentWords words)
    : IReports
{
    /// <summary>The customer is $2, null for any.</summary>
    private const string SelectAccounts = """
        select entity_id, account_id, customer_id, status, cycle_id, currency, balance_minor, version
        from account
        where (cardinality($1::text[]) = 0 or entity_id = any($1)) and ($2::text is null or customer_id = $2)
            and account_key > $3
        order by account_key limit $4
        """;

    private const string SelectInvoices = $"""
        select {PostgresReportRows.InvoiceColumns} from invoice i
        where account_key = $1 and ($2 = 0 or version < $2)
        order by version desc limit $3
        """;

    private const string SelectInvoicesOfRun = $"""
        select {PostgresReportRows.InvoiceColumns} from invoice i
        where run_id = $1 and account_key > $2
        order by account_key, version limit $3
        """;

    private const string SelectDocument = """
        select series, number, hash, body from invoice i
        where account_key = any($1) and version = $2 and invoice_id = $3
            and (cardinality($4::text[]) = 0 or entity_id = any($4))
        """;

    private const string SelectNumbered = """
        select i.series, i.number, i.hash, i.body
        from number_series s join invoice i on i.entity_id = s.entity_id and i.series = s.series and i.number = $2
        where s.series = $1 and (cardinality($3::text[]) = 0 or i.entity_id = any($3))
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
        select {PostgresWorklistRows.Columns} from worklist
        where (cardinality($1::text[]) = 0 or entity_id = any($1))
            and ($2::text is null or kind = $2) and ($3::text is null or state = $3) and ($4::text is null or code = $4)
            and ($5::text is null or run_id = $5) and ($6::text is null or import_id = $6)
            and ($7::text is null or owner = $7)
            and ($8::date is null or snoozed_until is null or snoozed_until <= $8)
        """;

    private const string SelectWorklist = FilteredWorklist + " and id > $9 order by id limit $10";

    private const string SelectLastOfWorklist = FilteredWorklist + " order by id desc limit $9";

    private const string SelectApprovals = """
        select account_key, request_id, action, currency, effect_minor, maker, reason, requested_on, expires_on
        from approval_request
        where (cardinality($1::text[]) = 0 or split_part(account_key, '/', 1) = any($1))
            and expires_on between $2 and $3 and account_key || '/' || request_id > $4
        order by account_key || '/' || request_id limit $5
        """;

    private const string SelectRuns = """
        select run_id, entity_id, cycle_id, period_from, period_until, stage, planned_at, planned_by from bill_run
        where (cardinality($1::text[]) = 0 or entity_id = any($1)) and ($2::text is null or cycle_id = $2)
        order by planned_at desc, run_id desc limit 500
        """;

    /// <summary>An entity's keys lie between "entity/" and "entity0", the character after the slash.</summary>
    private const string SelectLedger = """
        select ledger_account, currency, sum(amount_minor)::bigint from journal_line
        where account_key > $1 || '/' and account_key < $1 || '0' and booked_on >= $2 and booked_on < $3
        group by ledger_account, currency order by ledger_account collate "C", currency
        """;

    public Task<ImmutableArray<SearchHit>> Search(EntityScope scope, string text, CancellationToken cancellation) =>
        new PostgresSearch(database, customers, words).Search(scope, SearchText.Of(text), cancellation);

    public async Task<ImmutableArray<AccountRow>> Accounts(
        EntityScope scope, string? customerId, string afterKey, int countMax, CancellationToken cancellation)
    {
        var rows = await database.Command(SelectAccounts, Entities(scope), customerId, afterKey, countMax)
            .Query(PostgresReportRows.ReadAccount, cancellation);
        return await customers.Named(rows, cancellation);
    }

    public Task<ImmutableArray<InvoiceRow>> InvoicesOf(
        string accountKey, long beforeVersion, int countMax, CancellationToken cancellation) =>
        database.Command(SelectInvoices, accountKey, beforeVersion, countMax)
            .Query(PostgresReportRows.ReadInvoice, cancellation);

    public Task<ImmutableArray<InvoiceRow>> InvoicesOfRun(
        string runId, string afterKey, int countMax, CancellationToken cancellation) =>
        database.Command(SelectInvoicesOfRun, runId, afterKey, countMax)
            .Query(PostgresReportRows.ReadInvoice, cancellation);

    public async Task<InvoiceView?> Invoice(EntityScope scope, string idOrNumber, CancellationToken cancellation)
    {
        var (keys, version) = InvoiceId.Split(idOrNumber);
        var found = await database.Command(SelectDocument, keys.ToArray(), version, idOrNumber, Entities(scope))
            .Query(PostgresReportRows.ReadDocument, cancellation);
        if (!found.IsEmpty)
            return found[0];
        var text = SearchText.Of(idOrNumber);
        return (await database.Command(SelectNumbered, text.Series, text.Number, Entities(scope))
            .Query(PostgresReportRows.ReadDocument, cancellation)).FirstOrDefault();
    }

    public Task<ImmutableArray<UsageDay>> Usage(
        string servicePointId, DateOnly from, DateOnly until, CancellationToken cancellation) =>
        UsageRows.Usage(meters, servicePointId, from, until, cancellation);

    public Task<ImmutableArray<ReadRow>> Reads(
        string servicePointId, DateOnly from, DateOnly until, CancellationToken cancellation) =>
        UsageRows.Reads(meters, servicePointId, from, until, cancellation);

    public async Task<ImmutableArray<ImportView>> Imports(
        string beforeId, int countMax, CancellationToken cancellation)
    {
        var rows = await database.Command(SelectImports, beforeId, countMax)
            .Query(PostgresImportStore.ReadView, cancellation);
        return await envelopes.Open(rows, cancellation);
    }

    public async Task<ImmutableArray<WorklistRow>> Worklist(
        EntityScope scope, WorklistFilter filter, long afterId, int countMax, CancellationToken cancellation)
    {
        var rows = await database.Command(
            SelectWorklist, Entities(scope), filter.Kind, filter.State, filter.Code, filter.RunId, filter.ImportId,
            filter.Owner, filter.AwakeOn, afterId, countMax).Query(PostgresWorklistRows.Read, cancellation);
        return await envelopes.Open(rows, cancellation);
    }

    public async Task<ImmutableArray<WorklistRow>> LastOfWorklist(
        EntityScope scope, WorklistFilter filter, int countMax, CancellationToken cancellation)
    {
        var rows = await database.Command(
            SelectLastOfWorklist, Entities(scope), filter.Kind, filter.State, filter.Code, filter.RunId,
            filter.ImportId, filter.Owner, filter.AwakeOn, countMax).Query(PostgresWorklistRows.Read, cancellation);
        return await envelopes.Open([.. rows.Reverse()], cancellation);
    }

    public Task<ImmutableArray<ApprovalRow>> Approvals(
        EntityScope scope, (DateOnly First, DateOnly Last) days, string afterKey, int countMax,
        CancellationToken cancellation) =>
        database.Command(SelectApprovals, Entities(scope), days.First, days.Last, afterKey, countMax)
            .Query(PostgresReportRows.ReadApproval, cancellation);

    public Task<ImmutableArray<RunRow>> Runs(EntityScope scope, string? cycleId, CancellationToken cancellation) =>
        database.Command(SelectRuns, Entities(scope), cycleId).Query(PostgresReportRows.ReadRun, cancellation);

    public Task<ImmutableArray<LedgerSum>> Ledger(
        string entityId, DateOnly from, DateOnly until, CancellationToken cancellation) =>
        database.Command(SelectLedger, entityId, from, until).Query(
            row => new LedgerSum(row.GetString(0), row.GetString(1), row.GetInt64(2)), cancellation);

    private static string[] Entities(EntityScope scope) => [.. scope.Entities];
}
