using BillingActors.Storage.Accounts;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.Accounts;

/// <summary>Rows of receipts, and of the work that waits where one has something left.</summary>
internal sealed class SqliteCashRows
{
    private const string UpsertReceipt = """
        insert into receipt(account_key, receipt_id, source, method, state, amount_minor, unapplied_minor,
            refunded_minor, value_on, booked_on, is_on_account, claim)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        on conflict (account_key, receipt_id) do update set state = excluded.state,
            unapplied_minor = excluded.unapplied_minor, refunded_minor = excluded.refunded_minor,
            claim = case when excluded.state = 'booked' then receipt.claim end
        """;

    private const string SelectParked = "select 1 from unidentified_cash where entity_id = $1 and cash_id = $2";

    private const string UpsertWork = """
        insert into worklist(kind, code, detail, entity_id, account_id, field)
        values ('unapplied-cash', 'unapplied-cash', $4, $1, $2, $3)
        on conflict (entity_id, account_id, field) where kind = 'unapplied-cash' and state = 'open'
            do update set detail = excluded.detail
        """;

    private const string EndWork = $"""
        update worklist set state = 'fixed', resolved_by = $4, resolved_at = {Microseconds.Now}, resolution = $5
        where kind = 'unapplied-cash' and state = 'open' and entity_id = $1 and account_id = $2 and field = $3
        """;

    /// <summary>Who is restricted is not found by a new payment.</summary>
    private const string InsertWord = """
        insert into payment_word(token, account_key, receipt_id)
        select $1, $2, $3 where not exists (select 1 from person_request where customer_id = $4)
        on conflict do nothing
        """;

    // SQLITE_CONSTRAINT_UNIQUE: of an index, where the primary key has a code of its own.
    private const int UniqueViolation = 2067;

    private readonly SqliteStatements _statements = new();

    /// <summary>Writes receipts; what a commit claims may be neither another account's nor unidentified.</summary>
    public void Receipts(SqliteTransaction transaction, PreparedCommit commit)
    {
        foreach (var (row, waited, claim) in ReceiptRow.Changed(commit))
        {
            if (claim is not null && _statements.Scalar(
                transaction, SelectParked, commit.After.EntityId, row.ReceiptId) is not null)
            {
                throw new ReceiptHeldException();
            }
            try
            {
                Receipt(transaction, commit.Key, row, claim);
            }
            catch (SqliteException held) when (claim is not null && held.SqliteExtendedErrorCode == UniqueViolation)
            {
                throw new ReceiptHeldException(held);
            }
            if (row.Waits || waited)
                Work(transaction, commit, row);
        }
        foreach (var (receiptId, token) in commit.Words)
            _statements.Execute(transaction, InsertWord, token, commit.Key, receiptId, commit.After.CustomerId);
    }

    private void Receipt(SqliteTransaction transaction, string key, ReceiptRow row, string? claim) =>
        _statements.Execute(
            transaction,
            UpsertReceipt,
            key,
            row.ReceiptId,
            row.Source,
            row.Method,
            row.State,
            row.AmountMinor,
            row.UnappliedMinor,
            row.RefundedMinor,
            row.ValueOn,
            row.BookedOn,
            row.IsOnAccount ? 1L : 0L,
            claim);

    private void Work(SqliteTransaction transaction, PreparedCommit commit, ReceiptRow row)
    {
        var (entityId, accountId) = (commit.After.EntityId, AccountKey.IdOf(commit.Key));
        if (row.Waits)
        {
            _statements.Execute(transaction, UpsertWork, entityId, accountId, row.ReceiptId, row.Detail);
            return;
        }
        var actor = commit.Context.Actor.Id;
        _statements.Execute(transaction, EndWork, entityId, accountId, row.ReceiptId, actor, row.State);
    }
}
