using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Storage.DueWork;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Mediation;
using BillingActors.Storage.Sqlite.Mediation;
using BillingActors.Storage.Sqlite.Meters;
using BillingActors.Storage.Sqlite.Worklists;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.Imports;

/// <summary>
/// The inbox of files on SQLite. A batch row is the fence of its effect: who marks it worked stores it.
/// </summary>
internal sealed class SqliteImportStore(SqliteDatabase database, ImportEnvelopes envelopes) : IImportStore
{
    private const string Insert = """
        insert into import(import_id, file_name, format, actor_kind, actor_id, at, state)
        values ($1, $2, $3, $4, $5, $6, 'receiving')
        on conflict do nothing
        """;

    private const string UpsertBatch = """
        insert into import_batch(import_id, sequence, item_count, payload)
        select import_id, $2, $3, $4 from import where import_id = $1 and state = 'receiving'
        on conflict (import_id, sequence) do update set item_count = excluded.item_count, payload = excluded.payload
        """;

    private const string DropEmptyBatch = "delete from import_batch where import_id = $1 and sequence = $2";

    private const string SetAccepted = """
        update import set state = case when $3 = 0 then 'done' else 'accepted' end, sha256 = $2, record_count = $3
        where import_id = $1 and state = 'receiving'
        """;

    private const string SelectStaged = "select coalesce(sum(item_count), 0) from import_batch where import_id = $1";

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

    private const string PassBatches = "update import_batch set is_worked = 1, payload = null where import_id = $1";

    private const string SelectState = "select state from import where import_id = $1";

    private const string SelectNext = """
        select b.sequence, b.payload from import_batch b join import i on i.import_id = b.import_id
        where b.import_id = $1 and not b.is_worked and i.state in ('accepted', 'working')
        order by b.sequence limit 1
        """;

    private const string Claim = """
        update import_batch set is_worked = 1, payload = null
        where import_id = $1 and sequence = $2 and not is_worked
            and exists (select 1 from import where import_id = $1 and state in ('accepted', 'working'))
        returning item_count
        """;

    private const string SelectWorked = "select is_worked from import_batch where import_id = $1 and sequence = $2";

    private const string AddCounts = """
        update import set stored_count = stored_count + $2, corrected_count = corrected_count + $3,
            duplicate_count = duplicate_count + $4, rejected_count = rejected_count + $5,
            state = case when stored_count + corrected_count + duplicate_count + rejected_count
                + $2 + $3 + $4 + $5 = record_count then 'done' else 'working' end
        where import_id = $1
        """;

    private const string EndDueWork = """
        delete from due_work where kind = 'import' and key = $1
            and exists (select 1 from import where import_id = $1 and state = 'done')
        """;

    private const string SelectView = """
        select import_id, file_name, format, state, sha256, record_count, stored_count, corrected_count,
            duplicate_count, rejected_count, at, actor_id, problems
        from import where import_id = $1
        """;

    public Task<bool> Begin(ImportHeader header, CancellationToken cancellation) => database.Write(
        transaction => transaction.Execute(
            Insert, header.ImportId, header.FileName, header.Format, header.ActorKind, header.ActorId,
            Microseconds.Of(header.At)) == 1,
        cancellation);

    public async Task Stage(StagedBatch batch, CancellationToken cancellation)
    {
        var payload = await envelopes.Seal(batch, cancellation);
        await database.Write(
            transaction =>
            {
                if (batch.Items.IsEmpty)
                    transaction.Execute(DropEmptyBatch, batch.ImportId, batch.Sequence);
                else if (transaction.Execute(
                    UpsertBatch, batch.ImportId, batch.Sequence, batch.Items.Length, payload) == 0)
                    throw ImportFaults.NotReceiving(batch.ImportId, State(transaction, batch.ImportId));
            },
            cancellation);
    }

    public Task Accept(string importId, string sha256, long recordCount, CancellationToken cancellation) =>
        database.Write(transaction => Accept(transaction, importId, sha256, recordCount), cancellation);

    public Task<CallFileFate> AcceptCalls(
        string importId, string sha256, long recordCount, CallFile file, CancellationToken cancellation) =>
        database.Write(
            transaction =>
            {
                var fate = SqliteCallFiles.Take(transaction, importId, file);
                if (fate == CallFileFate.Taken)
                    Accept(transaction, importId, sha256, recordCount);
                if (fate == CallFileFate.Known)
                    Pass(transaction, importId, sha256, recordCount);
                return fate;
            },
            cancellation);

    public async Task Refuse(
        string importId, string sha256, ImmutableArray<RecordProblem> problems, CancellationToken cancellation)
    {
        var reasons = await envelopes.Seal(
            importId, [.. problems.Take(ImportFaults.ProblemCountMax)], cancellation);
        await database.Write(
            transaction =>
            {
                if (transaction.Execute(SetRefused, importId, sha256, reasons) == 0)
                    Repeated(transaction, importId, ["refused"]);
                transaction.Execute(DropBatches, importId);
            },
            cancellation);
    }

    public async Task<StagedBatch?> Next(string importId, CancellationToken cancellation)
    {
        var next = await database.All(
            SelectNext, row => (Sequence: row.GetInt32(0), Payload: row.GetFieldValue<byte[]>(1)), cancellation,
            importId);
        return next.IsEmpty
            ? null
            : await envelopes.Open(importId, next[0].Sequence, next[0].Payload, cancellation);
    }

    public async Task Complete(WorkedBatch worked, CancellationToken cancellation)
    {
        var rejected = await envelopes.SealRejected(worked, cancellation);
        await database.Write(transaction => Complete(transaction, worked, rejected), cancellation);
    }

    public async Task<ImportItem?> Rejected(long worklistId, CancellationToken cancellation)
    {
        var stored = await database.All(
            SqliteWorklistRows.SelectItem, SqliteWorklistRows.ReadRecord, cancellation, worklistId);
        return stored.IsEmpty ? null : await envelopes.Open(stored[0], cancellation);
    }

    public async Task<bool> CompleteRedrive(
        long worklistId, WorkedBatch worked, string actorId, CancellationToken cancellation)
    {
        var rejected = await envelopes.SealRejected(worked, cancellation);
        return await database.Write(
            transaction =>
            {
                if (!SqliteWorklistRows.IsOpen(transaction, worklistId, worked.ImportId))
                    return false;
                var counts = SqliteMeterRows.Store(transaction, worked);
                Invariant.Holds(counts.Total == 1, "one record is driven again at a time");
                if (counts.Rejected == 1)
                {
                    SqliteWorklistRows.RejectAgain(
                        transaction, worklistId, worked.Rejected[0].Problem, rejected[0]);
                    return true;
                }
                SqliteWorklistRows.Fix(transaction, worklistId, actorId);
                Count(transaction, worked.ImportId, counts with { Rejected = -1 });
                return true;
            },
            cancellation);
    }

    public async Task<ImportView?> View(string importId, CancellationToken cancellation) => (await envelopes.Open(
        await database.All(SelectView, ReadView, cancellation, importId), cancellation)).FirstOrDefault();

    internal static StoredImport ReadView(SqliteDataReader row) => new(
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
            Microseconds.ToInstant(row.GetInt64(10)),
            row.GetString(11),
            []),
        row.GetString(12));

    private static void Accept(SqliteTransaction transaction, string importId, string sha256, long recordCount)
    {
        if (transaction.Execute(SetAccepted, importId, sha256, recordCount) == 0)
        {
            Repeated(transaction, importId, ["accepted", "working", "done"]);
            return;
        }
        var staged = transaction.Query(SelectStaged, row => row.GetInt64(0), importId);
        Invariant.Holds(staged[0] == recordCount, "the staged batches hold every record of the file");
        transaction.Execute(AddDueWork, importId, ShardKey.Of(importId));
    }

    private static void Pass(SqliteTransaction transaction, string importId, string sha256, long recordCount)
    {
        if (transaction.Execute(SetKnown, importId, sha256, recordCount) == 0)
            Repeated(transaction, importId, ["done"]);
        transaction.Execute(PassBatches, importId);
    }

    private static void Complete(
        SqliteTransaction transaction, WorkedBatch worked, ImmutableArray<byte[]> rejected)
    {
        var claimed = transaction.Query(Claim, row => row.GetInt32(0), worked.ImportId, worked.Sequence);
        if (claimed.Count == 0)
        {
            WorkedBefore(transaction, worked);
            return;
        }
        var counts = SqliteMeterRows.Store(transaction, worked);
        Invariant.Holds(counts.Total == claimed[0], "a worked batch accounts for every record of it");
        SqliteWorklistRows.AddRejected(transaction, worked, rejected);
        Count(transaction, worked.ImportId, counts);
        transaction.Execute(EndDueWork, worked.ImportId);
    }

    private static void Count(SqliteTransaction transaction, string importId, OutcomeCounts counts) =>
        transaction.Execute(
        AddCounts, importId, counts.Stored, counts.Corrected, counts.Duplicate, counts.Rejected);

    private static void WorkedBefore(SqliteTransaction transaction, WorkedBatch worked)
    {
        var known = transaction.Query(SelectWorked, row => row.GetBoolean(0), worked.ImportId, worked.Sequence);
        if (known is not [true])
            throw ImportFaults.NotWaiting(worked.ImportId, worked.Sequence);
    }

    private static void Repeated(SqliteTransaction transaction, string importId, string[] allowed)
    {
        var state = State(transaction, importId);
        if (!allowed.Contains(state, StringComparer.Ordinal))
            throw ImportFaults.NotReceiving(importId, state);
    }

    private static string? State(SqliteTransaction transaction, string importId) =>
        transaction.Query(SelectState, row => row.GetString(0), importId).FirstOrDefault();
}
