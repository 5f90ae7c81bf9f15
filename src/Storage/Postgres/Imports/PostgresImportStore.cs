using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Storage.DueWork;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Mediation;
using BillingActors.Storage.Postgres.Mediation;
using BillingActors.Storage.Postgres.Meters;
using BillingActors.Storage.Postgres.Worklists;
using Npgsql;

namespace BillingActors.Storage.Postgres.Imports;

/// <summary>
/// The inbox of files on PostgreSQL. A batch row is the fence of its effect: who marks it worked stores it.
/// </summary>
internal sealed class PostgresImportStore(PostgresDatabase database, ImportEnvelopes envelopes) : IImportStore
{
    private const string Insert = """
        insert into import(import_id, file_name, format, actor_kind, actor_id, at, state)
        values ($1, $2, $3, $4, $5, $6, 'receiving')
        on conflict do nothing
        """;

    private const string UpsertBatch = """
        insert into import_batch(import_id, sequence, item_count, payload)
        select import_id, $2, $3, $4 from import where import_id = $1 and state = 'receiving' for share
        on conflict (import_id, sequence) do update set item_count = excluded.item_count, payload = excluded.payload
        """;

    private const string DropEmptyBatch = "delete from import_batch where import_id = $1 and sequence = $2";

    private const string SetAccepted = """
        update import set state = case when $3 = 0 then 'done' else 'accepted' end, sha256 = $2, record_count = $3
        where import_id = $1 and state = 'receiving'
        """;

    private const string SelectStaged =
        "select coalesce(sum(item_count), 0)::bigint from import_batch where import_id = $1";

    private const string AddDueWork = """
        insert into due_work(kind, key, shard_key, due_at)
        select 'import', import_id, $2, at from import where import_id = $1 and state = 'accepted'
        on conflict do nothing
        """;

    private const string SetRefused = """
        update import set state = 'refused', sha256 = $2, problems = $3 where import_id = $1 and state = 'receiving'
        """;

    private const string DropBatches = "delete from import_batch where import_id = $1";

    private const string SetKnown = """
        update import set state = 'done', sha256 = $2, record_count = $3, duplicate_count = $3
        where import_id = $1 and state = 'receiving'
        """;

    private const string PassBatches = "update import_batch set is_worked = true, payload = null where import_id = $1";

    private const string SelectState = "select state from import where import_id = $1";

    private const string SelectNext = """
        select b.sequence, b.payload from import_batch b join import i on i.import_id = b.import_id
        where b.import_id = $1 and not b.is_worked and i.state in ('accepted', 'working')
        order by b.sequence limit 1
        """;

    private const string Claim = """
        update import_batch set is_worked = true, payload = null
        where import_id = $1 and sequence = $2 and not is_worked
            and exists (select from import where import_id = $1 and state in ('accepted', 'working'))
        returning item_count
        """;

    private const string SelectWorked = "select is_worked from import_batch where import_id = $1 and sequence = $2";

    /// <summary>Done is read off the counts of the row itself, so two workers who end together agree on it.</summary>
    private const string AddCounts = """
        update import set stored_count = stored_count + $2, corrected_count = corrected_count + $3,
            duplicate_count = duplicate_count + $4, rejected_count = rejected_count + $5,
            state = case when stored_count + corrected_count + duplicate_count + rejected_count
                + $2 + $3 + $4 + $5 = record_count then 'done' else 'working' end
        where import_id = $1
        """;

    private const string EndDueWork = """
        delete from due_work where kind = 'import' and key = $1
            and exists (select from import where import_id = $1 and state = 'done')
        """;

    private const string SelectView = """
        select import_id, file_name, format, state, sha256, record_count, stored_count, corrected_count,
            duplicate_count, rejected_count, at, actor_id, problems
        from import where import_id = $1
        """;

    public async Task<bool> Begin(ImportHeader header, CancellationToken cancellation) => await database.Command(
        Insert, header.ImportId, header.FileName, header.Format, header.ActorKind, header.ActorId,
        header.At.ToUniversalTime()).Run(cancellation) == 1;

    public async Task Stage(StagedBatch batch, CancellationToken cancellation)
    {
        if (batch.Items.IsEmpty)
        {
            await database.Command(DropEmptyBatch, batch.ImportId, batch.Sequence).Run(cancellation);
            return;
        }
        var payload = await envelopes.Seal(batch, cancellation);
        var command = database.Command(UpsertBatch, batch.ImportId, batch.Sequence, batch.Items.Length, payload);
        if (await command.Run(cancellation) == 0)
            throw ImportFaults.NotReceiving(batch.ImportId, await State(batch.ImportId, cancellation));
    }

    public Task Accept(string importId, string sha256, long recordCount, CancellationToken cancellation) =>
        database.InTransaction(
            transaction => Accept(transaction, new Received(importId, sha256, recordCount), cancellation),
            cancellation);

    public Task<CallFileFate> AcceptCalls(
        string importId, string sha256, long recordCount, CallFile file, CancellationToken cancellation) =>
        database.InRetriedTransaction(
            async transaction =>
            {
                var received = new Received(importId, sha256, recordCount);
                var fate = await PostgresCallFiles.Take(transaction, importId, file, cancellation);
                if (fate == CallFileFate.Taken)
                    await Accept(transaction, received, cancellation);
                if (fate == CallFileFate.Known)
                    await Pass(transaction, received, cancellation);
                return fate;
            },
            cancellation);

    public async Task Refuse(
        string importId, string sha256, ImmutableArray<RecordProblem> problems, CancellationToken cancellation)
    {
        var reasons = await envelopes.Seal(
            importId, [.. problems.Take(ImportFaults.ProblemCountMax)], cancellation);
        await database.InTransaction(
            async transaction =>
            {
                if (await transaction.Command(SetRefused, importId, sha256, reasons).Run(cancellation) == 0)
                    return await Repeated(importId, ["refused"], cancellation);
                await transaction.Command(DropBatches, importId).Run(cancellation);
                return true;
            },
            cancellation);
    }

    public async Task<StagedBatch?> Next(string importId, CancellationToken cancellation)
    {
        var next = await database.Command(SelectNext, importId).Query(
            row => (Sequence: row.GetInt32(0), Payload: row.GetFieldValue<byte[]>(1)), cancellation);
        return next.IsEmpty
            ? null
            : await envelopes.Open(importId, next[0].Sequence, next[0].Payload, cancellation);
    }

    public async Task Complete(WorkedBatch worked, CancellationToken cancellation)
    {
        var rejected = await envelopes.SealRejected(worked, cancellation);
        await database.InRetriedTransaction(
            async transaction =>
            {
                var claimed = await transaction.Command(Claim, worked.ImportId, worked.Sequence)
                    .Query(row => row.GetInt32(0), cancellation);
                if (claimed.IsEmpty)
                    return await WorkedBefore(transaction, worked, cancellation);
                var counts = await PostgresMeterRows.Store(transaction, worked, cancellation);
                Invariant.Holds(counts.Total == claimed[0], "a worked batch accounts for every record of it");
                await PostgresWorklistRows.AddRejected(transaction, worked, rejected, cancellation);
                await Count(transaction, worked.ImportId, counts, cancellation);
                await transaction.Command(EndDueWork, worked.ImportId).Run(cancellation);
                return true;
            },
            cancellation);
    }

    public async Task<ImportItem?> Rejected(long worklistId, CancellationToken cancellation)
    {
        var stored = await database.Command(PostgresWorklistRows.SelectItem, worklistId)
            .Query(PostgresWorklistRows.ReadRecord, cancellation);
        return stored.IsEmpty ? null : await envelopes.Open(stored[0], cancellation);
    }

    public async Task<bool> CompleteRedrive(
        long worklistId, WorkedBatch worked, string actorId, CancellationToken cancellation)
    {
        var rejected = await envelopes.SealRejected(worked, cancellation);
        return await database.InRetriedTransaction(
            async transaction =>
            {
                if (!await PostgresWorklistRows.Lock(transaction, worklistId, worked.ImportId, cancellation))
                    return false;
                var counts = await PostgresMeterRows.Store(transaction, worked, cancellation);
                Invariant.Holds(counts.Total == 1, "one record is driven again at a time");
                if (counts.Rejected == 1)
                {
                    await PostgresWorklistRows.RejectAgain(
                        transaction, worklistId, worked.Rejected[0].Problem, rejected[0], cancellation);
                    return true;
                }
                await PostgresWorklistRows.Fix(transaction, worklistId, actorId, cancellation);
                await Count(transaction, worked.ImportId, counts with { Rejected = -1 }, cancellation);
                return true;
            },
            cancellation);
    }

    public async Task<ImportView?> View(string importId, CancellationToken cancellation) =>
        (await envelopes.Open(
            await database.Command(SelectView, importId).Query(ReadView, cancellation), cancellation))
        .FirstOrDefault();

    internal static StoredImport ReadView(NpgsqlDataReader row) => new(
        new ImportView(
            row.GetString(0),
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            row.GetInt64(5),
            row.GetInt64(6),
            row.GetInt64(7),
            row.GetInt64(8),
            row.GetInt64(9),
            row.GetFieldValue<DateTimeOffset>(10),
            row.GetString(11),
            []),
        row.GetString(12));

    private async Task<bool> Accept(
        NpgsqlTransaction transaction, Received received, CancellationToken cancellation)
    {
        var (importId, sha256, recordCount) = received;
        if (await transaction.Command(SetAccepted, importId, sha256, recordCount).Run(cancellation) == 0)
            return await Repeated(importId, ["accepted", "working", "done"], cancellation);
        var staged = await transaction.Command(SelectStaged, importId).Query(row => row.GetInt64(0), cancellation);
        Invariant.Holds(staged[0] == recordCount, "the staged batches hold every record of the file");
        await transaction.Command(AddDueWork, importId, ShardKey.Of(importId)).Run(cancellation);
        return true;
    }

    private async Task Pass(NpgsqlTransaction transaction, Received received, CancellationToken cancellation)
    {
        var (importId, sha256, recordCount) = received;
        if (await transaction.Command(SetKnown, importId, sha256, recordCount).Run(cancellation) == 0)
            await Repeated(importId, ["done"], cancellation);
        await transaction.Command(PassBatches, importId).Run(cancellation);
    }

    private static Task<int> Count(
        NpgsqlTransaction transaction, string importId, OutcomeCounts counts, CancellationToken cancellation) =>
        transaction.Command(
            AddCounts, importId, counts.Stored, counts.Corrected, counts.Duplicate, counts.Rejected).Run(cancellation);

    private static async Task<bool> WorkedBefore(
        NpgsqlTransaction transaction, WorkedBatch worked, CancellationToken cancellation)
    {
        var known = await transaction.Command(SelectWorked, worked.ImportId, worked.Sequence)
            .Query(row => row.GetBoolean(0), cancellation);
        return known is [true] ? false : throw ImportFaults.NotWaiting(worked.ImportId, worked.Sequence);
    }

    private async Task<bool> Repeated(string importId, string[] allowed, CancellationToken cancellation)
    {
        var state = await State(importId, cancellation);
        return allowed.Contains(state, StringComparer.Ordinal)
            ? false
            : throw ImportFaults.NotReceiving(importId, state);
    }

    private async Task<string?> State(string importId, CancellationToken cancellation) =>
        (await database.Command(SelectState, importId).Query(row => row.GetString(0), cancellation)).FirstOrDefault();

    private sealed record Received(string ImportId, string Sha256, long RecordCount);
}
