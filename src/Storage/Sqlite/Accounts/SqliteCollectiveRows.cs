using BillingActors.Storage.Accounts;
using BillingActors.Storage.Collectives;
using BillingActors.Storage.Json;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.Accounts;

/// <summary>Bills of children that a flush hands over or takes, and who pays for whom.</summary>
internal static class SqliteCollectiveRows
{
    private const string InsertLine =
        """
        insert into collective_line(account_key, version, parent_key, fee_id, fee_minor, charged_on)
        values ($1, $2, $3, $4, $5, $6)
        """;

    private const string TakeLine = """
        update collective_line set bill_id = $4
        where account_key = $1 and version = $2 and parent_key = $3 and bill_id is null
        """;

    private const string UpsertMember = """
        insert into collective_member(account_key, parent_key) values ($1, $2)
        on conflict (account_key) do update set parent_key = excluded.parent_key
        """;

    private const string DeleteMember = "delete from collective_member where account_key = $1";

    public static void Write(SqliteStatements statements, SqliteTransaction transaction, PreparedCommit commit)
    {
        foreach (var (version, to) in commit.Handed)
        {
            statements.Execute(
                transaction, InsertLine, commit.Key, version, CollectiveRows.KeyBeside(commit.Key, to.ParentId),
                to.FeeId, to.FeeMinor, to.ChargedOn is { } day ? IsoDay.Format(day) : null);
        }
        if (commit.Taken is { } taken)
        {
            foreach (var line in taken.Lines)
            {
                statements.Execute(
                    transaction, TakeLine, CollectiveRows.KeyBeside(commit.Key, line.AccountId), line.Version,
                    commit.Key, taken.BillId);
            }
        }
        if (!commit.IsParentMoved)
            return;
        if (commit.After.ParentId is { } payer)
            statements.Execute(transaction, UpsertMember, commit.Key, CollectiveRows.KeyBeside(commit.Key, payer));
        else
            statements.Execute(transaction, DeleteMember, commit.Key);
    }
}
