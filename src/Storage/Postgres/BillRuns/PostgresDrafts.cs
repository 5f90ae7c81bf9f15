using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.BillRuns;
using BillingActors.Storage.Json;
using BillingActors.Storage.Worklists;
using Npgsql;
using AccountKey = BillingActors.Grains.Interfaces.AccountKey;

namespace BillingActors.Storage.Postgres.BillRuns;

/// <summary>
/// A page of drafts with the worklist rows of its held accounts and its checkpoint, as statements of one batch.
/// </summary>
internal static class PostgresDrafts
{
    /// <summary>The columns that <see cref="Read"/> expects.</summary>
    public const string Columns = "run_id, account_key, account_version, usage_version, input_hash, outcome, body";

    /// <summary>
    /// What is issued stays issued, whatever a late page brings: it waits for <see cref="PostgresDraftHolds"/> first.
    /// </summary>
    private const string Upsert = """
        insert into bill_draft(run_id, account_key, account_version, usage_version, input_hash, outcome, net_minor,
            tax_minor, sums, body)
        select $1, d.account_key, d.account_version, d.usage_version, d.input_hash, d.outcome, d.net, d.tax,
            d.sums::jsonb, d.body
        from unnest($2::text[], $3::bigint[], $4::bigint[], $5::text[], $6::text[], $7::bigint[], $8::bigint[],
            $9::text[], $10::bytea[])
            as d(account_key, account_version, usage_version, input_hash, outcome, net, tax, sums, body)
        on conflict (run_id, account_key) do update set account_version = excluded.account_version,
            usage_version = excluded.usage_version, input_hash = excluded.input_hash, outcome = excluded.outcome,
            net_minor = excluded.net_minor, tax_minor = excluded.tax_minor, sums = excluded.sums, body = excluded.body
        where bill_draft.outcome <> 'issued' and not exists (select 1 from invoice as i
            where i.run_id = bill_draft.run_id and i.account_key = bill_draft.account_key)
        """;

    /// <summary>Nobody has to look at an account that is issued, whatever a late page brings.</summary>
    private const string PutExceptions = """
        insert into worklist(kind, code, detail, run_id, entity_id, account_id)
        select 'bill-exception', h.code, h.detail, $1, h.entity_id, h.account_id
        from unnest($2::text[], $3::text[], $4::text[], $5::text[]) as h(entity_id, account_id, code, detail)
        where not exists (select 1 from run_draft as b where b.run_id = $1
            and b.account_key = h.entity_id || '/' || h.account_id and b.outcome = 'issued')
        on conflict (run_id, entity_id, account_id) where kind = 'bill-exception' and state = 'open'
        do update set code = excluded.code, detail = excluded.detail
        """;

    private const string EndExceptions = """
        update worklist as w set state = r.state, resolved_by = $5, resolved_at = now(), resolution = $6
        from unnest($2::text[], $3::text[], $4::text[]) as r(entity_id, account_id, state)
        where w.run_id = $1 and w.entity_id = r.entity_id and w.account_id = r.account_id
            and w.kind = 'bill-exception' and w.state = 'open'
        """;

    /// <summary>What a page settled; only exceptions that are open are looked at, and most runs have few.</summary>
    private const string EndSettled = """
        update worklist as w set state = case d.outcome when 'skipped' then 'skipped' else 'fixed' end,
            resolved_by = $1, resolved_at = now(), resolution = $4
        from bill_draft as d
        where w.run_id = $1 and w.kind = 'bill-exception' and w.state = 'open' and d.run_id = $1
            and d.account_key = w.entity_id || '/' || w.account_id and d.account_key between $2 and $3
            and d.outcome <> 'held'
        """;

    private const string UpsertCheckpoint = """
        insert into bill_run_checkpoint(run_id, partition, stage, cursor, is_done) values ($1, $2, $3, $4, $5)
        on conflict (run_id, partition, stage) do update set cursor = excluded.cursor, is_done = excluded.is_done
        """;

    public static void Add(NpgsqlBatch batch, string runId, IReadOnlyCollection<BillDraft> drafts)
    {
        var rows = drafts.OrderBy(draft => draft.AccountKey, StringComparer.Ordinal).Select(DraftRow.Of).ToArray();
        if (rows.Length == 0)
            return;
        AddRows(batch, runId, rows);
        AddExceptions(batch, runId, [.. rows.Where(row => row.Resolution is null).Select(row => row.Draft)]);
        batch.Add(
            EndSettled, runId, rows[0].Draft.AccountKey, rows[^1].Draft.AccountKey, WorklistWords.CalculatedAgain);
    }

    /// <summary>A single draft as a person decided.</summary>
    public static void Add(NpgsqlBatch batch, BillDraft decided, CommandContext context)
    {
        var (entityId, accountId) = AccountKey.Split(decided.AccountKey);
        var state = WorklistWords.StateOf(decided);
        AddRows(batch, decided.RunId, [DraftRow.Of(decided)]);
        batch.Add(
            EndExceptions, decided.RunId, new[] { entityId }, new[] { accountId }, new[] { state }, context.Actor.Id,
            context.Reason ?? state);
    }

    public static void Add(NpgsqlBatch batch, PageCheckpoint checkpoint) => batch.Add(
        UpsertCheckpoint, checkpoint.RunId, checkpoint.Partition, checkpoint.Stage, checkpoint.Cursor,
        checkpoint.IsDone);

    public static BillDraft Read(NpgsqlDataReader row)
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

    private static void AddRows(NpgsqlBatch batch, string runId, DraftRow[] rows)
    {
        var keys = rows.Select(row => row.Draft.AccountKey).ToArray();
        batch.Add(PostgresDatabase.PlanByKey);
        batch.BatchCommands.Add(PostgresDraftHolds.ForChange(runId, keys));
        AddRows(batch, runId, keys, rows);
    }

    private static void AddRows(NpgsqlBatch batch, string runId, string[] keys, DraftRow[] rows) => batch.Add(
        Upsert,
        runId,
        keys,
        rows.Select(row => row.Draft.AccountVersion).ToArray(),
        rows.Select(row => row.Draft.UsageVersion).ToArray(),
        rows.Select(row => row.Draft.InputHash).ToArray(),
        rows.Select(row => row.Outcome).ToArray(),
        rows.Select(row => row.NetMinor).ToArray(),
        rows.Select(row => row.TaxMinor).ToArray(),
        rows.Select(row => row.Sums).ToArray(),
        rows.Select(row => row.Body).ToArray());

    private static void AddExceptions(NpgsqlBatch batch, string runId, BillDraft[] held)
    {
        if (held.Length == 0)
            return;
        batch.Add(
            PutExceptions,
            runId,
            held.Select(draft => AccountKey.Split(draft.AccountKey).EntityId).ToArray(),
            held.Select(draft => AccountKey.Split(draft.AccountKey).AccountId).ToArray(),
            held.Select(WorklistWords.CodeOf).ToArray(),
            held.Select(WorklistWords.DetailOf).ToArray());
    }
}
