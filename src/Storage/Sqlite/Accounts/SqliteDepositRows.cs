using BillingActors.Storage.Accounts;
using Microsoft.Data.Sqlite;

namespace BillingActors.Storage.Sqlite.Accounts;

/// <summary>The rows of deposits that a flush writes.</summary>
internal sealed class SqliteDepositRows
{
    private const string Upsert = """
        insert into deposit(account_key, deposit_id, status, basis, amount_minor, paid_minor, held_minor,
            interest_minor, assessed_on, paid_on)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        on conflict (account_key, deposit_id) do update set status = excluded.status,
            amount_minor = excluded.amount_minor, paid_minor = excluded.paid_minor, held_minor = excluded.held_minor,
            interest_minor = excluded.interest_minor, paid_on = excluded.paid_on
        """;

    private readonly SqliteStatements _statements = new();

    public void Write(SqliteTransaction transaction, PreparedCommit commit)
    {
        foreach (var row in commit.DepositsChanged)
        {
            _statements.Execute(
                transaction,
                Upsert,
                commit.Key,
                row.DepositId,
                row.Status,
                row.Basis,
                row.AmountMinor,
                row.PaidMinor,
                row.HeldMinor,
                row.InterestMinor,
                row.AssessedOn,
                row.PaidOn);
        }
    }
}
