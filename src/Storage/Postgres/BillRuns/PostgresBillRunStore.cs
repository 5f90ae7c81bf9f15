using System.Collections.Immutable;
using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.BillRuns;
using Npgsql;

namespace BillingActors.Storage.Postgres.BillRuns;

/// <summary>Bill runs on PostgreSQL; counts and sums are the database's.</summary>
internal sealed class PostgresBillRunStore(PostgresDatabase database) : IBillRunStore
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
        where account_key = any($3) and entity_id = $1 and cycle_id = $2 and status = 1
            and currency = $5
        order by account_key limit $4
        """;

    private const string SelectCheckpoint = """
        select cursor, is_done from bill_run_checkpoint where run_id = $1 and partition = $2 and stage = $3
        """;

    private const string SelectReady = $"""
        select {PostgresDrafts.Columns} from run_draft
        where run_id = $1 and account_key > $2 and ($3 = '' or account_key <= $3) and outcome = 'calculated'
        order by account_key limit $4
        """;

    private const string SelectDraft =
        $"select {PostgresDrafts.Columns} from run_draft where run_id = $1 and account_key = $2";

    private const string CountOutcomes = """
        select outcome, count(*), sum(net_minor)::bigint, sum(tax_minor)::bigint
        from run_draft where run_id = $1 group by outcome
        """;

    private const string SumByKey = """
        select s.key, sum(s.value::bigint)::bigint
        from bill_draft d cross join lateral jsonb_each_text(d.sums) as s
        where d.run_id = $1 and d.outcome in ('calculated', 'issued')
        group by s.key
        """;

    private const string CountInvoices = """
        select count(*), coalesce(sum(net_minor), 0)::bigint, coalesce(sum(tax_minor), 0)::bigint
        from invoice where run_id = $1
        """;

    private const string SumPostings = """
        select coalesce(sum(p.amount_minor) filter (
                where p.ledger_account in ('receivables', 'budget-billing', 'bills-in-transit')), 0)::bigint,
            coalesce(-sum(p.amount_minor) filter (where starts_with(p.ledger_account, 'revenue/')), 0)::bigint,
            coalesce(-sum(p.amount_minor) filter (where starts_with(p.ledger_account, 'tax/')), 0)::bigint
        from invoice i join posting p on p.account_key = i.account_key and p.version = i.version
        where i.run_id = $1
        """;

    private const string CountWorkedDrafts = """
        select count(*) from run_draft
        where run_id = $1 and account_key > $2 and account_key <= $3 and (not $4 or outcome = 'issued')
        """;

    private const string CountIssuedDrafts = "select count(*) from run_draft where run_id = $1 and outcome = 'issued'";

    public Task<ImmutableArray<StoredRunEvent>> ReadEvents(string runId, CancellationToken cancellation) =>
        database.Command(PostgresRunEvents.Select, runId).Query(PostgresRunEvents.Read, cancellation);

    public Task Append(
        string runId,
        long expectedVersion,
        ImmutableArray<RunEvent> events,
        CommandContext context,
        CancellationToken cancellation)
    {
        var turn = new RunTurn(runId, expectedVersion, events, context);
        return database.InTransaction(
            transaction => PostgresRunEvents.Append(transaction, turn, cancellation), cancellation);
    }

    public async Task<(ImmutableArray<RunPartition> Partitions, long CandidateCount)> Partition(
        string entityId, string cycleId, string currency, int partitionCount, CancellationToken cancellation) =>
        RunRanges.Of(await database.Command(SelectParts, entityId, cycleId, partitionCount, currency)
            .Query(row => (row.GetString(0), row.GetInt64(1)), cancellation));

    public Task<ImmutableArray<string>> Keys(
        RunRange range, string afterKey, int countMax, CancellationToken cancellation)
    {
        var command = range.AccountIds.IsEmpty
            ? database.Command(
                SelectKeys, range.EntityId, range.CycleId, RunRanges.After(range.Partition, afterKey),
                range.Partition.ThroughKey, countMax, range.Currency)
            : database.Command(
                SelectChosenKeys, range.EntityId, range.CycleId, RunRanges.Selected(range, afterKey), countMax,
                range.Currency);
        return command.Query(row => row.GetString(0), cancellation);
    }

    public async Task<PageCheckpoint?> Checkpoint(
        string runId, int partition, string stage, CancellationToken cancellation) =>
        (await database.Command(SelectCheckpoint, runId, partition, stage).Query(
            row => new PageCheckpoint(runId, partition, stage, row.GetString(0), row.GetBoolean(1)),
            cancellation)).FirstOrDefault();

    public async Task<long> CountWorked(PageCheckpoint at, string afterKey, CancellationToken cancellation) =>
        (await database.Command(CountWorkedDrafts, at.RunId, afterKey, at.Cursor, at.Stage == "release").Query(
            row => row.GetInt64(0), cancellation))[0];

    public Task WriteDrafts(
        string runId, IReadOnlyList<BillDraft> drafts, PageCheckpoint? checkpoint, CancellationToken cancellation) =>
        database.InRetriedTransaction(
            async transaction =>
            {
                await using var batch = new NpgsqlBatch(transaction.Connection, transaction);
                PostgresDrafts.Add(batch, runId, drafts);
                if (checkpoint is not null)
                    PostgresDrafts.Add(batch, checkpoint);
                return batch.BatchCommands.Count == 0 ? 0 : await batch.ExecuteNonQueryAsync(cancellation);
            },
            cancellation);

    public Task Resolve(BillDraft draft, CommandContext context, CancellationToken cancellation) =>
        database.InRetriedTransaction(
            async transaction =>
            {
                await using var batch = new NpgsqlBatch(transaction.Connection, transaction);
                PostgresDrafts.Add(batch, draft, context);
                return await batch.ExecuteNonQueryAsync(cancellation);
            },
            cancellation);

    public async Task<ImmutableArray<BillDraft>> ReadDrafts(
        string runId, RunPartition range, string afterKey, int countMax, CancellationToken cancellation)
    {
        await using var batch = database.Source.CreateBatch();
        batch.Add(PostgresDatabase.PlanByKey);
        batch.Add(SelectReady, runId, RunRanges.After(range, afterKey), range.ThroughKey, countMax);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        return [.. await reader.ReadAll(PostgresDrafts.Read, cancellation)];
    }

    public async Task<BillDraft?> ReadDraft(string runId, string accountKey, CancellationToken cancellation) =>
        (await database.Command(SelectDraft, runId, accountKey).Query(
            PostgresDrafts.Read, cancellation)).FirstOrDefault();

    public Task<RunCounts> CountDrafts(string runId, CancellationToken cancellation) => database.OnSnapshot(
        async snapshot =>
        {
            var outcomes = await snapshot.Command(CountOutcomes, runId).Query(
                row => (row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)), cancellation);
            var sums = await snapshot.Command(SumByKey, runId).Query(
                row => new RunSum(row.GetString(0), row.GetInt64(1)), cancellation);
            return DraftCounts.Of(outcomes, sums);
        },
        cancellation);

    public Task<IssuedCounts> CountIssued(string runId, CancellationToken cancellation) => database.OnSnapshot(
        async snapshot =>
        {
            var (count, net, tax) = (await snapshot.Command(CountInvoices, runId).Query(Three, cancellation))[0];
            var (receivables, revenue, posted) =
                (await snapshot.Command(SumPostings, runId).Query(Three, cancellation))[0];
            var drafts = await snapshot.Command(CountIssuedDrafts, runId).Query(row => row.GetInt64(0), cancellation);
            return new IssuedCounts(count, net, tax, receivables, revenue, posted, drafts[0]);
        },
        cancellation);

    private static (long First, long Second, long Third) Three(NpgsqlDataReader row) =>
        (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2));
}
