using BillingActors.Storage.Accounts;
using BillingActors.Storage.DueWork;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.Accounts;

/// <summary>Due work of accounts that a flush has sent something from, until it has arrived or is back.</summary>
internal static class SqliteTransferRows
{
    private const string Upsert = """
        insert into due_work(kind, key, shard_key, due_at) values ('transfer', $1, $2, $3)
        on conflict (kind, key) do update set due_at = excluded.due_at
        """;

    private const string Delete = "delete from due_work where kind = 'transfer' and key = $1";

    public static void Write(SqliteStatements statements, SqliteTransaction transaction, PreparedCommit commit)
    {
        if (!commit.IsTransferMoved)
            return;
        if (DueTransfer.Of(commit.After) is { } due)
        {
            statements.Execute(
                transaction, Upsert, commit.Key, ShardKey.Of(commit.Key), HashChain.Microseconds(due));
        }
        else
        {
            statements.Execute(transaction, Delete, commit.Key);
        }
    }
}
