using System.Collections.Immutable;
using BillingActors.Storage.Audit;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.Audit;

/// <summary>Sensitive accounts on SQLite.</summary>
internal sealed class SqliteSensitiveAccounts(SqliteDatabase database) : ISensitiveAccounts
{
    private const string Select = """
        select entity_id, account_id, reason, marked_by, marked_at from sensitive_account
        order by entity_id, account_id limit 10000
        """;

    private const string Insert = """
        insert into sensitive_account(entity_id, account_id, reason, marked_by, marked_at)
        values ($1, $2, $3, $4, $5) on conflict do nothing
        """;

    private const string Delete = "delete from sensitive_account where entity_id = $1 and account_id = $2";

    public Task<ImmutableArray<SensitiveAccount>> List(CancellationToken cancellation) => database.All(
        Select,
        row => new SensitiveAccount(
            row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3),
            Microseconds.ToInstant(row.GetInt64(4))),
        cancellation);

    public Task<bool> Mark(SensitiveAccount account, AuditEntry noted, CancellationToken cancellation) =>
        database.Write(
            transaction => Changed(transaction, noted, transaction.Execute(
                Insert, account.EntityId, account.AccountId, account.Reason, account.MarkedBy,
                Microseconds.Of(account.MarkedAt))),
            cancellation);

    public Task<bool> Unmark(
        string entityId, string accountId, AuditEntry noted, CancellationToken cancellation) => database.Write(
        transaction => Changed(transaction, noted, transaction.Execute(Delete, entityId, accountId)), cancellation);

    private static bool Changed(SqliteTransaction transaction, AuditEntry noted, int rowCount)
    {
        if (rowCount == 0)
            return false;
        transaction.Append(noted);
        return true;
    }
}
