using BillingActors.Storage.Accounts;
using BillingActors.Storage.Json;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.Accounts;

/// <summary>The inbox of approvals: rows come and go with the commits that ask and decide.</summary>
internal static class SqliteApprovalRows
{
    private const string Insert = """
        insert into approval_request(account_key, request_id, action, effect_minor, currency, maker, reason,
            requested_on, expires_on)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    private const string Delete = "delete from approval_request where account_key = $1 and request_id = $2";

    public static void Write(SqliteStatements statements, SqliteTransaction transaction, PreparedCommit commit)
    {
        foreach (var row in commit.RequestsMade)
        {
            statements.Execute(
                transaction,
                Insert,
                commit.Key,
                row.RequestId,
                row.Action.Name,
                row.EffectMinor,
                commit.After.Currency.Code,
                row.MakerId,
                row.Reason,
                IsoDay.Format(row.On),
                IsoDay.Format(row.ExpiresOn));
        }
        foreach (var id in commit.RequestsDecided)
            statements.Execute(transaction, Delete, commit.Key, id);
    }
}
