using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.BillRuns;
using BillingActors.Storage.Json;
using BillingActors.Storage.Worklists;
using Microsoft.Data.Sqlite;
using AccountKey = BillingActors.Grains.Interfaces.AccountKey;

namespace BillingActors.Storage.Sqlite.BillRuns;

/// <summary>A page of drafts with the worklist rows of its held accounts and its checkpoint.</summary>
internal static class SqliteDrafts
{
    /// <summary>The columns that <see cref="Read"/> expects.</summary>
    public const string Columns = "run_id, account_key, account_version, usage_version, input_hash, outcome, body";

    /// <summary>What is issued stays issued, whatever a late page brings.</summary>
    private const string Upsert = """
        insert into bill_draft(run_id, account_key, account_version, usage_version, input_hash, outcome, net_minor,
            tax_minor, sums, body)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        on conflict (run_id, account_key) do update set account_version = excluded.account_version,
            usage_version = excluded.usage_version, input_hash = excluded.input_hash, outcome = excluded.outcome,
            net_minor = excluded.net_minor, tax_minor = excluded.tax_minor, sums = excluded.sums, body = excluded.body
        where bill_draft.outcome <> 'issued' and not exists (select 1 from invoice as i
            where i.run_id = bill_draft.run_id and i.account_key = bill_draft.account_key)
        """;

    /// <summary>Nobody has to look at an account that is issued, whatever a late page brings.</summary>
    private const string PutException = """
        insert into worklist(kind, code, detail, run_id, entity_id, account_id)
        select 'bill-exception', $1, $2, $3, $4, $5
        where not exists (select 1 from run_draft where run_id = $3 and account_key = $4 || '/' || $5
            and outcome = 'issued')
        on conflict (run_id, entity_id, account_id) where kind = 'bill-exception' and state = 'open'
        do update set code = excluded.code, detail = excluded.detail
        """;

    private const string EndException = $"""
        update worklist set state = $4, resolved_by = $5, resolved_at = {Microseconds.Now}, resolution = $6
        where run_id = $1 and entity_id = $2 and account_id = $3 and kind = 'bill-exception' and state = 'open'
        """;

    private const string UpsertCheckpoint = """
        insert into bill_run_checkpoint(run_id, partition, stage, cursor, is_done) values ($1, $2, $3, $4, $5)
        on conflict (run_id, partition, stage) do update set cursor = excluded.cursor, is_done = excluded.is_done
        """;

    public static void Write(SqliteTransaction transaction, string runId, IReadOnlyCollection<BillDraft> drafts)
    {
        using var upsert = transaction.Prepare(Upsert);
        using var put = transaction.Prepare(PutException);
        using var end = transaction.Prepare(EndException);
        foreach (var draft in drafts.OrderBy(draft => draft.AccountKey, StringComparer.Ordinal))
        {
            var row = DraftRow.Of(draft);
            Put(upsert, runId, row);
            var (entityId, accountId) = AccountKey.Split(draft.AccountKey);
            if (row.Resolution is { } state)
                end.Execute(runId, entityId, accountId, state, runId, WorklistWords.CalculatedAgain);
            else
                put.Execute(WorklistWords.CodeOf(draft), WorklistWords.DetailOf(draft), runId, entityId, accountId);
        }
    }

    /// <summary>A single draft as a person decided.</summary>
    public static void Write(SqliteTransaction transaction, BillDraft decided, CommandContext context)
    {
        using var upsert = transaction.Prepare(Upsert);
        Put(upsert, decided.RunId, DraftRow.Of(decided));
        var (entityId, accountId) = AccountKey.Split(decided.AccountKey);
        var state = WorklistWords.StateOf(decided);
        transaction.Execute(
            EndException, decided.RunId, entityId, accountId, state, context.Actor.Id, context.Reason ?? state);
    }

    public static void Write(SqliteTransaction transaction, PageCheckpoint checkpoint) => transaction.Execute(
        UpsertCheckpoint, checkpoint.RunId, checkpoint.Partition, checkpoint.Stage, checkpoint.Cursor,
        checkpoint.IsDone);

    public static BillDraft Read(SqliteDataReader row)
    {
        var body = RunJson.ReadBody(row.GetFieldValue<byte[]>(6));
        return new BillDraft(
            row.GetString(0),
            row.GetString(1),
            row.GetInt64(2),
            row.GetInt64(3),
            row.GetString(4),
            EnumWords<DraftOutcome>.Parse(row.GetString(5)),
            body.Holds,
            body.Plan);
    }

    private static void Put(SqliteStatement upsert, string runId, DraftRow row)
    {
        var draft = row.Draft;
        upsert.Execute(
            runId, draft.AccountKey, draft.AccountVersion, draft.UsageVersion, draft.InputHash, row.Outcome,
            row.NetMinor, row.TaxMinor, row.Sums, row.Body);
    }
}
