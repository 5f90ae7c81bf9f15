using BillingActors.Storage.Accounts;
using BillingActors.Storage.Charging;
using BillingActors.Storage.Json;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.Charging;

/// <summary>
/// The rows of rated records that a flush writes, and of the work that waits where one was set aside.
/// </summary>
internal sealed class SqliteUsageRows
{
    private const string InsertRecords = """
        insert into usage_record(account_key, contract_id, period_from, version, is_late, period_until, record_count,
            payload)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        """;

    private const string InsertKeys = """
        insert into usage_key(account_key, contract_id, period_from, version, keys) values ($1, $2, $3, $4, $5)
        """;

    private const string UpsertSuspense = """
        insert into usage_suspense(account_key, name, payload) values ($1, $2, $3)
        on conflict (account_key, name) do update set payload = excluded.payload
        """;

    private const string UpsertWork = """
        insert into worklist(kind, code, detail, entity_id, account_id, field)
        values ('usage-record', $4, $5, $1, $2, $3)
        on conflict (entity_id, account_id, field) where kind = 'usage-record' and state = 'open'
            do update set code = excluded.code, detail = excluded.detail
        """;

    private const string EndWork = $"""
        update worklist set state = 'fixed', resolved_by = $4, resolved_at = {Microseconds.Now}, resolution = 'rated'
        where kind = 'usage-record' and state = 'open' and entity_id = $1 and account_id = $2 and field = $3
        """;

    private const string DeleteSuspense = "delete from usage_suspense where account_key = $1 and name = $2";

    private readonly SqliteStatements _statements = new();

    public void Write(SqliteTransaction transaction, PreparedCommit commit)
    {
        foreach (var row in commit.UsageKeysBilled)
        {
            _statements.Execute(
                transaction,
                InsertKeys,
                commit.Key,
                row.ContractId,
                IsoDay.Format(row.PeriodFrom),
                commit.LastVersion,
                row.Keys);
        }
        if (commit.Usage is not { } usage)
            return;
        foreach (var row in usage.Kept)
        {
            _statements.Execute(
                transaction,
                InsertRecords,
                commit.Key,
                row.ContractId,
                IsoDay.Format(row.Period.From),
                row.Version,
                row.IsLate ? 1L : 0L,
                IsoDay.Format(row.Period.Until),
                row.Count,
                row.Payload);
        }
        foreach (var row in usage.SetAside)
        {
            var (entityId, accountId) = (commit.After.EntityId, AccountKey.IdOf(commit.Key));
            _statements.Execute(transaction, UpsertSuspense, commit.Key, row.Name, row.Payload);
            _statements.Execute(transaction, UpsertWork, entityId, accountId, row.Name, row.Code, row.Detail);
        }
        foreach (var name in usage.Settled)
        {
            // Who was told that it is gone must not find it on the bill.
            if (Settle(transaction, commit.Key, name, commit.Context.Actor.Id) == 0)
                throw new UsageRecordGoneException(commit.Key);
        }
    }

    /// <summary>Ends the work on a record; answers whether it still waited.</summary>
    public int Settle(SqliteTransaction transaction, string accountKey, string name, string actorId)
    {
        var slash = accountKey.IndexOf('/', StringComparison.Ordinal);
        _statements.Execute(transaction, EndWork, accountKey[..slash], accountKey[(slash + 1)..], name, actorId);
        return _statements.Execute(transaction, DeleteSuspense, accountKey, name);
    }
}
