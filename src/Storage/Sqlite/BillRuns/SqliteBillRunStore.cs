using System.Collections.Immutable;
using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.BillRuns;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.BillRuns;

/// <summary>Bill runs on SQLite; counts and sums are the database's.</summary>
internal sealed class SqliteBillRunStore(SqliteDatabase database) : IBillRunStore
{
    private const string SelectParts = """
        select max(account_key), count(*) from (
            select account_key, ntile($3) over (order by account_key) as part from account
            where entity_id = $1 and cycle_id = $2 and status = 1 and currency = $4) as parts
        group by part order by part
        """;

    private const string SelectKeys = """
        select account_key from account
        where entity_id = $1 and cycle_id = $2 and status = 1 and account_key > $3 and ($4 = '' or account_key <= $4)
            and currency = $6
        order by account_key limit $5
        """;

    private const string SelectChosenKeys = """
        select account_key from account
        where account_key in (select value from json_each($3)) and entity_id = $1 and cycle_id = $2 and status = 1
            and currency = $5
        order by account_key limit $4
        """;

    private const string SelectCheckpoint = """
        select cursor, is_done from bill_run_checkpoint where run_id = $1 and partition = $2 and stage = $3
        """;

    private const string SelectReady = $"""
        select {SqliteDrafts.Columns} from run_draft
        where run_id = $1 and account_key > $2 and ($3 = '' or account_key <= $3) and outcome = 'calculated'
        order by account_key limit $4
        """;

    private const string SelectDraft =
        $"select {SqliteDrafts.Columns} from run_draft where run_id = $1 and account_key = $2";

    private const string CountOutcomes = """
        select outcome, count(*), sum(net_minor), sum(tax_minor)
        from run_draft where run_id = $1 group by outcome
        """;

    private const string SumByKey = """
        select s.key, sum(s.value)
        from bill_draft d, json_each(d.sums) as s
        where d.run_id = $1 and d.outcome in ('calculated', 'issued')
        group by s.key
        """;

    private const string CountInvoices = """
        select count(*), coalesce(sum(net_minor), 0), coalesce(sum(tax_minor), 0)
        from invoice where run_id = $1
        """;

    private const string SumPostings = """
        select coalesce(sum(p.amount_minor) filter (
                where p.ledger_account in ('receivables', 'budget-billing', 'bills-in-transit')), 0),
            coalesce(-sum(p.amount_minor) filter (where p.ledger_account like 'revenue/%'), 0),
            coalesce(-sum(p.amount_minor) filter (where p.ledger_account like 'tax/%'), 0)
        from invoice i join posting p on p.account_key = i.account_key and p.version = i.version
        where i.run_id = $1
        """;

    private const string CountWorkedDrafts = """
        select count(*) from run_draft
        where run_id = $1 and account_key > $2 and account_key <= $3 and ($4 = 0 or outcome = 'issued')
        """;

    private const string CountIssuedDrafts = "select count(*) from run_draft where run_id = $1 and outcome = 'issued'";

    public Task<ImmutableArray<StoredRunEvent>> ReadEvents(string runId, CancellationToken cancellation) =>
        database.All(SqliteRunEvents.Select, SqliteRunEvents.Read, cancellation, runId);

    public Task Append(
        string runId,
        long expectedVersion,
        ImmutableArray<RunEvent> events,
        CommandContext context,
        CancellationToken cancellation)
    {
        var turn = new RunTurn(runId, expectedVersion, events, context);
        return database.Write(transaction => SqliteRunEvents.Append(transaction, turn), cancellation);
    }

    public Task<(ImmutableArray<RunPartition> Partitions, long CandidateCount)> Partition(
        string entityId, string cycleId, string currency, int partitionCount, CancellationToken cancellation) =>
        database.Read(
            connection => RunRanges.Of(connection.Query(
                SelectParts, row => (row.GetString(0), row.GetInt64(1)), entityId, cycleId, partitionCount, currency)),
            cancellation);

    public Task<ImmutableArray<string>> Keys(
        RunRange range, string afterKey, int countMax, CancellationToken cancellation) => range.AccountIds.IsEmpty
        ? database.All(
            SelectKeys, Key, cancellation, range.EntityId, range.CycleId, RunRanges.After(range.Partition, afterKey),
            range.Partition.ThroughKey, countMax, range.Currency)
        : database.All(
            SelectChosenKeys, Key, cancellation, range.EntityId, range.CycleId,
            SqliteQueries.JsonArray(RunRanges.Selected(range, afterKey)), countMax, range.Currency);

    public async Task<PageCheckpoint?> Checkpoint(
        string runId, int partition, string stage, CancellationToken cancellation) =>
        (await database.All(
            SelectCheckpoint, row => new PageCheckpoint(runId, partition, stage, row.GetString(0), row.GetBoolean(1)),
            cancellation, runId, partition, stage)).FirstOrDefault();

    public async Task<long> CountWorked(PageCheckpoint at, string afterKey, CancellationToken cancellation) =>
        (await database.All(
            CountWorkedDrafts, row => row.GetInt64(0), cancellation, at.RunId, afterKey, at.Cursor,
            at.Stage == "release" ? 1 : 0))[0];

    public Task WriteDrafts(
        string runId, IReadOnlyList<BillDraft> drafts, PageCheckpoint? checkpoint, CancellationToken cancellation) =>
        database.Write(
            transaction =>
            {
                SqliteDrafts.Write(transaction, runId, drafts);
                if (checkpoint is not null)
                    SqliteDrafts.Write(transaction, checkpoint);
            },
            cancellation);

    public Task Resolve(BillDraft draft, CommandContext context, CancellationToken cancellation) =>
        database.Write(transaction => SqliteDrafts.Write(transaction, draft, context), cancellation);

    public Task<ImmutableArray<BillDraft>> ReadDrafts(
        string runId, RunPartition range, string afterKey, int countMax,
        CancellationToken cancellation) => database.All(
        SelectReady, SqliteDrafts.Read, cancellation, runId, RunRanges
            .After(range, afterKey), range.ThroughKey, countMax);

    public async Task<BillDraft?> ReadDraft(string runId, string accountKey, CancellationToken cancellation) =>
        (await database.All(SelectDraft, SqliteDrafts.Read, cancellation, runId, accountKey)).FirstOrDefault();

    public Task<RunCounts> CountDrafts(string runId, CancellationToken cancellation) => database.Read(
        connection =>
        {
            using var snapshot = connection.BeginTransaction(deferred: true);
            var outcomes = snapshot.Query(
                CountOutcomes, row => (row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)), runId);
            var sums = snapshot.Query(SumByKey, row => new RunSum(row.GetString(0), row.GetInt64(1)), runId);
            return DraftCounts.Of(outcomes, sums);
        },
        cancellation);

    public Task<IssuedCounts> CountIssued(string runId, CancellationToken cancellation) => database.Read(
        connection =>
        {
            using var snapshot = connection.BeginTransaction(deferred: true);
            var (count, net, tax) = snapshot.Query(CountInvoices, Three, runId)[0];
            var (receivables, revenue, posted) = snapshot.Query(SumPostings, Three, runId)[0];
            var drafts = snapshot.Query(CountIssuedDrafts, row => row.GetInt64(0), runId);
            return new IssuedCounts(count, net, tax, receivables, revenue, posted, drafts[0]);
        },
        cancellation);

    private static string Key(SqliteDataReader row) => row.GetString(0);

    private static (long First, long Second, long Third) Three(SqliteDataReader row) =>
        (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
}
