using BillingActors.Storage.Accounts;
using BillingActors.Storage.Json;
using Npgsql;
using static BillingActors.Storage.Postgres.PostgresCommands;

namespace BillingActors.Storage.Postgres.Accounts;

/// <summary>Rows of receipts, and of the work that waits where one has something left.</summary>
internal static class PostgresCashRows
{
    private const string UpsertReceipts = """
        insert into receipt(account_key, receipt_id, source, method, state, amount_minor, unapplied_minor,
            refunded_minor, value_on, booked_on, is_on_account)
        select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::bigint[],
            $8::bigint[], $9::date[], $10::date[], $11::boolean[])
        on conflict (account_key, receipt_id) do update set state = excluded.state,
            unapplied_minor = excluded.unapplied_minor, refunded_minor = excluded.refunded_minor
        """;

    private const string UpsertWork = """
        insert into worklist(kind, code, detail, entity_id, account_id, field)
        select 'unapplied-cash', 'unapplied-cash', w.detail, w.entity_id, w.account_id, w.receipt_id
        from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as w(entity_id, account_id, receipt_id, detail)
        on conflict (entity_id, account_id, field) where kind = 'unapplied-cash' and state = 'open'
            do update set detail = excluded.detail
        """;

    private const string EndWork = """
        update worklist w set state = 'fixed', resolved_by = d.actor, resolved_at = now(), resolution = d.state
        from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
            as d(entity_id, account_id, receipt_id, actor, state)
        where w.kind = 'unapplied-cash' and w.state = 'open' and w.entity_id = d.entity_id
            and w.account_id = d.account_id and w.field = d.receipt_id
        """;

    public static IEnumerable<NpgsqlBatchCommand> Of(IReadOnlyList<PreparedCommit> winners)
    {
        var (rows, done) = (
            new List<(PreparedCommit Commit, ReceiptRow Row)>(), new List<(PreparedCommit Commit, ReceiptRow Row)>());
        foreach (var commit in winners)
        {
            foreach (var (row, waited) in ReceiptRow.Changed(commit))
            {
                rows.Add((commit, row));
                // Most receipts find what they pay at once, and nobody was ever asked.
                if (waited && !row.Waits)
                    done.Add((commit, row));
            }
        }
        if (rows.Count == 0)
            yield break;
        yield return Receipts(rows);
        if (rows.Where(one => one.Row.Waits).ToList() is { Count: > 0 } waiting)
        {
            yield return Command(
                UpsertWork,
                Column(waiting, one => one.Commit.After.EntityId),
                Column(waiting, one => AccountKey.IdOf(one.Commit.Key)),
                Column(waiting, one => one.Row.ReceiptId),
                Column(waiting, one => one.Row.Detail));
        }
        if (done.Count > 0)
        {
            yield return Command(
                EndWork,
                Column(done, one => one.Commit.After.EntityId),
                Column(done, one => AccountKey.IdOf(one.Commit.Key)),
                Column(done, one => one.Row.ReceiptId),
                Column(done, one => one.Commit.Context.Actor.Id),
                Column(done, one => one.Row.State));
        }
    }

    private static NpgsqlBatchCommand Receipts(IReadOnlyList<(PreparedCommit Commit, ReceiptRow Row)> rows) => Command(
        UpsertReceipts,
        Column(rows, one => one.Commit.Key),
        Column(rows, one => one.Row.ReceiptId),
        Column(rows, one => one.Row.Source),
        Column(rows, one => one.Row.Method),
        Column(rows, one => one.Row.State),
        Column(rows, one => one.Row.AmountMinor),
        Column(rows, one => one.Row.UnappliedMinor),
        Column(rows, one => one.Row.RefundedMinor),
        Column(rows, one => IsoDay.Parse(one.Row.ValueOn).ToDateOnly()),
        Column(rows, one => IsoDay.Parse(one.Row.BookedOn).ToDateOnly()),
        Column(rows, one => one.Row.IsOnAccount));
}
