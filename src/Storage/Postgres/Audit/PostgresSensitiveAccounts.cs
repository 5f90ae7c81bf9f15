using System.Collections.Immutable;
using BillingActors.Storage.Audit;

namespace BillingActors.Storage.Postgres.Audit;

/// <summary>Sensitive accounts on PostgreSQL.</summary>
internal sealed class PostgresSensitiveAccounts(PostgresDatabase database) : ISensitiveAccounts
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

    public Task<ImmutableArray<SensitiveAccount>> List(CancellationToken cancellation) =>
        database.Command(Select).Query(
            row => new SensitiveAccount(
                row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3),
                row.GetFieldValue<DateTimeOffset>(4)),
            cancellation);

    public Task<bool> Mark(SensitiveAccount account, AuditEntry noted, CancellationToken cancellation) =>
        Change(
            noted, Insert,
            [
                account.EntityId, account.AccountId, account.Reason, account.MarkedBy,
                account.MarkedAt.ToUniversalTime(),
            ],
            cancellation);

    public Task<bool> Unmark(
        string entityId, string accountId, AuditEntry noted, CancellationToken cancellation) =>
        Change(noted, Delete, [entityId, accountId], cancellation);

    private Task<bool> Change(
        AuditEntry noted, string sql, object[] values, CancellationToken cancellation) =>
        database.InTransaction(
            async transaction =>
            {
                if (await transaction.Command(sql, values).Run(cancellation) == 0)
                    return false;
                await transaction.Append(noted, cancellation);
                return true;
            },
            cancellation);
}
