using BillingActors.Storage.Accounts;
using BillingActors.Storage.Json;
using Npgsql;
using static BillingActors.Storage.Postgres.PostgresCommands;
using StableHash = BillingActors.Storage.Accounts.StableHash;

namespace BillingActors.Storage.Postgres.Accounts;

/// <summary>Rows of receipts, and of the work that waits where one has something left.</summary>
internal static class PostgresCashRows
{
    /// <summary>Tells locks on money of legal entities apart from every other advisory lock of the database.</summary>
    private const int LockClass = 0x5243;

    private const string Share = "select pg_advisory_xact_lock_shared($1, k) from unnest($2::int[]) as k";

    private const string Take = "select pg_advisory_xact_lock($1, $2)";

    private const string SelectParked = """
        select n.cash_id from unnest($1::text[], $2::text[]) as n(entity_id, cash_id)
        join unidentified_cash c on c.entity_id = n.entity_id and c.cash_id = n.cash_id limit 1
        """;

    private const string UpsertReceipts = """
        insert into receipt(account_key, receipt_id, source, method, state, amount_minor, unapplied_minor,
            refunded_minor, value_on, booked_on, is_on_account, claim)
        select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::bigint[],
            $8::bigint[], $9::date[], $10::date[], $11::boolean[], $12::text[])
        on conflict (account_key, receipt_id) do update set state = excluded.state,
            unapplied_minor = excluded.unapplied_minor, refunded_minor = excluded.refunded_minor,
            claim = case when excluded.state = 'booked' then receipt.claim end
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

    /// <summary>Who is restricted is not found by a new payment.</summary>
    private const string InsertWords = """
        insert into payment_word(token, account_key, receipt_id)
        select token, account_key, receipt_id
        from unnest($1::bytea[], $2::text[], $3::text[], $4::text[]) as n(token, account_key, receipt_id, customer_id)
        where not exists (select 1 from person_request p where p.customer_id = n.customer_id)
        order by token, account_key, receipt_id on conflict do nothing
        """;

    /// <summary>Whether another account has a receipt that a commit claims.</summary>
    public static bool IsHeld(PostgresException told) =>
        told is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "receipt_holder" };

    /// <summary>
    /// For commits that claim receipts: nothing of their legal entities is parked meanwhile, and the second command
    /// finds what was. Pages do not wait for each other. Empty for all other commits.
    /// </summary>
    public static IEnumerable<NpgsqlBatchCommand> Guards(IReadOnlyList<PreparedCommit> commits)
    {
        var claimed = commits.SelectMany(commit => ReceiptRow.Claimed(commit)
            .Select(id => (commit.After.EntityId, ReceiptId: id))).ToList();
        if (claimed.Count == 0)
            yield break;
        var keys = claimed.Select(one => one.EntityId).Distinct(StringComparer.Ordinal).Select(LockKey).Order();
        yield return Command(Share, Value(LockClass), Value(keys.ToArray()));
        yield return Command(
            SelectParked, Column(claimed, one => one.EntityId), Column(claimed, one => one.ReceiptId));
    }

    /// <summary>Waits for commits that claim receipts of a legal entity, and keeps others out until the end.</summary>
    public static Task KeepOut(NpgsqlTransaction transaction, string entityId, CancellationToken cancellation) =>
        transaction.Command(Take, LockClass, LockKey(entityId)).Run(cancellation);

    public static IEnumerable<NpgsqlBatchCommand> Of(IReadOnlyList<PreparedCommit> winners)
    {
        var (rows, done) = (
            new List<(PreparedCommit Commit, ReceiptRow Row, string? Claim)>(),
            new List<(PreparedCommit Commit, ReceiptRow Row)>());
        foreach (var commit in winners)
        {
            foreach (var (row, waited, claim) in ReceiptRow.Changed(commit))
            {
                rows.Add((commit, row, claim));
                // Most receipts find what they pay at once, and nobody was ever asked.
                if (waited && !row.Waits)
                    done.Add((commit, row));
            }
        }
        if (rows.Count == 0)
            yield break;
        // In the order of the unique key: two pages that claim the same receipts do not wait for each other in a ring.
        rows.Sort((one, other) => string.CompareOrdinal(one.Row.ReceiptId, other.Row.ReceiptId));
        yield return Receipts(rows);
        var words = winners.SelectMany(commit => commit.Words.Select(word => (Commit: commit, Word: word))).ToList();
        if (words.Count > 0)
        {
            yield return Command(
                InsertWords,
                Column(words, one => one.Word.Token),
                Column(words, one => one.Commit.Key),
                Column(words, one => one.Word.ReceiptId),
                Column(words, one => one.Commit.After.CustomerId));
        }
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

    private static int LockKey(string entityId) => unchecked((int)StableHash.Of(entityId));

    private static NpgsqlBatchCommand Receipts(
        IReadOnlyList<(PreparedCommit Commit, ReceiptRow Row, string? Claim)> rows) => Command(
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
        Column(rows, one => one.Row.IsOnAccount),
        Column(rows, one => one.Claim));
}
