using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Deposits;
using BillingActors.Storage.Reports;
using Npgsql;
using AccountKey = BillingActors.Grains.Interfaces.AccountKey;

namespace BillingActors.Storage.Postgres.Reports;

/// <summary>Lists of deposits on PostgreSQL.</summary>
internal sealed class PostgresDepositReports(PostgresDatabase database) : IDepositReports
{
    private const string SelectDeposits = """
        select d.account_key, d.deposit_id, a.currency, d.status, d.basis, d.amount_minor, d.paid_minor, d.held_minor,
            d.interest_minor, d.assessed_on, d.paid_on
        from deposit d join account a on a.account_key = d.account_key
        where (cardinality($1::text[]) = 0 or a.entity_id = any($1)) and ($2::text is null or d.status = $2)
            and (d.account_key, d.deposit_id) > ($3 collate "C", $4 collate "C")
        order by d.account_key, d.deposit_id limit $5
        """;

    public Task<ImmutableArray<DepositRow>> Deposits(
        EntityScope scope,
        string? status,
        (string AccountKey, string DepositId) after,
        int countMax,
        CancellationToken cancellation) => database.Command(
            SelectDeposits,
            (string[])[.. scope.Entities],
            status,
            after.AccountKey,
            after.DepositId,
            countMax).Query(Read, cancellation);

    private static DepositRow Read(NpgsqlDataReader row)
    {
        var (entityId, accountId) = AccountKey.Split(row.GetString(0));
        return new DepositRow(
            entityId,
            accountId,
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            row.GetInt64(5),
            row.GetInt64(6),
            row.GetInt64(7),
            row.GetInt64(8),
            row.GetFieldValue<DateOnly>(9),
            row.IsDBNull(10) ? null : row.GetFieldValue<DateOnly>(10));
    }
}
